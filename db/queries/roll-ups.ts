import 'server-only'
import type { Db } from '../client'
import { statementsOf } from '../statements'

const place =
  'workspace_id, created_at - created_at % 3600000 as hour, environment_id, environment_kind, system, operation, app_key'

/** Exact below a second, three significant digits above: the same sum as in the triggers on `runs`. */
const kept = (ms: string) =>
  `case when ${ms} < 0 then 0 when ${ms} < 1000 then ${ms} ${[
    [9_995, 10],
    [99_950, 100],
    [999_500, 1_000],
    [9_995_000, 10_000],
  ]
    .map(([below = 0, step = 1]) => `when ${ms} < ${below} then (${ms} + ${step / 2}) / ${step} * ${step}`)
    .join(' ')} else (${ms} + 50000) / 100000 * 100000 end`

const rollups = `select ${place}, verdict, coalesce(code, '') as code, coalesce(currency, '') as currency,
    count(*) as runs, sum(coalesce(amount_cents, 0)) as amount_cents
  from runs where workspace_id = @workspaceId group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`

const timed = (measure: string, ms: string) =>
  `select ${place}, '${measure}' as measure, ${kept(ms)} as ms
   from runs where workspace_id = @workspaceId and ${ms} is not null`
const timings = `select *, count(*) as runs from (
    ${timed('answer', 'answer_ms')} union all ${timed('result', '(result_at - created_at)')}
  ) group by 1, 2, 3, 4, 5, 6, 7, 8, 9`

const week = '(hour - 345600000) / 604800000 * 604800000 + 345600000'
/** Columns in the order of the table. */
const weeks = (
  from: string,
) => `select workspace_id, ${week} as week, environment_id, environment_kind, system, operation,
    app_key, measure, ms, sum(runs) as runs
  from (${from}) group by 1, 2, 3, 4, 5, 6, 7, 8, 9`
const storedTimings = 'select * from run_timings where workspace_id = @workspaceId'

const difference = (table: string, fresh: string) => {
  const stored = `select * from ${table} where workspace_id = @workspaceId`
  return `select count(*) from (
    select * from (select * from (${fresh}) except ${stored}) union all
    select * from (${stored} except select * from (${fresh})))`
}

const statements = statementsOf((client) => ({
  clear: [
    client.prepare('delete from run_rollups where workspace_id = ?'),
    client.prepare('delete from run_timings where workspace_id = ?'),
    client.prepare('delete from run_timing_weeks where workspace_id = ?'),
  ],
  fill: [
    client.prepare(`insert into run_rollups ${rollups}`),
    client.prepare(`insert into run_timings ${timings}`),
    client.prepare(`insert into run_timing_weeks ${weeks(storedTimings)}`),
  ],
  rollupDifferences: client.prepare(difference('run_rollups', rollups)).pluck(),
  timingDifferences: client.prepare(difference('run_timings', timings)).pluck(),
  weekDifferences: client.prepare(difference('run_timing_weeks', weeks(timings))).pluck(),
}))

/** Sums the runs of a workspace up again. */
export const recomputeRollups = (db: Db, workspaceId: string): void => {
  const { clear, fill } = statements(db)
  db.$client.transaction(() => {
    for (const statement of clear) statement.run(workspaceId)
    for (const statement of fill) statement.run({ workspaceId })
  })()
}

/** Rows that the triggers keep and that the runs do not add up to, or the other way round. */
export const rollupDifferences = (db: Db, workspaceId: string): { rollups: number; timings: number } => {
  const { rollupDifferences: sums, timingDifferences: hours, weekDifferences: byWeek } = statements(db)
  const count = (statement: typeof sums) => statement.get({ workspaceId }) as number
  return { rollups: count(sums), timings: count(hours) + count(byWeek) }
}
