import 'server-only'
import { environmentById } from '@/db/queries/environments'
import { type JobRow, jobLinesOf, lastJobOf, type SheetRow } from '@/db/queries/go-live'
import { judgingOf } from '@/db/queries/go-live-judging'
import { systemOf } from '@/lib/systems'
import type { Deps } from '../deps'
import { countsOf } from './case-views'
import { isEarlier } from './judge-slice'
import { sessionView } from './sessions'
import type { CaseView, JobView, SheetSummary } from './views'

const mostLines = 500

export const sheetSummary = (deps: Deps, sheet: SheetRow, cases: readonly CaseView[]): SheetSummary => {
  const environment = environmentById(deps.db, sheet.environmentId)
  const judging = judgingOf(deps.db, sheet.environmentId)
  const job = lastJobOf(deps.db, sheet.id)
  const system = systemOf(sheet.system)
  const times = [
    sheet.createdAt,
    job?.endedAt ?? job?.startedAt ?? 0,
    ...cases.flatMap(({ override, note, evidence }) => [
      override?.at ?? 0,
      note?.at ?? 0,
      ...evidence.map(({ at }) => at),
    ]),
  ]
  return {
    id: sheet.id,
    name: sheet.name,
    environment: {
      id: sheet.environmentId,
      name: environment?.name ?? sheet.environmentName,
      kind: environment?.kind ?? sheet.environmentKind,
    },
    system: sheet.system,
    systemTitle: system.title,
    apis: system.goLive.apis.flatMap(({ id }) => (sheet.apis.includes(id) ? [id] : [])),
    requiresSoftware: sheet.requiresSoftware,
    createdBy: sheet.createdBy,
    createdAt: sheet.createdAt,
    updatedAt: Math.max(...times),
    judging: judging && isEarlier(judging) ? { done: judging.done, total: judging.total } : null,
    counts: countsOf(cases),
    job: job ? jobView(deps, job) : null,
    session: sessionView(deps, sheet),
  }
}

export const jobView = (deps: Deps, job: JobRow): JobView => ({
  id: job.id,
  state: job.state,
  total: job.caseIds.length,
  done: job.done,
  failed: job.failed,
  currentCase: job.currentCase,
  startedBy: job.startedBy,
  startedAt: job.startedAt,
  endedAt: job.endedAt,
  log: jobLinesOf(deps.db, job.id, mostLines).map(({ at, caseId, text, tone }) => ({
    at,
    caseId,
    text,
    tone,
  })),
})
