import { moneyText } from '@/components/payments/money'
import { Table, Td, Th } from '@/components/ui/table'
import { bucketText } from '@/lib/reports/period'
import type { Amount } from '@/lib/reports/types'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import type { ReportView } from '@/lib/workspace/reports/views'
import { runsBehind } from './address'
import { NumberLink } from './number-link'
import { msText, rateText } from './words'

const amountOf = (amounts: readonly Amount[], like: Amount) =>
  amounts.find(({ kind, currency }) => kind === like.kind && currency === like.currency)?.paidCents ?? 0

/** The numbers that the charts are drawn from. */
export function SeriesTable({ report }: { report: ReportView }) {
  const { series, period, interval, amounts } = report
  // Steps in which nothing was sent are counted instead of listed.
  const told = series.filter(({ runs }) => runs > 0)
  const silent = series.length - told.length
  return (
    <div className="max-h-96 overflow-y-auto print:max-h-none">
      <Table aria-label="Over time">
        <thead>
          <tr>
            <Th>From</Th>
            <Th className="text-right">Runs</Th>
            <Th className="text-right max-sm:hidden">Succeeded</Th>
            <Th className="text-right max-sm:hidden">Not successful</Th>
            <Th className="text-right max-md:hidden">Pending</Th>
            <Th className="text-right">Success rate</Th>
            {amounts.map((amount) => (
              <Th key={`${amount.kind}${amount.currency}`} className="text-right max-md:hidden">
                Paid, {environmentKindWords[amount.kind]}
              </Th>
            ))}
            <Th className="text-right max-lg:hidden">Acknowledged, median</Th>
            <Th className="text-right max-lg:hidden">95 %</Th>
            <Th className="text-right max-lg:hidden">Result, median</Th>
            <Th className="pr-0 text-right max-lg:hidden">95 %</Th>
          </tr>
        </thead>
        <tbody>
          {told.map((point) => {
            const label = bucketText(point.from, interval, period.zone)
            const { from, to, timings } = point
            return (
              <tr key={from}>
                <th scope="row" className="whitespace-nowrap border-b py-1.5 pr-4 text-left font-normal">
                  {label}
                </th>
                <Td className="text-right">
                  <NumberLink
                    count={point.runs}
                    href={runsBehind(report, { from, to })}
                    of={`runs, ${label}`}
                  />
                </Td>
                <Td className="text-right max-sm:hidden">
                  <NumberLink
                    count={point.succeeded}
                    href={runsBehind(report, { from, to, outcome: 'succeeded' })}
                    of={`succeeded, ${label}`}
                  />
                </Td>
                <Td className="text-right max-sm:hidden">
                  <NumberLink
                    count={point.unsuccessful}
                    href={runsBehind(report, { from, to, outcome: 'unsuccessful' })}
                    of={`not successful, ${label}`}
                  />
                </Td>
                <Td className="text-right max-md:hidden">
                  <NumberLink
                    count={point.pending}
                    href={runsBehind(report, { from, to, verdict: 'pending' })}
                    of={`pending, ${label}`}
                  />
                </Td>
                <Td className="text-right">{rateText(point.successRate)}</Td>
                {amounts.map((amount) => (
                  <Td
                    key={`${amount.kind}${amount.currency}`}
                    className="whitespace-nowrap text-right max-md:hidden"
                  >
                    {moneyText(amountOf(point.amounts, amount), amount.currency)}
                  </Td>
                ))}
                <Td className="whitespace-nowrap text-right max-lg:hidden">{msText(timings.answer.p50)}</Td>
                <Td className="whitespace-nowrap text-right max-lg:hidden">{msText(timings.answer.p95)}</Td>
                <Td className="whitespace-nowrap text-right max-lg:hidden">{msText(timings.result.p50)}</Td>
                <Td className="whitespace-nowrap pr-0 text-right max-lg:hidden">
                  {msText(timings.result.p95)}
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      {silent > 0 && (
        <p className="py-1.5 text-ink-muted text-sm">
          {silent === 1 ? 'One step had no runs.' : `${silent} steps had no runs.`}
        </p>
      )}
    </div>
  )
}
