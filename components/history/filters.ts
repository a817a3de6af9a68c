import type { RunFilters } from '@/components/runs/api'
import type { RunSummary, VerdictName } from '@/lib/workspace/views'

/** As in the address: dates are days of the reader's own calendar. */
export type Filters = {
  q: string
  operation: string
  environment: string
  verdict: VerdictName | ''
  code: string
  from: string
  to: string
}

export const noFilters: Filters = {
  q: '',
  operation: '',
  environment: '',
  verdict: '',
  code: '',
  from: '',
  to: '',
}

export const verdictNames: VerdictName[] = [
  'pending',
  'paid',
  'done',
  'refused',
  'failed',
  'timed-out',
  'unreachable',
  'unknown',
]

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text)

export const filtersOf = (search: Pick<URLSearchParams, 'get'>): Filters => ({
  q: search.get('q') ?? '',
  operation: search.get('operation') ?? '',
  environment: search.get('environment') ?? '',
  verdict: verdictNames.find((name) => name === search.get('verdict')) ?? '',
  code: search.get('code') ?? '',
  from: isDay(search.get('from')) ? (search.get('from') ?? '') : '',
  to: isDay(search.get('to')) ? (search.get('to') ?? '') : '',
})

export const searchOf = (filters: Filters): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value) search.set(name, value)
  const text = search.toString()
  return text ? `?${text}` : ''
}

const startOfDay = (day: string) => new Date(`${day}T00:00:00`).getTime()

/** What the API is asked: whole days become moments. */
export const requestOf = (filters: Filters): RunFilters => ({
  ...(filters.q.trim() && { q: filters.q.trim() }),
  ...(filters.operation && { operation: filters.operation }),
  ...(filters.environment && { environment: filters.environment }),
  ...(filters.verdict && { verdict: filters.verdict }),
  ...(filters.code.trim() && { code: filters.code.trim() }),
  ...(filters.from && { from: startOfDay(filters.from) }),
  ...(filters.to && { to: new Date(`${filters.to}T23:59:59.999`).getTime() }),
})

export const isFiltered = (filters: Filters) => Object.values(filters).some((value) => value !== '')

/** Whether a run that was just announced belongs into the list as it is filtered. */
export const fits = (run: RunSummary, filters: Filters): boolean => {
  const asked = requestOf(filters)
  if (asked.operation && run.operation !== asked.operation) return false
  if (asked.environment && ![run.environment.id, run.environment.name].includes(asked.environment))
    return false
  if (asked.verdict && run.verdict !== asked.verdict) return false
  if (asked.code && run.code !== asked.code) return false
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
