import 'server-only'
import { sheetsOf } from '@/db/queries/go-live'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import { caseViews } from './case-views'
import { catchUp } from './keep-judging'
import { sheetSummary } from './sheet-summary'
import type { SheetSummary } from './views'

/** Newest first, each up to date with what was recorded. */
export const listSheets = async (deps: Deps, actor: Actor): Promise<SheetSummary[]> => {
  requireRole(actor, 'viewer')
  const sheets = sheetsOf(deps.db, actor.workspaceId)
  for (const id of new Set(sheets.map(({ environmentId }) => environmentId))) await catchUp(deps, id)
  return sheets.map((sheet) => sheetSummary(deps, sheet, caseViews(deps, sheet)))
}
