/** What became of a run, in the order in which people see it. An accepted call is `pending`, never `paid`. */
export const verdicts = [
  'paid',
  'done',
  'pending',
  'failed',
  'refused',
  'timed-out',
  'no-word',
  'unreachable',
  'unknown',
] as const
export type Verdict = (typeof verdicts)[number]

/**
 * What a verdict rests on: the answer at once, a message that was proved to come from the provider, one that contradicts
 * nothing, the answer to a query about the run or such a message that brought it, what we answered to a validation, or
 * the clock.
 */
export const deciders = [
  'answer',
  'message',
  'unproved-message',
  'query',
  'unproved-query',
  'validation',
  'clock',
] as const
export type DecidedBy = (typeof deciders)[number]

/** Nothing proves who sent what the verdict rests on. */
export const isUnproved = (by: DecidedBy | null): boolean =>
  by === 'unproved-message' || by === 'unproved-query'

/** Verdicts that no longer wait for anything. */
export const isFinal = (verdict: Verdict): boolean => verdict !== 'pending'
export const isSuccess = (verdict: Verdict): boolean => verdict === 'paid' || verdict === 'done'

/** Verdicts taken together, as lists and reports ask for them. */
export const verdictGroups = ['succeeded', 'unsuccessful', 'final'] as const
export type VerdictGroup = (typeof verdictGroups)[number]

export const isInGroup = (verdict: Verdict, group: VerdictGroup): boolean =>
  isFinal(verdict) && (group === 'final' || isSuccess(verdict) === (group === 'succeeded'))
