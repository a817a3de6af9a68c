import 'server-only'
import { and, desc, eq, inArray, or } from 'drizzle-orm'
import type { Db } from '../client'
import { worldDueKeys, worldDues, worldPrompts, worldTransactions } from '../schema'
import { statementsOf } from '../statements'

/** What the emulator's books know about a run: read by ids, for its timeline. */
export type LinkedTransaction = typeof worldTransactions.$inferSelect
export type LinkedPrompt = typeof worldPrompts.$inferSelect
export type LinkedDue = typeof worldDues.$inferSelect

export const idsBehindReceipt = (db: Db, workspaceId: string, receipt: string): string[] => {
  const found = db
    .select()
    .from(worldTransactions)
    .where(
      and(
        eq(worldTransactions.workspaceId, workspaceId),
        or(eq(worldTransactions.receipt, receipt), eq(worldTransactions.id, receipt)),
      ),
    )
    .get()
  return [
    found?.originatorConversationId,
    found?.conversationId,
    found?.checkoutId,
    found?.merchantRequestId,
  ].filter((id): id is string => typeof id === 'string' && id !== '')
}

export const transactionsByKeys = (
  db: Db,
  workspaceId: string,
  values: readonly string[],
): LinkedTransaction[] => {
  if (values.length === 0) return []
  const wanted = [...values]
  // One query an index: an `or` over five columns would read the table.
  const byColumn = [
    worldTransactions.receipt,
    worldTransactions.conversationId,
    worldTransactions.originatorConversationId,
    worldTransactions.checkoutId,
    worldTransactions.merchantRequestId,
  ].flatMap((column) =>
    db
      .select()
      .from(worldTransactions)
      .where(and(eq(worldTransactions.workspaceId, workspaceId), inArray(column, wanted)))
      .limit(20)
      .all(),
  )
  return [...new Map(byColumn.map((row) => [row.id, row])).values()]
}

const columnsOfIds = [
  'receipt',
  'conversation_id',
  'originator_conversation_id',
  'checkout_id',
  'merchant_request_id',
]

const statements = statementsOf((client) => ({
  booked: client.prepare(
    columnsOfIds
      .map(
        (column) =>
          `select receipt, state, payer, payee, data from world_transactions
           where workspace_id = @workspaceId and ${column} in (select value from json_each(@values))`,
      )
      .join(' union all ')
      .concat(' limit 1'),
  ),
  delivery: client
    .prepare(`select 1 from world_dues where id = ? and workspace_id = ? and type = 'callback'`)
    .pluck(),
}))

/** What the emulator's books have of a payment. */
export type Booked = Pick<LinkedTransaction, 'receipt' | 'state' | 'payer' | 'payee' | 'data'>

/** The payment of one of these ids; every callback that is not the emulator's own delivery asks for it. */
export const bookedUnder = (db: Db, workspaceId: string, values: readonly string[]): Booked | undefined => {
  if (values.length === 0) return undefined
  const found = statements(db).booked.get({ workspaceId, values: JSON.stringify(values) }) as
    | (Omit<Booked, 'data'> & { data: string })
    | undefined
  return found && { ...found, data: JSON.parse(found.data) as Booked['data'] }
}

export const promptsOfTransactions = (
  db: Db,
  workspaceId: string,
  transactions: readonly LinkedTransaction[],
): LinkedPrompt[] => {
  const parties = [...new Set(transactions.map((row) => row.payer))]
  if (parties.length === 0) return []
  const ids = new Set(transactions.map((row) => row.id))
  return db
    .select()
    .from(worldPrompts)
    .where(and(eq(worldPrompts.workspaceId, workspaceId), inArray(worldPrompts.msisdn, parties)))
    .orderBy(desc(worldPrompts.openedAt))
    .limit(200)
    .all()
    .filter((row) => ids.has(String(row.data.transactionId ?? '')))
}

/** Callbacks that the emulator owed for these ids. */
export const duesByKeys = (db: Db, workspaceId: string, values: readonly string[]): LinkedDue[] => {
  if (values.length === 0) return []
  const ids = db
    .selectDistinct({ id: worldDueKeys.dueId })
    .from(worldDueKeys)
    .where(and(eq(worldDueKeys.workspaceId, workspaceId), inArray(worldDueKeys.value, [...values])))
    .limit(50)
  return db
    .select()
    .from(worldDues)
    .where(and(inArray(worldDues.id, ids), eq(worldDues.type, 'callback')))
    .orderBy(worldDues.dueAt)
    .all()
}

/** Whether the emulator's books have a payment of this receipt. */
export const isReceiptOfWorld = (db: Db, workspaceId: string, receipt: string): boolean =>
  db
    .select({ id: worldTransactions.id })
    .from(worldTransactions)
    .where(
      and(
        eq(worldTransactions.workspaceId, workspaceId),
        or(eq(worldTransactions.receipt, receipt), eq(worldTransactions.id, receipt)),
      ),
    )
    .get() !== undefined

/** Whether this is the number of a delivery that the emulator owed. */
export const isDelivery = (db: Db, workspaceId: string, id: string): boolean =>
  statements(db).delivery.get(id, workspaceId) !== undefined
