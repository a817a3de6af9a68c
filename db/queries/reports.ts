import 'server-only'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Verdict } from '@/lib/wire/verdicts'
import type { Db } from '../client'

/** What narrows a report, all of it dimensions of the roll-ups. `to` is the first moment after the period. */
export type ReportFilter = {
  from: number
  to: number
  kind?: EnvironmentKind
  system?: string
  environmentId?: string
  operation?: string
  appKey?: string
}

export type SumRow = {
  environmentId: string
  kind: EnvironmentKind
  system: string
  operation: string
  appKey: string
  verdict: Verdict
  code: string
  currency: string
  runs: number
  amountCents: number
}
export type HourRow = Pick<SumRow, 'kind' | 'verdict' | 'currency' | 'runs' | 'amountCents'> & {
  hour: number
}
export type TimingRow = {
  hour: number
  operation: string
  measure: 'answer' | 'result'
  ms: number
  runs: number
}

const columns = {
  kind: 'environment_kind',
  system: 'system',
  environmentId: 'environment_id',
  operation: 'operation',
  appKey: 'app_key',
} as const

const conditionOf = (workspaceId: string, filter: ReportFilter, time: 'hour' | 'week' = 'hour') => {
  const parts = ['workspace_id = ?', `${time} >= ?`, `${time} < ?`]
  const values: (string | number)[] = [workspaceId, filter.from, filter.to]
  for (const [name, column] of Object.entries(columns) as [keyof typeof columns, string][]) {
    const wanted = filter[name]
    if (wanted === undefined) continue
    parts.push(`${column} = ?`)
    values.push(wanted)
  }
  return { where: parts.join(' and '), values }
}

export const reportSums = (db: Db, workspaceId: string, filter: ReportFilter): SumRow[] => {
  const { where, values } = conditionOf(workspaceId, filter)
  return db.$client
    .prepare(
      `select environment_id as environmentId, environment_kind as kind, system, operation, app_key as appKey,
         verdict, code, currency, sum(runs) as runs, sum(amount_cents) as amountCents
       from run_rollups where ${where} group by 1, 2, 3, 4, 5, 6, 7, 8`,
    )
    .all(...values) as SumRow[]
}

export const reportHours = (db: Db, workspaceId: string, filter: ReportFilter): HourRow[] => {
  const { where, values } = conditionOf(workspaceId, filter)
  return db.$client
    .prepare(
      `select hour, environment_kind as kind, verdict, currency, sum(runs) as runs, sum(amount_cents) as amountCents
       from run_rollups where ${where} group by 1, 2, 3, 4`,
    )
    .all(...values) as HourRow[]
}

/** Hour by hour in the order of the key: nothing is sorted, and nothing is held in memory at once. */
export const reportTimings = (
  db: Db,
  workspaceId: string,
  filter: ReportFilter,
): IterableIterator<TimingRow> => {
  const { where, values } = conditionOf(workspaceId, filter)
  return db.$client
    .prepare(`select hour, operation, measure, ms, runs from run_timings where ${where}`)
    .iterate(...values) as IterableIterator<TimingRow>
}

/** Of one week of UTC, from Monday; `hour` is its first. */
export const reportWeekTimings = (
  db: Db,
  workspaceId: string,
  filter: ReportFilter,
  week: number,
): IterableIterator<TimingRow> => {
  const { where, values } = conditionOf(workspaceId, { ...filter, from: week, to: week + 1 }, 'week')
  return db.$client
    .prepare(`select week as hour, operation, measure, ms, runs from run_timing_weeks where ${where}`)
    .iterate(...values) as IterableIterator<TimingRow>
}

/** Environments that runs were ever sent to, also those that are gone, with the name that they had last. */
export const reportedEnvironments = (
  db: Db,
  workspaceId: string,
): { id: string; name: string; kind: EnvironmentKind; system: string }[] =>
  db.$client
    .prepare(
      `with recursive ids(id) as (
         select min(environment_id) from runs where workspace_id = @workspaceId
         union all
         select (select min(environment_id) from runs where workspace_id = @workspaceId and environment_id > ids.id)
         from ids where ids.id is not null
       )
       select runs.environment_id as id, environment_name as name, environment_kind as kind, system
       from ids join runs on runs.id = (
         select id from runs where workspace_id = @workspaceId and environment_id = ids.id order by id desc limit 1
       )`,
    )
    .all({ workspaceId }) as { id: string; name: string; kind: EnvironmentKind; system: string }[]
