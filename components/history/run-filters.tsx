import { type RefObject, useState } from 'react'
import { isDay } from '@/components/address/address'
import { FilterSelect, type OptionGroup } from '@/components/lists/filter-select'
import { FoldedFilters } from '@/components/lists/folded-filters'
import { verdictLooks } from '@/components/payments/verdict'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { SearchBox } from '@/components/ui/search-box'
import { useTyped } from '@/components/ui/typed'
import type { OriginChoice } from '@/lib/wire/origins'
import { verdicts } from '@/lib/wire/verdicts'
import { type Filters, isFiltered } from './filters'

/** Typing rests for so long before the list follows. */
const waitMs = 200

export type RunChoices = {
  operations: OptionGroup<string>[]
  environments: { id: string; name: string }[]
}

const senders: { value: OriginChoice; label: string }[] = [
  { value: 'jaribu', label: 'Sent by Jaribu' },
  { value: 'form', label: 'Sent from a form' },
  { value: 'script', label: 'Sent by a script' },
  { value: 'software', label: 'Sent by your software' },
  { value: 'customer', label: 'Started by customers' },
  { value: 'case', label: 'Test-case runs' },
  { value: 'no-case', label: 'All but test-case runs' },
]

/** What narrows the history; the address holds it. */
export function RunFilterBar({
  filters,
  operations,
  environments,
  box,
  onChange,
  onClear,
}: RunChoices & {
  filters: Filters
  box: RefObject<HTMLInputElement | null>
  onChange: (change: Partial<Filters>) => void
  onClear: () => void
}) {
  const { environment, code, from, to } = filters
  // What narrows the list is in sight.
  const [isMore, setMore] = useState(false)
  const showsMore = isMore || [environment, code, from, to].some((value) => value !== '')
  return (
    <search className="flex flex-wrap items-center gap-2 pb-3">
      <SearchBox
        label="Search runs"
        placeholder="Receipt, phone, reference, id, code or text"
        className="min-w-52 flex-1 sm:min-w-72 sm:max-w-md"
        value={filters.q}
        waitMs={waitMs}
        box={box}
        onSearch={(q) => onChange({ q })}
      />
      <FoldedFilters isSaid={isFiltered({ ...filters, q: '' })}>
        <FilterSelect
          label="Operation"
          all="All operations"
          className="w-auto max-w-44"
          value={filters.operation}
          groups={operations}
          onChange={(operation) => onChange({ operation })}
        />
        <FilterSelect
          label="Verdict"
          all="All verdicts"
          value={filters.verdict}
          options={verdicts.map((verdict) => ({ value: verdict, label: verdictLooks[verdict].words }))}
          onChange={(verdict) => onChange({ verdict })}
        />
        <FilterSelect
          label="Sender"
          all="From everyone"
          className="w-auto max-w-44"
          value={filters.origin}
          options={senders}
          onChange={(origin) => onChange({ origin })}
        />
        <Button variant="ghost" aria-expanded={showsMore} onClick={() => setMore(!showsMore)}>
          {showsMore ? 'Fewer' : 'More'}
        </Button>
        {isFiltered(filters) && (
          <Button variant="ghost" onClick={onClear}>
            Clear
          </Button>
        )}
      </FoldedFilters>
      {showsMore && (
        <div className="flex basis-full flex-wrap items-center gap-2">
          <FilterSelect
            label="Environment"
            all="All environments"
            className="w-auto max-w-52"
            value={filters.environment}
            options={environments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(environment) => onChange({ environment })}
          />
          <CodeBox value={filters.code} onChange={(code) => onChange({ code })} />
          <DayInput
            label="From day"
            value={filters.from}
            max={filters.to}
            onChange={(from) => onChange({ from })}
          />
          <DayInput
            label="To day"
            value={filters.to}
            min={filters.from}
            onChange={(to) => onChange({ to })}
          />
        </div>
      )}
    </search>
  )
}

function CodeBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { typed, setTyped, handOn } = useTyped(value, onChange, waitMs)
  return (
    <Input
      aria-label="Code"
      placeholder="Code"
      // As long as the longest known code.
      size={12}
      className="w-28 font-mono"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => handOn(typed)}
    />
  )
}

/** A day; a moment, as a report's numbers lead to, is shown as a chip instead. */
function DayInput({
  label,
  value,
  min = '',
  max = '',
  onChange,
}: {
  label: string
  value: string
  min?: string
  max?: string
  onChange: (day: string) => void
}) {
  return (
    <Input
      type="date"
      aria-label={label}
      className="w-36"
      value={isDay(value) ? value : ''}
      min={isDay(min) ? min : undefined}
      max={isDay(max) ? max : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
