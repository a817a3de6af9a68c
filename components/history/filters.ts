import { anyText, isDay, isSaid, oneOf, textThat, type Values } from '@/components/address/address'
import type { RunFilters } from '@/components/runs/api'
import { environmentKinds } from '@/lib/wire/environment-kinds'
import { isInGroup, verdictGroups, verdicts } from '@/lib/wire/verdicts'
import type { RunSummary } from '@/lib/workspace/views'

export const isMoment = (text: string): boolean => /^\d{10,14}$/.test(text)
const time = textThat((text) => isDay(text) || isMoment(text))

/** What narrows the history. Times are days of the reader's own calendar, or moments in epoch milliseconds. */
export const filterNames = {
  q: anyText,
  system: anyText,
  operation: anyText,
  environment: anyText,
  kind: oneOf(environmentKinds),
  verdict: oneOf(verdicts),
  outcome: oneOf(verdictGroups),
  /** `-`: runs without a code. */
  code: anyText,
  /** Fingerprint of the application's key. */
  appKey: anyText,
  from: time,
  to: time,
}
export type Filters = Values<typeof filterNames>

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

export const isFiltered = (filters: Filters): boolean => isSaid(filterNames, filters)

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
