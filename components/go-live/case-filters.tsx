import type { RefObject } from 'react'
import { unsaidOf } from '@/components/address/address'
import { FilterSelect } from '@/components/lists/filter-select'
import { Button } from '@/components/ui/button'
import { SearchBox } from '@/components/ui/search-box'
import { type CaseFilters, filterNames, isFiltered, stateFilters, stateFilterWords } from './filters'

/** What narrows the table; the address holds it. */
export function CaseFilterBar({
  filters,
  apis,
  box,
  onChange,
}: {
  filters: CaseFilters
  apis: { api: string; title: string }[]
  box: RefObject<HTMLInputElement | null>
  onChange: (change: Partial<CaseFilters>) => void
}) {
  const narrow = 'w-auto max-sm:min-w-0 max-sm:flex-1'
  return (
    <search className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
      <SearchBox
        label="Search cases"
        placeholder="Words of a case, a note or a run"
        className="flex-1 max-sm:basis-full sm:max-w-80"
        value={filters.q}
        waitMs={150}
        box={box}
        onSearch={(q) => onChange({ q })}
      />
      <FilterSelect
        label="API"
        all="All APIs"
        className={`${narrow} max-w-48`}
        value={filters.api}
        options={apis.map(({ api, title }) => ({ value: api, label: title }))}
        onChange={(api) => onChange({ api })}
      />
      <FilterSelect
        label="State"
        all="Any state"
        className={narrow}
        value={filters.state}
        options={stateFilters.map((name) => ({ value: name, label: stateFilterWords[name] }))}
        onChange={(state) => onChange({ state })}
      />
      <FilterSelect
        label="Kind of case"
        all="Any kind"
        className={narrow}
        value={filters.kind}
        options={[
          { value: 'success', label: 'Success cases' },
          { value: 'negative', label: 'Negative cases' },
        ]}
        onChange={(kind) => onChange({ kind })}
      />
      {isFiltered(filters) && (
        <Button variant="ghost" onClick={() => onChange(unsaidOf(filterNames))}>
          Clear
        </Button>
      )}
    </search>
  )
}
