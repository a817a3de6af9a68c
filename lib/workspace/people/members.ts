import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { listMembers as listMemberRows } from '@/db/queries/people'
import { endPortalPlaces } from '@/db/queries/portal'
import { apiTokens, members, signInLinks } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import type { MemberView, Role } from '../views'
import { recordAudit } from './record-audit'
import { requireRole } from './require-role'

export const listMembers = (deps: Deps, actor: Actor): MemberView[] => {
  requireRole(actor, 'viewer')
  return listMemberRows(deps.db, actor.workspaceId).map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    createdAt: row.createdAt,
    you: row.id === actor.memberId,
  }))
}

export const changeRole = (deps: Deps, actor: Actor, { id, role }: { id: string; role: Role }): void => {
  requireRole(actor, 'owner')
  deps.db.transaction(() => {
    const member = findIn(deps, actor, id)
    if (member.role === role) return
    if (member.role === 'owner') requireAnotherOwner(deps, actor, 'give this role to')
    deps.db.update(members).set({ role }).where(eq(members.id, id)).run()
    recordAudit(deps, actor, 'changed a role', `${member.name}: ${member.role} to ${role}`)
  })
  deps.live.peopleChanged(actor.workspaceId)
}

/** Ends every session, token and open invitation of the member at once. What they did stays. */
export const removeMember = (deps: Deps, actor: Actor, { id }: { id: string }): void => {
  requireRole(actor, 'owner')
  deps.db.transaction(() => {
    const member = findIn(deps, actor, id)
    if (member.role === 'owner') requireAnotherOwner(deps, actor, 'remove')
    const now = deps.clock()
    deps.db
      .update(apiTokens)
      .set({ revokedAt: now })
      .where(and(eq(apiTokens.createdBy, id), isNull(apiTokens.revokedAt)))
      .run()
    deps.db
      .update(signInLinks)
      .set({ revokedAt: now })
      .where(and(eq(signInLinks.createdBy, id), isNull(signInLinks.usedAt), isNull(signInLinks.revokedAt)))
      .run()
    endPortalPlaces(deps.db, id, now)
    deps.db
      .update(members)
      .set({ removedAt: now, sessionVersion: member.sessionVersion + 1 })
      .where(eq(members.id, id))
      .run()
    recordAudit(deps, actor, 'removed a member', member.name)
  })
  deps.live.peopleChanged(actor.workspaceId)
}

const findIn = (deps: Deps, actor: Actor, id: string) => {
  const row = listMemberRows(deps.db, actor.workspaceId).find((member) => member.id === id)
  const versioned = deps.db
    .select({ sessionVersion: members.sessionVersion })
    .from(members)
    .where(eq(members.id, id))
    .get()
  if (!row || !versioned) throw new Refusal('not-found', 'This person is not in the workspace any more.')
  return { ...row, ...versioned }
}

const requireAnotherOwner = (deps: Deps, actor: Actor, what: string) => {
  const owners = deps.db
    .select({ id: members.id })
    .from(members)
    .where(
      and(eq(members.workspaceId, actor.workspaceId), eq(members.role, 'owner'), isNull(members.removedAt)),
    )
    .all()
  if (owners.length > 1) return
  throw new Refusal('conflict', `You cannot ${what} the only owner. Make somebody else an owner first.`)
}
