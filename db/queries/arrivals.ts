import 'server-only'
import { type Db, inTransaction } from '../client'
import type { arrivals } from '../schema'
import { statementsOf } from '../statements'

export type ArrivalRow = typeof arrivals.$inferSelect
export type NewArrivalRow = Omit<ArrivalRow, 'id'>

/** What was answered to a delivery. */
type DeliveryAnswer = { status: number; headers: [string, string][]; body: string }

const columns = `id, inbox_id as inboxId, workspace_id as workspaceId, received_at as receivedAt, method, path, query,
  headers, body, remote_address as remoteAddress, answer_status as answerStatus, answer_headers as answerHeaders,
  answer_body as answerBody, delivery_id as deliveryId`

const answerOf = (table: string) =>
  `select answer_status as status, answer_headers as headers, answer_body as body from ${table} where delivery_id = ?`

const statements = statementsOf((client) => ({
  // Callbacks are numbered on from what was ever in either table, so that no cursor is met from below.
  last: client
    .prepare(
      `select max(coalesce((select max(id) from arrivals), 0),
         coalesce((select seq from sqlite_sequence where name = 'callbacks'), 0))`,
    )
    .pluck(),
  append: client.prepare(
    `insert into arrivals (id, inbox_id, workspace_id, received_at, method, path, query, headers, body, remote_address,
       answer_status, answer_headers, answer_body, delivery_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  first: client.prepare(`select ${columns} from arrivals order by id limit ? + 0`),
  removeTo: client.prepare('delete from arrivals where id <= ?'),
  count: client.prepare('select count(*) from arrivals').pluck(),
  answerInJournal: client.prepare(answerOf('arrivals')),
  answerInTable: client.prepare(answerOf('callbacks')),
}))

/** All of them in one commit; returns the id of the first, the others follow it. */
export const appendArrivals = (db: Db, rows: readonly NewArrivalRow[]): number => {
  const { last, append } = statements(db)
  return inTransaction(db, () => {
    const first = (last.get() as number) + 1
    rows.forEach((row, index) => {
      append.run(
        first + index,
        row.inboxId,
        row.workspaceId,
        row.receivedAt,
        row.method,
        row.path,
        row.query,
        JSON.stringify(row.headers),
        row.body,
        row.remoteAddress,
        row.answerStatus,
        JSON.stringify(row.answerHeaders),
        row.answerBody,
        row.deliveryId,
      )
    })
    return first
  })
}

/** The oldest ones. */
export const firstArrivals = (db: Db, limit: number): ArrivalRow[] =>
  (statements(db).first.all(limit) as (ArrivalRow & { headers: string; answerHeaders: string })[]).map(
    (row) => ({
      ...row,
      headers: JSON.parse(row.headers),
      answerHeaders: JSON.parse(row.answerHeaders),
    }),
  )

export const removeArrivals = (db: Db, upTo: number): void => {
  statements(db).removeTo.run(upTo)
}

export const countArrivals = (db: Db): number => statements(db).count.get() as number

/** Undefined where this delivery was never taken. */
export const answerToDelivery = (db: Db, deliveryId: string): DeliveryAnswer | undefined => {
  const { answerInJournal, answerInTable } = statements(db)
  const found = (answerInJournal.get(deliveryId) ?? answerInTable.get(deliveryId)) as
    | { status: number; headers: string; body: string }
    | undefined
  return found && { ...found, headers: JSON.parse(found.headers) }
}
