import 'server-only'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Db } from '../client'
import { goLiveJobLines, goLiveJobs, goLiveMarks, goLiveRuns, goLiveSheets } from '../schema'

export type SheetRow = typeof goLiveSheets.$inferSelect
export type MarkRow = typeof goLiveMarks.$inferSelect
export type SheetRunRow = typeof goLiveRuns.$inferSelect
export type JobRow = typeof goLiveJobs.$inferSelect
export type JobLineRow = typeof goLiveJobLines.$inferSelect

export const insertSheet = (db: Db, row: SheetRow): void => {
  db.insert(goLiveSheets).values(row).run()
}

export const updateSheet = (db: Db, id: string, change: Partial<SheetRow>): void => {
  db.update(goLiveSheets).set(change).where(eq(goLiveSheets.id, id)).run()
}

export const deleteSheetRow = (db: Db, id: string): void => {
  db.delete(goLiveSheets).where(eq(goLiveSheets.id, id)).run()
}

export const sheetOf = (db: Db, workspaceId: string, id: string): SheetRow | undefined =>
  db
    .select()
    .from(goLiveSheets)
    .where(and(eq(goLiveSheets.id, id), eq(goLiveSheets.workspaceId, workspaceId)))
    .get()

/** Newest first. */
export const sheetsOf = (db: Db, workspaceId: string): SheetRow[] =>
  db
    .select()
    .from(goLiveSheets)
    .where(eq(goLiveSheets.workspaceId, workspaceId))
    .orderBy(desc(goLiveSheets.createdAt), desc(goLiveSheets.id))
    .all()

export const sheetsOfEnvironment = (db: Db, environmentId: string): SheetRow[] =>
  db.select().from(goLiveSheets).where(eq(goLiveSheets.environmentId, environmentId)).all()

export const marksOf = (db: Db, sheetId: string): MarkRow[] =>
  db.select().from(goLiveMarks).where(eq(goLiveMarks.sheetId, sheetId)).all()

export const putMark = (db: Db, row: Pick<MarkRow, 'sheetId' | 'caseId'> & Partial<MarkRow>): void => {
  const { sheetId, caseId, ...change } = row
  db.insert(goLiveMarks)
    .values(row)
    .onConflictDoUpdate({ target: [goLiveMarks.sheetId, goLiveMarks.caseId], set: { ...change } })
    .run()
}

export const sheetRunsOf = (db: Db, sheetId: string): SheetRunRow[] =>
  db.select().from(goLiveRuns).where(eq(goLiveRuns.sheetId, sheetId)).all()

/** One tie a case and run: the last one counts. */
export const putSheetRun = (db: Db, row: SheetRunRow): void => {
  db.insert(goLiveRuns)
    .values(row)
    .onConflictDoUpdate({
      target: [goLiveRuns.sheetId, goLiveRuns.caseId, goLiveRuns.runId],
      set: { tie: row.tie, by: row.by, at: row.at },
    })
    .run()
}

export const insertJob = (db: Db, row: JobRow): void => {
  db.insert(goLiveJobs).values(row).run()
}

export const updateJob = (db: Db, id: string, change: Partial<JobRow>): void => {
  db.update(goLiveJobs).set(change).where(eq(goLiveJobs.id, id)).run()
}

export const jobOf = (db: Db, sheetId: string, id: string): JobRow | undefined =>
  db
    .select()
    .from(goLiveJobs)
    .where(and(eq(goLiveJobs.id, id), eq(goLiveJobs.sheetId, sheetId)))
    .get()

export const lastJobOf = (db: Db, sheetId: string): JobRow | undefined =>
  db
    .select()
    .from(goLiveJobs)
    .where(eq(goLiveJobs.sheetId, sheetId))
    .orderBy(desc(goLiveJobs.startedAt), desc(goLiveJobs.id))
    .limit(1)
    .get()

/** Those that a process left behind when it ended. */
export const interruptJobs = (db: Db, endedAt: number): number =>
  db
    .update(goLiveJobs)
    .set({ state: 'interrupted', currentCase: null, endedAt })
    .where(inArray(goLiveJobs.state, ['running', 'paused']))
    .run().changes

export const addJobLine = (db: Db, row: Omit<JobLineRow, 'id'>): void => {
  db.insert(goLiveJobLines).values(row).run()
}

/** The newest ones, oldest of them first. */
export const jobLinesOf = (db: Db, jobId: string, limit: number): JobLineRow[] =>
  db
    .select()
    .from(goLiveJobLines)
    .where(eq(goLiveJobLines.jobId, jobId))
    .orderBy(desc(goLiveJobLines.id))
    .limit(limit)
    .all()
    .reverse()
