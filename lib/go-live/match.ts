import { type Around, holds, isJoin, isOfSituation, type Scope } from './conditions'
import type { Group } from './groups'
import type { Attempt, RecordedCallback } from './recording'

export type Match =
  /** Of something else. */
  | { state: 'unrelated' }
  /** All that this attempt has to bring is there. */
  | { state: 'matched'; callbackIds: number[]; last: Scope; at: number }
  /** It may still become a match. */
  | { state: 'open'; missing: string; waitUntil: number | null }
  /** The situation is the case's, the outcome is another. */
  | { state: 'other'; why: 'answer' | 'callback' | 'came'; callbackIds: number[]; at: number }

type Earlier = { previous?: Scope; first?: Scope }

/** Looks at one attempt for one group. Without the earlier messages, what ties it to them is not looked at. */
export const matchGroup = (group: Group, attempt: Attempt, earlier: Earlier, now: number): Match => {
  const { run } = attempt
  const isTied = earlier.first !== undefined
  const all = (
    conditions: readonly Parameters<typeof holds>[0][],
    around: Omit<Around, 'previous' | 'first'>,
  ) => conditions.every((each) => (!isTied && isJoin(each) ? true : holds(each, { ...earlier, ...around })))

  const callbackIds: number[] = []
  let at = attempt.at
  let last: Scope = { attempt }
  if (group.of === 'run') {
    if (!run) return { state: 'unrelated' }
    const { operations, where } = group.exchange
    if (operations && !operations.includes(run.operation)) return { state: 'unrelated' }
    const here: Scope = { attempt }
    if (!all(where.filter(isOfSituation), { here })) return { state: 'unrelated' }
    const outcome = where.filter((each) => !isOfSituation(each))
    if (!run.response) {
      if (outcome.length > 0 || group.after.length === 0) {
        return { state: 'open', missing: run.unreachable ?? 'Its answer has not come yet.', waitUntil: null }
      }
    } else {
      at = run.response.at
      if (!all(outcome, { here })) {
        // What ties it to another exchange stands in the outcome too: then it may be of another pair altogether.
        const isOther = isTied && !all(outcome.filter(isJoin), { here })
        return isOther ? { state: 'unrelated' } : { state: 'other', why: 'answer', callbackIds: [], at }
      }
    }
  } else if (run) return { state: 'unrelated' }

  for (const record of group.after) {
    const alike = attempt.callbacks.filter(({ kind }) => record.kinds.some((each) => each === kind))
    const fits = (callback: RecordedCallback) => all(record.where, { here: { attempt, callback }, alike })
    if (record.record === 'absence') {
      const until = at + record.withinSeconds * 1000
      const came = alike.find((callback) => callback.at <= until && fits(callback))
      if (came) return { state: 'other', why: 'came', callbackIds: [...callbackIds, came.id], at: came.at }
      if (now < until) {
        return {
          state: 'open',
          missing: `${record.withinSeconds} seconds have to pass without one.`,
          waitUntil: until,
        }
      }
      at = until
      continue
    }
    const found = alike.find(fits)
    if (found) {
      const count = record.where.find((each) => each.op === 'repeats')
      callbackIds.push(...(count ? alike.map(({ id }) => id) : [found.id]))
      at = (count ? alike.at(-1) : found)?.at ?? found.at
      last = { attempt, callback: found }
      continue
    }
    if (alike.length === 0) {
      if (group.of === 'receipt' && callbackIds.length === 0) return { state: 'unrelated' }
      return { state: 'open', missing: record.missing, waitUntil: null }
    }
    const tried = alike.filter((callback) =>
      all(
        record.where.filter((each) => isOfSituation(each) || isJoin(each)),
        { here: { attempt, callback }, alike },
      ),
    )
    const telling = tried.at(-1)
    if (!telling) {
      return group.of === 'receipt'
        ? { state: 'unrelated' }
        : { state: 'open', missing: record.missing, waitUntil: null }
    }
    return { state: 'other', why: 'callback', callbackIds: [...callbackIds, telling.id], at: telling.at }
  }
  return { state: 'matched', callbackIds, last, at }
}
