import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { members, workspaces } from './people'

/** Organisations of the local OpenAPI portal: they review the applications that developers hand in. */
export const portalOrganisations = sqliteTable(
  'portal_organisations',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Its service provider code in the local world. */
    shortcode: text('shortcode').notNull(),
    market: text('market').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('portal_organisations_workspace').on(table.workspaceId)],
)

/** A member stands on one side of an organisation: either decides for it, or develops for it. */
export const portalMembers = sqliteTable(
  'portal_members',
  {
    organisationId: text('organisation_id')
      .notNull()
      .references(() => portalOrganisations.id, { onDelete: 'cascade' }),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    side: text('side', { enum: ['organisation', 'developer'] }).notNull(),
    joinedAt: integer('joined_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.memberId] })],
)

/** One-time links into an organisation. Only the hash of the token is kept. */
export const portalInvitations = sqliteTable(
  'portal_invitations',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => portalOrganisations.id, { onDelete: 'cascade' }),
    side: text('side', { enum: ['organisation', 'developer'] }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    /** A note of whom it is for. */
    label: text('label').notNull().default(''),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
    usedBy: text('used_by'),
    revokedAt: integer('revoked_at'),
  },
  (table) => [index('portal_invitations_organisation').on(table.organisationId)],
)
