import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { fetched } from '@/components/ui/fetched'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/menu'
import { cleared, type InboxFilters, matchWords } from './filters'

const FilterForm = fetched(() => import('./filter-form').then((module) => module.FilterForm))

export type KindChoice = { kind: string; title: string }
type Chip = Exclude<keyof InboxFilters, 'inbox'>

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
        <FilterForm filters={filters} kinds={kinds} onChange={onChange} onClose={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  )
}

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
