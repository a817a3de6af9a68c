import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Origin } from '@/lib/wire/origins'
import type { DecidedBy, Verdict } from '@/lib/wire/verdicts'
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
    /** What kind of word the verdict rests on; null while there is none. */
    decidedBy: text('decided_by').$type<DecidedBy>(),
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
