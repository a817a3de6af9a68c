import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import { workspaces } from './people'

export const inboxes = sqliteTable(
  'inboxes',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** What people and calls of the API call it; unique among those of its workspace. */
    name: text('name').notNull(),
    /** The segment of `/hook/<address>`; unique over the whole server. */
    address: text('address').notNull(),
    /** The path segment behind the address that a sender has to know, AES-256-GCM; null: none. */
    secret: blob('secret', { mode: 'buffer' }),
    /** Whom it takes messages from: addresses, ranges, and ids of systems for what their provider published. Empty: anybody. */
    sources: text('sources', { mode: 'json' }).$type<string[]>().notNull().default([]),
    /** Origin that leads here from outside; null: the server's own. */
    publicUrl: text('public_url'),
    /** Since when it stores nothing and asks senders to come again; null: it takes messages. */
    pausedAt: integer('paused_at'),
    /** What a validation question is answered: `accept`, `silent`, or the code that it is refused with. */
    validation: text('validation').notNull().default('accept'),
    /** What is kept at most; null: no bound of that kind. */
    keepDays: integer('keep_days'),
    keepCount: integer('keep_count'),
    keepBytes: integer('keep_bytes'),
    /** It is gone for everybody; its callbacks follow a slice at a time, and then the row. */
    deletedAt: integer('deleted_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('inboxes_workspace').on(table.workspaceId),
    uniqueIndex('inboxes_address').on(table.address),
    uniqueIndex('inboxes_workspace_name').on(table.workspaceId, table.name).where(sql`deleted_at is null`),
  ],
)

/** What each inbox holds, kept by triggers on `callbacks`. */
export const inboxUse = sqliteTable('inbox_use', {
  inboxId: text('inbox_id').primaryKey(),
  callbacks: integer('callbacks').notNull(),
  /** Of bodies. */
  bytes: integer('bytes').notNull(),
})

/** Requests that an inbox turned away: counted by sender, never kept. */
export const inboxRefusals = sqliteTable(
  'inbox_refusals',
  {
    inboxId: text('inbox_id')
      .notNull()
      .references(() => inboxes.id, { onDelete: 'cascade' }),
    reason: text('reason', { enum: ['source', 'secret', 'paused'] }).notNull(),
    remoteAddress: text('remote_address').notNull(),
    count: integer('count').notNull(),
    lastAt: integer('last_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.inboxId, table.reason, table.remoteAddress] })],
)

/** Inboxes of other Jaribus whose callbacks are copied into one of ours. */
export const relays = sqliteTable(
  'relays',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    /** Where the copies go. */
    inboxId: text('inbox_id')
      .notNull()
      .references(() => inboxes.id, { onDelete: 'cascade' }),
    /** Origin of the other Jaribu, and the name of its inbox. */
    remoteUrl: text('remote_url').notNull(),
    remoteInbox: text('remote_inbox').notNull(),
    /** Of its API, AES-256-GCM. */
    token: blob('token', { mode: 'buffer' }).notNull(),
    /** The last callback there that is stored here: it changes in the commit that stores it. */
    cursor: integer('cursor').notNull(),
    copied: integer('copied').notNull().default(0),
    lastCopiedAt: integer('last_copied_at'),
    /** Why it stands still, in words; null while all is well. */
    failure: text('failure'),
    pausedAt: integer('paused_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('relays_inbox').on(table.inboxId),
    uniqueIndex('relays_of').on(table.inboxId, table.remoteUrl, table.remoteInbox),
  ],
)

export const environments = sqliteTable(
  'environments',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** Short name in URLs and API calls: `local`, `safaricom-sandbox`. Unique in its workspace. */
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    system: text('system').notNull(),
    kind: text('kind').$type<EnvironmentKind>().notNull(),
    market: text('market').notNull(),
    /** Absolute, or a path of our own (`/emulator/daraja`) that follows the public URL. No trailing slash. */
    baseUrl: text('base_url').notNull(),
    inboxId: text('inbox_id')
      .notNull()
      .references(() => inboxes.id),
    /** Credentials that are not secret, by name, as JSON. */
    settings: text('settings', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    /** PEM of the certificate or public key to encrypt with; null: the system's bundled one for this kind. */
    certificate: text('certificate'),
    /** PEM of the authority (one or several certificates) that signs this host; null: the public ones. */
    caCertificate: text('ca_certificate'),
    /** PEM of the certificate that we show to the host, with its chain. Its private key is among the secrets. */
    clientCertificate: text('client_certificate'),
    /** Milliseconds to wait for an answer. */
    timeoutMs: integer('timeout_ms').notNull().default(30_000),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [uniqueIndex('environments_workspace_slug').on(table.workspaceId, table.slug)],
)

/** Secret credentials, AES-256-GCM; the key lives outside the database. */
export const environmentSecrets = sqliteTable(
  'environment_secrets',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environments.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    ciphertext: blob('ciphertext', { mode: 'buffer' }).notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [uniqueIndex('environment_secrets_name').on(table.environmentId, table.name)],
)

/** The token or session key in use, encrypted like a secret. One row an environment. */
export const accessTokens = sqliteTable('access_tokens', {
  environmentId: text('environment_id')
    .primaryKey()
    .references(() => environments.id, { onDelete: 'cascade' }),
  ciphertext: blob('ciphertext', { mode: 'buffer' }).notNull(),
  obtainedAt: integer('obtained_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
})

/** What each person last typed for an operation in an environment: fields without their secrets. */
export const lastValues = sqliteTable(
  'last_values',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id').notNull(),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environments.id, { onDelete: 'cascade' }),
    operation: text('operation').notNull(),
    values: text('values', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [uniqueIndex('last_values_of').on(table.memberId, table.environmentId, table.operation)],
)
