import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { cn } from '@/lib/classes'
import { kindOrder } from '@/lib/reports/figures'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import type { ReportChoices } from '@/lib/workspace/reports/views'
import { isNarrowed, narrowing, type Query } from './address'

const periods = [
  { value: 'today', label: 'Today' },
  { value: '7d', label: '7 days' },
  { value: '30d', label: '30 days' },
  { value: 'month', label: 'This month' },
  { value: 'custom', label: 'Custom' },
] as const
type PeriodName = (typeof periods)[number]['value']

const periodIn = (query: Query): PeriodName =>
  periods.find(({ value }) => value === query.period)?.value ?? (query.from || query.to ? 'custom' : '7d')

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

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
  const period = periodIn(query)
  const compare = query.compare === '' ? 'none' : query.compare === 'previous' ? 'previous' : 'other'
  const [otherFrom = '', otherTo = ''] = compare === 'other' ? query.compare.split(',') : []
  const setPeriod = (next: PeriodName) =>
    onChange(
      next === 'custom'
        ? { period: 'custom', from: query.from || days.from, to: query.to || days.to }
        : { period: next === '7d' ? '' : next, from: '', to: '' },
    )
  const environments = choices.environments.filter(
    ({ system, kind }) => (!query.system || system === query.system) && (!query.kind || kind === query.kind),
  )
  const groups = choices.operations.filter(({ system }) => !query.system || system === query.system)
  const keys = choices.appKeys.filter(
    ({ environment, system }) =>
      (!query.environment || environment.id === query.environment) &&
      (!query.system || system === query.system),
  )
  return (
    <search className="flex flex-col gap-3 pb-4 print:hidden">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Segmented
          aria-label="Period"
          value={period}
          onChange={setPeriod}
          options={[...periods]}
          className="max-sm:w-full max-sm:justify-between"
        />
        {period === 'custom' && (
          <>
            <Field label="First day" errors={errors.from} className="w-40">
              {(slots) => (
                <Input
                  {...slots}
                  type="date"
                  value={isDay(query.from) ? query.from : ''}
                  onChange={(event) => onChange({ period: 'custom', from: event.target.value })}
                />
              )}
            </Field>
            <Field label="Last day" errors={errors.to} className="w-40">
              {(slots) => (
                <Input
                  {...slots}
                  type="date"
                  value={isDay(query.to) ? query.to : ''}
                  onChange={(event) => onChange({ period: 'custom', to: event.target.value })}
                />
              )}
            </Field>
          </>
        )}
        <Select
          aria-label="Compare with"
          className="w-auto"
          value={compare}
          onChange={({ target: { value } }) =>
            onChange({
              compare: value === 'none' ? '' : value === 'previous' ? 'previous' : `${days.from},${days.to}`,
            })
          }
        >
          <option value="none">Compare with nothing</option>
          <option value="previous">Compare with the period before</option>
          <option value="other">Compare with other days</option>
        </Select>
        {compare === 'other' && (
          <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
            <Field label="Compared, first day" errors={errors.compare} className="w-40">
              {(slots) => (
                <Input
                  {...slots}
                  type="date"
                  value={otherFrom}
                  onChange={(event) => onChange({ compare: `${event.target.value},${otherTo}` })}
                />
              )}
            </Field>
            <Field label="Compared, last day" className="w-40">
              {(slots) => (
                <Input
                  {...slots}
                  type="date"
                  value={otherTo}
                  onChange={(event) => onChange({ compare: `${otherFrom},${event.target.value}` })}
                />
              )}
            </Field>
          </div>
        )}
        <Button className="sm:hidden" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <SlidersHorizontal />
          Filters
        </Button>
      </div>
      <div className={cn('flex flex-wrap items-center gap-2', !isOpen && 'max-sm:hidden')}>
        <Select
          aria-label="Simulated or real"
          className="w-auto max-w-44"
          value={query.kind}
          onChange={(event) => onChange({ kind: event.target.value, environment: '', appKey: '' })}
        >
          <option value="">Simulated and real</option>
          {kindOrder.map((kind) => (
            <option key={kind} value={kind}>
              Only {environmentKindWords[kind]}
            </option>
          ))}
        </Select>
        <Select
          aria-label="System"
          className="w-auto max-w-36"
          value={query.system}
          onChange={(event) =>
            onChange({ system: event.target.value, environment: '', operation: '', appKey: '' })
          }
        >
          <option value="">All systems</option>
          {choices.systems.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Environment"
          className="w-auto max-w-44"
          value={query.environment}
          onChange={(event) => onChange({ environment: event.target.value, appKey: '' })}
        >
          <option value="">All environments</option>
          {environments.map(({ id, name, isGone }) => (
            <option key={id} value={id}>
              {name}
              {isGone && ' (deleted)'}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Operation"
          className="w-auto max-w-44"
          value={query.operation}
          onChange={(event) => onChange({ operation: event.target.value })}
        >
          <option value="">All operations</option>
          {groups.map(({ group, operations }) => (
            <optgroup key={group} label={group}>
              {operations.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        <Select
          aria-label="Application key"
          className="w-auto max-w-44"
          value={query.appKey}
          onChange={(event) => onChange({ appKey: event.target.value })}
        >
          <option value="">All keys</option>
          {keys.map(({ fingerprint, label, environment, isLatest }) => (
            <option key={`${environment.id} ${fingerprint}`} value={fingerprint}>
              {label}, {environment.name}
              {!isLatest && ' (former)'}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Steps"
          className="w-auto"
          value={query.interval}
          onChange={(event) => onChange({ interval: event.target.value })}
        >
          <option value="">Steps: auto</option>
          <option value="hour">By the hour</option>
          <option value="day">By the day</option>
          <option value="week">By the week</option>
        </Select>
        <Select
          aria-label="Time zone"
          className="w-auto max-w-36"
          value={query.zone}
          onChange={(event) => onChange({ zone: event.target.value })}
        >
          <option value="">Market’s time</option>
          {choices.zones.map(({ name, offsetMinutes }) => (
            <option key={name} value={name}>
              {name} (UTC{offsetMinutes ? `+${offsetMinutes / 60}` : ''})
            </option>
          ))}
        </Select>
        {isNarrowed(query) && (
          <Button
            variant="ghost"
            onClick={() => onChange(Object.fromEntries(narrowing.map((name) => [name, ''])))}
          >
            Clear
          </Button>
        )}
      </div>
    </search>
  )
}
