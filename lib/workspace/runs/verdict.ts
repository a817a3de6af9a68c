import type { Operation } from '@/lib/catalogue/types'
import type { CallbackMeaning, Outcome } from '@/lib/systems/types'
import { isFinal, isSuccess, type Verdict } from '@/lib/wire/verdicts'

/** What the answer at once says. Accepted is never paid. */
export const verdictOfAnswer = (operation: Pick<Operation, 'movesMoney'>, outcome: Outcome): Verdict => {
  switch (outcome.kind) {
    case 'accepted':
    case 'pending':
      return 'pending'
    case 'done':
      return success(operation)
    case 'failed':
      return 'failed'
    case 'refused':
      return 'refused'
    case 'unknown':
    case 'unreadable':
      return 'unknown'
  }
}

// Where a system answers at once or later by a setting, its entries are synchronous and have callbacks.
const mayFollow = (operation: Pick<Operation, 'asynchronous' | 'callbacks'>): boolean =>
  operation.asynchronous || operation.callbacks.length > 0

/** Whether the answer at once is the result itself that a payment or an asynchronous call waits for. */
export const isResult = (
  operation: Pick<Operation, 'movesMoney' | 'asynchronous' | 'callbacks'>,
  outcome: Outcome,
): boolean =>
  (outcome.kind === 'done' || outcome.kind === 'failed') && (operation.movesMoney || mayFollow(operation))

const success = (operation: Pick<Operation, 'movesMoney'>): Verdict =>
  operation.movesMoney ? 'paid' : 'done'

/**
 * The verdict after a later message, or undefined when it changes nothing. Success wins over everything, because money
 * that moved has moved; a timeout only ends waiting; a failure never takes a success back.
 */
export const verdictAfter = (
  operation: Pick<Operation, 'movesMoney' | 'asynchronous' | 'callbacks'>,
  current: Verdict,
  outcome: CallbackMeaning['outcome'],
): Verdict | undefined => {
  if (!mayFollow(operation) || outcome === 'question' || outcome === 'notice') return undefined
  if (outcome === 'success') return isSuccess(current) ? undefined : success(operation)
  if (isSuccess(current) || current === 'failed' || current === 'refused') return undefined
  if (outcome === 'failure') return 'failed'
  return current === 'timed-out' ? undefined : 'timed-out'
}

/** A message that came when the run was over, and tells something else. */
export const isLate = (current: Verdict, outcome: CallbackMeaning['outcome']): boolean => {
  if (outcome === 'question' || outcome === 'notice' || !isFinal(current) || current === 'unknown')
    return false
  if (isSuccess(current)) return outcome !== 'success'
  if (current === 'failed') return outcome !== 'failure'
  return true
}
