import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Mismatch } from '@/lib/wire/mismatch'
import { inboxes } from './environments'

/**
 * The journal of captures: what was acknowledged a moment ago and is not a callback yet. One append a request and no
 * index but the deliveries', so that taking a message in costs what the disk costs; `moveArrivals` empties it.
 */
export const arrivals = sqliteTable(
  'arrivals',
  {
    /** The id that the callback will have. */
    id: integer('id').primaryKey(),
    inboxId: text('inbox_id').notNull(),
    workspaceId: text('workspace_id').notNull(),
    receivedAt: integer('received_at').notNull(),
    method: text('method').notNull(),
    path: text('path').notNull(),
    query: text('query').notNull(),
    headers: text('headers', { mode: 'json' }).$type<[string, string][]>().notNull(),
    body: blob('body', { mode: 'buffer' }).notNull(),
    remoteAddress: text('remote_address').notNull(),
    answerStatus: integer('answer_status').notNull(),
    answerHeaders: text('answer_headers', { mode: 'json' }).$type<[string, string][]>().notNull(),
    answerBody: text('answer_body').notNull(),
    deliveryId: text('delivery_id'),
  },
  (table) => [uniqueIndex('arrivals_delivery').on(table.deliveryId).where(sql`delivery_id is not null`)],
)

/** Any HTTP request that an inbox captured, byte for byte. */
export const callbacks = sqliteTable(
  'callbacks',
  {
    /** Order of arrival: the cursor of lists and of the API. */
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id').notNull(),
    inboxId: text('inbox_id')
      .notNull()
      .references(() => inboxes.id),
    receivedAt: integer('received_at').notNull(),
    method: text('method').notNull(),
    /** As received, from `/hook/…` on. */
    path: text('path').notNull(),
    query: text('query').notNull(),
    headers: text('headers', { mode: 'json' }).$type<[string, string][]>().notNull(),
    body: blob('body', { mode: 'buffer' }).notNull(),
    bodyBytes: integer('body_bytes').notNull(),
    remoteAddress: text('remote_address').notNull(),
    /** `unknown` until and unless it is recognised. */
    kind: text('kind').notNull().default('unknown'),
    system: text('system'),
    sentence: text('sentence').notNull().default(''),
    outcome: text('outcome'),
    code: text('code'),
    description: text('description'),
    receipt: text('receipt'),
    msisdn: text('msisdn'),
    amountCents: integer('amount_cents'),
    currency: text('currency'),
    reference: text('reference'),
    runId: text('run_id'),
    /** Same kind and keys as an earlier one: the earlier one's id. */
    duplicateOf: integer('duplicate_of'),
    /** It came after the verdict was already final, or before the acknowledgement. */
    timing: text('timing', { enum: ['usual', 'early', 'late'] })
      .notNull()
      .default('usual'),
    /** Where it says something else than what it claims to be of: it is kept, and decides nothing. */
    mismatch: text('mismatch', { mode: 'json' }).$type<Mismatch>(),
    answerStatus: integer('answer_status').notNull(),
    answerHeaders: text('answer_headers', { mode: 'json' }).$type<[string, string][]>().notNull(),
    answerBody: text('answer_body').notNull(),
    /** From the last byte in to the answer out, in microseconds. */
    answerMicros: integer('answer_micros').notNull(),
    /** Whose delivery it was, where the sender names them: each is taken once. */
    deliveryId: text('delivery_id'),
  },
  (table) => [
    index('callbacks_workspace_id').on(table.workspaceId, table.id),
    index('callbacks_inbox_id').on(table.inboxId, table.id),
    index('callbacks_workspace_kind').on(table.workspaceId, table.kind, table.id),
    index('callbacks_workspace_code').on(table.workspaceId, table.code, table.id),
    index('callbacks_workspace_receipt').on(table.workspaceId, table.receipt).where(sql`receipt is not null`),
    index('callbacks_workspace_msisdn').on(table.workspaceId, table.msisdn).where(sql`msisdn is not null`),
    index('callbacks_run').on(table.runId).where(sql`run_id is not null`),
    uniqueIndex('callbacks_delivery').on(table.deliveryId).where(sql`delivery_id is not null`),
  ],
)

/** The ids by which a run is found: its own, those of its acknowledgement, and those that it asks about. */
export const correlationKeys = sqliteTable(
  'correlation_keys',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id').notNull(),
    kind: text('kind').notNull(),
    value: text('value').notNull(),
    runId: text('run_id'),
  },
  (table) => [
    index('correlation_keys_value').on(table.workspaceId, table.value, table.kind),
    index('correlation_keys_run').on(table.runId),
  ],
)

/** The ids that callbacks carry, whichever came first. Without rows beside its key: each capture writes several. */
export const callbackKeys = sqliteTable(
  'callback_keys',
  {
    workspaceId: text('workspace_id').notNull(),
    value: text('value').notNull(),
    callbackId: integer('callback_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.value, table.callbackId] })],
)
