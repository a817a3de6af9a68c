import { bucketText } from '@/lib/reports/period'
import type { Point } from '@/lib/reports/types'
import type { ReportView } from '@/lib/workspace/reports/views'
import { runsBehind } from './address'
import { Chart, type Line, type Step } from './chart'

export const stepsOf = (report: ReportView): Step[] =>
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
  // One point is no course: the headline says it already.
  const hasCourse = series.filter(({ successRate }) => successRate !== null).length > 1 || comparison !== null
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
      {hasCourse && (
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
      )}
    </div>
  )
}
