import 'server-only'
import { z } from 'zod'
import { insertRelay, type RelayWithInbox, relaysOf, removeRelay, updateRelay } from '@/db/queries/relays'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { findInbox } from '../inboxes/read-inboxes'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { epochMs } from '../views'
import { beginAnew, followRelays } from './keep-following'
import type { newRelay, RelayChange } from './relay-fields'
import { checkToken, lastThere, RelayFailure, type Remote } from './remote'
import { remoteOf, tokenContext } from './remote-of'

export const relayView = z
  .object({
    id: z.string(),
    inbox: z.string(),
    remoteUrl: z.string(),
    remoteInbox: z.string(),
    cursor: z.int().describe('Number, there, of the last callback that is stored here.'),
    copied: z.int(),
    lastCopiedAt: epochMs.nullable(),
    failure: z.string().nullable().describe('Why it stands still; it goes on trying.'),
    pausedAt: epochMs.nullable(),
    createdAt: epochMs,
  })
  .meta({ id: 'Relay' })
export type RelayView = z.infer<typeof relayView>

const viewOf = ({
  id,
  inbox,
  remoteUrl,
  remoteInbox,
  cursor,
  copied,
  lastCopiedAt,
  failure,
  pausedAt,
  createdAt,
}: RelayWithInbox): RelayView => ({
  id,
  inbox,
  remoteUrl,
  remoteInbox,
  cursor,
  copied,
  lastCopiedAt,
  failure,
  pausedAt,
  createdAt,
})

export const listRelays = (deps: Deps, actor: Actor): RelayView[] => {
  requireRole(actor, 'viewer')
  return relaysOf(deps.db, actor.workspaceId).map(viewOf)
}

const findRelay = (deps: Deps, actor: Actor, id: string): RelayWithInbox => {
  const row = relaysOf(deps.db, actor.workspaceId).find((relay) => relay.id === id)
  if (row) return row
  throw new Refusal('not-found', 'There is no such relay in this workspace.')
}

/** Whether the other Jaribu can be read; where its callbacks end at the moment. */
const lastOf = async (deps: Deps, remote: Remote): Promise<number> => {
  try {
    await checkToken(deps, remote)
    return await lastThere(deps, remote)
  } catch (thrown) {
    if (!(thrown instanceof RelayFailure)) throw thrown
    throw new Refusal('invalid', thrown.message, { [thrown.field]: [thrown.message] })
  }
}

/** Begins to copy the callbacks of another Jaribu's inbox into one of ours. */
export const createRelay = async (
  deps: Deps,
  actor: Actor,
  { inbox, remoteUrl, remoteInbox, token, since }: z.output<typeof newRelay>,
): Promise<RelayView> => {
  requireRole(actor, 'member')
  const { id: inboxId } = findInbox(deps, actor, inbox)
  const isThere = () =>
    relaysOf(deps.db, actor.workspaceId).some(
      (relay) =>
        relay.inboxId === inboxId && relay.remoteUrl === remoteUrl && relay.remoteInbox === remoteInbox,
    )
  const refuseSecond = () => {
    if (isThere()) throw new Refusal('conflict', `${inbox} follows that inbox already.`)
  }
  refuseSecond()
  const last = await lastOf(deps, { remoteUrl, remoteInbox, token })
  refuseSecond()
  const id = deps.ids.next()
  deps.db.transaction(() => {
    insertRelay(deps.db, {
      id,
      workspaceId: actor.workspaceId,
      inboxId,
      remoteUrl,
      remoteInbox,
      token: deps.vault.seal(token, tokenContext(id)),
      cursor: since === 'now' ? last : 0,
      createdAt: deps.clock(),
    })
    recordAudit(deps, actor, 'began a relay', `${inbox} follows ${remoteInbox} at ${remoteUrl}`)
  })
  followRelays(deps)
  return viewOf(findRelay(deps, actor, id))
}

export const changeRelay = async (
  deps: Deps,
  actor: Actor,
  id: string,
  { token, paused }: RelayChange,
): Promise<RelayView> => {
  requireRole(actor, 'member')
  const row = findRelay(deps, actor, id)
  if (token !== undefined) await lastOf(deps, { ...remoteOf(deps, row), token })
  const isTurned = paused !== undefined && paused !== (row.pausedAt !== null)
  deps.db.transaction(() => {
    updateRelay(deps.db, id, {
      ...(token !== undefined && { token: deps.vault.seal(token, tokenContext(id)), failure: null }),
      ...(isTurned && { pausedAt: paused ? deps.clock() : null, failure: null }),
      id,
    })
    if (token !== undefined) recordAudit(deps, actor, 'changed a relay', `${row.inbox}: another token`)
    if (isTurned) {
      recordAudit(
        deps,
        actor,
        paused ? 'paused a relay' : 'resumed a relay',
        `${row.inbox}: ${row.remoteUrl}`,
      )
    }
  })
  beginAnew(deps, id)
  return viewOf(findRelay(deps, actor, id))
}

/** What was copied stays. */
export const deleteRelay = (deps: Deps, actor: Actor, id: string): void => {
  requireRole(actor, 'member')
  const row = findRelay(deps, actor, id)
  deps.db.transaction(() => {
    removeRelay(deps.db, id)
    recordAudit(deps, actor, 'ended a relay', `${row.inbox}: ${row.remoteInbox} at ${row.remoteUrl}`)
  })
  followRelays(deps)
}
