import 'server-only'
import { inTransaction } from '@/db/client'
import {
  type AttemptRow,
  cancelWaiting,
  countsOfTarget,
  deleteTarget,
  insertTarget,
  lastOfTarget,
  type TargetRow,
  targetOf,
  targetsOfInbox,
  updateTarget,
} from '@/db/queries/attempts'
import { Refusal } from '@/lib/refusal'
import { messageConditions } from '../answers/conditions'
import type { Actor, Deps } from '../deps'
import { findInbox } from '../inboxes/read-inboxes'
import { maskFor } from '../mask'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { isOwnInbox } from '../world/own-inbox'
import { viewOfAttempt } from './attempt-view'
import { mostTargets, type TargetChange, type TargetInput, type TargetView } from './fields'
import { forgetTargets } from './kept-targets'

/** A target by its id, of an inbox by its name. */
type Named = { name: string; id: string }

const healthOf = (deps: Deps, id: string): TargetView['health'] => {
  const { taken = 0, waiting = 0, sending = 0, dead = 0 } = countsOfTarget(deps.db, id)
  const newest = lastOfTarget(deps.db, id, 20)
  const [last] = newest
  const times = newest.flatMap(({ answerStatus, answerMs }) => (answerStatus === null ? [] : [answerMs ?? 0]))
  const sum = times.reduce((total, ms) => total + ms, 0)
  return {
    state: last === undefined ? 'idle' : last.state === 'taken' ? 'well' : 'failing',
    taken,
    waiting: waiting + sending,
    dead,
    averageMs: times.length === 0 ? null : Math.round(sum / times.length),
    last: last === undefined ? null : viewOfAttempt(last as AttemptRow),
  }
}

const viewOf = (deps: Deps, row: TargetRow): TargetView => ({
  id: row.id,
  name: row.name,
  url: row.url,
  isOn: row.isOn,
  conditions: messageConditions.parse(row.conditions),
  retries: row.retries,
  timeoutMs: row.timeoutMs,
  health: healthOf(deps, row.id),
})

export const listTargets = (deps: Deps, actor: Actor, inbox: string): { targets: TargetView[] } => {
  requireRole(actor, 'viewer')
  const rows = targetsOfInbox(deps.db, findInbox(deps, actor, inbox).id)
  return {
    targets: maskFor(
      actor.role,
      rows.map((row) => viewOf(deps, row)),
    ),
  }
}

/** An inbox that passes on to an inbox of this process would never end. */
export const checkUrl = (deps: Deps, url: string | undefined): void => {
  if (url === undefined || !isOwnInbox(deps, url)) return
  throw new Refusal('invalid', 'This is an inbox of this Jaribu.', {
    url: ['Name your own software here: an inbox that calls an inbox would never end.'],
  })
}

export const addTarget = (deps: Deps, actor: Actor, inbox: string, input: TargetInput): TargetView => {
  requireRole(actor, 'member')
  checkUrl(deps, input.url)
  const { id: inboxId } = findInbox(deps, actor, inbox)
  if (targetsOfInbox(deps.db, inboxId).length >= mostTargets) {
    throw new Refusal('limit', `An inbox has ${mostTargets} targets at most. Take one away first.`)
  }
  const row = {
    ...input,
    id: deps.ids.next(),
    workspaceId: actor.workspaceId,
    inboxId,
    createdAt: deps.clock(),
  }
  insertTarget(deps.db, row)
  changed(deps, actor, 'added a forward target', `${inbox}: ${input.name}`)
  return viewOf(deps, row)
}

export const changeTarget = (deps: Deps, actor: Actor, named: Named, change: TargetChange): TargetView => {
  requireRole(actor, 'member')
  checkUrl(deps, change.url)
  const before = find(deps, actor, named)
  if (Object.keys(change).length > 0) updateTarget(deps.db, before.id, change)
  changed(deps, actor, 'changed a forward target', change.name ?? before.name)
  return viewOf(deps, find(deps, actor, named))
}

/** What still waits for it is cancelled; what it took stays on the callbacks. */
export const removeTarget = (deps: Deps, actor: Actor, named: Named): void => {
  requireRole(actor, 'member')
  const { id, name } = find(deps, actor, named)
  inTransaction(deps.db, () => {
    cancelWaiting(deps.db, { targetId: id }, deps.clock())
    deleteTarget(deps.db, id)
  })
  changed(deps, actor, 'removed a forward target', name)
}

const find = (deps: Deps, actor: Actor, { name, id }: Named): TargetRow => {
  const inbox = findInbox(deps, actor, name)
  const row = targetOf(deps.db, actor.workspaceId, id)
  if (row?.inboxId === inbox.id) return row
  throw new Refusal('not-found', 'This target is not here any more.')
}

const changed = (deps: Deps, actor: Actor, action: string, subject: string) => {
  forgetTargets(deps)
  recordAudit(deps, actor, action, subject)
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
}
