import 'server-only'
import { eq } from 'drizzle-orm'
import type { SheetRow } from '@/db/queries/go-live'
import { goLiveTemplates, goLiveTicks } from '@/db/schema'
import { systemOf } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import { caseViews } from './case-views'
import { findSheet } from './find-sheet'
import { catchUp } from './keep-judging'
import { sheetSummary } from './sheet-summary'
import type { ChecklistItemView, SheetView, TemplateRowView, TemplateView } from './views'

/** A sheet with its cases, up to date with what was recorded. */
export const getSheet = async (deps: Deps, actor: Actor, id: string): Promise<SheetView> => {
  const { environmentId } = findSheet(deps, actor, id, 'viewer')
  await catchUp(deps, environmentId)
  return sheetView(deps, findSheet(deps, actor, id, 'viewer'))
}

export const sheetView = (deps: Deps, sheet: SheetRow): SheetView => {
  const cases = caseViews(deps, sheet)
  return {
    ...sheetSummary(deps, sheet, cases),
    cases,
    checklist: checklistOf(deps, sheet),
    template: templateOf(deps, sheet),
  }
}

const checklistOf = (deps: Deps, sheet: SheetRow): ChecklistItemView[] => {
  const ticks = new Map(
    deps.db
      .select()
      .from(goLiveTicks)
      .where(eq(goLiveTicks.sheetId, sheet.id))
      .all()
      .map((tick) => [tick.itemId, tick]),
  )
  return systemOf(sheet.system).goLive.checklist.map((item) => {
    const tick = ticks.get(item.id)
    const { id, section, title, todo, where, href, journey, confirmed, source } = item
    return {
      id,
      section,
      title,
      todo,
      where,
      href: href ?? null,
      journey: journey ?? null,
      confirmed,
      source,
      isDone: tick?.isDone ?? false,
      note: tick?.note ?? '',
      by: tick?.by ?? null,
      at: tick?.at ?? null,
      found: null,
    }
  })
}

const templateOf = (deps: Deps, sheet: SheetRow): TemplateView | null => {
  const { name, rows, uploadedBy, uploadedAt } = goLiveTemplates
  const found = deps.db
    .select({ name, rows, uploadedBy, uploadedAt })
    .from(goLiveTemplates)
    .where(eq(goLiveTemplates.sheetId, sheet.id))
    .get()
  return found ? { ...found, rows: found.rows as TemplateRowView[] } : null
}
