import { environmentKindWords } from '@/lib/wire/environment-kinds'
import { keyOfReason, shareOf } from './figures'
import { hourText } from './period'
import type { Amount, Figures, Interval, Measure, Percentiles, Period } from './types'

/** What a file holds of a report: names and cells, without any look. */
export type CellKind = 'text' | 'count' | 'percent' | 'money' | 'ms'
type Column = { title: string; kind: CellKind }
type CellValue = string | number | null
export type ReportTable = { name: TableName; title: string; columns: Column[]; rows: CellValue[][] }

export const tableNames = ['summary', 'series', 'operations', 'reasons', 'verdicts', 'times'] as const
export type TableName = (typeof tableNames)[number]

type TitledFigures = Omit<Figures, 'operations'> & {
  operations: (Figures['operations'][number] & { title: string })[]
}
export type TabledReport = TitledFigures & {
  period: Period & { text: string }
  interval: Interval
  comparison: (TitledFigures & { period: Period & { text: string } }) | null
}

const amountTitle = ({ kind, currency }: Pick<Amount, 'kind' | 'currency'>): string =>
  `${currency}, ${environmentKindWords[kind]}`

const percent = (share: number | null): CellValue =>
  share === null ? null : Math.round(share * 100_000) / 1_000
const column = (title: string, kind: CellKind = 'count'): Column => ({ title, kind })
const measures: [Measure, string][] = [
  ['answer', 'Time to acknowledgement'],
  ['result', 'Time to result'],
]
const ranks = ['p50', 'p90', 'p95', 'p99'] as const

export const tableOf = (report: TabledReport, name: TableName): ReportTable =>
  ({ summary, series, operations, reasons, verdicts, times })[name](report)

/** With the other period beside it, where there is one. */
const summary = ({ comparison, ...report }: TabledReport): ReportTable => {
  const facts = (from: TitledFigures): [string, CellValue][] => [
    ['Runs', from.totals.runs],
    ['Succeeded', from.totals.succeeded],
    ['Not successful', from.totals.unsuccessful],
    ['Pending', from.totals.pending],
    ['Success rate of final verdicts (%)', percent(from.totals.successRate)],
  ]
  const money = (from: TitledFigures, like: Amount) =>
    from.amounts.find((each) => each.kind === like.kind && each.currency === like.currency)
  const known = [...report.amounts, ...(comparison?.amounts ?? [])].filter(
    (amount, index, all) => all.findIndex((each) => amountTitle(each) === amountTitle(amount)) === index,
  )
  const others = comparison && facts(comparison)
  return {
    name: 'summary',
    title: 'Summary',
    columns: [
      column('Figure', 'text'),
      column(report.period.text),
      ...(comparison ? [column(comparison.period.text)] : []),
    ],
    rows: [
      ...facts(report).map(([title, value], index) => [
        title,
        value,
        ...(others ? [others[index]?.[1] ?? null] : []),
      ]),
      ...known.flatMap((amount) =>
        (['paidCents', 'askedCents'] as const).map((field) => [
          `${field === 'paidCents' ? 'Paid' : 'Asked for'} (${amountTitle(amount)})`,
          decimal(money(report, amount)?.[field] ?? 0),
          ...(comparison ? [decimal(money(comparison, amount)?.[field] ?? 0)] : []),
        ]),
      ),
    ],
  }
}

/** Cents as a decimal number; exact up to 90 trillion. */
const decimal = (cents: number): number => cents / 100

const amountColumns = (report: TabledReport): Column[] =>
  report.amounts.map((amount) => column(`Paid (${amountTitle(amount)})`, 'money'))
const amountCells = (report: TabledReport, amounts: readonly Amount[]): CellValue[] =>
  report.amounts.map((like) => {
    const found = amounts.find(({ kind, currency }) => kind === like.kind && currency === like.currency)
    return decimal(found?.paidCents ?? 0)
  })
const countColumns = [
  column('Runs'),
  column('Succeeded'),
  column('Not successful'),
  column('Pending'),
  column('Success rate (%)', 'percent'),
]
const countCells = (counts: TitledFigures['totals']): CellValue[] => [
  counts.runs,
  counts.succeeded,
  counts.unsuccessful,
  counts.pending,
  percent(counts.successRate),
]
const timeColumns = measures.flatMap(([, title]) => [
  column(`${title}, median (ms)`, 'ms'),
  column(`${title}, 95 % within (ms)`, 'ms'),
])
const timeCells = (timings: TitledFigures['timings']): CellValue[] =>
  measures.flatMap(([measure]) => [timings[measure].p50, timings[measure].p95])

const series = (report: TabledReport): ReportTable => ({
  name: 'series',
  title: 'Over time',
  columns: [
    column(`From (${report.period.zone.name})`, 'text'),
    column('To', 'text'),
    ...countColumns,
    ...amountColumns(report),
    ...timeColumns,
  ],
  rows: report.series.map((point) => [
    hourText(point.from, report.period.zone),
    hourText(point.to, report.period.zone),
    ...countCells(point),
    ...amountCells(report, point.amounts),
    ...timeCells(point.timings),
  ]),
})

const operations = (report: TabledReport): ReportTable => ({
  name: 'operations',
  title: 'Operations',
  columns: [
    column('Operation', 'text'),
    column('Id', 'text'),
    ...countColumns,
    ...amountColumns(report),
    ...timeColumns,
    ...(report.comparison ? [column(`Runs, ${report.comparison.period.text}`)] : []),
  ],
  rows: report.operations.map((row) => [
    row.title,
    row.operation,
    ...countCells(row),
    ...amountCells(report, row.amounts),
    ...timeCells(row.timings),
    ...(report.comparison
      ? [report.comparison.operations.find(({ operation }) => operation === row.operation)?.runs ?? 0]
      : []),
  ]),
})

const reasons = ({ comparison, ...report }: TabledReport): ReportTable => ({
  name: 'reasons',
  title: 'Why runs did not succeed',
  columns: [
    column('System', 'text'),
    column('Code', 'text'),
    column('Verdict', 'text'),
    column('Meaning', 'text'),
    column('Cure', 'text'),
    column('Operation', 'text'),
    column('Runs'),
    column('Share of unsuccessful (%)', 'percent'),
    ...(comparison ? [column(`Runs, ${comparison.period.text}`)] : []),
  ],
  rows: report.reasons.map((reason) => [
    reason.system,
    reason.code ?? '',
    reason.verdict,
    reason.meaning?.message ?? '',
    reason.meaning?.cure ?? '',
    reason.operation ?? '',
    reason.runs,
    percent(reason.share),
    ...(comparison
      ? [comparison.reasons.find((each) => keyOfReason(each) === keyOfReason(reason))?.runs ?? 0]
      : []),
  ]),
})

const verdicts = ({ comparison, ...report }: TabledReport): ReportTable => ({
  name: 'verdicts',
  title: 'Verdicts',
  columns: [
    column('Verdict', 'text'),
    column('Runs'),
    column('Share (%)', 'percent'),
    ...(comparison ? [column(`Runs, ${comparison.period.text}`)] : []),
  ],
  rows: report.verdicts.map(({ verdict, runs }) => [
    verdict,
    runs,
    percent(shareOf(runs, report.totals.runs)),
    ...(comparison ? [comparison.verdicts.find((each) => each.verdict === verdict)?.runs ?? 0] : []),
  ]),
})

const times = ({ comparison, ...report }: TabledReport): ReportTable => {
  const rowOf = (title: string, text: string, percentiles: Percentiles): CellValue[] => [
    title,
    text,
    percentiles.runs,
    ...ranks.map((rank) => percentiles[rank]),
  ]
  return {
    name: 'times',
    title: 'Times',
    columns: [
      column('Measure', 'text'),
      column('Period', 'text'),
      column('Runs'),
      column('Median (ms)', 'ms'),
      column('90 % within (ms)', 'ms'),
      column('95 % within (ms)', 'ms'),
      column('99 % within (ms)', 'ms'),
    ],
    rows: measures.flatMap(([measure, title]) => [
      rowOf(title, report.period.text, report.timings[measure]),
      ...(comparison ? [rowOf(title, comparison.period.text, comparison.timings[measure])] : []),
    ]),
  }
}
