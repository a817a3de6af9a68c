import 'server-only'
import { eq } from 'drizzle-orm'
import type { Db } from '../client'
import { goLiveTemplates } from '../schema'

export type TemplateRow = typeof goLiveTemplates.$inferSelect
export type TemplateHead = Omit<TemplateRow, 'file'>

/** Without the file: sheets are read often. */
export const templateHeadOf = (db: Db, sheetId: string): TemplateHead | undefined =>
  db
    .select({
      sheetId: goLiveTemplates.sheetId,
      name: goLiveTemplates.name,
      rows: goLiveTemplates.rows,
      uploadedBy: goLiveTemplates.uploadedBy,
      uploadedAt: goLiveTemplates.uploadedAt,
    })
    .from(goLiveTemplates)
    .where(eq(goLiveTemplates.sheetId, sheetId))
    .get()

export const templateOf = (db: Db, sheetId: string): TemplateRow | undefined =>
  db.select().from(goLiveTemplates).where(eq(goLiveTemplates.sheetId, sheetId)).get()

export const putTemplate = (db: Db, row: TemplateRow): void => {
  const { sheetId: _sheet, ...change } = row
  db.insert(goLiveTemplates)
    .values(row)
    .onConflictDoUpdate({ target: goLiveTemplates.sheetId, set: change })
    .run()
}

export const putTemplateRows = (db: Db, sheetId: string, rows: unknown[]): void => {
  db.update(goLiveTemplates).set({ rows }).where(eq(goLiveTemplates.sheetId, sheetId)).run()
}

export const removeTemplateRow = (db: Db, sheetId: string): void => {
  db.delete(goLiveTemplates).where(eq(goLiveTemplates.sheetId, sheetId)).run()
}
