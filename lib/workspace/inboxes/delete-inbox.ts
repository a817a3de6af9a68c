import 'server-only'
import { environmentsAt, inboxesOf, updateInbox } from '@/db/queries/inboxes'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { sweepSoon } from './keep-inboxes'
import { forgetInboxes } from './open-inboxes'
import { findInbox } from './read-inboxes'

/** Its URL answers 404 from now on; its callbacks go a slice at a time. */
export const deleteInbox = (deps: Deps, actor: Actor, name: string): void => {
  requireRole(actor, 'owner')
  const row = findInbox(deps, actor, name)
  const used = environmentsAt(deps.db, row.id)
  if (used.length > 0) {
    throw new Refusal(
      'conflict',
      `It is the inbox of ${used.slice(0, 5).join(', ')}. Give these another one first, under Environments.`,
    )
  }
  if (inboxesOf(deps.db, actor.workspaceId).length === 1) {
    throw new Refusal('conflict', 'It is the only inbox. Make another before deleting it.')
  }
  deps.db.transaction(() => {
    // The name is free at once; the address is when the last callback is gone.
    updateInbox(deps.db, row.id, { deletedAt: deps.clock() })
    recordAudit(deps, actor, 'deleted an inbox', row.name)
  })
  forgetInboxes(deps)
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
  sweepSoon(deps)
}
