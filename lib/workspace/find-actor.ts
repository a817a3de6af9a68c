import 'server-only'
import { findApiToken, findMember, touchApiToken } from '@/db/queries/people'
import { hashToken } from '@/lib/crypto/keys'
import type { Actor, Deps } from './deps'

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

/** Undefined for a token that is unknown or revoked. */
export const actorOfToken = ({ db, config, clock }: Reads, token: string): Actor | undefined => {
  const row = findApiToken(db, hashToken(token, config.secret))
  if (!row) return undefined
  const now = clock()
  if (row.lastUsedAt === null || now - row.lastUsedAt >= touchEveryMs) touchApiToken(db, row.id, now)
  return {
    workspaceId: row.workspaceId,
    role: row.role,
    name: `token ${row.name}`,
    memberId: null,
    tokenId: row.id,
  }
}
