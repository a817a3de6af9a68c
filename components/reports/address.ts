import { anyText, isSaid, searchOf, type Values } from '@/components/address/address'
import { filterNames as historyNames } from '@/components/history/filters'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Verdict, VerdictGroup } from '@/lib/wire/verdicts'
import type { ReportView } from '@/lib/workspace/reports/views'

/** What narrows the report, beside its period and its form. */
export const narrowing = {
  kind: anyText,
  system: anyText,
  environment: anyText,
  operation: anyText,
  appKey: anyText,
  origin: anyText,
}

/** Everything that a report can be asked for, by the names of the address and of the API. */
export const reportNames = {
  period: anyText,
  from: anyText,
  to: anyText,
  zone: anyText,
  interval: anyText,
  compare: anyText,
  ...narrowing,
}
export type Query = Values<typeof reportNames>

export const isNarrowed = (query: Query): boolean => isSaid(narrowing, query)

/** The same report with something else asked. */
export const reportHref = (query: Query, change: Partial<Query>): string =>
  `/reports${searchOf(reportNames, { ...query, ...change })}`

export type Behind = {
  from?: number
  /** First moment after it. */
  to?: number
  verdict?: Verdict
  outcome?: VerdictGroup
  /** Null: runs without a code. */
  code?: string | null
  operation?: string
  system?: string
  kind?: EnvironmentKind
}

/** The runs behind a number, in the history. */
export const runsBehind = (
  { filters, period }: Pick<ReportView, 'filters' | 'period'>,
  { code, to, from, ...more }: Behind = {},
): string => {
  const search = searchOf(historyNames, {
    kind: filters.kind ?? '',
    system: filters.system?.id,
    environment: filters.environment?.id,
    operation: filters.operation?.id,
    appKey: filters.appKey?.fingerprint,
    origin: filters.origin === null ? 'no-case' : filters.origin === 'all' ? '' : filters.origin,
    ...more,
    ...(code !== undefined && { code: code ?? '-' }),
    from: String(from ?? period.from),
    to: String((to ?? period.to) - 1),
  })
  return `/history${search}`
}
