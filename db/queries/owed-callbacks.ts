import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '../client'
import { worldDueKeys, worldDues } from '../schema'

export type OwedRow = typeof worldDues.$inferSelect

/** Not sent yet, the next one first. */
export const owedCallbacks = (db: Db, workspaceId: string, limit: number): OwedRow[] =>
  db
    .select()
    .from(worldDues)
    .where(
      and(
        eq(worldDues.workspaceId, workspaceId),
        eq(worldDues.type, 'callback'),
        inArray(worldDues.state, ['waiting', 'held']),
      ),
    )
    .orderBy(asc(worldDues.dueAt), asc(worldDues.id))
    .limit(limit)
    .all()

export const owedCallback = (db: Db, workspaceId: string, id: string): OwedRow | undefined =>
  db
    .select()
    .from(worldDues)
    .where(and(eq(worldDues.id, id), eq(worldDues.workspaceId, workspaceId), eq(worldDues.type, 'callback')))
    .get()

/** Changes one that has not left; false where it has. */
export const changeOwedRow = (db: Db, id: string, change: Partial<OwedRow>): boolean =>
  db
    .update(worldDues)
    .set(change)
    .where(and(eq(worldDues.id, id), inArray(worldDues.state, ['waiting', 'held'])))
    .run().changes > 0

/** The same once more, under an id of its own. */
export const copyOwedRow = (db: Db, row: OwedRow, id: string, dueAt: number): void => {
  db.insert(worldDues)
    .values({ ...row, id, dueAt, state: 'waiting' })
    .run()
  for (const { value } of row.keys) {
    db.insert(worldDueKeys)
      .values({ workspaceId: row.workspaceId, value, dueId: id })
      .onConflictDoNothing()
      .run()
  }
}
