/** What became of a run, in the order in which people see it. An accepted call is `pending`, never `paid`. */
export const verdicts = [
  'paid',
  'done',
  'pending',
  'failed',
  'refused',
  'timed-out',
  'unreachable',
  'unknown',
] as const
export type Verdict = (typeof verdicts)[number]

/** Verdicts that no longer wait for anything. */
export const isFinal = (verdict: Verdict): boolean => verdict !== 'pending'
export const isSuccess = (verdict: Verdict): boolean => verdict === 'paid' || verdict === 'done'

/** Verdicts taken together, as lists and reports ask for them. */
export const verdictGroups = ['succeeded', 'unsuccessful', 'final'] as const
export type VerdictGroup = (typeof verdictGroups)[number]

export const isInGroup = (verdict: Verdict, group: VerdictGroup): boolean =>
  isFinal(verdict) && (group === 'final' || isSuccess(verdict) === (group === 'succeeded'))
