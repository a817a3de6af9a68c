import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { workspaces } from './people'

const workspaceId = () =>
  text('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' })

/** The emulated provider's idea of an application: the key that a request carries chooses the world. */
export const localApps = sqliteTable(
  'local_apps',
  {
    id: text('id').primaryKey(),
    workspaceId: workspaceId(),
    system: text('system').notNull(),
    key: text('key').notNull(),
    /** SHA-256 hex of the secret: the emulator only compares. */
    secretHash: text('secret_hash').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('local_apps_key').on(table.system, table.key)],
)

/** Tokens that the emulator handed out, by the SHA-256 of the token. */
export const localTokens = sqliteTable(
  'local_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    workspaceId: workspaceId(),
    appId: text('app_id').notNull(),
    system: text('system').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  // By their end within an app: those of yesterday are forgotten with each new one.
  (table) => [index('local_tokens_app').on(table.appId, table.expiresAt)],
)

/** One row a workspace: how its world behaves. */
export const worldSettings = sqliteTable('world_settings', {
  workspaceId: workspaceId().primaryKey(),
  settings: text('settings', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  /** State of the seeded id source. */
  idSeed: integer('id_seed').notNull(),
})

export const worldSubscribers = sqliteTable(
  'world_subscribers',
  {
    workspaceId: workspaceId(),
    market: text('market').notNull(),
    msisdn: text('msisdn').notNull(),
    data: text('data', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.market, table.msisdn] })],
)

export const worldOrganisations = sqliteTable(
  'world_organisations',
  {
    workspaceId: workspaceId(),
    market: text('market').notNull(),
    shortcode: text('shortcode').notNull(),
    data: text('data', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.market, table.shortcode] })],
)

export const worldAccounts = sqliteTable(
  'world_accounts',
  {
    workspaceId: workspaceId(),
    market: text('market').notNull(),
    owner: text('owner').notNull(),
    kind: text('kind').notNull(),
    balanceCents: integer('balance_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.market, table.owner, table.kind] })],
)

/** Double entry: each posting writes two rows whose cents cancel out. */
export const worldEntries = sqliteTable(
  'world_entries',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: workspaceId(),
    transactionId: text('transaction_id').notNull(),
    market: text('market').notNull(),
    owner: text('owner').notNull(),
    kind: text('kind').notNull(),
    /** Positive: into the account. */
    cents: integer('cents').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    index('world_entries_owner').on(table.workspaceId, table.market, table.owner, table.id),
    index('world_entries_transaction').on(table.workspaceId, table.transactionId),
  ],
)

export const worldTransactions = sqliteTable(
  'world_transactions',
  {
    workspaceId: workspaceId(),
    id: text('id').notNull(),
    receipt: text('receipt'),
    payer: text('payer').notNull(),
    payee: text('payee').notNull(),
    state: text('state').notNull(),
    conversationId: text('conversation_id'),
    originatorConversationId: text('originator_conversation_id'),
    checkoutId: text('checkout_id'),
    merchantRequestId: text('merchant_request_id'),
    createdAt: integer('created_at').notNull(),
    data: text('data', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('world_transactions_receipt').on(table.workspaceId, table.receipt).where(sql`receipt is not null`),
    index('world_transactions_conversation')
      .on(table.workspaceId, table.conversationId)
      .where(sql`conversation_id is not null`),
    index('world_transactions_originator')
      .on(table.workspaceId, table.originatorConversationId)
      .where(sql`originator_conversation_id is not null`),
    index('world_transactions_checkout')
      .on(table.workspaceId, table.checkoutId)
      .where(sql`checkout_id is not null`),
    index('world_transactions_merchant_request')
      .on(table.workspaceId, table.merchantRequestId)
      .where(sql`merchant_request_id is not null`),
    index('world_transactions_payer').on(table.workspaceId, table.payer, table.createdAt),
    index('world_transactions_payee').on(table.workspaceId, table.payee, table.createdAt),
    index('world_transactions_at').on(table.workspaceId, table.createdAt),
  ],
)

export const worldPrompts = sqliteTable(
  'world_prompts',
  {
    workspaceId: workspaceId(),
    id: text('id').notNull(),
    msisdn: text('msisdn').notNull(),
    state: text('state').notNull(),
    openedAt: integer('opened_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    data: text('data', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('world_prompts_state').on(table.workspaceId, table.state, table.msisdn),
    index('world_prompts_msisdn').on(table.workspaceId, table.msisdn, table.openedAt),
  ],
)

/** Callbacks and actions that are owed at a time. Finished ones stay: they are the log of deliveries. */
export const worldDues = sqliteTable(
  'world_dues',
  {
    id: text('id').primaryKey(),
    workspaceId: workspaceId(),
    system: text('system').notNull(),
    type: text('type', { enum: ['callback', 'action'] }).notNull(),
    kind: text('kind').notNull(),
    dueAt: integer('due_at').notNull(),
    state: text('state', {
      enum: ['waiting', 'held', 'sending', 'delivered', 'failed', 'done', 'cancelled'],
    }).notNull(),
    request: text('request', { mode: 'json' }).$type<Record<string, unknown>>(),
    context: text('context', { mode: 'json' }).$type<unknown>(),
    keys: text('keys', { mode: 'json' }).$type<{ kind: string; value: string }[]>().notNull(),
    startedAt: integer('started_at'),
    finishedAt: integer('finished_at'),
    answerStatus: integer('answer_status'),
    answerBody: text('answer_body'),
    answerMs: integer('answer_ms'),
    failure: text('failure'),
  },
  (table) => [
    index('world_dues_state_due').on(table.state, table.dueAt),
    index('world_dues_workspace').on(table.workspaceId, table.dueAt),
  ],
)

/** Joins a due callback to a timeline by the ids it speaks of. */
export const worldDueKeys = sqliteTable(
  'world_due_keys',
  {
    workspaceId: workspaceId(),
    value: text('value').notNull(),
    dueId: text('due_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.value, table.dueId] })],
)

export const worldRecords = sqliteTable(
  'world_records',
  {
    workspaceId: workspaceId(),
    collection: text('collection').notNull(),
    key: text('key').notNull(),
    value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.collection, table.key] })],
)
