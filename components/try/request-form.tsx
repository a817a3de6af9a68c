'use client'
import { useState } from 'react'
import type { Control } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/layout'
import type { Json, Operation } from '@/lib/catalogue/types'
import { followersOf, itemsKey, textOf, type ValueIssue, wholeBodyKey } from '@/lib/derive'
import type { Values } from '@/lib/wire/types'
import { type Draft, partsOf, strangersIn } from './draft'
import { FieldRow } from './field-row'
import { Fold } from './fold'
import { ListInput } from './list-input'
import type { Start } from './origins'
import { present, startValues } from './request-values'
import type { Suggestion } from './suggestions-menu'
import { UnknownFields } from './unknown-fields'

const noAddresses: readonly Suggestion[] = []

/** The fields of an entry, drawn from it. */
export function RequestForm({
  operation,
  control,
  values,
  start,
  derived,
  issues,
  refusals,
  currency,
  numbers,
  addresses,
  disabled,
  onChangeValues,
  onPut,
}: {
  operation: Operation
  control: Control<Draft>
  values: Values
  start: Record<string, Start>
  derived: Values
  issues: ValueIssue[]
  refusals: Record<string, string[]>
  currency: string
  numbers: readonly { msisdn: string; what: string }[]
  /** By field, where callbacks may go. */
  addresses: Readonly<Record<string, readonly Suggestion[]>>
  disabled: boolean
  onChangeValues: (values: Values) => void
  onPut: (name: string, value: Json | undefined) => void
}) {
  const { open, seldom, filled } = partsOf(operation)
  const isFilledWrong = filled.some(
    ({ name, derive }) =>
      issues.some(({ field }) => field === name) || (derive !== undefined && values[name] !== undefined),
  )
  const [isOpen, setOpen] = useState(false)
  const showsFilled = isOpen || isFilledWrong || open.length === 0
  const [isSeldomOpen, setSeldomOpen] = useState(false)
  // A value that is sent, and a check that fails, are never hidden.
  const showsSeldom =
    isSeldomOpen ||
    seldom.some(
      ({ name }) =>
        values[name] !== undefined || issues.some(({ field }) => field === name) || refusals[name],
    )
  const items = operation.body === 'array' ? values[itemsKey] : undefined

  if (values[wholeBodyKey] !== undefined) {
    return (
      <Notice tone="warn" title="The body has another shape than this operation’s fields">
        <p>It is sent as it stands in the second tab.</p>
        <Button size="sm" className="mt-2" onClick={() => onChangeValues(startValues(start))}>
          Back to the fields
        </Button>
      </Notice>
    )
  }
  if (Array.isArray(items)) {
    return (
      <div>
        <ListInput
          name="item"
          fields={operation.fields}
          value={items}
          onChange={(next) =>
            onChangeValues(Array.isArray(next) && next.length > 0 ? { [itemsKey]: next } : startValues(start))
          }
          issues={issues}
          path={itemsKey}
          max={operation.maxItems}
          disabled={disabled}
        />
      </div>
    )
  }
  const row = (field: (typeof open)[number]) => (
    <FieldRow
      key={field.name}
      field={field}
      control={control}
      start={start[field.name] ?? { value: undefined, origin: 'none' }}
      computed={derived[field.name]}
      issues={issues.filter(
        (issue) => issue.field === field.name || issue.field.startsWith(`${field.name}.`),
      )}
      refusals={refusals[field.name] ?? []}
      currency={currency}
      numbers={numbers}
      addresses={addresses[field.name] ?? noAddresses}
      disabled={disabled}
      isFollowing={
        field.follows !== undefined && textOf(values[field.name]) === textOf(values[field.follows])
      }
      onPut={(next) => {
        for (const follower of followersOf(operation, values, field.name, next)) {
          onPut(follower.name, follower.value)
        }
      }}
    />
  )
  return (
    <div className="flex min-w-0 flex-col">
      {open.map(row)}
      <UnknownFields
        names={strangersIn(operation, values)}
        values={values}
        disabled={disabled}
        onRemove={(name) => {
          const { [name]: _, ...others } = values
          onChangeValues(others)
        }}
      />
      {seldom.length > 0 && (
        <Fold
          title="Optional"
          fields={seldom}
          isOpen={showsSeldom}
          onToggle={() => setSeldomOpen(!showsSeldom)}
        >
          {seldom.map(row)}
        </Fold>
      )}
      {filled.length > 0 &&
        (open.length > 0 ? (
          <Fold title="Derived" fields={filled} isOpen={showsFilled} onToggle={() => setOpen(!showsFilled)}>
            {filled.map(row)}
          </Fold>
        ) : (
          filled.map(row)
        ))}
      {operation.body === 'array' && (
        <div className="pt-2">
          <Button
            size="sm"
            disabled={disabled}
            onClick={() => onChangeValues({ [itemsKey]: [present(values), present(values)] })}
          >
            Add a second item
          </Button>
        </div>
      )}
      {operation.fields.length === 0 && <p className="text-ink-muted">This operation takes no fields.</p>}
    </div>
  )
}
