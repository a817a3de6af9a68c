import { isDay } from '@/components/address/address'
import { Segmented } from '@/components/ui/choice'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import type { Query } from './address'
import {
  comparedDays,
  comparisonIn,
  periodIn,
  periods,
  queryOfComparison,
  queryOfPeriod,
} from './period-choice'

type Days = { from: string; to: string }
type Asked = {
  query: Query
  /** First and last day of the shown period: where a custom one begins. */
  days: Days
  errors: Record<string, string[]>
  onChange: (change: Partial<Query>) => void
}

/** Which days are counted. */
export function PeriodFilter({ query, days, errors, onChange }: Asked) {
  const period = periodIn(query)
  return (
    <>
      <Segmented
        aria-label="Period"
        value={period}
        onChange={(next) => onChange(queryOfPeriod(next, query, days))}
        options={[...periods]}
        className="max-sm:w-full max-sm:justify-between"
      />
      {period === 'custom' && (
        <>
          <DayField
            label="First day"
            errors={errors.from}
            value={query.from}
            onChange={(from) => onChange({ period: 'custom', from })}
          />
          <DayField
            label="Last day"
            errors={errors.to}
            value={query.to}
            onChange={(to) => onChange({ period: 'custom', to })}
          />
        </>
      )}
    </>
  )
}

/** Which days they are compared with. */
export function CompareFilter({ query, days, errors, onChange }: Asked) {
  const comparison = comparisonIn(query)
  const compared = comparedDays(query)
  return (
    <>
      <Select
        aria-label="Compare with"
        className="w-auto"
        value={comparison}
        onChange={({ target }) => onChange(queryOfComparison(target.value, days))}
      >
        <option value="none">Compare with nothing</option>
        <option value="previous">Compare with the period before</option>
        <option value="other">Compare with other days</option>
      </Select>
      {comparison === 'other' && (
        <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
          <DayField
            label="Compared, first day"
            errors={errors.compare}
            value={compared.from}
            onChange={(from) => onChange(queryOfComparison('other', { ...compared, from }))}
          />
          <DayField
            label="Compared, last day"
            value={compared.to}
            onChange={(to) => onChange(queryOfComparison('other', { ...compared, to }))}
          />
        </div>
      )}
    </>
  )
}

function DayField({
  label,
  value,
  errors,
  onChange,
}: {
  label: string
  value: string
  errors?: string[]
  onChange: (day: string) => void
}) {
  return (
    <Field label={label} errors={errors} className="w-40">
      {(slots) => (
        <Input
          {...slots}
          type="date"
          value={isDay(value) ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
