import 'server-only'
import { type SheetRow, sheetOf } from '@/db/queries/go-live'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import type { Role } from '../views'

/** The row of a sheet of the actor's workspace. */
export const findSheet = (deps: Deps, actor: Actor, id: string, role: Role): SheetRow => {
  requireRole(actor, role)
  const sheet = sheetOf(deps.db, actor.workspaceId, id)
  if (!sheet) throw new Refusal('not-found', 'There is no such sheet in this workspace (any more).')
  return sheet
}

export const announceSheet = (deps: Deps, sheet: Pick<SheetRow, 'id' | 'workspaceId'>): void =>
  deps.live.announce(sheet.workspaceId, { type: 'sheet', data: { id: sheet.id } })
