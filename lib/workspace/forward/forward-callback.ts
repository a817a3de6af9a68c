import 'server-only'
import type { ArrivalRow } from '@/db/queries/arrivals'
import { type AttemptRow, insertAttempt } from '@/db/queries/attempts'
import type { CallbackMeaning } from '@/lib/systems/types'
import { meets } from '../answers/read-message'
import type { Deps } from '../deps'
import { keptTargets } from './kept-targets'
import { hopsOf, mostHops } from './onward-request'
import { wakeAttempts } from './run-attempts'

/** Makes a due attempt for each target that wants this callback. A part of the commit that stores it. */
export const forwardCallback = (
  deps: Deps,
  callback: ArrivalRow,
  meaning: CallbackMeaning | undefined,
): void => {
  const targets = keptTargets(deps, callback.inboxId)
  // One that goes round between two Jaribus ends here.
  if (targets.length === 0 || hopsOf(callback) >= mostHops) return
  const wanted = targets.filter(({ conditions }) => meets({ message: callback, meaning }, conditions))
  if (wanted.length === 0) return
  const now = deps.clock()
  for (const { id: targetId, name, url, timeoutMs } of wanted) {
    const id = deps.ids.next()
    insertAttempt(deps.db, {
      ...plainAttempt,
      id,
      workspaceId: callback.workspaceId,
      callbackId: callback.id,
      purpose: 'forward',
      targetId,
      lane: targetId,
      targetName: name,
      deliveryId: id,
      url,
      timeoutMs,
      orderKey: conversationOf(meaning) ?? `callback ${callback.id}`,
      startedBy: name,
      createdAt: now,
      dueAt: now,
    })
  }
  wakeAttempts(deps)
}

/** The payment, where it names one: validation, confirmation and result of it go in their order. */
const conversationOf = (meaning: CallbackMeaning | undefined): string | undefined =>
  meaning?.facts.receipt ?? meaning?.keys.find(({ kind }) => kind !== 'run')?.value

/** What every attempt begins with. */
export const plainAttempt = {
  replayId: null,
  tryNumber: 1,
  body: null,
  headers: null,
  changes: '',
  state: 'waiting',
  startedAt: null,
  finishedAt: null,
  answerStatus: null,
  answerHeaders: null,
  answerBody: null,
  answerMs: null,
  cause: null,
  detail: null,
} as const satisfies Partial<AttemptRow>
