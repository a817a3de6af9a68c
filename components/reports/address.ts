import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Verdict, VerdictGroup } from '@/lib/wire/verdicts'
import type { ReportView } from '@/lib/workspace/reports/views'

/** Everything that a report can be asked for, by the names of the address and of the API. Empty: not said. */
export const queryNames = [
  'period',
  'from',
  'to',
  'zone',
  'interval',
  'compare',
  'kind',
  'system',
  'environment',
  'operation',
  'appKey',
] as const
export type QueryName = (typeof queryNames)[number]
export type Query = Record<QueryName, string>

export const queryOf = (search: Pick<URLSearchParams, 'get'>): Query =>
  Object.fromEntries(queryNames.map((name) => [name, search.get(name) ?? ''])) as Query

/** Only what is said: a short address is a readable one. */
export const searchOf = (query: Partial<Query>, more: Record<string, string> = {}): string => {
  const search = new URLSearchParams(more)
  for (const name of queryNames) {
    const value = query[name]
    if (value) search.set(name, value)
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** What narrows the report, beside its period and its form. */
export const narrowing = ['kind', 'system', 'environment', 'operation', 'appKey'] as const
export const isNarrowed = (query: Query): boolean => narrowing.some((name) => query[name] !== '')

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
  const search = new URLSearchParams()
  const wanted = {
    kind: filters.kind,
    system: filters.system?.id,
    environment: filters.environment?.id,
    operation: filters.operation?.id,
    appKey: filters.appKey?.fingerprint,
    ...more,
    ...(code !== undefined && { code: code ?? '-' }),
    from: String(from ?? period.from),
    to: String((to ?? period.to) - 1),
  }
  for (const [name, value] of Object.entries(wanted)) if (value) search.set(name, value)
  return `/history?${search}`
}
