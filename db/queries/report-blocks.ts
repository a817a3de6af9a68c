import 'server-only'
import type { Db } from '../client'
import { statementsOf } from '../statements'
import type { SumRow, TimingRow } from './reports'

type Words = { words: string; numbers: Buffer }
/** `isSlim`: without what few reports ask for (see `slimBlock`); such are kept under the length below zero. */
type Span = { from: number; hours: number; isSlim: boolean }

const keyOf = ({ hours, isSlim }: Span) => (isSlim ? -hours : hours)

const hourMs = 3_600_000
/** Lengths of blocks, shortest first. */
const lengths = [1, 24, 168] as const

const place =
  'environment_id as environmentId, environment_kind as kind, system, operation, app_key as appKey, origin'

const statements = statementsOf((client) => ({
  stored: client.prepare<[string, number, number], Words>(
    'select words, numbers from report_blocks where workspace_id = ? and hours = ? and "from" = ?',
  ),
  store: client.prepare('insert or replace into report_blocks values (?, ?, ?, ?, ?)'),
  forget: client.prepare(
    'delete from report_blocks where workspace_id = ? and hours = ? and "from" > ? and "from" <= ?',
  ),
  marks: client
    .prepare<[string, number, number, number], number>(
      'select hour from report_stale_hours where workspace_id = ? and hour >= ? and hour < ? order by hour limit ? + 0',
    )
    .pluck(),
  unmark: client.prepare('delete from report_stale_hours where workspace_id = ? and hour = ?'),
  marked: client.prepare<[number, number], { workspaceId: string; hour: number }>(
    'select workspace_id as workspaceId, hour from report_stale_hours where hour < ? limit ? + 0',
  ),
  isAny: client
    .prepare<[string, number, number], number>(
      'select exists (select 1 from run_rollups where workspace_id = ? and hour >= ? and hour < ?)',
    )
    .pluck(),
  sums: client.prepare<[string, number], SumRow>(
    `select ${place}, verdict, code, currency, runs, amount_cents as amountCents
     from run_rollups where workspace_id = ? and hour = ?`,
  ),
  timings: client.prepare<[string, number], TimingRow>(
    `select ${place}, measure, ms, runs from run_timings where workspace_id = ? and hour = ?`,
  ),
}))

export const storedBlock = (db: Db, workspaceId: string, span: Span): Words | undefined =>
  statements(db).stored.get(workspaceId, keyOf(span), span.from)

/** Unless one of its hours has changed since it was read. */
export const storeBlock = (
  db: Db,
  workspaceId: string,
  span: Span,
  { words, numbers }: { words: string; numbers: Uint8Array },
): void => {
  const { marks, store } = statements(db)
  db.$client.transaction(() => {
    const { from, hours } = span
    if (marks.get(workspaceId, from, from + hours * hourMs, 1) === undefined)
      store.run(workspaceId, keyOf(span), from, words, numbers)
  })()
}

export const isMarked = (db: Db, workspaceId: string, hour: number): boolean =>
  statements(db).marks.get(workspaceId, hour, hour + hourMs, 1) !== undefined

/** Hours of a stretch that changed since blocks were made of them, the first ones of them. */
export const staleHours = (db: Db, workspaceId: string, from: number, to: number, most: number): number[] =>
  statements(db).marks.all(workspaceId, from, to, most)

/** Blocks with this hour in them go, and so does its mark. */
export const forgetHour = (db: Db, workspaceId: string, hour: number): void => {
  const { forget, unmark } = statements(db)
  db.$client.transaction(() => {
    for (const length of lengths) {
      for (const key of [length, -length]) forget.run(workspaceId, key, hour - length * hourMs, hour)
    }
    unmark.run(workspaceId, hour)
  })()
}

/** Hours before a moment whose blocks are out of date, of any workspace. */
export const staleHoursBefore = (
  db: Db,
  before: number,
  most: number,
): { workspaceId: string; hour: number }[] => statements(db).marked.all(before, most)

export const hasRollups = (db: Db, workspaceId: string, from: number, to: number): boolean =>
  statements(db).isAny.get(workspaceId, from, to) === 1

/** The sums of one hour as the triggers keep them. */
export const hourRows = (
  db: Db,
  workspaceId: string,
  hour: number,
): { sums: SumRow[]; timings: TimingRow[] } => {
  const { sums, timings } = statements(db)
  return { sums: sums.all(workspaceId, hour), timings: timings.all(workspaceId, hour) }
}
