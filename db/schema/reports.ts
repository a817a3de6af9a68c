import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Origin } from '@/lib/wire/origins'
import type { Verdict } from '@/lib/wire/verdicts'

/** Keys of applications that runs were sent with, former ones included. The key itself is not here. */
export const applicationKeys = sqliteTable(
  'application_keys',
  {
    workspaceId: text('workspace_id').notNull(),
    /** First 16 hex digits of the SHA-256 of system and key. */
    fingerprint: text('fingerprint').notNull(),
    environmentId: text('environment_id').notNull(),
    system: text('system').notNull(),
    /** `••••0001`. */
    label: text('label').notNull(),
    firstSeenAt: integer('first_seen_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.environmentId, table.fingerprint] })],
)

const dimensions = {
  workspaceId: text('workspace_id').notNull(),
  /** Start of the hour of the run's creation, epoch milliseconds. */
  hour: integer('hour').notNull(),
  environmentId: text('environment_id').notNull(),
  /** Of the run itself: an environment may change its kind later. */
  environmentKind: text('environment_kind').$type<EnvironmentKind>().notNull(),
  system: text('system').notNull(),
  operation: text('operation').notNull(),
  appKey: text('app_key').notNull(),
  origin: text('origin').$type<Origin>().notNull(),
}

/**
 * Runs summed up by hour. Triggers on `runs` (migration `report_blocks`) keep it exact in the same transaction; it can be
 * computed again from `runs` at any time. Both tables are WITHOUT ROWID, which the schema language cannot say.
 */
export const runRollups = sqliteTable(
  'run_rollups',
  {
    ...dimensions,
    verdict: text('verdict').$type<Verdict>().notNull(),
    /** Empty where there is none. */
    code: text('code').notNull(),
    currency: text('currency').notNull(),
    runs: integer('runs').notNull(),
    amountCents: integer('amount_cents').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.workspaceId,
        table.hour,
        table.environmentId,
        table.environmentKind,
        table.system,
        table.operation,
        table.appKey,
        table.origin,
        table.verdict,
        table.code,
        table.currency,
      ],
    }),
  ],
)

/** How long runs took, counted by value: to the millisecond below a second, three significant digits above. */
export const runTimings = sqliteTable(
  'run_timings',
  {
    ...dimensions,
    /** `answer`: until the answer at once; `result`: from sending until the deciding message. */
    measure: text('measure', { enum: ['answer', 'result'] }).notNull(),
    ms: integer('ms').notNull(),
    runs: integer('runs').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.workspaceId,
        table.hour,
        table.environmentId,
        table.environmentKind,
        table.system,
        table.operation,
        table.appKey,
        table.origin,
        table.measure,
        table.ms,
      ],
    }),
  ],
)

/**
 * Hours whose sums changed since blocks were made of them. Triggers mark them in the run's own transaction, so no
 * block is ever taken for right that is not. WITHOUT ROWID.
 */
export const staleHours = sqliteTable(
  'report_stale_hours',
  { workspaceId: text('workspace_id').notNull(), hour: integer('hour').notNull() },
  (table) => [primaryKey({ columns: [table.workspaceId, table.hour] })],
)

/**
 * All sums of an hour, or of a day or week of some zone, packed into one row (`lib/reports/block`). Made when a report
 * reads it or when nothing else is to be done; gone as soon as it is known to be out of date.
 */
export const reportBlocks = sqliteTable(
  'report_blocks',
  {
    workspaceId: text('workspace_id').notNull(),
    /** Length: 1, 24 or 168; below zero of slim ones, which most reports read. */
    hours: integer('hours').notNull(),
    from: integer('from').notNull(),
    words: text('words').notNull(),
    numbers: blob('numbers', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.hours, table.from] })],
)
