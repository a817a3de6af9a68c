import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Origin } from '@/lib/wire/origins'
import { workspaces } from './people'

type Headers = [name: string, value: string][]

/**
 * One request that an emulated provider received, whoever sent it, and what it answered. Everything stored here has its
 * secrets redacted already. The oldest go first: `trimExchanges`.
 */
export const exchanges = sqliteTable(
  'exchanges',
  {
    /** ULID of the moment it was answered. Of a run that it became, the id is the same. */
    id: text('id').primaryKey(),
    /** Whose world it met. What names no known application is kept by the first workspace: see `isNobodys`. */
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** No known key or token came with it, so that no world was asked. */
    isNobodys: integer('is_nobodys', { mode: 'boolean' }).notNull(),
    at: integer('at').notNull(),
    /** As in the address: there may be no such system. */
    system: text('system').notNull(),
    operation: text('operation'),
    method: text('method').notNull(),
    /** Below the emulator's own address, as received. */
    path: text('path').notNull(),
    query: text('query').notNull(),
    requestHeaders: text('request_headers', { mode: 'json' }).$type<Headers>().notNull(),
    /** The first 256 KB. Bytes that are no text are kept as Base64. */
    requestBody: text('request_body').notNull(),
    bodyEncoding: text('body_encoding', { enum: ['utf8', 'base64'] }).notNull(),
    /** Of the whole body. */
    bodyBytes: integer('body_bytes').notNull(),
    answerStatus: integer('answer_status').notNull(),
    answerHeaders: text('answer_headers', { mode: 'json' }).$type<Headers>().notNull(),
    answerBody: text('answer_body').notNull(),
    /** From the whole request to its answer, waiting for a phone included. */
    answerMicros: integer('answer_micros').notNull(),
    remoteAddress: text('remote_address').notNull(),
    userAgent: text('user_agent').notNull(),
    /** Fingerprint of the key that it named, whether there is such an application or not; empty where it named none. */
    appKey: text('app_key').notNull(),
    /** `••••-key`, for people. */
    appLabel: text('app_label').notNull(),
    /** The phase that gave the answer, `fault` where one was asked for; null where none was asked (a public key). */
    ended: text('ended', { enum: ['find', 'authenticate', 'check', 'handle', 'fault'] }),
    /** What the emulator remarked; what decided stands first. */
    notes: text('notes', { mode: 'json' }).$type<string[]>().notNull(),
    /** Name of the fault that it met on purpose. */
    fault: text('fault'),
    /** How the system reads its own answer: `accepted`, `refused`, … Null where there is no operation. */
    outcome: text('outcome'),
    code: text('code'),
    description: text('description'),
    msisdn: text('msisdn'),
    amountCents: integer('amount_cents'),
    currency: text('currency'),
    reference: text('reference'),
    /** `software`, or where Jaribu itself sent it, on whose behalf. */
    origin: text('origin').$type<Origin>().notNull(),
    /** The run that it belongs to; an access token that Jaribu fetched has none. */
    runId: text('run_id'),
  },
  (table) => [
    index('exchanges_workspace_id').on(table.workspaceId, table.id),
    index('exchanges_run').on(table.runId).where(sql`run_id is not null`),
  ],
)
