import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { unsaidOf } from '@/components/address/address'
import { FilterSelect } from '@/components/lists/filter-select'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/classes'
import { kindOrder } from '@/lib/reports/figures'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import type { ReportChoices } from '@/lib/workspace/reports/views'
import { isNarrowed, narrowing, type Query } from './address'
import { narrowedChoices } from './narrowed-choices'
import { CompareFilter, PeriodFilter } from './period-filter'

/** Everything that a report can be asked, as the address has it. */
export function ReportFilters({
  query,
  choices,
  days,
  errors,
  onChange,
}: {
  query: Query
  choices: ReportChoices
  /** First and last day of the shown period: where a custom one begins. */
  days: { from: string; to: string }
  errors: Record<string, string[]>
  onChange: (change: Partial<Query>) => void
}) {
  const [isOpen, setIsOpen] = useState(isNarrowed(query))
  return (
    <search className="flex flex-col gap-3 pb-4 print:hidden">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <PeriodFilter query={query} days={days} errors={errors} onChange={onChange} />
        <CompareFilter query={query} days={days} errors={errors} onChange={onChange} />
        <Button className="sm:hidden" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <SlidersHorizontal />
          Filters
        </Button>
      </div>
      <div className={cn('flex flex-wrap items-center gap-2', !isOpen && 'max-sm:hidden')}>
        <Narrowing query={query} choices={choices} onChange={onChange} />
        <FilterSelect
          label="Steps"
          all="Steps: auto"
          value={query.interval}
          options={[
            { value: 'hour', label: 'By the hour' },
            { value: 'day', label: 'By the day' },
            { value: 'week', label: 'By the week' },
          ]}
          onChange={(interval) => onChange({ interval })}
        />
        <FilterSelect
          label="Time zone"
          all="Market’s time"
          className="w-auto max-w-36"
          value={query.zone}
          options={choices.zones.map(({ name, offsetMinutes }) => ({
            value: name,
            label: `${name} (UTC${offsetMinutes ? `+${offsetMinutes / 60}` : ''})`,
          }))}
          onChange={(zone) => onChange({ zone })}
        />
        {isNarrowed(query) && (
          <Button variant="ghost" onClick={() => onChange(unsaidOf(narrowing))}>
            Clear
          </Button>
        )}
      </div>
    </search>
  )
}

const originChoices = [
  { value: 'all', label: 'Test cases too' },
  { value: 'form', label: 'Only from forms' },
  { value: 'script', label: 'Only from scripts' },
  { value: 'software', label: 'Only by your software' },
  { value: 'customer', label: 'Only by customers' },
  { value: 'case', label: 'Only test cases' },
]

/** Which runs are counted. What is chosen first drops what no longer belongs to it. */
function Narrowing({
  query,
  choices,
  onChange,
}: {
  query: Query
  choices: ReportChoices
  onChange: (change: Partial<Query>) => void
}) {
  const { environments, operations, appKeys } = narrowedChoices(choices, query)
  return (
    <>
      <FilterSelect
        label="Simulated or real"
        all="Simulated and real"
        className="w-auto max-w-44"
        value={query.kind}
        options={kindOrder.map((kind) => ({ value: kind, label: `Only ${environmentKindWords[kind]}` }))}
        onChange={(kind) => onChange({ kind, environment: '', appKey: '' })}
      />
      <FilterSelect
        label="System"
        all="All systems"
        className="w-auto max-w-36"
        value={query.system}
        options={choices.systems.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(system) => onChange({ system, environment: '', operation: '', appKey: '' })}
      />
      <FilterSelect
        label="Environment"
        all="All environments"
        className="w-auto max-w-44"
        value={query.environment}
        options={environments.map(({ id, name, isGone }) => ({
          value: id,
          label: isGone ? `${name} (deleted)` : name,
        }))}
        onChange={(environment) => onChange({ environment, appKey: '' })}
      />
      <FilterSelect
        label="Operation"
        all="All operations"
        className="w-auto max-w-44"
        value={query.operation}
        groups={operations.map(({ group, operations: grouped }) => ({
          group,
          options: grouped.map(({ id, title }) => ({ value: id, label: title })),
        }))}
        onChange={(operation) => onChange({ operation })}
      />
      <FilterSelect
        label="Application key"
        all="All keys"
        className="w-auto max-w-44"
        value={query.appKey}
        options={appKeys.map(({ fingerprint, label, environment, isLatest }) => ({
          value: fingerprint,
          label: `${label}, ${environment.name}${isLatest ? '' : ' (former)'}`,
        }))}
        onChange={(appKey) => onChange({ appKey })}
      />
      <FilterSelect
        label="Who started them"
        all="All but test cases"
        className="w-auto max-w-44"
        value={query.origin}
        options={originChoices}
        onChange={(origin) => onChange({ origin })}
      />
    </>
  )
}
