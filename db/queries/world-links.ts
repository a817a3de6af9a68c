import 'server-only'
import { and, desc, eq, inArray, or } from 'drizzle-orm'
import type { Db } from '../client'
import { worldDueKeys, worldDues, worldPrompts, worldTransactions } from '../schema'

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
  db
    .select({ id: worldDues.id })
    .from(worldDues)
    .where(and(eq(worldDues.id, id), eq(worldDues.workspaceId, workspaceId), eq(worldDues.type, 'callback')))
    .get() !== undefined
