import 'server-only'
import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import { isOfOrigin, type OriginChoice, origins } from '@/lib/wire/origins'
import type { Verdict, VerdictGroup } from '@/lib/wire/verdicts'
import { type Db, inTransaction } from '../client'
import { correlationKeys, lastValues, runs } from '../schema'
import { queriesOf, statementsOf } from '../statements'

export type RunRow = typeof runs.$inferSelect
export type NewRunRow = typeof runs.$inferInsert
export type Key = { kind: string; value: string }

/** Kind of a key that a run asks about without owning it: an STK query names the push's id. */
export const mention = 'mention'

const statements = statementsOf((client) => ({
  owner: client
    .prepare(
      `select min(run_id) from correlation_keys
       where workspace_id = ? and value = ? and kind <> ? and run_id is not null`,
    )
    .pluck(),
  ownersOf: client
    .prepare(
      `select distinct run_id from correlation_keys
       where workspace_id = ? and value = ? and kind = ? and run_id is not null order by run_id limit 20`,
    )
    .pluck(),
  adopted: client
    .prepare(
      `select id from workspaces
       where has_adopted_notices or exists (select 1 from runs where workspace_id = workspaces.id and origin = 'customer')`,
    )
    .pluck(),
  adopt: client.prepare('update workspaces set has_adopted_notices = true where not has_adopted_notices'),
  customers: client
    .prepare(
      `select distinct runs.id from correlation_keys join runs on runs.id = correlation_keys.run_id
       where correlation_keys.workspace_id = ? and value in (select value from json_each(?)) and kind = 'receipt'
         and origin = 'customer'`,
    )
    .pluck(),
  keys: client.prepare('select kind, value from correlation_keys where run_id = ?'),
  remove: client.prepare('delete from runs where id = ? and workspace_id = ?'),
  removeKeys: client.prepare('delete from correlation_keys where run_id = ?'),
  leaveCallbacks: client.prepare('update callbacks set run_id = null where run_id = ?'),
  countOfRun: client.prepare('select count(*) from callbacks where run_id = ?').pluck(),
}))

const queries = queriesOf((db) => ({
  run: db
    .select()
    .from(runs)
    .where(and(eq(runs.id, sql.placeholder('id')), eq(runs.workspaceId, sql.placeholder('workspaceId'))))
    .prepare(),
  pending: db
    .select({
      id: runs.id,
      operation: runs.operation,
      origin: runs.origin,
      createdAt: runs.createdAt,
      answeredAt: runs.answeredAt,
    })
    .from(runs)
    .where(and(eq(runs.workspaceId, sql.placeholder('workspaceId')), eq(runs.verdict, 'pending')))
    .orderBy(asc(runs.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
}))

const columns = getTableColumns(runs)

/** Prepared once for each set of columns: into each, SQLite compiles all triggers that keep the roll-ups. */
const writes = statementsOf((client) => {
  const made = new Map<string, ReturnType<typeof client.prepare>>()
  return (sql: string) => {
    const known = made.get(sql) ?? client.prepare(sql)
    made.set(sql, known)
    return known
  }
})

const written = (row: Partial<NewRunRow>) =>
  Object.entries(columns).flatMap(([field, column]) => {
    const value = row[field as keyof NewRunRow]
    return value === undefined
      ? []
      : [{ column, value: value === null ? null : column.mapToDriverValue(value) }]
  })

/** A row as it is once stored: what it does not say is null or the table's own. */
const wholeRun = (row: NewRunRow): RunRow =>
  Object.fromEntries(
    Object.entries(columns).map(([field, column]) => [
      field,
      row[field as keyof NewRunRow] ?? column.default ?? null,
    ]),
  ) as RunRow

export const insertRun = (db: Db, row: NewRunRow): RunRow => {
  const cells = written(row)
  const names = cells.map(({ column }) => `"${column.name}"`).join(', ')
  const sql = `insert into runs (${names}) values (${cells.map(() => '?').join(', ')})`
  writes(db)(sql).run(...cells.map(({ value }) => value))
  return wholeRun(row)
}

export const updateRun = (db: Db, id: string, change: Partial<NewRunRow>): void => {
  const cells = written(change)
  if (cells.length === 0) return
  const sql = `update runs set ${cells.map(({ column }) => `"${column.name}" = ?`).join(', ')} where id = ?`
  writes(db)(sql).run(...cells.map(({ value }) => value), id)
}

export const runOf = (db: Db, workspaceId: string, id: string): RunRow | undefined =>
  queries(db).run.get({ id, workspaceId })

export const isRunId = (db: Db, id: string): boolean =>
  db.select({ id: runs.id }).from(runs).where(eq(runs.id, id)).get() !== undefined

/** The run that owns one of these ids: the earliest, because later ones only speak of it. */
export const runOwning = (db: Db, workspaceId: string, values: readonly string[]): RunRow | undefined => {
  const owners = values.flatMap((value) => ownerOfKey(db, workspaceId, value) ?? [])
  const owner = owners.sort()[0]
  return owner === undefined ? undefined : runOf(db, workspaceId, owner)
}

/** One after the other: a list within a statement costs several times as much. */
const ownerOfKey = (db: Db, workspaceId: string, value: string): string | undefined =>
  (statements(db).owner.get(workspaceId, value, mention) as string | null) ?? undefined

/** Runs that have an id of this kind, the earliest first. */
export const ownersOf = (db: Db, workspaceId: string, { kind, value }: Key): string[] =>
  statements(db).ownersOf.all(workspaceId, value, kind) as string[]

/** Workspaces whose notices from before customers' payments were runs have got theirs, as far as anybody wants them. */
export const workspacesThatAdopted = (db: Db): string[] => statements(db).adopted.all() as string[]

export const noteAdopted = (db: Db): void => {
  statements(db).adopt.run()
}

/** Payments of customers that have one of these receipts. */
export const customerRunsWith = (db: Db, workspaceId: string, receipts: readonly string[]): string[] =>
  statements(db).customers.all(workspaceId, JSON.stringify(receipts)) as string[]

export const keysOfRun = (db: Db, runId: string): Key[] => {
  const rows = statements(db).keys.all(runId) as Key[]
  return [...new Map(rows.map((key) => [`${key.kind} ${key.value}`, key])).values()]
}

/** Other runs that share an id with this one: status queries, reversals, STK queries, and what they ask about. */
export const relatedRuns = (
  db: Db,
  workspaceId: string,
  runId: string,
  values: readonly string[],
  limit: number,
): RunRow[] => {
  if (values.length === 0) return []
  const ids = db
    .selectDistinct({ id: correlationKeys.runId })
    .from(correlationKeys)
    .where(
      and(
        eq(correlationKeys.workspaceId, workspaceId),
        inArray(correlationKeys.value, [...values]),
        ne(correlationKeys.runId, runId),
      ),
    )
    .limit(limit)
  return db.select().from(runs).where(inArray(runs.id, ids)).orderBy(asc(runs.id)).all()
}

export type RunFilter = {
  q?: string
  system?: string
  operation?: string
  environment?: string
  verdict?: Verdict
  outcome?: VerdictGroup
  /** `-` for none. */
  code?: string
  kind?: EnvironmentKind
  appKey?: string
  origin?: OriginChoice
  from?: number
  to?: number
  /** Ids below this one: the cursor. */
  before?: string
}

const groups: Record<VerdictGroup, SQL> = {
  succeeded: inArray(runs.verdict, ['paid', 'done']),
  unsuccessful: notInArray(runs.verdict, ['paid', 'done', 'pending']),
  final: ne(runs.verdict, 'pending'),
}

/** Of one origin by its index; of all but a few, those are left out. */
const originCondition = (choice: OriginChoice): SQL => {
  const wanted = origins.filter((origin) => isOfOrigin(origin, choice))
  if (wanted.length <= 2) return inArray(runs.origin, wanted)
  return notInArray(
    runs.origin,
    origins.filter((origin) => !wanted.includes(origin)),
  )
}

export type CountedRun = RunRow & { callbackCount: number }

/** Newest first. */
export const listRunRows = (db: Db, workspaceId: string, filter: RunFilter, limit: number): CountedRun[] => {
  const where: (SQL | undefined)[] = [
    eq(runs.workspaceId, workspaceId),
    filter.system ? eq(runs.system, filter.system) : undefined,
    filter.operation ? eq(runs.operation, filter.operation) : undefined,
    filter.environment
      ? or(eq(runs.environmentId, filter.environment), eq(runs.environmentName, filter.environment))
      : undefined,
    filter.verdict ? eq(runs.verdict, filter.verdict) : undefined,
    filter.outcome ? groups[filter.outcome] : undefined,
    filter.code ? (filter.code === '-' ? isNull(runs.code) : eq(runs.code, filter.code)) : undefined,
    filter.kind ? eq(runs.environmentKind, filter.kind) : undefined,
    filter.appKey ? eq(runs.appKey, filter.appKey) : undefined,
    filter.origin ? originCondition(filter.origin) : undefined,
    filter.from === undefined ? undefined : gte(runs.createdAt, filter.from),
    filter.to === undefined ? undefined : lte(runs.createdAt, filter.to),
    filter.before ? lt(runs.id, filter.before) : undefined,
    filter.q ? textCondition(workspaceId, filter.q) : undefined,
  ]
  const rows = db
    .select()
    .from(runs)
    .where(and(...where))
    .orderBy(desc(runs.id))
    .limit(limit)
    .all()
  const counts = callbackCounts(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...row, callbackCount: counts.get(row.id) ?? 0 }))
}

const textCondition = (workspaceId: string, typed: string): SQL | undefined => {
  const part = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
  const has = (column: SQL | typeof runs.receipt) => sql`${column} like ${part} escape '\\'`
  return or(
    has(sql`${runs.id}`),
    has(sql`${runs.receipt}`),
    has(sql`${runs.msisdn}`),
    has(sql`${runs.reference}`),
    has(sql`${runs.description}`),
    has(sql`${runs.operation}`),
    has(sql`${runs.requestBody}`),
    has(sql`${runs.answerBody}`),
    eq(runs.code, typed),
    sql`exists (select 1 from ${correlationKeys} where ${correlationKeys.workspaceId} = ${workspaceId}
      and ${correlationKeys.value} = ${typed} and ${correlationKeys.runId} = ${runs.id})`,
  )
}

export const callbackCounts = (db: Db, ids: readonly string[]): Map<string, number> =>
  new Map(ids.map((id) => [id, statements(db).countOfRun.get(id) as number]))

/** The run and its keys; its callbacks stay, as nobody's. */
export const deleteRunRow = (db: Db, workspaceId: string, id: string): boolean =>
  inTransaction(db, () => {
    // Prepared once: into this, too, SQLite compiles all triggers that keep the roll-ups.
    const { remove, removeKeys, leaveCallbacks } = statements(db)
    if (remove.run(id, workspaceId).changes === 0) return false
    removeKeys.run(id)
    leaveCallbacks.run(id)
    return true
  })

export const putLastValues = (
  db: Db,
  row: typeof lastValues.$inferInsert & { values: Record<string, unknown> },
): void => {
  db.insert(lastValues)
    .values(row)
    .onConflictDoUpdate({
      target: [lastValues.memberId, lastValues.environmentId, lastValues.operation],
      set: { values: row.values, updatedAt: row.updatedAt },
    })
    .run()
}

export const lastValuesOf = (
  db: Db,
  memberId: string,
  environmentId: string,
  operation: string,
): Record<string, unknown> | undefined =>
  db
    .select({ values: lastValues.values })
    .from(lastValues)
    .where(
      and(
        eq(lastValues.memberId, memberId),
        eq(lastValues.environmentId, environmentId),
        eq(lastValues.operation, operation),
      ),
    )
    .get()?.values

/** What was sent with the latest runs of these operations in an environment. */
export const latestValues = (
  db: Db,
  workspaceId: string,
  environmentId: string,
  operations: readonly string[],
): { operation: string; values: Record<string, unknown> }[] =>
  db
    .select({ operation: runs.operation, values: runs.values })
    .from(runs)
    .where(
      and(
        eq(runs.workspaceId, workspaceId),
        eq(runs.environmentId, environmentId),
        inArray(runs.operation, [...operations]),
      ),
    )
    .orderBy(desc(runs.id))
    .limit(50)
    .all()

/** Runs without an outcome, the oldest first. */
export const pendingRuns = (
  db: Db,
  workspaceId: string,
  limit: number,
): Pick<RunRow, 'id' | 'operation' | 'origin' | 'createdAt' | 'answeredAt'>[] =>
  queries(db).pending.all({ workspaceId, limit })
