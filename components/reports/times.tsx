import { Table, Td, Th } from '@/components/ui/table'
import type { Measure } from '@/lib/reports/types'
import type { ReportView } from '@/lib/workspace/reports/views'
import { Chart, type Line } from './chart'
import { stepsOf } from './over-time'
import { countText, measureWords, msText } from './words'

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
