'use client'
import { Fragment, useId } from 'react'
import { type Control, useController } from 'react-hook-form'
import type { Field, Json } from '@/lib/catalogue/types'
import { type ValueIssue, wireValueOf } from '@/lib/derive'
import { type Draft, packed, slotOf, unpacked } from './draft'
import { FieldControl, Suggestions } from './field-control'
import { Hint, Length, Wrong } from './field-notes'
import { viewOf } from './field-view'
import { ListInput } from './list-input'
import type { Start } from './origins'
import { pastedPhone } from './pasted-phone'
import type { Suggestion } from './suggestions-menu'

/** Label, control and where the value comes from, on one line where the form is wide enough for all three. */
export function FieldRow({
  field,
  control,
  start,
  computed,
  issues,
  refusals,
  currency,
  numbers,
  addresses,
  disabled,
  isFollowing,
  onPut,
}: {
  field: Field
  control: Control<Draft>
  start: Start
  /** What the system made of a derived field. */
  computed?: Json
  /** Of this field and, for a list, of what is below it. */
  issues: ValueIssue[]
  /** What the server said of this field. */
  refusals: string[]
  currency: string
  /** Phones to choose from. */
  numbers: readonly { msisdn: string; what: string }[]
  /** To choose from where callbacks go. */
  addresses: readonly Suggestion[]
  disabled: boolean
  /** Says the same as the field it follows. */
  isFollowing: boolean
  /** Before the value changes: other fields may follow it. */
  onPut: (next: Json | undefined) => void
}) {
  const id = useId()
  const { field: input } = useController({ control, name: `v.${slotOf(field.name)}` })
  const value = unpacked(input.value)
  const own = issues.filter((issue) => issue.field === field.name)
  const isWrong = own.length > 0 || refusals.length > 0
  const view = viewOf(field, { value, start, computed, isFollowing })
  const put = (next: Json | undefined) => {
    onPut(next)
    input.onChange(packed(next))
  }
  const set = (typed: string) => put(typed === '' ? undefined : wireValueOf(field, typed))
  const slots = {
    id,
    ref: input.ref,
    onBlur: input.onBlur,
    disabled,
    'aria-describedby': isWrong ? `${id}-hint ${id}-wrong` : `${id}-hint`,
    'aria-invalid': isWrong || undefined,
  } as const
  return (
    // The form reads `data-field` of the focused row to turn the reference to it.
    <div
      data-field={field.name}
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 py-1 @min-[42rem]:grid-cols-[minmax(150px,12.5rem)_minmax(0,1fr)_8.5rem] @min-[42rem]:items-start"
    >
      <label
        htmlFor={id}
        className="flex min-w-0 items-baseline gap-1.5 @max-[42rem]:col-start-1 @max-[42rem]:row-start-1 @min-[42rem]:min-h-8 @min-[42rem]:items-center"
      >
        <span id={`${id}-name`} className="min-w-0 font-mono text-sm leading-4 [overflow-wrap:anywhere]">
          {breakable(field.name)}
        </span>
        {!field.required && <span className="shrink-0 text-ink-faint text-xs">optional</span>}
      </label>
      <div className="min-w-0 @max-[42rem]:col-span-2 @max-[42rem]:row-start-2">
        {field.kind === 'list' ? (
          <ListInput
            id={id}
            name={field.name}
            fields={field.items ?? []}
            value={value}
            onChange={put}
            issues={issues}
            path={field.name}
            disabled={disabled}
          />
        ) : (
          <div className="flex min-w-0 items-center gap-1.5">
            <FieldControl
              {...slots}
              field={field}
              text={view.text}
              placeholder={view.placeholder}
              onType={set}
              onPaste={
                field.kind === 'msisdn'
                  ? async (event) => {
                      const whole = await pastedPhone(event, numbers[0]?.msisdn ?? '')
                      if (whole) set(whole)
                    }
                  : undefined
              }
            />
            {field.kind === 'amount' && <span className="shrink-0 text-ink-muted text-sm">{currency}</span>}
            {field.kind === 'msisdn' && numbers.length > 0 && (
              <Suggestions
                title="Test numbers"
                suggestions={numbers.map(({ msisdn, what }) => ({ value: msisdn, what }))}
                disabled={disabled}
                describedBy={`${id}-name`}
                onPick={set}
              />
            )}
            {addresses.length > 1 && (
              <Suggestions
                title="Inboxes"
                suggestions={addresses}
                disabled={disabled}
                describedBy={`${id}-name`}
                onPick={set}
              />
            )}
          </div>
        )}
        {isWrong && <Wrong id={`${id}-wrong`} issues={own} refusals={refusals} />}
      </div>
      <p
        id={`${id}-hint`}
        className="flex min-w-0 items-center gap-1.5 text-ink-muted text-sm @max-[42rem]:col-start-2 @max-[42rem]:row-start-1 @min-[42rem]:min-h-8"
      >
        {view.length && <Length {...view.length} />}
        <Hint
          hint={view.hint}
          title={view.resetTitle}
          describedBy={`${id}-name`}
          disabled={disabled}
          onReset={() => put(start.value)}
        />
      </p>
    </div>
  )
}

/** A long name may go on below its dot or underscore, so that two that begin or end alike look different. */
const breakable = (name: string) =>
  name.split(/(?<=[._])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name keep their order
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
