import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { listMembers } from '@/db/queries/people'
import {
  claimLink,
  findLink,
  insertLink,
  listInvitationRows,
  revokeInvitationRow,
} from '@/db/queries/sign-in-links'
import { members, users, workspaces } from '@/db/schema'
import { hashToken } from '@/lib/crypto/keys'
import { hashPassword } from '@/lib/crypto/password'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import type { Role } from '../views'
import { recordAudit } from './record-audit'
import { requireRole } from './require-role'
import { type LinkState, stateOfLink } from './sign-in-link'

const invitationMs = 7 * 24 * 60 * 60_000

export type InvitationView = {
  id: string
  label: string
  role: Role
  state: LinkState
  invitedBy: string | null
  createdAt: number
  expiresAt: number
}

export const createInvitation = (
  deps: Deps,
  actor: Actor,
  { role, label }: { role: 'member' | 'viewer'; label: string },
): { id: string; url: string; expiresAt: number } => {
  requireRole(actor, 'owner')
  const token = deps.ids.token(32)
  const now = deps.clock()
  const id = deps.ids.next()
  deps.db.transaction(() => {
    insertLink(deps.db, {
      id,
      kind: 'invitation',
      workspaceId: actor.workspaceId,
      tokenHash: hashToken(token, deps.config.secret),
      role,
      label,
      createdBy: actor.memberId,
      createdAt: now,
      expiresAt: now + invitationMs,
    })
    recordAudit(deps, actor, 'invited', `${label || 'someone'} as ${role}`)
  })
  return { id, url: `${deps.config.publicUrl}/invite/${token}`, expiresAt: now + invitationMs }
}

export const listInvitations = (deps: Deps, actor: Actor): InvitationView[] => {
  requireRole(actor, 'owner')
  const names = new Map(listMembers(deps.db, actor.workspaceId).map((member) => [member.id, member.name]))
  return listInvitationRows(deps.db, actor.workspaceId, 50).map((row) => ({
    id: row.id,
    label: row.label,
    role: row.role,
    state: stateOfLink(row, deps.clock()),
    invitedBy: names.get(row.createdBy ?? '') ?? null,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
  }))
}

export const revokeInvitation = (deps: Deps, actor: Actor, { id }: { id: string }): void => {
  requireRole(actor, 'owner')
  deps.db.transaction(() => {
    if (!revokeInvitationRow(deps.db, actor.workspaceId, id, deps.clock())) {
      throw new Refusal('conflict', 'This invitation was used or revoked already.')
    }
    recordAudit(deps, actor, 'revoked an invitation', id)
  })
}

/** What the opener sees before accepting. */
export const readInvitation = (
  deps: Deps,
  token: string,
): { state: LinkState; workspace: string; role: Role; invitedBy: string | null } => {
  const row = findLink(deps.db, 'invitation', hashToken(token, deps.config.secret))
  const state = stateOfLink(row, deps.clock())
  if (!row) return { state, workspace: '', role: 'viewer', invitedBy: null }
  const workspace = deps.db.select().from(workspaces).where(eq(workspaces.id, row.workspaceId)).get()
  const inviter = listMembers(deps.db, row.workspaceId).find((member) => member.id === row.createdBy)
  return { state, workspace: workspace?.name ?? '', role: row.role, invitedBy: inviter?.name ?? null }
}

/** Makes the member. The caller then signs them in with the e-mail and password they chose. */
export const acceptInvitation = async (
  deps: Deps,
  input: { token: string; name: string; email: string; password: string },
): Promise<{ memberId: string }> => {
  const tokenHash = hashToken(input.token, deps.config.secret)
  // Before the slow hash: a link that cannot be used must not cost anything.
  const state = stateOfLink(findLink(deps.db, 'invitation', tokenHash), deps.clock())
  if (state !== 'open') throw closed(state)
  const passwordHash = await hashPassword(input.password)
  return deps.db.transaction(() => {
    const link = claimLink(deps.db, 'invitation', tokenHash, deps.clock())
    if (!link) throw closed(stateOfLink(findLink(deps.db, 'invitation', tokenHash), deps.clock()))
    const memberId = joinWorkspace(deps, {
      ...input,
      passwordHash,
      workspaceId: link.workspaceId,
      role: link.role,
    })
    recordAudit(
      deps,
      { workspaceId: link.workspaceId, name: input.name },
      'joined',
      `${input.email} as ${link.role}`,
    )
    return { memberId }
  })
}

/** Makes the account and the membership, or brings back the membership of somebody who was removed. */
export const joinWorkspace = (
  deps: Deps,
  person: { name: string; email: string; passwordHash: string; workspaceId: string; role: Role },
): string => {
  const { name, email, passwordHash, workspaceId, role } = person
  const now = deps.clock()
  const known = deps.db.select().from(users).where(eq(users.email, email)).get()
  if (!known) {
    const userId = deps.ids.next()
    const memberId = deps.ids.next()
    deps.db.insert(users).values({ id: userId, name, email, passwordHash, createdAt: now }).run()
    deps.db.insert(members).values({ id: memberId, workspaceId, userId, role, createdAt: now }).run()
    return memberId
  }
  const active = deps.db
    .select()
    .from(members)
    .where(and(eq(members.userId, known.id), isNull(members.removedAt)))
    .get()
  if (active) {
    throw new Refusal('conflict', 'Somebody here has this e-mail already.', {
      email: ['This e-mail has an account. Sign in with it, or use another.'],
    })
  }
  // Removed earlier and invited again: nothing is reachable by the old account but what this link gives.
  deps.db.update(users).set({ name, passwordHash }).where(eq(users.id, known.id)).run()
  const former = deps.db
    .select()
    .from(members)
    .where(and(eq(members.userId, known.id), eq(members.workspaceId, workspaceId)))
    .get()
  const memberId = former?.id ?? deps.ids.next()
  if (former) {
    deps.db
      .update(members)
      .set({ role, removedAt: null, sessionVersion: former.sessionVersion + 1 })
      .where(eq(members.id, memberId))
      .run()
  } else {
    deps.db
      .insert(members)
      .values({ id: memberId, workspaceId, userId: known.id, role, createdAt: now })
      .run()
  }
  return memberId
}

const reasons: Record<LinkState, string> = {
  open: 'This invitation could not be used. Try again.',
  used: 'This invitation was used already. Ask for a new one.',
  expired: 'This invitation has expired. Ask for a new one.',
  revoked: 'This invitation was revoked. Ask for a new one.',
  unknown: 'This invitation is unknown. Check that the link was copied whole.',
}

const closed = (state: LinkState) => new Refusal('precondition', reasons[state])
