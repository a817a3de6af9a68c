import 'server-only'
import { findApiToken, findMember, touchApiToken } from '@/db/queries/people'
import { hashToken } from '@/lib/crypto/keys'
import type { Actor, Deps } from '../deps'
import { isAtLeast } from './require-role'

type Reads = Pick<Deps, 'db' | 'config' | 'clock'>

/** Undefined once the member was removed or their sessions were ended. */
export const actorOfMember = ({ db }: Reads, memberId: string, sessionVersion: number): Actor | undefined => {
  const member = findMember(db, memberId)
  if (!member || member.sessionVersion !== sessionVersion) return undefined
  return {
    workspaceId: member.workspaceId,
    role: member.role,
    name: member.name,
    memberId: member.id,
    tokenId: null,
  }
}

// "Last used" is for people: a write for each request of a script would cost more than it says.
const touchEveryMs = 60_000

/** Undefined for a token that is unknown, revoked, or made by somebody who was removed. */
export const actorOfToken = ({ db, config, clock }: Reads, token: string): Actor | undefined => {
  const row = findApiToken(db, hashToken(token, config.secret))
  if (!row) return undefined
  const maker = row.createdBy === null ? undefined : findMember(db, row.createdBy)
  if (row.createdBy !== null && !maker) return undefined
  const now = clock()
  if (row.lastUsedAt === null || now - row.lastUsedAt >= touchEveryMs) touchApiToken(db, row.id, now)
  return {
    workspaceId: row.workspaceId,
    // A token can do no more than the person who made it can do today.
    role: maker && !isAtLeast(maker.role, row.role) ? maker.role : row.role,
    name: `token ${row.name}`,
    memberId: null,
    tokenId: row.id,
  }
}
