import 'server-only'
import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Db } from '../client'
import { goLiveSessions, goLiveSheets } from '../schema'

export type SessionRow = typeof goLiveSessions.$inferSelect

export const sessionOf = (db: Db, sheetId: string): SessionRow | undefined =>
  db.select().from(goLiveSessions).where(eq(goLiveSessions.sheetId, sheetId)).get()

/** The last one of a sheet takes the place of the one before. */
export const putSession = (db: Db, row: SessionRow): void => {
  const { sheetId: _, ...change } = row
  db.insert(goLiveSessions)
    .values(row)
    .onConflictDoUpdate({ target: goLiveSessions.sheetId, set: change })
    .run()
}

/** Those of an environment's sheets that wait for a call, or follow one. */
export const openSessions = (db: Db, environmentId: string, now: number): SessionRow[] =>
  db
    .select({ session: goLiveSessions })
    .from(goLiveSessions)
    .innerJoin(goLiveSheets, eq(goLiveSheets.id, goLiveSessions.sheetId))
    .where(
      and(
        eq(goLiveSheets.environmentId, environmentId),
        inArray(goLiveSessions.state, ['waiting', 'running']),
        gt(goLiveSessions.endsAt, now),
      ),
    )
    .all()
    .map(({ session }) => session)
