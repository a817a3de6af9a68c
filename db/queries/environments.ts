import 'server-only'
import { and, asc, desc, eq, inArray, ne, or } from 'drizzle-orm'
import type { Db } from '../client'
import { accessTokens, auditEntries, environmentSecrets, environments, runs } from '../schema'

export type EnvironmentRow = typeof environments.$inferSelect
export type NewEnvironmentRow = typeof environments.$inferInsert
export type SecretRow = typeof environmentSecrets.$inferSelect
export type AccessTokenRow = typeof accessTokens.$inferSelect

export const listEnvironmentRows = (db: Db, workspaceId: string): EnvironmentRow[] =>
  db
    .select()
    .from(environments)
    .where(eq(environments.workspaceId, workspaceId))
    .orderBy(asc(environments.createdAt), asc(environments.id))
    .all()

/** The oldest first. */
export const environmentsOfSystem = (
  db: Db,
  workspaceId: string,
  system: string,
  kind: EnvironmentRow['kind'],
): EnvironmentRow[] =>
  db
    .select()
    .from(environments)
    .where(
      and(
        eq(environments.workspaceId, workspaceId),
        eq(environments.system, system),
        eq(environments.kind, kind),
      ),
    )
    .orderBy(asc(environments.createdAt), asc(environments.id))
    .all()

/** For work that is nobody's request; verbs look within their workspace. */
export const environmentById = (db: Db, id: string): EnvironmentRow | undefined =>
  db.select().from(environments).where(eq(environments.id, id)).get()

/** By slug or by id, within its workspace. A slug wins over an id of the same text. */
export const findEnvironmentRow = (
  db: Db,
  workspaceId: string,
  idOrSlug: string,
): EnvironmentRow | undefined => {
  const found = db
    .select()
    .from(environments)
    .where(
      and(
        eq(environments.workspaceId, workspaceId),
        or(eq(environments.slug, idOrSlug), eq(environments.id, idOrSlug)),
      ),
    )
    .all()
  return found.find((row) => row.slug === idOrSlug) ?? found[0]
}

export const isSlugTaken = (db: Db, workspaceId: string, slug: string, exceptId = ''): boolean =>
  db
    .select({ id: environments.id })
    .from(environments)
    .where(
      and(
        eq(environments.workspaceId, workspaceId),
        eq(environments.slug, slug),
        ne(environments.id, exceptId),
      ),
    )
    .get() !== undefined

export const insertEnvironment = (db: Db, row: NewEnvironmentRow): void => {
  db.insert(environments).values(row).run()
}

export const updateEnvironmentRow = (db: Db, id: string, change: Partial<NewEnvironmentRow>): void => {
  db.update(environments).set(change).where(eq(environments.id, id)).run()
}

export const deleteEnvironmentRow = (db: Db, id: string): void => {
  db.delete(environments).where(eq(environments.id, id)).run()
}

export const secretsOf = (db: Db, environmentId: string): SecretRow[] =>
  db.select().from(environmentSecrets).where(eq(environmentSecrets.environmentId, environmentId)).all()

export const putSecret = (db: Db, row: SecretRow): void => {
  db.insert(environmentSecrets)
    .values(row)
    .onConflictDoUpdate({
      target: [environmentSecrets.environmentId, environmentSecrets.name],
      set: { ciphertext: row.ciphertext, updatedAt: row.updatedAt },
    })
    .run()
}

export const removeSecrets = (db: Db, environmentId: string, names: string[]): void => {
  db.delete(environmentSecrets)
    .where(and(eq(environmentSecrets.environmentId, environmentId), inArray(environmentSecrets.name, names)))
    .run()
}

export const accessTokenOf = (db: Db, environmentId: string): AccessTokenRow | undefined =>
  db.select().from(accessTokens).where(eq(accessTokens.environmentId, environmentId)).get()

export const putAccessToken = (db: Db, row: AccessTokenRow): void => {
  db.insert(accessTokens)
    .values(row)
    .onConflictDoUpdate({
      target: accessTokens.environmentId,
      set: { ciphertext: row.ciphertext, obtainedAt: row.obtainedAt, expiresAt: row.expiresAt },
    })
    .run()
}

export const removeAccessToken = (db: Db, environmentId: string): void => {
  db.delete(accessTokens).where(eq(accessTokens.environmentId, environmentId)).run()
}

export const insertAuditEntry = (db: Db, row: typeof auditEntries.$inferInsert): void => {
  db.insert(auditEntries).values(row).run()
}

/** Newest runs of an environment that ended with one of these codes. */
export const runsWithCodes = (
  db: Db,
  environmentId: string,
  codes: string[],
  limit: number,
): { id: string; operation: string; code: string | null; description: string | null; createdAt: number }[] =>
  db
    .select({
      id: runs.id,
      operation: runs.operation,
      code: runs.code,
      description: runs.description,
      createdAt: runs.createdAt,
    })
    .from(runs)
    .where(and(eq(runs.environmentId, environmentId), inArray(runs.code, codes)))
    .orderBy(desc(runs.id))
    .limit(limit)
    .all()
