import 'server-only'
import { encodeTime } from 'ulid'
import { runsBySpan } from '@/db/queries/last-hour'
import { isFinal, isSuccess, type Verdict } from '@/lib/wire/verdicts'
import type { Actor, Deps } from './deps'

const minute = 60_000
const spanMs = 5 * minute
const spans = 12

export type LastHour = {
  runs: number
  paid: { currency: string; cents: number }[]
  /** Five minutes each, the oldest first; the last one goes on. */
  spans: { at: number; good: number; bad: number; open: number }[]
}

/** What happened in the last hour, in twelve steps: test cases apart. */
export const lastHour = (deps: Deps, actor: Actor): LastHour => {
  const end = Math.floor(deps.clock() / spanMs) * spanMs + spanMs
  const from = end - spans * spanMs
  const steps = Array.from({ length: spans }, (_, index) => ({
    at: from + index * spanMs,
    good: 0,
    bad: 0,
    open: 0,
  }))
  const paid = new Map<string, number>()
  let runs = 0
  // The time of an id is that of whoever sent it, whose clock may be behind.
  const afterId = encodeTime(Math.max(0, from - 10 * minute), 10)
  for (const row of runsBySpan(deps.db, actor.workspaceId, { from, spanMs, afterId })) {
    const step = steps[row.span]
    if (!step) continue
    runs += row.runs
    step[outcomeOf(row.verdict)] += row.runs
    if (row.verdict === 'paid' && row.currency && row.cents > 0) {
      paid.set(row.currency, (paid.get(row.currency) ?? 0) + row.cents)
    }
  }
  return { runs, paid: [...paid].map(([currency, cents]) => ({ currency, cents })), spans: steps }
}

const outcomeOf = (verdict: Verdict) => (isSuccess(verdict) ? 'good' : isFinal(verdict) ? 'bad' : 'open')
