'use client'
import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { Field, Json } from '@/lib/catalogue/types'
import { textOf, type ValueIssue, wireValueOf } from '@/lib/derive'

type Item = { [name: string]: Json }

const isItem = (value: Json): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const exampleItem = (fields: Field[]): Item =>
  Object.fromEntries(
    fields
      .filter((field) => field.required && field.kind !== 'list')
      .map((field) => [field.name, field.example]),
  )

/** A list of things, such as the lines of an invoice: each with its own fields, added and removed one by one. */
export function ListInput({
  id,
  name,
  fields,
  value,
  onChange,
  issues,
  path,
  max,
  disabled,
  label,
}: {
  id?: string
  /** For people: `invoiceItems`. */
  name: string
  fields: Field[]
  value: Json | undefined
  onChange: (next: Json | undefined) => void
  issues: ValueIssue[]
  /** Dotted place of the list in the values; issues below it belong to its items. */
  path: string
  max?: number
  disabled?: boolean
  /** On the button, where the name is too long for it. */
  label?: string
}) {
  const base = useId()
  const items = Array.isArray(value) ? value : []
  const change = (index: number, item: Json) =>
    onChange(items.map((each, place) => (place === index ? item : each)))
  return (
    <div id={id} className="flex min-w-0 flex-col gap-2">
      {items.map((item, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
          key={index}
          className="flex min-w-0 items-start gap-2 border-line border-l-2 pl-2"
        >
          <legend className="sr-only">
            {name} {index + 1}
          </legend>
          {isItem(item) ? (
            <div className="grid min-w-0 flex-1 grid-cols-[repeat(auto-fill,minmax(min(208px,100%),1fr))] gap-x-2 gap-y-1.5">
              {fields.map((field) => {
                const place = `${path}.${index}.${field.name}`
                const wrong = issues.filter((issue) => issue.field === place)
                return field.kind === 'list' ? (
                  <div key={field.name} className="col-span-full">
                    <p className="pb-1 text-ink-muted text-sm">{field.name}</p>
                    <ListInput
                      name={`${name} ${index + 1} ${field.name}`}
                      fields={field.items ?? []}
                      value={item[field.name]}
                      onChange={(next) => change(index, replace(item, field.name, next))}
                      issues={issues}
                      path={place}
                      disabled={disabled}
                      label="Add one"
                    />
                  </div>
                ) : (
                  <div key={field.name} className="flex min-w-0 flex-col gap-0.5">
                    <label
                      htmlFor={`${base}-${index}-${field.name}`}
                      className="truncate text-ink-muted text-sm"
                    >
                      {field.name}
                    </label>
                    <Input
                      id={`${base}-${index}-${field.name}`}
                      value={textOf(item[field.name])}
                      disabled={disabled}
                      aria-invalid={wrong.length > 0 ? true : undefined}
                      onChange={(event) => {
                        const typed = event.target.value
                        change(
                          index,
                          replace(item, field.name, typed === '' ? undefined : wireValueOf(field, typed)),
                        )
                      }}
                    />
                    {wrong.map((issue) => (
                      <span key={issue.message} className="text-pending text-sm">
                        {issue.message}
                      </span>
                    ))}
                  </div>
                )
              })}
            </div>
          ) : (
            <code className="min-w-0 flex-1 truncate py-1.5 text-sm">{JSON.stringify(item)}</code>
          )}
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={`Remove ${name} ${index + 1}`}
            disabled={disabled}
            onClick={() => {
              const left = items.filter((_, place) => place !== index)
              onChange(left.length > 0 ? left : undefined)
            }}
          >
            <X />
          </Button>
        </fieldset>
      ))}
      <div className="flex items-center gap-3">
        <Button
          size="sm"
          aria-label={label ? `Add to ${name}` : undefined}
          disabled={disabled || (max !== undefined && items.length >= max)}
          onClick={() => onChange([...items, exampleItem(fields)])}
        >
          <Plus />
          {label ?? `Add ${name}`}
        </Button>
        {max !== undefined && (
          <span className="text-ink-muted text-sm">
            {items.length} of at most {max}
          </span>
        )}
      </div>
    </div>
  )
}

const replace = (item: Item, name: string, value: Json | undefined): Item => {
  const { [name]: _, ...others } = item
  if (value === undefined) return others
  return name in item ? { ...item, [name]: value } : { ...others, [name]: value }
}
