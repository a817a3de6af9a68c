import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/menu'
import type { InboxFilters } from './filters'

/** Fields of the menu; the search box and the inbox stand beside it. */
const fieldNames = ['kind', 'match', 'code', 'id', 'receipt', 'msisdn', 'from', 'to'] as const
export type KindChoice = { kind: string; title: string }
type Chip = Exclude<keyof InboxFilters, 'inbox'>

const cleared = (names: readonly Chip[]): Partial<InboxFilters> =>
  Object.fromEntries(names.map((name) => [name, '']))

export function FilterMenu({
  filters,
  kinds,
  onChange,
}: {
  filters: InboxFilters
  kinds: KindChoice[]
  onChange: (change: Partial<InboxFilters>) => void
}) {
  const [open, setOpen] = useState(false)
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button>
          <ListFilter aria-hidden /> Filters
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end">
        <form
          method="dialog"
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            const data = new FormData(event.currentTarget)
            const change: Partial<InboxFilters> = {}
            for (const name of fieldNames) {
              const value = data.get(name)
              if (typeof value === 'string') change[name] = value.trim()
            }
            onChange(change)
            setOpen(false)
          }}
        >
          <Field label="Kind">
            {(slots) => (
              <Select name="kind" defaultValue={filters.kind} {...slots}>
                <option value="">Any</option>
                {kinds.map((each) => (
                  <option key={each.kind} value={each.kind}>
                    {each.title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Belief">
            {(slots) => (
              <Select name="match" defaultValue={filters.match} {...slots}>
                <option value="">Any</option>
                <option value="yes">{matchWords.yes}</option>
                <option value="no">{matchWords.no}</option>
              </Select>
            )}
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label="Result code">
              {(slots) => <Input name="code" defaultValue={filters.code} {...slots} />}
            </Field>
            <Field label="Callback number">
              {(slots) => (
                <Input name="id" inputMode="numeric" pattern="\d*" defaultValue={filters.id} {...slots} />
              )}
            </Field>
            <Field label="Receipt">
              {(slots) => <Input name="receipt" defaultValue={filters.receipt} {...slots} />}
            </Field>
            <Field label="Phone number">
              {(slots) => <Input name="msisdn" inputMode="tel" defaultValue={filters.msisdn} {...slots} />}
            </Field>
          </div>
          <Field label="From">
            {(slots) => <Input name="from" type="datetime-local" defaultValue={filters.from} {...slots} />}
          </Field>
          <Field label="To">
            {(slots) => <Input name="to" type="datetime-local" defaultValue={filters.to} {...slots} />}
          </Field>
          <div className="flex justify-end gap-2">
            <Button
              onClick={() => {
                onChange(cleared(fieldNames))
                setOpen(false)
              }}
            >
              Clear
            </Button>
            <Button type="submit" variant="primary">
              Apply
            </Button>
          </div>
        </form>
      </PopoverContent>
    </Popover>
  )
}

const matchWords: Record<string, string> = { yes: 'Nothing speaks against it', no: 'Does not match' }

const chipLabels: Record<Chip, string> = {
  q: 'body has',
  receipt: 'receipt',
  msisdn: 'phone',
  id: 'number',
  kind: 'kind',
  code: 'code',
  match: 'belief',
  from: 'from',
  to: 'to',
}
const chipNames = Object.keys(chipLabels) as Chip[]
const isTime = (name: Chip) => name === 'from' || name === 'to'

export function FilterChips({
  filters,
  kinds,
  onChange,
}: {
  filters: InboxFilters
  kinds: KindChoice[]
  onChange: (change: Partial<InboxFilters>) => void
}) {
  const names = chipNames.filter((name) => filters[name] !== '')
  if (names.length === 0) return null
  return (
    <ul aria-label="Filters" className="flex flex-wrap gap-2 border-b px-4 py-1.5">
      {names.map((name) => (
        <li key={name}>
          <Button
            size="sm"
            onClick={() => onChange({ [name]: '' })}
            aria-label={`Remove the filter: ${chipLabels[name]} ${filters[name]}`}
          >
            <span className="text-ink-muted">{chipLabels[name]}</span>
            {name === 'kind'
              ? (kinds.find((each) => each.kind === filters.kind)?.title ?? filters.kind)
              : name === 'match'
                ? (matchWords[filters.match] ?? filters.match)
                : isTime(name)
                  ? filters[name].replace('T', ' ')
                  : filters[name]}
            <X aria-hidden />
          </Button>
        </li>
      ))}
      <li>
        <Button size="sm" variant="ghost" onClick={() => onChange(cleared(chipNames))}>
          Clear all
        </Button>
      </li>
    </ul>
  )
}
