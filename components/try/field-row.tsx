'use client'
import { ChevronDown, RotateCcw, TriangleAlert } from 'lucide-react'
import { Fragment, useId } from 'react'
import { type Control, useController } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import type { Field, Json } from '@/lib/catalogue/types'
import { cn } from '@/lib/classes'
import { textOf, type ValueIssue, wireValueOf } from '@/lib/derive'
import { type Draft, isMask, lengthOf, packed, slotOf, unpacked } from './draft'
import { ListInput } from './list-input'
import { originWords, type Start } from './origins'

const same = (a: Json | undefined, b: Json | undefined) => JSON.stringify(a) === JSON.stringify(b)

/** Label, control and where the value comes from, on one line where there is room. */
export function FieldRow({
  field,
  control,
  start,
  computed,
  issues,
  refusals,
  currency,
  numbers,
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
  const isDerived = field.derive !== undefined
  const isEdited = !same(value, start.value)
  const shown = isDerived && value === undefined ? computed : value
  const isMasked = isMask(shown)
  const text = isMasked ? '' : textOf(shown)
  const isWrong = own.length > 0 || refusals.length > 0
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
  const hasLength = field.maxLength !== undefined && field.kind !== 'choice' && field.kind !== 'list'
  return (
    // The form reads `data-field` of the focused row to turn the reference to it.
    <div
      data-field={field.name}
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 py-1 sm:grid-cols-[minmax(150px,13rem)_minmax(0,1fr)_8.5rem] sm:items-start"
    >
      <label
        htmlFor={id}
        className="flex min-w-0 items-baseline gap-1.5 max-sm:col-start-1 max-sm:row-start-1 sm:min-h-8 sm:items-center"
      >
        <span id={`${id}-name`} className="min-w-0 font-mono text-sm leading-4 [overflow-wrap:anywhere]">
          {breakable(field.name)}
        </span>
        {!field.required && <span className="shrink-0 text-ink-faint text-xs">optional</span>}
      </label>
      <div className="min-w-0 max-sm:col-span-2 max-sm:row-start-2">
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
            {field.choices && field.choices.length > 0 ? (
              <Select {...slots} value={text} onChange={(event) => set(event.target.value)}>
                {(text === '' || !field.required) && (
                  <option value="">{field.required ? 'Choose one' : 'Leave out'}</option>
                )}
                {field.choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
                {text !== '' && !field.choices.some((choice) => choice.value === text) && (
                  <option value={text}>{text} (not documented)</option>
                )}
              </Select>
            ) : (
              <Input
                {...slots}
                className="font-mono"
                value={text}
                placeholder={isMasked ? textOf(shown) : isDerived ? 'computed when sent' : undefined}
                inputMode={
                  field.kind === 'amount' || field.kind === 'msisdn' || field.kind === 'shortcode'
                    ? 'numeric'
                    : field.kind === 'url'
                      ? 'url'
                      : undefined
                }
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => set(event.target.value)}
              />
            )}
            {field.kind === 'amount' && <span className="shrink-0 text-ink-muted text-sm">{currency}</span>}
            {field.kind === 'msisdn' && numbers.length > 0 && (
              <Menu>
                <MenuTrigger asChild>
                  <Button
                    size="md"
                    disabled={disabled}
                    aria-label="Test numbers"
                    aria-describedby={`${id}-name`}
                  >
                    <span className="max-sm:sr-only">Test numbers</span>
                    <ChevronDown />
                  </Button>
                </MenuTrigger>
                <MenuContent align="end">
                  {numbers.map((number) => (
                    <MenuItem key={number.msisdn} onSelect={() => set(number.msisdn)}>
                      <span className="font-mono">{number.msisdn}</span>
                      <span className="text-ink-muted">{number.what}</span>
                    </MenuItem>
                  ))}
                </MenuContent>
              </Menu>
            )}
          </div>
        )}
        {isWrong && (
          <div id={`${id}-wrong`} className="pt-0.5 text-sm">
            {refusals.map((refusal) => (
              <p key={refusal} className="text-failed">
                {refusal}
              </p>
            ))}
            {own.map((issue) => (
              <p key={issue.message} className="flex items-start gap-1 text-pending">
                <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
                <span>
                  {issue.message}
                  {issue.source && <span className="text-ink-faint"> ({issue.source})</span>}
                </span>
              </p>
            ))}
          </div>
        )}
      </div>
      <p
        id={`${id}-hint`}
        className="flex min-w-0 items-center gap-1.5 text-ink-muted text-sm max-sm:col-start-2 max-sm:row-start-1 sm:min-h-8"
      >
        {hasLength && (
          <span
            className={cn(
              'shrink-0 font-mono text-xs',
              lengthOf(shown) > (field.maxLength ?? 0) && 'font-semibold text-pending',
            )}
          >
            <span className="sr-only">Length </span>
            {isMasked ? '–' : lengthOf(shown)}/{field.maxLength}
          </span>
        )}
        {isFollowing ? (
          <span className="min-w-0 break-words">same as {field.follows}</span>
        ) : isEdited ? (
          <>
            <span className={cn('truncate', isDerived && 'text-pending')}>
              {isDerived ? 'by hand' : 'edited'}
            </span>
            <Button
              size="inline"
              variant="ghost"
              className="rounded-sm p-0.5 text-ink-muted"
              disabled={disabled}
              aria-label="Reset"
              aria-describedby={`${id}-name`}
              title={resetTitle(field, start)}
              onClick={() => put(start.value)}
            >
              <RotateCcw className="size-3.5!" />
            </Button>
          </>
        ) : (
          <span className="truncate">{originWords[start.origin]}</span>
        )}
      </p>
    </div>
  )
}

/** A long name may go on below its dot or underscore, so that two that begin or end alike stay told apart. */
const breakable = (name: string) =>
  name.split(/(?<=[._])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name keep their order
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))

const resetTitle = (field: Field, start: Start) => {
  if (field.derive) return 'Compute it again'
  if (start.origin === 'inbox') return 'Use this inbox'
  return start.value === undefined ? 'Leave it out again' : `Back to ${textOf(start.value)}`
}
