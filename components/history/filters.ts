import { anyText, isDay, isSaid, oneOf, textThat, type Values } from '@/components/address/address'
import type { RunFilters } from '@/components/runs/api'
import { environmentKinds } from '@/lib/wire/environment-kinds'
import { isOfOrigin, originChoices } from '@/lib/wire/origins'
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
  origin: oneOf(originChoices),
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

/** One for each thing that can be asked: whether a run answers it, or it is not asked. */
const tests: ((run: RunSummary, asked: RunFilters) => boolean)[] = [
  (run, { system }) => !system || run.system === system,
  (run, { operation }) => !operation || run.operation === operation,
  ({ environment: { id, name } }, { environment }) => !environment || [id, name].includes(environment),
  (run, { kind }) => !kind || run.environment.kind === kind,
  (run, { verdict }) => !verdict || run.verdict === verdict,
  (run, { outcome }) => !outcome || isInGroup(run.verdict, outcome),
  (run, { code }) => !code || run.code === (code === '-' ? null : code),
  (run, { appKey }) => !appKey || run.appKey === appKey,
  (run, { origin }) => !origin || isOfOrigin(run.origin, origin),
  (run, { from }) => from === undefined || run.createdAt >= from,
  (run, { to }) => to === undefined || run.createdAt <= to,
  (run, { q }) =>
    !q ||
    [run.id, run.receipt, run.msisdn, run.reference, run.description, run.operation, run.code].some((text) =>
      text?.toLowerCase().includes(q.toLowerCase()),
    ),
]

/** Whether a run that was just announced belongs into the list as it is filtered. */
export const fits = (run: RunSummary, filters: Filters): boolean => {
  const asked = requestOf(filters)
  return tests.every((test) => test(run, asked))
}
