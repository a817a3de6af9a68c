import 'server-only'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '../client'
import { signInLinks } from '../schema'

export type SignInLinkRow = typeof signInLinks.$inferSelect

export const findLink = (db: Db, kind: SignInLinkRow['kind'], tokenHash: string) =>
  db
    .select()
    .from(signInLinks)
    .where(and(eq(signInLinks.tokenHash, tokenHash), eq(signInLinks.kind, kind)))
    .get()

/** Marks a link as used and returns it; undefined when it was used, revoked or too old. Only one caller wins. */
export const claimLink = (db: Db, kind: SignInLinkRow['kind'], tokenHash: string, now: number) =>
  db
    .update(signInLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(signInLinks.tokenHash, tokenHash),
        eq(signInLinks.kind, kind),
        isNull(signInLinks.usedAt),
        isNull(signInLinks.revokedAt),
        gt(signInLinks.expiresAt, now),
      ),
    )
    .returning()
    .get()

export const insertLink = (db: Db, row: typeof signInLinks.$inferInsert) =>
  db.insert(signInLinks).values(row).run()

export const revokeOpenOwnerLinks = (db: Db, workspaceId: string, now: number) =>
  db
    .update(signInLinks)
    .set({ revokedAt: now })
    .where(
      and(
        eq(signInLinks.workspaceId, workspaceId),
        eq(signInLinks.kind, 'owner'),
        isNull(signInLinks.usedAt),
        isNull(signInLinks.revokedAt),
      ),
    )
    .run()

export const listInvitationRows = (db: Db, workspaceId: string, limit: number) =>
  db
    .select()
    .from(signInLinks)
    .where(and(eq(signInLinks.workspaceId, workspaceId), eq(signInLinks.kind, 'invitation')))
    .orderBy(desc(signInLinks.createdAt), desc(signInLinks.id))
    .limit(limit)
    .all()

/** False when there was nothing left to revoke. */
export const revokeInvitationRow = (db: Db, workspaceId: string, id: string, now: number): boolean =>
  db
    .update(signInLinks)
    .set({ revokedAt: now })
    .where(
      and(
        eq(signInLinks.id, id),
        eq(signInLinks.workspaceId, workspaceId),
        eq(signInLinks.kind, 'invitation'),
        isNull(signInLinks.usedAt),
        isNull(signInLinks.revokedAt),
      ),
    )
    .run().changes === 1
