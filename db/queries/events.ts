import 'server-only'
import { type Db, withoutWaiting } from '../client'
import { statementsOf } from '../statements'

export type EventRow = { id: number; type: string; data: string }
export type NewEvent = { workspaceId: string; type: string; data: string; at: number }

const statements = statementsOf((client) => ({
  insert: client.prepare('insert into events (workspace_id, type, data, at) values (?, ?, ?, ?)'),
  after: client.prepare(
    'select id, type, data from events where workspace_id = ? and id > ? order by id limit ? + 0',
  ),
  bounds: client.prepare('select min(id) as first, max(id) as last from events'),
  // Events are numbered without gaps over all workspaces, so the count kept is a distance between ids.
  trim: client.prepare('delete from events where id <= (select max(id) from events) - ?'),
}))

/** One transaction for all of them. */
export const insertEvents = (db: Db, rows: readonly NewEvent[]): void => {
  const { insert } = statements(db)
  withoutWaiting(
    db,
    db.$client.transaction(() => {
      for (const row of rows) insert.run(row.workspaceId, row.type, row.data, row.at)
    }),
  )
}

export const eventsAfter = (db: Db, workspaceId: string, after: number, limit: number): EventRow[] =>
  statements(db).after.all(workspaceId, after, limit) as EventRow[]

/** First and last id that are kept; zeros for an empty table. */
export const eventBounds = (db: Db): { first: number; last: number } => {
  const { first, last } = statements(db).bounds.get() as { first: number | null; last: number | null }
  return { first: first ?? 0, last: last ?? 0 }
}

/** Forgets all but the newest. */
export const trimEvents = (db: Db, keep: number): void => {
  statements(db).trim.run(keep)
}
