import { Table, Td, Th } from '@/components/ui/table'
import { differenceOf, differenceText, rateDifferenceText } from '@/lib/reports/difference'
import type { Amount, Measure } from '@/lib/reports/types'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import type { ReportFigures, ReportView } from '@/lib/workspace/reports/views'
import { moneyText } from '../payments/money'
import { type Behind, runsBehind } from './address'
import { NumberLink } from './number-link'
import { measureWords, msText, rateText } from './words'

type Row = {
  title: string
  hint?: string
  /** Runs behind it. */
  behind?: Behind
  of: (figures: ReportFigures) => number | null
  count?: (figures: ReportFigures) => number
  show: (value: number | null) => string
  difference: (now: number | null, before: number | null) => string
}

const counts = (
  title: string,
  field: 'runs' | 'succeeded' | 'unsuccessful' | 'pending',
  behind: Behind,
): Row => ({
  title,
  behind,
  of: ({ totals }) => totals[field],
  show: (value) => (value ?? 0).toLocaleString('en'),
  difference: (now, before) => differenceText(differenceOf(now, before)),
})

const isSame = (one: Amount, other: Amount) => one.kind === other.kind && one.currency === other.currency

const money = (amount: Amount, field: 'paidCents' | 'askedCents'): Row => {
  const show = (value: number | null) => moneyText(value ?? 0, amount.currency)
  return {
    title: `${field === 'paidCents' ? 'Paid' : 'Asked for'}, ${environmentKindWords[amount.kind]}`,
    behind: { kind: amount.kind, ...(field === 'paidCents' && { verdict: 'paid' }) },
    of: ({ amounts }) => amounts.find((each) => isSame(each, amount))?.[field] ?? 0,
    show,
    difference: (now, before) => differenceText(differenceOf(now, before), show),
  }
}

const time = (measure: Measure, rank: 'p50' | 'p95'): Row => ({
  title: `${measureWords[measure]}, ${rank === 'p50' ? 'median' : '95 % within'}`,
  of: ({ timings }) => timings[measure][rank],
  show: msText,
  difference: (now, before) =>
    differenceText(differenceOf(now, before), msText, { more: 'slower', less: 'faster' }),
})

/** The figures of the whole period, and beside them those of the other one. */
export function Summary({ report }: { report: ReportView }) {
  const { comparison } = report
  const amounts = [...report.amounts, ...(comparison?.amounts ?? [])].filter(
    (amount, index, all) =>
      all.findIndex((each) => isSame(each, amount)) === index &&
      // A market in which nothing was asked for has nothing to say.
      all.some((each) => isSame(each, amount) && each.askedCents + each.paidCents > 0),
  )
  const rows: Row[] = [
    counts('Runs', 'runs', {}),
    counts('Succeeded', 'succeeded', { outcome: 'succeeded' }),
    counts('Not successful', 'unsuccessful', { outcome: 'unsuccessful' }),
    { ...counts('Pending', 'pending', { verdict: 'pending' }), hint: 'no final verdict yet' },
    {
      title: 'Success rate',
      hint: 'of final verdicts',
      behind: { outcome: 'final' },
      of: ({ totals }) => totals.successRate,
      show: rateText,
      difference: (now, before) => rateDifferenceText(differenceOf(now, before)),
    },
    ...amounts.flatMap((amount) => [money(amount, 'paidCents'), money(amount, 'askedCents')]),
    time('answer', 'p50'),
    time('answer', 'p95'),
    time('result', 'p50'),
    time('result', 'p95'),
  ]
  return (
    <Table aria-label="Summary">
      <thead>
        <tr>
          <Th>Figure</Th>
          <Th className="text-right">{comparison ? 'This period' : 'Value'}</Th>
          {comparison && <Th className="text-right">Compared</Th>}
          {comparison && <Th className="max-sm:hidden">Difference</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const now = row.of(report)
          const before = comparison ? row.of(comparison) : null
          const difference = comparison && row.difference(now, before)
          const value = (from: Pick<ReportView, 'period'> & ReportFigures, amount: number | null) =>
            row.behind && amount !== null ? (
              <NumberLink
                count={amount}
                href={runsBehind({ filters: report.filters, period: from.period }, row.behind)}
                of={`${row.title}, ${from.period.text}: the runs`}
              >
                {row.show(amount)}
              </NumberLink>
            ) : (
              row.show(amount)
            )
          return (
            <tr key={row.title + (row.behind?.kind ?? '')}>
              <th scope="row" className="border-b py-1.5 pr-4 text-left align-top font-normal">
                {row.title}
                {row.hint && <span className="text-ink-muted text-sm"> {row.hint}</span>}
                {comparison && <span className="block text-ink-muted text-sm sm:hidden">{difference}</span>}
              </th>
              <Td className="whitespace-nowrap text-right">{value(report, now)}</Td>
              {comparison && <Td className="whitespace-nowrap text-right">{value(comparison, before)}</Td>}
              {comparison && <Td className="text-ink-muted max-sm:hidden">{difference}</Td>}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
