'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { Kbd } from '@/components/ui/layout'
import {
  type CaseFilters,
  isFiltered,
  noFilters,
  type StateFilter,
  stateFilters,
  stateFilterWords,
} from './filters'

/** What narrows the table; the address holds it. */
export function CaseFilterBar({
  filters,
  apis,
  box,
  onChange,
}: {
  filters: CaseFilters
  apis: { api: string; title: string }[]
  box: React.RefObject<HTMLInputElement | null>
  onChange: (change: Partial<CaseFilters>) => void
}) {
  return (
    <search className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
      <SearchBox value={filters.q} box={box} onChange={(q) => onChange({ q })} />
      <Select
        aria-label="API"
        className="w-auto max-w-48 max-sm:min-w-0 max-sm:flex-1"
        value={filters.api}
        onChange={(event) => onChange({ api: event.target.value })}
      >
        <option value="">All APIs</option>
        {apis.map(({ api, title }) => (
          <option key={api} value={api}>
            {title}
          </option>
        ))}
      </Select>
      <Select
        aria-label="State"
        className="w-auto max-sm:min-w-0 max-sm:flex-1"
        value={filters.state}
        onChange={(event) => onChange({ state: event.target.value as StateFilter | '' })}
      >
        <option value="">Any state</option>
        {stateFilters.map((name) => (
          <option key={name} value={name}>
            {stateFilterWords[name]}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Kind of case"
        className="w-auto max-sm:min-w-0 max-sm:flex-1"
        value={filters.kind}
        onChange={(event) => onChange({ kind: event.target.value as CaseFilters['kind'] })}
      >
        <option value="">Any kind</option>
        <option value="success">Success cases</option>
        <option value="negative">Negative cases</option>
      </Select>
      {isFiltered(filters) && (
        <Button variant="ghost" onClick={() => onChange(noFilters)}>
          Clear
        </Button>
      )}
    </search>
  )
}

/** Keeps what is being typed; the table follows a moment later. */
function SearchBox({
  value,
  box,
  onChange,
}: {
  value: string
  box: React.RefObject<HTMLInputElement | null>
  onChange: (value: string) => void
}) {
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setTyped(value)
  }
  const tell = useEffectEvent((text: string) => text !== value && onChange(text))
  useEffect(() => {
    const timer = setTimeout(() => tell(typed), 150)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <div className="relative min-w-0 flex-1 max-sm:basis-full sm:max-w-80">
      <Input
        ref={box}
        type="search"
        aria-label="Search cases"
        aria-keyshortcuts="/"
        placeholder="Words of a case, a note or a run"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="pr-8"
      />
      <Kbd className="pointer-events-none absolute top-1.5 right-2 max-sm:hidden">/</Kbd>
    </div>
  )
}
