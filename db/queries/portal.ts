import 'server-only'
import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '../client'
import { members, portalInvitations, portalMembers, portalOrganisations, users } from '../schema'

export type PortalOrganisationRow = typeof portalOrganisations.$inferSelect
export type PortalInvitationRow = typeof portalInvitations.$inferSelect

export const portalOrganisationsOf = (db: Db, workspaceId: string) =>
  db
    .select()
    .from(portalOrganisations)
    .where(eq(portalOrganisations.workspaceId, workspaceId))
    .orderBy(asc(portalOrganisations.createdAt), asc(portalOrganisations.id))
    .all()

export const findPortalOrganisation = (db: Db, workspaceId: string, id: string) =>
  db
    .select()
    .from(portalOrganisations)
    .where(and(eq(portalOrganisations.id, id), eq(portalOrganisations.workspaceId, workspaceId)))
    .get()

export const insertPortalOrganisation = (db: Db, row: typeof portalOrganisations.$inferInsert) =>
  db.insert(portalOrganisations).values(row).run()

export const renamePortalOrganisation = (db: Db, id: string, name: string) =>
  db.update(portalOrganisations).set({ name }).where(eq(portalOrganisations.id, id)).run()

/** Its people and invitations go with it. */
export const deletePortalOrganisation = (db: Db, id: string) =>
  db.delete(portalOrganisations).where(eq(portalOrganisations.id, id)).run()

/** Who stands where in the organisations of a workspace; people who were removed from it are left out. */
export const portalPeopleOf = (db: Db, workspaceId: string) =>
  db
    .select({
      organisationId: portalMembers.organisationId,
      memberId: portalMembers.memberId,
      side: portalMembers.side,
      joinedAt: portalMembers.joinedAt,
      name: users.name,
      role: members.role,
    })
    .from(portalMembers)
    .innerJoin(members, eq(members.id, portalMembers.memberId))
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.removedAt)))
    .orderBy(asc(portalMembers.joinedAt), asc(users.name))
    .all()

export const sideOfMember = (db: Db, organisationId: string, memberId: string) =>
  db
    .select({ side: portalMembers.side })
    .from(portalMembers)
    .where(and(eq(portalMembers.organisationId, organisationId), eq(portalMembers.memberId, memberId)))
    .get()?.side

export const insertPortalMember = (db: Db, row: typeof portalMembers.$inferInsert) =>
  db.insert(portalMembers).values(row).run()

export const removePortalMember = (db: Db, organisationId: string, memberId: string) =>
  db
    .delete(portalMembers)
    .where(and(eq(portalMembers.organisationId, organisationId), eq(portalMembers.memberId, memberId)))
    .run()

/** What a person who leaves the workspace had here: places on a side, and links that nobody used yet. */
export const endPortalPlaces = (db: Db, memberId: string, now: number) => {
  db.delete(portalMembers).where(eq(portalMembers.memberId, memberId)).run()
  db.update(portalInvitations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(portalInvitations.createdBy, memberId),
        isNull(portalInvitations.usedAt),
        isNull(portalInvitations.revokedAt),
      ),
    )
    .run()
}

export const insertPortalInvitation = (db: Db, row: typeof portalInvitations.$inferInsert) =>
  db.insert(portalInvitations).values(row).run()

export const portalInvitationsOf = (db: Db, organisationId: string, limit: number) =>
  db
    .select()
    .from(portalInvitations)
    .where(eq(portalInvitations.organisationId, organisationId))
    .orderBy(desc(portalInvitations.createdAt), desc(portalInvitations.id))
    .limit(limit)
    .all()

export const findPortalInvitation = (db: Db, tokenHash: string) =>
  db
    .select({ invitation: portalInvitations, organisation: portalOrganisations })
    .from(portalInvitations)
    .innerJoin(portalOrganisations, eq(portalOrganisations.id, portalInvitations.organisationId))
    .where(eq(portalInvitations.tokenHash, tokenHash))
    .get()

/** Marks a link as used; undefined when it was used, revoked or too old. Only one caller wins. */
export const claimPortalInvitation = (
  db: Db,
  { tokenHash, usedBy, now }: { tokenHash: string; usedBy: string; now: number },
) =>
  db
    .update(portalInvitations)
    .set({ usedAt: now, usedBy })
    .where(
      and(
        eq(portalInvitations.tokenHash, tokenHash),
        isNull(portalInvitations.usedAt),
        isNull(portalInvitations.revokedAt),
        gt(portalInvitations.expiresAt, now),
      ),
    )
    .returning()
    .get()

/** False when there was nothing left to revoke. */
export const revokePortalInvitation = (
  db: Db,
  { organisationId, id, now }: { organisationId: string; id: string; now: number },
): boolean =>
  db
    .update(portalInvitations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(portalInvitations.id, id),
        eq(portalInvitations.organisationId, organisationId),
        isNull(portalInvitations.usedAt),
        isNull(portalInvitations.revokedAt),
      ),
    )
    .run().changes === 1
