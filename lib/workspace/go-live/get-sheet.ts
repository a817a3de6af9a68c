import 'server-only'
import type { SheetRow } from '@/db/queries/go-live'
import type { Actor, Deps } from '../deps'
import { maskFor } from '../mask'
import { caseViews } from './case-views'
import { checklistView } from './checklist-view'
import { findSheet } from './find-sheet'
import { catchUp } from './keep-judging'
import { sheetSummary } from './sheet-summary'
import { templateView } from './template-view'
import type { SheetView } from './views'

/** A sheet with its cases, up to date with what was recorded. */
export const getSheet = async (deps: Deps, actor: Actor, id: string): Promise<SheetView> => {
  const { environmentId } = findSheet(deps, actor, id, 'viewer')
  await catchUp(deps, environmentId)
  return maskFor(actor.role, sheetView(deps, findSheet(deps, actor, id, 'viewer')))
}

const sheetView = (deps: Deps, sheet: SheetRow): SheetView => {
  const cases = caseViews(deps, sheet)
  return {
    ...sheetSummary(deps, sheet, cases),
    cases,
    checklist: checklistView(deps, sheet, cases),
    template: templateView(deps, sheet.id),
  }
}
