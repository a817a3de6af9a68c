import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { claimLink, findLink, insertLink, revokeOpenOwnerLinks } from '@/db/queries/sign-in-links'
import { members, users, workspaces } from '@/db/schema'
import { hashToken } from '@/lib/crypto/keys'
import type { Deps } from '../deps'
import { recordAudit } from './record-audit'

const ownerLinkMs = 24 * 60 * 60_000

export type LinkState = 'open' | 'used' | 'expired' | 'revoked' | 'unknown'

type Row = { usedAt: number | null; revokedAt: number | null; expiresAt: number }

export const stateOfLink = (row: Row | undefined, now: number): LinkState => {
  if (!row) return 'unknown'
  if (row.usedAt !== null) return 'used'
  if (row.revokedAt !== null) return 'revoked'
  return row.expiresAt > now ? 'open' : 'expired'
}

/** The first owner of the first workspace: the one whom the link on the terminal signs in. */
export const firstOwner = (deps: Deps) =>
  deps.db
    .select({
      memberId: members.id,
      workspaceId: members.workspaceId,
      sessionVersion: members.sessionVersion,
      name: users.name,
      hasPassword: users.passwordHash,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.role, 'owner'), isNull(members.removedAt)))
    .orderBy(asc(workspaces.createdAt), asc(members.createdAt), asc(members.id))
    .get()

/** Makes a one-time link that signs its opener in as the owner. Earlier unused ones end. */
export const makeOwnerLink = (deps: Deps): { url: string; expiresAt: number } | undefined => {
  const owner = firstOwner(deps)
  if (!owner) return undefined
  const token = deps.ids.token(32)
  const now = deps.clock()
  deps.db.transaction(() => {
    revokeOpenOwnerLinks(deps.db, owner.workspaceId, now)
    insertLink(deps.db, {
      id: deps.ids.next(),
      kind: 'owner',
      workspaceId: owner.workspaceId,
      tokenHash: hashToken(token, deps.config.secret),
      role: 'owner',
      createdAt: now,
      expiresAt: now + ownerLinkMs,
    })
  })
  return { url: `${deps.config.publicUrl}/start/${token}`, expiresAt: now + ownerLinkMs }
}

/** Says how a link stands without using it up: previews of chat programs open links too. */
export const readOwnerLink = (deps: Deps, token: string): LinkState =>
  stateOfLink(findLink(deps.db, 'owner', hashToken(token, deps.config.secret)), deps.clock())

/** Uses a link up. Of two openers at the same time one gets in. */
export const openOwnerLink = (
  deps: Deps,
  token: string,
): { memberId: string; sessionVersion: number; name: string } | undefined =>
  deps.db.transaction(() => {
    const link = claimLink(deps.db, 'owner', hashToken(token, deps.config.secret), deps.clock())
    const owner = link && firstOwner(deps)
    if (!owner) return undefined
    recordAudit(deps, owner, 'opened the one-time owner link', owner.name)
    return { memberId: owner.memberId, sessionVersion: owner.sessionVersion, name: owner.name }
  })
