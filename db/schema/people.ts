import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Times are epoch milliseconds, UTC, everywhere in this schema. Ids are ULIDs unless said otherwise. */
export const workspaces = sqliteTable('workspaces', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: integer('created_at').notNull(),
  /** Notices from before customers' payments were runs have got theirs: what is nobody's from now on was left so. */
  hasAdoptedNotices: integer('has_adopted_notices', { mode: 'boolean' }).notNull().default(true),
})

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** Lower case; null until the first owner has set one. */
  email: text('email').unique(),
  /** scrypt, with its salt and parameters in the text; null until set. */
  passwordHash: text('password_hash'),
  createdAt: integer('created_at').notNull(),
})

export const members = sqliteTable(
  'members',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['owner', 'member', 'viewer'] }).notNull(),
    /** Raised to end every session of this member at once. */
    sessionVersion: integer('session_version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    removedAt: integer('removed_at'),
  },
  (table) => [uniqueIndex('members_workspace_user').on(table.workspaceId, table.userId)],
)

/** One-time links: the owner's first sign-in and invitations. Only the hash of the token is kept. */
export const signInLinks = sqliteTable('sign_in_links', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['owner', 'invitation'] }).notNull(),
  workspaceId: text('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' }),
  tokenHash: text('token_hash').notNull().unique(),
  /** For `invitation`: the role that the opener gets. */
  role: text('role', { enum: ['owner', 'member', 'viewer'] }).notNull(),
  /** For `invitation`: a note of whom it is for. */
  label: text('label').notNull().default(''),
  createdBy: text('created_by'),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
  revokedAt: integer('revoked_at'),
})

/** Failed sign-ins by e-mail and by address, for the lock-out. */
export const signInFailures = sqliteTable('sign_in_failures', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastAt: integer('last_at').notNull(),
  lockedUntil: integer('locked_until'),
})

export const apiTokens = sqliteTable(
  'api_tokens',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    role: text('role', { enum: ['member', 'viewer'] }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    lastFour: text('last_four').notNull(),
    createdBy: text('created_by'),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
    revokedAt: integer('revoked_at'),
  },
  (table) => [index('api_tokens_workspace').on(table.workspaceId)],
)

/** Who did what that others may need to know: reveals, credential changes, members, tokens, production sends. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('audit_entries_workspace_at').on(table.workspaceId, table.at)],
)
