import 'server-only'
import { deleteRunRow } from '@/db/queries/runs'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'

/** The run goes; its callbacks stay in the inbox, linked to nothing. */
export const deleteRun = (deps: Deps, actor: Actor, id: string): void => {
  requireRole(actor, 'member')
  if (!deleteRunRow(deps.db, actor.workspaceId, id))
    throw new Refusal('not-found', 'This run is not here (any more).')
  deps.live.announce(actor.workspaceId, { type: 'run-deleted', data: { id } })
}
