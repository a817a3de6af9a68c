import type { ReportView } from '@/lib/workspace/reports/views'
import { moneyText } from '../payments/money'
import { countText, msText, rateText } from './words'

/** What most people open a report for, in figures that are read from across the table. */
export function Headline({ report: { totals, amounts, timings } }: { report: ReportView }) {
  const paid = amounts.filter(({ paidCents }) => paidCents > 0)
  const figures = [
    {
      name: 'Runs',
      value: countText(totals.runs),
      hint: totals.pending > 0 ? `${countText(totals.pending)} pending` : '',
    },
    {
      name: 'Success rate',
      value: rateText(totals.successRate),
      hint: `${countText(totals.succeeded)} succeeded, ${countText(totals.unsuccessful)} did not`,
    },
    {
      name: 'Paid',
      value: paid[0] ? moneyText(paid[0].paidCents, paid[0].currency) : 'Nothing',
      hint: paid
        .slice(1)
        .map(({ paidCents, currency }) => moneyText(paidCents, currency))
        .join(', '),
    },
    {
      name: 'Time to result',
      value: msText(timings.result.p50),
      hint: `95 % within ${msText(timings.result.p95)}`,
    },
  ]
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(11rem,100%),1fr))] gap-x-8 gap-y-4 py-4">
      {figures.map(({ name, value, hint }) => (
        <div key={name} className="min-w-0">
          <dt className="text-ink-muted text-sm">{name}</dt>
          <dd>
            <span className="block font-semibold text-2xl tabular-nums leading-8">{value}</span>
            {hint && <span className="block text-ink-muted text-sm">{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
