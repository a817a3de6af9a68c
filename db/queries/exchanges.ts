import 'server-only'
import { and, desc, eq, getTableColumns } from 'drizzle-orm'
import type { Db } from '../client'
import { exchanges } from '../schema'
import { statementsOf } from '../statements'

export type ExchangeRow = typeof exchanges.$inferSelect
export type NewExchangeRow = typeof exchanges.$inferInsert

const columns = Object.entries(getTableColumns(exchanges))

const statements = statementsOf((client) => ({
  insert: client.prepare(
    `insert into exchanges (${columns.map(([, { name }]) => `"${name}"`).join(', ')})
     values (${columns.map(() => '?').join(', ')})`,
  ),
  newestDropped: client
    .prepare('select id from exchanges where workspace_id = ? order by id desc limit 1 offset ?')
    .pluck(),
  dropCounted: client.prepare(
    `delete from exchanges where id in
       (select id from exchanges where workspace_id = ? and id <= ? order by id limit ? + 0)`,
  ),
  dropAged: client.prepare(
    `delete from exchanges where at < ? and id in
       (select id from exchanges where workspace_id = ? order by id limit ? + 0)`,
  ),
}))

export const insertExchange = (db: Db, row: NewExchangeRow): void => {
  statements(db).insert.run(
    ...columns.map(([field, column]) => {
      const value = row[field as keyof NewExchangeRow]
      return value === undefined || value === null ? null : column.mapToDriverValue(value)
    }),
  )
}

export const exchangeOf = (db: Db, workspaceId: string, id: string): ExchangeRow | undefined =>
  db
    .select()
    .from(exchanges)
    .where(and(eq(exchanges.id, id), eq(exchanges.workspaceId, workspaceId)))
    .get()

/** The exchange by which a run reached the emulator; the newest, should one have been sent twice. */
export const exchangeOfRun = (db: Db, workspaceId: string, runId: string): ExchangeRow | undefined =>
  db
    .select()
    .from(exchanges)
    .where(and(eq(exchanges.runId, runId), eq(exchanges.workspaceId, workspaceId)))
    .orderBy(desc(exchanges.id))
    .limit(1)
    .get()

/** Removes the oldest beyond `most` and those from before `since`, a slice at a time; returns how many went. */
export const trimExchanges = (
  db: Db,
  workspaceId: string,
  { most, since, slice }: { most: number; since: number; slice: number },
): number => {
  const { newestDropped, dropCounted, dropAged } = statements(db)
  const last = newestDropped.get(workspaceId, most) as string | undefined
  const counted = last === undefined ? 0 : dropCounted.run(workspaceId, last, slice).changes
  return counted + dropAged.run(since, workspaceId, slice).changes
}
