import 'server-only'
import { inTransaction } from '@/db/client'
import {
  attemptOf,
  attemptsOfCallbacks,
  deadLetters,
  insertAttempt,
  updateAttempt,
} from '@/db/queries/attempts'
import { callbackOf } from '@/db/queries/callbacks'
import { Refusal } from '@/lib/refusal'
import { catchUpArrivals } from '../callbacks/move-arrivals'
import type { Actor, Deps } from '../deps'
import { findInbox } from '../inboxes/read-inboxes'
import { maskFor } from '../mask'
import { recordAudit } from '../people/record-audit'
import { isAtLeast, requireRole } from '../people/require-role'
import { viewOfAttempt } from './attempt-view'
import type { AttemptView } from './fields'
import { againAfter, wakeAttempts } from './run-attempts'

/** So many dead letters are shown, and tried again, at once. */
const mostDead = 500

/** Each time a callback was brought to somebody's own software, oldest first. */
export const listAttempts = (
  deps: Deps,
  actor: Actor,
  callbackId: number,
): { attempts: AttemptView[]; mayReplay: boolean } => {
  requireRole(actor, 'viewer')
  catchUpArrivals(deps)
  const callback = Number.isSafeInteger(callbackId)
    ? callbackOf(deps.db, actor.workspaceId, callbackId)
    : undefined
  if (!callback) throw new Refusal('not-found', 'This callback is not here.')
  const rows = attemptsOfCallbacks(deps.db, actor.workspaceId, [callbackId])
  return {
    attempts: maskFor(actor.role, rows.map(viewOfAttempt)),
    mayReplay: isAtLeast(actor.role, 'member'),
  }
}

/** What was given up on, newest first. */
export const listDeadLetters = (deps: Deps, actor: Actor, inbox: string): { attempts: AttemptView[] } => {
  requireRole(actor, 'viewer')
  const { id: inboxId } = findInbox(deps, actor, inbox)
  const rows = deadLetters(deps.db, actor.workspaceId, { inboxId }, mostDead)
  return { attempts: maskFor(actor.role, rows.map(viewOfAttempt)) }
}

/** Tries dead letters again, all of the inbox or these, oldest first. Says how many. */
export const retryDeadLetters = (
  deps: Deps,
  actor: Actor,
  inbox: string,
  ids?: readonly string[],
): { retried: number } => {
  requireRole(actor, 'member')
  const { id: inboxId } = findInbox(deps, actor, inbox)
  const wanted = deadLetters(deps.db, actor.workspaceId, { inboxId }, mostDead).filter(
    ({ id }) => ids === undefined || ids.includes(id),
  )
  inTransaction(deps.db, () => {
    for (const row of wanted.reverse()) {
      if (attemptOf(deps.db, row.id)?.state !== 'dead') continue
      updateAttempt(deps.db, row.id, { state: 'failed' })
      insertAttempt(deps.db, againAfter(row, deps, deps.clock()))
    }
  })
  recordAudit(deps, actor, 'tried dead letters again', `${inbox}: ${wanted.length}`)
  wakeAttempts(deps)
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'moved' } })
  return { retried: wanted.length }
}
