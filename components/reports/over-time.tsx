import { moneyText } from '@/components/payments/money'
import { Table, Td, Th } from '@/components/ui/table'
import { bucketText } from '@/lib/reports/period'
import type { Amount, Measure, Point } from '@/lib/reports/types'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import type { ReportView } from '@/lib/workspace/reports/views'
import { runsBehind } from './address'
import { Chart, type Line, type Step } from './chart'
import { NumberLink } from './number-link'
import { countText, measureWords, msText, rateText } from './words'

const stepsOf = (report: ReportView): Step[] =>
  report.series.map(({ from, to }) => ({
    label: bucketText(from, report.interval, report.period.zone),
    href: runsBehind(report, { from, to }),
  }))

/** Values of the compared period, step by step from its own beginning. */
const compared = (report: ReportView, pick: (point: Point) => number | null): (number | null)[] =>
  report.series.map((_, index) => {
    const point = report.comparison?.series[index]
    return point ? pick(point) : null
  })

export function VolumeCharts({ report }: { report: ReportView }) {
  const steps = stepsOf(report)
  const { series, comparison } = report
  const before = (title: string, pick: (point: Point) => number | null): Line[] =>
    comparison ? [{ title, values: compared(report, pick), look: 'muted', isDashed: true }] : []
  return (
    <div className="grid gap-x-8 gap-y-5 xl:grid-cols-2">
      <Chart
        title="Runs"
        steps={steps}
        format={(value) => value.toLocaleString('en')}
        stacks={[
          { title: 'Succeeded', values: series.map(({ succeeded }) => succeeded), look: 'good' },
          { title: 'Not successful', values: series.map(({ unsuccessful }) => unsuccessful), look: 'bad' },
          { title: 'Pending', values: series.map(({ pending }) => pending), look: 'pending' },
        ]}
        lines={before('Compared period', ({ runs }) => runs)}
      />
      <Chart
        title="Success rate"
        steps={steps}
        most={1}
        format={(value) => `${Math.round(value * 1000) / 10} %`}
        lines={[
          {
            title: 'Of final verdicts',
            values: series.map(({ successRate }) => successRate),
            look: 'accent',
          },
          ...before('Compared period', ({ successRate }) => successRate),
        ]}
      />
    </div>
  )
}

export function TimeCharts({ report }: { report: ReportView }) {
  const steps = stepsOf(report)
  const chart = (measure: Measure) => {
    const line = (title: string, rank: 'p50' | 'p95', rest: Pick<Line, 'look' | 'isDashed'>): Line => ({
      title,
      values: report.series.map(({ timings }) => timings[measure][rank]),
      ...rest,
    })
    return (
      <Chart
        title={measureWords[measure]}
        steps={steps}
        format={msText}
        lines={[
          line('Median', 'p50', { look: 'accent' }),
          line('95 % within', 'p95', { look: 'pending', isDashed: true }),
        ]}
      />
    )
  }
  return (
    <div className="grid gap-x-8 gap-y-5 xl:grid-cols-2">
      {chart('answer')}
      {chart('result')}
    </div>
  )
}

const amountOf = (amounts: readonly Amount[], like: Amount) =>
  amounts.find(({ kind, currency }) => kind === like.kind && currency === like.currency)?.paidCents ?? 0

/** The numbers that the charts are drawn from. */
export function SeriesTable({ report }: { report: ReportView }) {
  const { series, period, interval, amounts } = report
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
          {series.map((point) => {
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
    </div>
  )
}

const ranks = ['p50', 'p90', 'p95', 'p99'] as const

export function TimesTable({ report }: { report: ReportView }) {
  const { comparison } = report
  const rows = (['answer', 'result'] as const).flatMap((measure) => [
    { measure, text: report.period.text, figures: report.timings[measure] },
    ...(comparison ? [{ measure, text: comparison.period.text, figures: comparison.timings[measure] }] : []),
  ])
  return (
    <Table aria-label="Times">
      <thead>
        <tr>
          <Th>Measure</Th>
          {comparison && <Th className="max-sm:hidden">Period</Th>}
          <Th className="text-right">Measured</Th>
          <Th className="text-right">Median</Th>
          <Th className="text-right max-sm:hidden">90 % within</Th>
          <Th className="text-right">95 % within</Th>
          <Th className="pr-0 text-right max-sm:hidden">99 % within</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ measure, text, figures }) => (
          <tr key={measure + text}>
            <th scope="row" className="border-b py-1.5 pr-4 text-left align-top font-normal">
              {measureWords[measure]}
              {comparison && <span className="block text-ink-muted text-sm sm:hidden">{text}</span>}
            </th>
            {comparison && <Td className="text-ink-muted max-sm:hidden">{text}</Td>}
            <Td className="text-right">{countText(figures.runs)}</Td>
            {ranks.map((rank) => (
              <Td
                key={rank}
                className={`whitespace-nowrap text-right ${rank === 'p90' || rank === 'p99' ? 'max-sm:hidden' : ''} ${rank === 'p99' ? 'pr-0' : ''}`}
              >
                {msText(figures[rank])}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
