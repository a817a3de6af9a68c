import 'server-only'
import { and, desc, eq, lt } from 'drizzle-orm'
import { auditEntries, workspaces } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { recordAudit } from './record-audit'
import { requireRole } from './require-role'

export type AuditView = { id: string; actor: string; action: string; subject: string; at: number }

export const getWorkspace = (deps: Deps, actor: Actor): { id: string; name: string; createdAt: number } => {
  const row = deps.db.select().from(workspaces).where(eq(workspaces.id, actor.workspaceId)).get()
  if (!row) throw new Refusal('not-found', 'This workspace is gone.')
  return row
}

export const renameWorkspace = (deps: Deps, actor: Actor, { name }: { name: string }): void => {
  requireRole(actor, 'owner')
  deps.db.transaction(() => {
    const before = getWorkspace(deps, actor)
    if (before.name === name) return
    deps.db.update(workspaces).set({ name }).where(eq(workspaces.id, actor.workspaceId)).run()
    recordAudit(deps, actor, 'renamed the workspace', `${before.name} to ${name}`)
  })
}

/** Newest first; `before` is the id of the last entry of the page before. */
export const listAudit = (
  deps: Deps,
  actor: Actor,
  { before, limit = 100 }: { before?: string; limit?: number } = {},
): AuditView[] => {
  requireRole(actor, 'member')
  return deps.db
    .select({
      id: auditEntries.id,
      actor: auditEntries.actor,
      action: auditEntries.action,
      subject: auditEntries.subject,
      at: auditEntries.at,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.workspaceId, actor.workspaceId),
        before === undefined ? undefined : lt(auditEntries.id, before),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(limit)
    .all()
}
