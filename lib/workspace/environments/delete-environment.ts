import 'server-only'
import { deleteEnvironmentRow, listEnvironmentRows } from '@/db/queries/environments'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { findEnvironment } from './find'

/** Forgets the environment, its credentials and its token. Its runs and callbacks stay. */
export const deleteEnvironment = (deps: Deps, actor: Actor, idOrSlug: string): void => {
  requireRole(actor, 'member')
  const row = findEnvironment(deps, actor, idOrSlug)
  deps.db.transaction(() => {
    if (listEnvironmentRows(deps.db, actor.workspaceId).length < 2) {
      throw new Refusal('conflict', 'This is the last environment. Create another one before deleting it.')
    }
    deleteEnvironmentRow(deps.db, row.id)
    recordAudit(deps, actor, 'deleted an environment', row.name)
  })
  deps.live.announce(actor.workspaceId, { type: 'environment', data: { id: row.id } })
}
