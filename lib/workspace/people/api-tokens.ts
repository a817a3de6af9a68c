import 'server-only'
import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { listMembers } from '@/db/queries/people'
import { apiTokens } from '@/db/schema'
import { hashToken } from '@/lib/crypto/keys'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { epochMs } from '../views'
import { recordAudit } from './record-audit'
import { requireRole } from './require-role'

export const apiTokenView = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(['member', 'viewer']),
    lastFour: z.string(),
    createdBy: z.string().nullable(),
    createdAt: epochMs,
    lastUsedAt: epochMs.nullable(),
    revokedAt: epochMs.nullable(),
    fromEnvironment: z.boolean().describe('Set by JARIBU_API_TOKEN: it ends when the variable is gone.'),
    yours: z.boolean(),
  })
  .meta({ id: 'ApiToken' })
export type ApiTokenView = z.infer<typeof apiTokenView>

const settingName = 'JARIBU_API_TOKEN'

type Row = typeof apiTokens.$inferSelect

const isFromEnvironment = (row: Row): boolean => row.createdBy === null && row.name === settingName

/** The token is in the answer and nowhere else afterwards. */
export const createApiToken = (
  deps: Deps,
  actor: Actor,
  { name, role }: { name: string; role: 'member' | 'viewer' },
): { id: string; token: string } => {
  requireRole(actor, 'member')
  if (actor.memberId === null) {
    throw new Refusal('forbidden', 'An API token makes no other tokens. Sign in and make one in Settings.')
  }
  const token = `jaribu_${deps.ids.token(32)}`
  const id = deps.ids.next()
  deps.db.transaction(() => {
    deps.db
      .insert(apiTokens)
      .values({
        id,
        workspaceId: actor.workspaceId,
        name,
        role,
        tokenHash: hashToken(token, deps.config.secret),
        lastFour: token.slice(-4),
        createdBy: actor.memberId,
        createdAt: deps.clock(),
      })
      .run()
    recordAudit(deps, actor, 'created an API token', `${name} as ${role}`)
  })
  return { id, token }
}

export const listApiTokens = (deps: Deps, actor: Actor): ApiTokenView[] => {
  requireRole(actor, 'member')
  const names = new Map(listMembers(deps.db, actor.workspaceId).map((member) => [member.id, member.name]))
  return deps.db
    .select()
    .from(apiTokens)
    .where(eq(apiTokens.workspaceId, actor.workspaceId))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
    .limit(200)
    .all()
    .map((row) => ({
      id: row.id,
      name: row.name,
      role: row.role,
      lastFour: row.lastFour,
      createdBy: names.get(row.createdBy ?? '') ?? null,
      createdAt: row.createdAt,
      lastUsedAt: row.lastUsedAt,
      revokedAt: row.revokedAt,
      fromEnvironment: isFromEnvironment(row),
      yours: row.createdBy !== null && row.createdBy === actor.memberId,
    }))
}

/** Members end their own tokens, owners any. */
export const revokeApiToken = (deps: Deps, actor: Actor, { id }: { id: string }): void => {
  requireRole(actor, 'member')
  deps.db.transaction(() => {
    const row = deps.db
      .select()
      .from(apiTokens)
      .where(and(eq(apiTokens.id, id), eq(apiTokens.workspaceId, actor.workspaceId)))
      .get()
    if (!row) throw new Refusal('not-found', 'There is no such token.')
    if (isFromEnvironment(row)) {
      throw new Refusal('conflict', `This token comes from ${settingName}. Unset it and restart to end it.`)
    }
    const isYours = row.createdBy !== null && row.createdBy === actor.memberId
    if (!isYours) requireRole(actor, 'owner')
    if (row.revokedAt !== null) return
    deps.db.update(apiTokens).set({ revokedAt: deps.clock() }).where(eq(apiTokens.id, id)).run()
    recordAudit(deps, actor, 'revoked an API token', row.name)
  })
  deps.live.peopleChanged(actor.workspaceId)
}

/** Makes the token of the environment valid, and ends one that was set there before. */
export const registerEnvironmentToken = (deps: Deps, workspaceId: string): void => {
  const token = deps.config.apiToken
  const tokenHash = token === undefined ? '' : hashToken(token, deps.config.secret)
  const now = deps.clock()
  deps.db.transaction(() => {
    deps.db
      .update(apiTokens)
      .set({ revokedAt: now })
      .where(
        and(
          eq(apiTokens.name, settingName),
          isNull(apiTokens.createdBy),
          isNull(apiTokens.revokedAt),
          ne(apiTokens.tokenHash, tokenHash),
        ),
      )
      .run()
    if (token === undefined) return
    deps.db
      .insert(apiTokens)
      .values({
        id: deps.ids.next(),
        workspaceId,
        name: settingName,
        role: 'member',
        tokenHash,
        lastFour: token.slice(-4),
        createdBy: null,
        createdAt: now,
      })
      .onConflictDoUpdate({ target: apiTokens.tokenHash, set: { revokedAt: null } })
      .run()
  })
}
