import type { RunFilters } from '@/components/runs/api'
import { type EnvironmentKind, environmentKinds } from '@/lib/wire/environment-kinds'
import { isInGroup, type Verdict, type VerdictGroup, verdictGroups, verdicts } from '@/lib/wire/verdicts'
import type { RunSummary } from '@/lib/workspace/views'

/** As in the address: dates are days of the reader's own calendar, or moments in epoch milliseconds. */
export type Filters = {
  q: string
  system: string
  operation: string
  environment: string
  kind: EnvironmentKind | ''
  verdict: Verdict | ''
  outcome: VerdictGroup | ''
  /** `-`: runs without a code. */
  code: string
  /** Fingerprint of the application's key. */
  appKey: string
  from: string
  to: string
}

export const noFilters: Filters = {
  q: '',
  system: '',
  operation: '',
  environment: '',
  kind: '',
  verdict: '',
  outcome: '',
  code: '',
  appKey: '',
  from: '',
  to: '',
}

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)
export const isMoment = (text: string): boolean => /^\d{10,14}$/.test(text)
const timeIn = (text: string | null) => (text !== null && (isDay(text) || isMoment(text)) ? text : '')

export const filtersOf = (search: Pick<URLSearchParams, 'get'>): Filters => ({
  q: search.get('q') ?? '',
  system: search.get('system') ?? '',
  operation: search.get('operation') ?? '',
  environment: search.get('environment') ?? '',
  kind: environmentKinds.find((name) => name === search.get('kind')) ?? '',
  verdict: verdicts.find((name) => name === search.get('verdict')) ?? '',
  outcome: verdictGroups.find((name) => name === search.get('outcome')) ?? '',
  code: search.get('code') ?? '',
  appKey: search.get('appKey') ?? '',
  from: timeIn(search.get('from')),
  to: timeIn(search.get('to')),
})

export const searchOf = (filters: Filters): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value) search.set(name, value)
  const text = search.toString()
  return text ? `?${text}` : ''
}

const startOf = (text: string) => (isMoment(text) ? Number(text) : new Date(`${text}T00:00:00`).getTime())
const endOf = (text: string) => (isMoment(text) ? Number(text) : new Date(`${text}T23:59:59.999`).getTime())

/** What the API is asked: whole days become moments. */
export const requestOf = ({ q, code, from, to, ...filters }: Filters): RunFilters => ({
  ...(q.trim() && { q: q.trim() }),
  ...(code.trim() && { code: code.trim() }),
  ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')),
  ...(from && { from: startOf(from) }),
  ...(to && { to: endOf(to) }),
})

export const isFiltered = (filters: Filters) => Object.values(filters).some((value) => value !== '')

/** Whether a run that was just announced belongs into the list as it is filtered. */
export const fits = (run: RunSummary, filters: Filters): boolean => {
  const asked = requestOf(filters)
  if (asked.operation && run.operation !== asked.operation) return false
  if (asked.environment && ![run.environment.id, run.environment.name].includes(asked.environment))
    return false
  if (asked.verdict && run.verdict !== asked.verdict) return false
  if (asked.outcome && !isInGroup(run.verdict, asked.outcome)) return false
  if (asked.code && run.code !== (asked.code === '-' ? null : asked.code)) return false
  if (asked.kind && run.environment.kind !== asked.kind) return false
  if (asked.system && run.system !== asked.system) return false
  if (asked.appKey && run.appKey !== asked.appKey) return false
  if (asked.from !== undefined && run.createdAt < asked.from) return false
  if (asked.to !== undefined && run.createdAt > asked.to) return false
  if (!asked.q) return true
  const part = asked.q.toLowerCase()
  return [run.id, run.receipt, run.msisdn, run.reference, run.description, run.operation, run.code].some(
    (text) => text?.toLowerCase().includes(part),
  )
}

/** A list with a run put in its place: changed where it stands, or first. */
export const withRun = (pages: readonly RunSummary[][], run: RunSummary): RunSummary[][] => {
  if (pages.some((page) => page.some((each) => each.id === run.id))) {
    return pages.map((page) => page.map((each) => (each.id === run.id ? run : each)))
  }
  const [first = [], ...others] = pages
  return [[run, ...first], ...others]
}
