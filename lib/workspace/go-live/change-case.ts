import 'server-only'
import { z } from 'zod'
import { putMark, putSheetRun, sheetRunsOf } from '@/db/queries/go-live'
import { enqueue, evidenceForSheet } from '@/db/queries/go-live-judging'
import { runOf } from '@/db/queries/runs'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { casesOf, caseViews } from './case-views'
import { announceSheet, findSheet } from './find-sheet'
import { catchUp } from './keep-judging'
import { runSubject } from './recordings'
import type { CaseView } from './views'

export const caseChange = z.object({
  override: z
    .object({
      state: z.enum(['success', 'fail', 'empty', 'not-applicable']),
      reason: z.string().trim().min(1, 'Say why.').max(500, 'A reason has 500 characters at most.'),
    })
    .nullable()
    .optional()
    .describe('A person’s word before the runs’ word; null takes it back.'),
  note: z
    .string()
    .trim()
    .max(2000, 'A note has 2,000 characters at most.')
    .nullable()
    .optional()
    .describe('Null or empty takes it away.'),
  attach: z.string().optional().describe('Id of a run of the sheet’s environment.'),
  detach: z.string().optional().describe('Id of a run, or of the evidence that it is.'),
})

/** What a person says of a case. */
export const changeCase = async (
  deps: Deps,
  actor: Actor,
  sheetId: string,
  caseId: string,
  { override, note, attach, detach }: z.output<typeof caseChange>,
): Promise<CaseView> => {
  const sheet = findSheet(deps, actor, sheetId, 'member')
  const each = casesOf(sheet).find(({ id }) => id === caseId)
  if (!each) throw new Refusal('not-found', 'This sheet has no such case.')
  const at = deps.clock()
  const place = { sheetId, caseId }
  const attached = attach === undefined ? undefined : attachable(deps, actor, sheet.environmentId, attach)
  const taken = detach === undefined ? [] : detachable(deps, sheet, caseId, detach)
  deps.db.transaction(() => {
    if (override !== undefined) {
      putMark(deps.db, {
        ...place,
        state: override?.state ?? null,
        reason: override?.reason ?? null,
        stateBy: override ? actor.name : null,
        stateAt: override ? at : null,
      })
      const what = override ? `${override.state}, because: ${override.reason}` : 'back to what the runs say'
      recordAudit(deps, actor, 'decided a case', `${sheet.name}, ${each.title}: ${what}`.slice(0, 500))
    }
    if (note !== undefined) {
      putMark(deps.db, {
        ...place,
        note: note || null,
        noteBy: note ? actor.name : null,
        noteAt: note ? at : null,
      })
    }
    if (attached) {
      putSheetRun(deps.db, { ...place, runId: attached, tie: 'attached', by: actor.name, at })
      enqueue(deps.db, sheet.environmentId, runSubject(attached))
    }
    for (const runId of taken) {
      putSheetRun(deps.db, { ...place, runId, tie: 'detached', by: actor.name, at })
      enqueue(deps.db, sheet.environmentId, runSubject(runId))
    }
  })
  await catchUp(deps, sheet.environmentId)
  announceSheet(deps, sheet)
  const view = caseViews(deps, sheet).find(({ id }) => id === caseId)
  if (!view) throw new Refusal('not-found', 'This sheet has no such case.')
  return view
}

const attachable = (deps: Deps, actor: Actor, environmentId: string, runId: string): string => {
  const run = runOf(deps.db, actor.workspaceId, runId)
  const say = (message: string) => new Refusal('invalid', message, { attach: [message] })
  if (!run) throw say('There is no such run.')
  if (run.environmentId !== environmentId) {
    throw say(`This run was sent to ${run.environmentName}: it proves nothing for this sheet’s environment.`)
  }
  return run.id
}

const detachable = (
  deps: Deps,
  sheet: { id: string; environmentId: string },
  caseId: string,
  given: string,
): string[] => {
  const rows = evidenceForSheet(deps.db, sheet.environmentId, sheet.id).filter((row) => row.caseId === caseId)
  const named = rows.find((row) => String(row.id) === given)
  const ids = named ? named.runIds : [given.replace(/^attached-/, '')]
  const isKnown =
    ids.length > 0 &&
    (rows.some((row) => row.runIds.some((id) => ids.includes(id))) ||
      sheetRunsOf(deps.db, sheet.id).some((tie) => tie.caseId === caseId && ids.includes(tie.runId)))
  if (!isKnown) {
    const message = 'Only a run can be taken from a case, and this is none of it.'
    throw new Refusal('invalid', message, { detach: [message] })
  }
  return ids
}
