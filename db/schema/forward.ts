import { sql } from 'drizzle-orm'
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { inboxes } from './environments'

/** Where an inbox passes on what it captures. */
export const forwardTargets = sqliteTable(
  'forward_targets',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    inboxId: text('inbox_id')
      .notNull()
      .references(() => inboxes.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    url: text('url').notNull(),
    isOn: integer('is_on', { mode: 'boolean' }).notNull(),
    conditions: text('conditions', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** How often it is tried again before it is a dead letter. */
    retries: integer('retries').notNull(),
    timeoutMs: integer('timeout_ms').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('forward_targets_inbox').on(table.inboxId)],
)

/** Many callbacks that were sent again together. */
export const replays = sqliteTable(
  'replays',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    /** What was asked for, in words that the list shows. */
    filter: text('filter', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    url: text('url').notNull(),
    total: integer('total').notNull(),
    startedBy: text('started_by').notNull(),
    startedAt: integer('started_at').notNull(),
  },
  (table) => [index('replays_workspace').on(table.workspaceId, table.id)],
)

/** A callback on its way to somebody's own software, one row a try. Rows, not timers: a restart loses none. */
export const attempts = sqliteTable(
  'attempts',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    callbackId: integer('callback_id').notNull(),
    purpose: text('purpose', { enum: ['replay', 'forward'] }).notNull(),
    /** Of a forward; null for a replay. */
    targetId: text('target_id'),
    targetName: text('target_name').notNull(),
    replayId: text('replay_id'),
    /** The first try's id: the receiver knows a repetition by it. */
    deliveryId: text('delivery_id').notNull(),
    /** Counted from 1. */
    tryNumber: integer('try_number').notNull(),
    url: text('url').notNull(),
    timeoutMs: integer('timeout_ms').notNull(),
    /** The target or the replay: within it, of one conversation one is on its way at a time. */
    lane: text('lane').notNull(),
    orderKey: text('order_key').notNull(),
    /** In place of the callback's own bytes. */
    body: blob('body', { mode: 'buffer' }),
    headers: text('headers', { mode: 'json' }).$type<[string, string][]>(),
    /** What was changed before it left, for people. */
    changes: text('changes').notNull().default(''),
    dueAt: integer('due_at').notNull(),
    state: text('state', {
      enum: ['waiting', 'sending', 'taken', 'failed', 'dead', 'cancelled'],
    }).notNull(),
    startedBy: text('started_by').notNull(),
    createdAt: integer('created_at').notNull(),
    startedAt: integer('started_at'),
    finishedAt: integer('finished_at'),
    answerStatus: integer('answer_status'),
    answerHeaders: text('answer_headers', { mode: 'json' }).$type<[string, string][]>(),
    answerBody: text('answer_body'),
    answerMs: integer('answer_ms'),
    cause: text('cause'),
    detail: text('detail'),
  },
  (table) => [
    index('attempts_due').on(table.dueAt, table.id).where(sql`state = 'waiting'`),
    index('attempts_order')
      .on(table.lane, table.orderKey, table.callbackId)
      .where(sql`state in ('waiting', 'sending')`),
    index('attempts_callback').on(table.callbackId),
    index('attempts_target').on(table.targetId, table.id).where(sql`target_id is not null`),
    index('attempts_replay').on(table.replayId, table.state).where(sql`replay_id is not null`),
    index('attempts_dead').on(table.workspaceId, table.id).where(sql`state = 'dead'`),
  ],
)
