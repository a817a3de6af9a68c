import 'server-only'
import { callbackCounts, type RunRow, runOf, runOwning, updateRun } from '@/db/queries/runs'
import { bookedUnder } from '@/db/queries/world-links'
import { callbackEntry } from '@/lib/systems/callbacks'
import type { CallbackMeaning } from '@/lib/systems/types'
import { isSuccess } from '@/lib/wire/verdicts'
import { resultCodeIn } from '../codes/explain-recorded'
import type { Deps } from '../deps'
import { runSummary } from '../summaries'
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

/**
 * A validation that nobody answered is decided by what was registered. The sandbox's books tell it where they gave the
 * money back; where they took it, the confirmation does.
 */
export const settleUnanswered = (
  deps: Deps,
  { workspaceId, meaning, at }: Pick<Notice, 'workspaceId' | 'meaning' | 'at'>,
): void => {
  const { receipt } = meaning.facts
  if (receipt === undefined || callbackEntry(meaning.system, meaning.kind)?.asks !== 'validation') return
  const transaction = bookedUnder(deps.db, workspaceId, [receipt])
  const run = runOwning(deps.db, workspaceId, [receipt])
  if (transaction?.state !== 'cancelled' || run?.origin !== 'customer' || isSuccess(run.verdict)) return
  if (run.verdict !== 'pending' && run.verdict !== 'no-word') return
  const { code } = transaction.data
  updateRun(deps.db, run.id, {
    verdict: 'refused',
    decidedBy: 'validation',
    verdictAt: deps.clock(),
    resultAt: at,
    code: typeof code === 'string' ? code : null,
    description: 'Nobody answered the validation, and ResponseType Cancelled is registered: no money moved.',
  })
  const callbackCount = callbackCounts(deps.db, [run.id]).get(run.id) ?? 0
  const after = runOf(deps.db, workspaceId, run.id)
  if (after) deps.live.announce(workspaceId, { type: 'run', data: runSummary({ ...after, callbackCount }) })
}
