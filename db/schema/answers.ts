import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { inboxes } from './environments'

/** Ordered rules by which an inbox answers in place of what the sender expects. */
export const answerRules = sqliteTable(
  'answer_rules',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    inboxId: text('inbox_id')
      .notNull()
      .references(() => inboxes.id, { onDelete: 'cascade' }),
    /** Rules are asked in this order; the first that fits answers. */
    position: integer('position').notNull(),
    name: text('name').notNull(),
    isOn: integer('is_on', { mode: 'boolean' }).notNull(),
    conditions: text('conditions', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    action: text('action', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** Messages that met its conditions, counted or not: what "the first three" and "one in two" go by. */
    seen: integer('seen').notNull().default(0),
    /** Messages that it answered. */
    used: integer('used').notNull().default(0),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('answer_rules_inbox').on(table.inboxId, table.position)],
)

/** How a message was answered that met a rule. The others have no row: they cost nothing. */
export const ruleAnswers = sqliteTable('rule_answers', {
  /** The number that the arrival has and the callback keeps. */
  callbackId: integer('callback_id').primaryKey(),
  ruleId: text('rule_id').notNull(),
  /** As it was called then. */
  ruleName: text('rule_name').notNull(),
  /** What it did then. */
  action: text('action', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  delayMs: integer('delay_ms').notNull(),
  /** Null while the sender waits, and for good where this process ended meanwhile. */
  end: text('end', { enum: ['answered', 'dropped', 'hung-up'] }),
  /** From the message to its answer, or to whatever came in its place. */
  tookMs: integer('took_ms'),
})
