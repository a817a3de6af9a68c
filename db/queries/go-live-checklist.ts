import 'server-only'
import { and, desc, eq, notInArray } from 'drizzle-orm'
import type { Db } from '../client'
import { goLiveTicks, runs } from '../schema'

export type TickRow = typeof goLiveTicks.$inferSelect

export const ticksOf = (db: Db, sheetId: string): TickRow[] =>
  db.select().from(goLiveTicks).where(eq(goLiveTicks.sheetId, sheetId)).all()

export const putTick = (db: Db, row: TickRow): void => {
  const { sheetId: _sheet, itemId: _item, ...change } = row
  db.insert(goLiveTicks)
    .values(row)
    .onConflictDoUpdate({ target: [goLiveTicks.sheetId, goLiveTicks.itemId], set: change })
    .run()
}

const mostRuns = 200

/** Values of the newest runs that the provider took: what it refused was perhaps refused for its URL. */
export const recentCallbackUrls = (db: Db, environmentId: string) =>
  db
    .select({ operation: runs.operation, values: runs.values })
    .from(runs)
    .where(
      and(
        eq(runs.environmentId, environmentId),
        eq(runs.sentAnyway, false),
        notInArray(runs.verdict, ['refused', 'unreachable']),
      ),
    )
    .orderBy(desc(runs.id))
    .limit(mostRuns)
    .all()
