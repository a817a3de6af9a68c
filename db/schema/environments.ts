import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import { workspaces } from './people'

export const inboxes = sqliteTable(
  'inboxes',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** The segment of `/hook/<name>`; unique over the whole server. */
    name: text('name').notNull().unique(),
    /** What a validation question is answered: `accept`, `silent`, or the code that it is refused with. */
    validation: text('validation').notNull().default('accept'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('inboxes_workspace').on(table.workspaceId)],
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
