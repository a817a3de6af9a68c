import 'server-only'
import type { Db } from '../client'
import { statementsOf } from '../statements'

const hourMs = 3_600_000

const place = 'environment_id, environment_kind, system, operation, app_key, origin'

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

const part = `from runs where workspace_id = @workspaceId
  and (created_at, rowid) > (@at, @row) and (created_at, rowid) <= (@lastAt, @lastRow)`
const timed = (measure: string, ms: string) =>
  `select ${place}, '${measure}' as measure, ${kept(ms)} as ms, count(*) as runs ${part} and ${ms} is not null
   group by 1, 2, 3, 4, 5, 6, 7, 8`

/** A row of a roll-up without workspace and hour: what it is of, and how much. */
type Counted = (string | number)[]
type Last = { at: number; row: number }

const statements = statementsOf((client) => ({
  next: client
    .prepare(
      `select min(hour) from (
         select min(hour) as hour from run_rollups where workspace_id = @workspaceId and hour >= @from
         union all select min(hour) from run_timings where workspace_id = @workspaceId and hour >= @from
         union all select min(created_at) - min(created_at) % ${hourMs} from runs
           where workspace_id = @workspaceId and created_at >= @from)`,
    )
    .pluck(),
  last: client
    .prepare(
      `select max(hour) from (
         select max(hour) as hour from run_rollups where workspace_id = @workspaceId
         union all select max(hour) from run_timings where workspace_id = @workspaceId
         union all select max(created_at) from runs where workspace_id = @workspaceId)`,
    )
    .pluck(),
  end: client.prepare<[object], Last>(
    `select created_at as at, rowid as row from runs where workspace_id = @workspaceId
       and (created_at, rowid) > (@at, @row) and created_at < @to order by created_at, rowid limit 1 offset @most`,
  ),
  freshSums: client
    .prepare<[object], Counted>(
      `select ${place}, verdict, coalesce(code, ''), coalesce(currency, ''), count(*), sum(coalesce(amount_cents, 0))
       ${part} group by 1, 2, 3, 4, 5, 6, 7, 8, 9`,
    )
    .raw(),
  freshAnswers: client.prepare<[object], Counted>(timed('answer', 'answer_ms')).raw(),
  freshResults: client.prepare<[object], Counted>(timed('result', '(result_at - created_at)')).raw(),
  sums: client
    .prepare<[string, number], Counted>(
      `select ${place}, verdict, code, currency, runs, amount_cents from run_rollups where workspace_id = ? and hour = ?`,
    )
    .raw(),
  timings: client
    .prepare<[string, number], Counted>(
      `select ${place}, measure, ms, runs from run_timings where workspace_id = ? and hour = ?`,
    )
    .raw(),
  clear: [
    client.prepare('delete from run_rollups where workspace_id = ? and hour = ?'),
    client.prepare('delete from run_timings where workspace_id = ? and hour = ?'),
  ],
  insertSum: client.prepare('insert into run_rollups values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
  insertTiming: client.prepare('insert into run_timings values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
}))

/** The first hour from a moment on that has runs or sums. */
export const nextHour = (db: Db, workspaceId: string, from: number): number | null =>
  statements(db).next.get({ workspaceId, from }) as number | null
/** The newest moment of which there are runs or sums. */
export const lastMoment = (db: Db, workspaceId: string): number | null =>
  statements(db).last.get({ workspaceId }) as number | null

/** Sums of an hour, by what they are of. */
export type HourSums = { rollups: Map<string, Counted>; timings: Map<string, Counted> }

const add = (into: Map<string, Counted>, rows: readonly Counted[], values: number): void => {
  for (const row of rows) {
    const key = JSON.stringify(row.slice(0, -values))
    const known = into.get(key)
    into.set(
      key,
      known
        ? row.map((cell, at) => (at < row.length - values ? cell : Number(known[at]) + Number(cell)))
        : row,
    )
  }
}

/** Adds the runs of an hour up, so many at a time: each step of it is one part. */
export function* freshSums(db: Db, workspaceId: string, hour: number, atOnce: number): Generator<HourSums> {
  const { end, freshSums: sums, freshAnswers, freshResults } = statements(db)
  const found: HourSums = { rollups: new Map(), timings: new Map() }
  let from: Last = { at: hour - 1, row: Number.MAX_SAFE_INTEGER }
  for (let isMore = true; isMore; ) {
    const cut = end.get({ workspaceId, ...from, to: hour + hourMs, most: atOnce - 1 })
    const to: Last = cut ?? { at: hour + hourMs - 1, row: Number.MAX_SAFE_INTEGER }
    const of = { workspaceId, ...from, lastAt: to.at, lastRow: to.row }
    add(found.rollups, sums.all(of), 2)
    add(found.timings, freshAnswers.all(of), 1)
    add(found.timings, freshResults.all(of), 1)
    isMore = cut !== undefined
    from = to
    yield found
  }
}

/** How many sums of an hour are not what the runs add up to, or the other way round. */
export const hourDifferences = (
  db: Db,
  workspaceId: string,
  hour: number,
  fresh: HourSums,
): { rollups: number; timings: number } => {
  const { sums, timings } = statements(db)
  const stored: HourSums = { rollups: new Map(), timings: new Map() }
  add(stored.rollups, sums.all(workspaceId, hour), 2)
  add(stored.timings, timings.all(workspaceId, hour), 1)
  return {
    rollups: differing(stored.rollups, fresh.rollups),
    timings: differing(stored.timings, fresh.timings),
  }
}

const differing = (stored: ReadonlyMap<string, Counted>, fresh: ReadonlyMap<string, Counted>): number => {
  const rows = (of: ReadonlyMap<string, Counted>) =>
    new Set([...of.values()].map((row) => JSON.stringify(row)))
  const [one, other] = [rows(stored), rows(fresh)]
  return [...one].filter((row) => !other.has(row)).length + [...other].filter((row) => !one.has(row)).length
}

/** Puts what the runs add up to in the place of what is stored. */
export const replaceHour = (db: Db, workspaceId: string, hour: number, fresh: HourSums): void => {
  const { clear, insertSum, insertTiming } = statements(db)
  db.$client.transaction(() => {
    for (const statement of clear) statement.run(workspaceId, hour)
    for (const row of fresh.rollups.values()) insertSum.run(workspaceId, hour, ...row)
    for (const row of fresh.timings.values()) insertTiming.run(workspaceId, hour, ...row)
  })()
}
