import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
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
}

/**
 * Runs summed up by hour. Triggers on `runs` (migration `reports`) keep it exact in the same transaction; it can be
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
        table.measure,
        table.ms,
      ],
    }),
  ],
)

const { workspaceId, hour: _, ...place } = dimensions

/** The same by weeks of UTC, from Monday: what a long report reads instead of each of its hours. */
export const runTimingWeeks = sqliteTable(
  'run_timing_weeks',
  {
    workspaceId,
    week: integer('week').notNull(),
    ...place,
    measure: text('measure', { enum: ['answer', 'result'] }).notNull(),
    ms: integer('ms').notNull(),
    runs: integer('runs').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.workspaceId,
        table.week,
        table.environmentId,
        table.environmentKind,
        table.system,
        table.operation,
        table.appKey,
        table.measure,
        table.ms,
      ],
    }),
  ],
)
