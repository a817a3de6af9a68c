'use client'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { searchOf, searchWith, unsaidOf } from '@/components/address/address'
import { useAddress } from '@/components/address/use-address'
import { LiveDot, useLive } from '@/components/live/live-provider'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { Button } from '@/components/ui/button'
import { fetched } from '@/components/ui/fetched'
import { EmptyState, Notice, Page, PageHeader, Section } from '@/components/ui/layout'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { Time } from '@/components/ui/time'
import { callApi, isProblem } from '@/lib/api/client'
import { firstOperation } from '@/lib/catalogue/first-operation'
import { dayText } from '@/lib/reports/period'
import { type TableName, tableNames } from '@/lib/reports/tables'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import type { ReportChoices, ReportView } from '@/lib/workspace/reports/views'
import { isNarrowed, narrowing, type Query, reportHref, reportNames } from './address'
import { Headline } from './headline'
import { NumberLink } from './number-link'
import { VolumeCharts } from './over-time'
import { ReportFilters } from './report-filters'
import { runsText } from './words'

// Below what is seen first.
const SeriesTable = fetched(() => import('./series-table').then((module) => module.SeriesTable))
const Summary = fetched(() => import('./summary').then((module) => module.Summary))
const Verdicts = fetched(() => import('./verdicts').then((module) => module.Verdicts))
const MoreNumbers = fetched(() => import('./more-numbers').then((module) => module.MoreNumbers))
const BehindTheNumbers = fetched(() =>
  import('./behind-the-numbers').then((module) => module.BehindTheNumbers),
)

/** How long news is collected before the numbers are read again: they change together, and not under the eye. */
const calmMs = 4_000

const tableWords: Record<TableName, string> = {
  summary: 'Summary',
  series: 'Over time',
  operations: 'Operations',
  reasons: 'Reasons',
  verdicts: 'Verdicts',
  times: 'Times',
}

/** What the server read for this address; no report where the address asks for what cannot be. */
export type Initial = { report: ReportView | null; search: string; readAt: number }

export function ReportScreen({
  initial,
  choices,
  role,
}: {
  initial: Initial
  choices: ReportChoices
  role: { canCheck: boolean; canRecompute: boolean; canSend: boolean }
}) {
  const { values: query, change: changeAddress } = useAddress(reportNames)
  const change = (next: Partial<Query>) => changeAddress(next, 'push')
  const search = searchOf(reportNames, query)
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: ['reports', search],
    queryFn: ({ signal }) =>
      callApi('GET /reports', { query: Object.fromEntries(new URLSearchParams(search)), signal }),
    ...(initial.report &&
      initial.search === search && { initialData: initial.report, initialDataUpdatedAt: initial.readAt }),
    placeholderData: (before) => before,
    retry: (count, error) => count < 2 && !(isProblem(error) && error.status >= 400 && error.status < 500),
  })
  const report = found.data
  const errors = isProblem(found.error) ? found.error.fields : {}

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const readSoon = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void queries.invalidateQueries({ queryKey: ['reports'] })
    }, calmMs)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useLive('run', ({ createdAt }) => {
    if (!report || (createdAt >= report.period.from && createdAt < report.period.to)) readSoon()
  })
  useLive('run-deleted', readSoon)

  const titleOf = (operation: string) =>
    choices.operations.flatMap(({ operations }) => operations).find(({ id }) => id === operation)?.title ??
    operation
  const exportUrl = (more: Record<string, string>) =>
    `/api/v1/reports/export${searchWith(reportNames, new URLSearchParams(more), query)}`
  const zone = report?.period.zone
  const days =
    report && zone
      ? { from: dayText(report.period.from, zone), to: dayText(report.period.to - 1, zone) }
      : { from: '', to: '' }

  return (
    <Page wide className="print:p-0">
      <PageHeader
        title="Reports"
        description="What was sent, what became of it, why not, and how long it took. Every number leads to the runs behind it."
      >
        <div className="flex gap-2 print:hidden">
          <Button onClick={() => window.print()}>Print</Button>
          <Menu>
            <MenuTrigger asChild>
              <Button disabled={!report}>Export</Button>
            </MenuTrigger>
            <MenuContent align="end">
              <MenuItem asChild>
                <a href={exportUrl({ format: 'xlsx' })} download>
                  Workbook with all tables, XLSX
                </a>
              </MenuItem>
              <MenuSeparator />
              {tableNames.map((table) => (
                <MenuItem key={table} asChild>
                  <a href={exportUrl({ format: 'csv', table })} download>
                    {tableWords[table]}, CSV
                  </a>
                </MenuItem>
              ))}
            </MenuContent>
          </Menu>
        </div>
      </PageHeader>
      <ReportFilters query={query} choices={choices} days={days} errors={errors} onChange={change} />
      {found.error && (
        <Notice tone="bad" title="This report cannot be made" className="mb-4">
          {found.error.message}{' '}
          <Button size="inline" variant="link" onClick={() => void found.refetch()}>
            Try again
          </Button>
        </Notice>
      )}
      {report && !found.error && (
        <div aria-busy={found.isPlaceholderData}>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t pt-3 pb-1">
            <span className="font-medium">{report.period.text}</span>
            <span className="text-ink-muted">{report.period.zone.name}</span>
            {report.comparison && (
              <span className="text-ink-muted">compared with {report.comparison.period.text}</span>
            )}
            <span className="hidden text-ink-muted print:inline">{filterWords(report)}</span>
            <span className="ml-auto inline-flex items-center gap-3 text-ink-muted text-sm">
              <span>
                as of <Time at={found.dataUpdatedAt || initial.readAt} show="seconds" />
              </span>
              <LiveDot className="print:hidden" />
            </span>
          </p>
          <Mixed report={report} query={query} />
          {report.totals.runs === 0 ? (
            <Nothing query={query} report={report} canSend={role.canSend} onChange={change} />
          ) : (
            <Body report={report} query={query} titleOf={titleOf} />
          )}
          <BehindTheNumbers role={role} />
        </div>
      )}
    </Page>
  )
}

const filterWords = ({ filters }: ReportView): string =>
  [
    filters.kind && `Only ${environmentKindWords[filters.kind]}`,
    filters.system?.title,
    filters.environment?.name,
    filters.operation?.title,
    filters.appKey && `Key ${filters.appKey.label}`,
  ]
    .filter(Boolean)
    .join(', ')

/** Simulated money is never counted as real without saying so. */
function Mixed({ report, query }: { report: ReportView; query: Query }) {
  const { kinds } = report
  if (kinds.length === 0) return null
  const [only] = kinds
  if (kinds.length === 1 && only) {
    return (
      <p className="pb-3 text-ink-muted">
        {only.kind === 'local'
          ? 'Simulated: all of it ran in the local sandbox, and no real money moved.'
          : only.kind === 'sandbox'
            ? 'All of it ran in a provider’s sandbox: no real money moved.'
            : 'All of it ran in production: this is real money.'}
      </p>
    )
  }
  return (
    <Notice
      tone={report.isMixed ? 'warn' : 'info'}
      className="my-3"
      title="Different kinds of runs are counted together"
    >
      {kinds.map(({ kind, runs }, index) => (
        <span key={kind}>
          {index > 0 && ', '}
          <NumberLink
            count={runs}
            href={reportHref(query, { kind })}
            of={`${environmentKindWords[kind]}: only these`}
          >
            {runsText(runs)} {environmentKindWords[kind]}
          </NumberLink>
        </span>
      ))}
      . Amounts are kept apart; counts, rates and times are over all of them until you choose one.
    </Notice>
  )
}

function Body({
  report,
  query,
  titleOf,
}: {
  report: ReportView
  query: Query
  titleOf: (operation: string) => string
}) {
  return (
    <>
      <Headline report={report} />
      <Section title="Over time" className="first-of-type:border-t">
        <VolumeCharts report={report} />
        <div className="pt-4">
          <SeriesTable report={report} />
        </div>
      </Section>
      <div className="grid gap-x-10 gap-y-6 border-t py-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <h2 className="pb-2 font-semibold text-base">Summary</h2>
          <Summary report={report} />
        </div>
        <div className="min-w-0">
          <h2 className="pb-2 font-semibold text-base">Verdicts</h2>
          <Verdicts report={report} />
        </div>
      </div>
      <MoreNumbers report={report} query={query} titleOf={titleOf} />
    </>
  )
}

function Nothing({
  query,
  report,
  canSend,
  onChange,
}: {
  query: Query
  report: ReportView
  canSend: boolean
  onChange: (change: Partial<Query>) => void
}) {
  if (isNarrowed(query)) {
    return (
      <EmptyState
        className="my-4"
        title="No run of this period fits these filters."
        action={<Button onClick={() => onChange(unsaidOf(narrowing))}>Clear the filters</Button>}
      />
    )
  }
  return (
    <EmptyState
      className="my-4"
      title={`No run was sent in this period, ${report.period.text}.`}
      action={
        <>
          {canSend && (
            <Button variant="primary" asChild>
              <Link href={firstOperation.path}>{firstOperation.action}</Link>
            </Button>
          )}
          {report.period.preset !== '30d' && (
            <Button onClick={() => onChange({ period: '30d', from: '', to: '' })}>Show 30 days</Button>
          )}
        </>
      }
    >
      A report counts runs by the hour in which they were sent: how many, how many of them succeeded, why the
      others did not, how much money they moved, and how long the provider took. A script reads the same at{' '}
      <code className="break-all text-sm">GET /api/v1/reports?period=7d</code>
    </EmptyState>
  )
}
