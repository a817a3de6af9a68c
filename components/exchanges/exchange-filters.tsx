import { X } from 'lucide-react'
import type { RefObject } from 'react'
import { FilterSelect } from '@/components/lists/filter-select'
import { FoldedFilters } from '@/components/lists/folded-filters'
import { Button } from '@/components/ui/button'
import { SearchBox } from '@/components/ui/search-box'
import { type ExchangeFilters, isFiltered, outcomeChoices } from './address'
import type { ExchangeChoices } from './exchanges-screen'
import { clientOf } from './words'

/** Typing rests for so long before the list follows. */
const waitMs = 250

/** What narrows the list; the address holds it. */
export function ExchangeFilterBar({
  filters,
  choices,
  box,
  onChange,
}: {
  filters: ExchangeFilters
  choices: ExchangeChoices
  box: RefObject<HTMLInputElement | null>
  onChange: (change: Partial<ExchangeFilters>) => void
}) {
  return (
    <search className="flex min-w-0 basis-full flex-wrap items-center gap-2">
      <SearchBox
        label="Search exchanges"
        placeholder="Phone, reference, or text on the wire"
        className="flex-1 sm:max-w-md"
        value={filters.q}
        waitMs={waitMs}
        box={box}
        onSearch={(q) => onChange({ q })}
      />
      <FoldedFilters isSaid={isFiltered({ ...filters, q: '' })}>
        <FilterSelect
          label="Outcome"
          all="All outcomes"
          value={filters.outcome}
          options={outcomeChoices}
          onChange={(outcome) => onChange({ outcome })}
        />
        <FilterSelect
          label="System"
          all="All systems"
          value={filters.system}
          options={choices.systems}
          onChange={(system) => onChange({ system })}
        />
        <FilterSelect
          label="Operation"
          all="All operations"
          className="w-auto max-w-48"
          value={filters.operation}
          groups={choices.operations}
          onChange={(operation) => onChange({ operation })}
        />
        <FilterSelect
          label="Sent by"
          all="Your software"
          value={filters.from === 'all' ? 'all' : ''}
          options={[{ value: 'all', label: 'Jaribu as well' }]}
          onChange={(from) => onChange({ from: from === 'all' ? 'all' : 'software' })}
        />
        {filters.client && (
          <Button
            size="sm"
            onClick={() => onChange({ client: '' })}
            aria-label={`Remove the filter: client ${filters.client}`}
          >
            <span className="text-ink-muted">client</span> {clientOf(filters.client)} <X aria-hidden />
          </Button>
        )}
      </FoldedFilters>
    </search>
  )
}
