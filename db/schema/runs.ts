import { sql } from 'drizzle-orm'
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Origin } from '@/lib/wire/origins'
import type { Verdict } from '@/lib/wire/verdicts'
import { inboxes } from './environments'
import { workspaces } from './people'

/** One request to a provider, or one payment that a customer started. Everything stored here has its secrets redacted already. */
export const runs = sqliteTable(
  'runs',
  {
    /** ULID, so ids sort by time. */
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** Kept when the environment is gone, hence no reference. */
    environmentId: text('environment_id').notNull(),
    environmentName: text('environment_name').notNull(),
    environmentKind: text('environment_kind').$type<EnvironmentKind>().notNull(),
    system: text('system').notNull(),
    operation: text('operation').notNull(),
    /** Name of the person, token or program that sent it. */
    sentBy: text('sent_by').notNull(),
    origin: text('origin').$type<Origin>().notNull().default('form'),
    createdAt: integer('created_at').notNull(),
    /** Values as sent, redacted: what "run again" starts from. */
    values: text('values', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** True when the sender overrode the checks. */
    sentAnyway: integer('sent_anyway', { mode: 'boolean' }).notNull().default(false),
    requestMethod: text('request_method').notNull(),
    requestUrl: text('request_url').notNull(),
    requestHeaders: text('request_headers', { mode: 'json' }).$type<[string, string][]>().notNull(),
    requestBody: text('request_body').notNull(),
    /** Null until an answer came. */
    answerStatus: integer('answer_status'),
    answerHeaders: text('answer_headers', { mode: 'json' }).$type<[string, string][]>(),
    answerBody: text('answer_body'),
    answerMs: integer('answer_ms'),
    answeredAt: integer('answered_at'),
    /** Why nothing came: `timeout`, `dns`, `tls`, `refused`, `blocked`, `cancelled`, `interrupted`, `reset`. */
    unreachableCause: text('unreachable_cause'),
    unreachableDetail: text('unreachable_detail'),
    verdict: text('verdict').$type<Verdict>().notNull(),
    /** Code and words that decided the verdict. */
    code: text('code'),
    description: text('description'),
    verdictAt: integer('verdict_at'),
    /** When the message arrived that decided a payment or an asynchronous call. */
    resultAt: integer('result_at'),
    /** Fingerprint of the application's key in use (see `application_keys`); empty where there was none. */
    appKey: text('app_key').notNull().default(''),
    receipt: text('receipt'),
    amountCents: integer('amount_cents'),
    currency: text('currency'),
    msisdn: text('msisdn'),
    reference: text('reference'),
    /** Remarks of the emulator on what a strict reading would refuse. */
    notes: text('notes', { mode: 'json' }).$type<string[]>().notNull().default([]),
  },
  (table) => [
    index('runs_workspace_id').on(table.workspaceId, table.id),
    index('runs_workspace_operation').on(table.workspaceId, table.operation, table.id),
    index('runs_workspace_verdict').on(table.workspaceId, table.verdict, table.id),
    index('runs_workspace_receipt').on(table.workspaceId, table.receipt),
    index('runs_workspace_environment').on(table.workspaceId, table.environmentId, table.id),
    index('runs_workspace_code').on(table.workspaceId, table.code, table.id),
    index('runs_workspace_created').on(table.workspaceId, table.createdAt),
    index('runs_workspace_origin').on(table.workspaceId, table.origin, table.id),
  ],
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
    answerStatus: integer('answer_status').notNull(),
    answerHeaders: text('answer_headers', { mode: 'json' }).$type<[string, string][]>().notNull(),
    answerBody: text('answer_body').notNull(),
    /** From the last byte in to the answer out, in microseconds. */
    answerMicros: integer('answer_micros').notNull(),
  },
  (table) => [
    index('callbacks_workspace_id').on(table.workspaceId, table.id),
    index('callbacks_inbox_id').on(table.inboxId, table.id),
    index('callbacks_workspace_kind').on(table.workspaceId, table.kind, table.id),
    index('callbacks_workspace_code').on(table.workspaceId, table.code, table.id),
    index('callbacks_workspace_receipt').on(table.workspaceId, table.receipt),
    index('callbacks_workspace_msisdn').on(table.workspaceId, table.msisdn),
    index('callbacks_run').on(table.runId),
    // Captured and committed, but not linked yet: empty but for a moment, and after a crash.
    index('callbacks_unlinked').on(table.id).where(sql`answer_micros = 0`),
  ],
)

/** The ids by which runs, acknowledgements and callbacks find each other, whichever came first. */
export const correlationKeys = sqliteTable(
  'correlation_keys',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id').notNull(),
    kind: text('kind').notNull(),
    value: text('value').notNull(),
    runId: text('run_id'),
    callbackId: integer('callback_id'),
  },
  (table) => [
    index('correlation_keys_value').on(table.workspaceId, table.value, table.kind),
    index('correlation_keys_run').on(table.runId),
    index('correlation_keys_callback').on(table.callbackId),
  ],
)

/** What the live feed tells, in order: the table is the truth, the bus only wakes the streams. */
export const events = sqliteTable(
  'events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id').notNull(),
    type: text('type').notNull(),
    data: text('data', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('events_workspace_id').on(table.workspaceId, table.id)],
)
