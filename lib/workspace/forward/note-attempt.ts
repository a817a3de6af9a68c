import 'server-only'
import { type AttemptRow, insertAttempt } from '@/db/queries/attempts'
import { callbackOf } from '@/db/queries/callbacks'
import { Refusal } from '@/lib/refusal'
import { announceTouched } from '../callbacks/announce-touched'
import { catchUpArrivals } from '../callbacks/move-arrivals'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import { viewOfAttempt } from './attempt-view'
import type { AttemptView, NotedAttempt } from './fields'
import { plainAttempt } from './forward-callback'

/**
 * A callback was passed on by somebody else, such as the command line on a teammate's machine, where this server does
 * not reach: what was answered there stands with the callback like any other try.
 */
export const noteAttempt = (deps: Deps, actor: Actor, id: number, noted: NotedAttempt): AttemptView => {
  requireRole(actor, 'member')
  catchUpArrivals(deps)
  const callback = Number.isSafeInteger(id) ? callbackOf(deps.db, actor.workspaceId, id) : undefined
  if (!callback) throw new Refusal('not-found', 'This callback is not here.')
  const { url, status, ms, failure } = noted
  const now = deps.clock()
  const attemptId = deps.ids.next()
  const isTaken = status !== undefined && status >= 200 && status < 300
  const row: AttemptRow = {
    ...plainAttempt,
    id: attemptId,
    workspaceId: actor.workspaceId,
    callbackId: id,
    purpose: 'forward',
    targetId: null,
    targetName: url,
    lane: attemptId,
    orderKey: attemptId,
    deliveryId: attemptId,
    url,
    timeoutMs: ms,
    startedBy: actor.name,
    createdAt: now,
    dueAt: now - ms,
    startedAt: now - ms,
    finishedAt: now,
    state: isTaken ? 'taken' : 'failed',
    answerMs: ms,
    ...(status === undefined
      ? { cause: 'elsewhere', detail: failure ?? 'There was no answer.' }
      : { answerStatus: status, answerHeaders: [], answerBody: '' }),
  }
  insertAttempt(deps.db, row)
  const runs = new Set(callback.runId === null ? [] : [callback.runId])
  announceTouched(deps, actor.workspaceId, { callbacks: new Map(), runs })
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'moved' } })
  return viewOfAttempt(row)
}
