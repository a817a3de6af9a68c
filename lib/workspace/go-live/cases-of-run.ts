import 'server-only'
import { sheetsOfEnvironment } from '@/db/queries/go-live'
import { evidenceMentioning } from '@/db/queries/go-live-judging'
import { runOf } from '@/db/queries/runs'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import { caseViews } from './case-views'
import { catchUp } from './keep-judging'
import type { CaseOfRun } from './views'

/** The cases for which a run stands in a sheet of its environment. */
export const casesOfRun = async (deps: Deps, actor: Actor, runId: string): Promise<CaseOfRun[]> => {
  requireRole(actor, 'viewer')
  const run = runOf(deps.db, actor.workspaceId, runId)
  if (!run) throw new Refusal('not-found', 'This run is not here (any more).')
  const sheets = sheetsOfEnvironment(deps.db, run.environmentId)
  if (sheets.length === 0) return []
  await catchUp(deps, run.environmentId)
  if (evidenceMentioning(deps.db, run.environmentId, runId).length === 0) return []
  return sheets.flatMap((sheet) =>
    caseViews(deps, sheet).flatMap(({ id, apiTitle, title, evidence }) => {
      const own = evidence.filter(({ runIds }) => runIds.includes(runId))
      const best = own.find(({ says }) => says !== 'part') ?? own[0]
      if (!best) return []
      return [{ sheetId: sheet.id, sheetName: sheet.name, caseId: id, apiTitle, title, says: best.says }]
    }),
  )
}
