import 'server-only'
import { type RunRow, updateRun } from '@/db/queries/runs'
import type { CallbackMeaning } from '@/lib/systems/types'
import { isSuccess } from '@/lib/wire/verdicts'
import { resultCodeIn } from '../codes/explain-recorded'
import type { Deps } from '../deps'
import type { Notice } from './customer-run'

/** How a customer's payment stands after a message; undefined when that changes nothing. */
export const customerVerdict = (
  { verdict }: Pick<RunRow, 'verdict'>,
  outcome: CallbackMeaning['outcome'],
): 'paid' | undefined => (outcome === 'success' && !isSuccess(verdict) ? 'paid' : undefined)

/** A validation that was turned down ends the payment, whoever answered it. */
export const settleValidation = (
  deps: Deps,
  run: RunRow,
  { at, meaning }: Pick<Notice, 'at' | 'meaning'>,
  answer: { status: number; body: string },
): void => {
  if (run.origin !== 'customer' || run.verdict !== 'pending' || meaning.outcome !== 'question') return
  const code = resultCodeIn(answer.body)
  if (answer.status < 200 || answer.status > 299 || code === undefined || /^0+$/.test(code)) return
  updateRun(deps.db, run.id, {
    verdict: 'refused',
    decidedBy: 'validation',
    verdictAt: deps.clock(),
    resultAt: at,
    code,
    description: 'The validation turned it down: no money moved.',
  })
}
