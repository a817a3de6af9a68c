import 'server-only'
import { z } from 'zod'
import { deleteSheetRow, insertSheet, sheetsOf, sheetsOfEnvironment, updateSheet } from '@/db/queries/go-live'
import { Refusal } from '@/lib/refusal'
import { isSystem } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import { findEnvironment } from '../environments/find'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { caseViews } from './case-views'
import { announceSheet, findSheet } from './find-sheet'
import { stopJobsOf } from './jobs'
import { beginJudging, endJudging, judgedEnvironment, judgeSlice } from './judge-slice'
import { keepJudging } from './keep-judging'
import { sheetGroups } from './sheet-groups'
import { sheetSummary } from './sheet-summary'
import type { SheetSummary } from './views'

const name = z.string().trim().min(1, 'Give the sheet a name.').max(80, 'A name has 80 characters at most.')
const apis = z.array(z.string()).min(1, 'Choose at least one group of cases.')

const requiresSoftware = z
  .boolean()
  .describe('What only a form of Jaribu proved does not fill the sheet: your own software has to.')

export const newSheet = z.object({
  name,
  environment: z.string().describe('Id or short name of an environment.'),
  apis,
  requiresSoftware: requiresSoftware.default(false),
})
export const sheetChange = z.object({
  name: name.optional(),
  apis: apis.optional(),
  requiresSoftware: requiresSoftware.optional(),
})

const mostSheets = 200

/** A sheet of an environment; what was recorded there before begins to be judged. */
export const createSheet = (deps: Deps, actor: Actor, wanted: z.input<typeof newSheet>): SheetSummary => {
  requireRole(actor, 'member')
  const environment = findEnvironmentOrSay(deps, actor, wanted.environment)
  if (sheetsOf(deps.db, actor.workspaceId).length >= mostSheets) {
    throw new Refusal(
      'limit',
      `A workspace has ${mostSheets} sheets at most. Delete one that is no longer needed.`,
    )
  }
  const sheet = {
    id: deps.ids.next(),
    workspaceId: actor.workspaceId,
    environmentId: environment.id,
    environmentName: environment.name,
    environmentKind: environment.kind,
    system: environment.system,
    name: wanted.name,
    apis: knownApis(environment.system, wanted.apis),
    requiresSoftware: wanted.requiresSoftware ?? false,
    createdBy: actor.name,
    createdAt: deps.clock(),
  }
  deps.db.transaction(() => {
    insertSheet(deps.db, sheet)
    const judged = judgedEnvironment(deps, environment.id)
    if (judged) beginJudging(deps, judged)
  })
  // A little is judged on the spot; the rest in slices between other work.
  for (let slice = 0; slice < 3; slice += 1) judgeSlice(deps, environment.id)
  keepJudging(deps)
  announceSheet(deps, sheet)
  return sheetSummary(deps, sheet, caseViews(deps, sheet))
}

const findEnvironmentOrSay = (deps: Deps, actor: Actor, idOrSlug: string) => {
  try {
    const row = findEnvironment(deps, actor, idOrSlug)
    if (isSystem(row.system)) return row
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  throw new Refusal('invalid', 'There is no such environment in this workspace.', {
    environment: ['There is no such environment.'],
  })
}

const knownApis = (system: string, wanted: readonly string[]): string[] => {
  const known = sheetGroups(system).map(({ id }) => id)
  const unknown = wanted.find((id) => !known.includes(id))
  if (unknown !== undefined) {
    throw new Refusal(
      'invalid',
      `There is no group “${unknown.slice(0, 60)}”. Known are: ${known.join(', ')}.`,
      {
        apis: ['unknown'],
      },
    )
  }
  return known.filter((id) => wanted.includes(id))
}

export const changeSheet = (
  deps: Deps,
  actor: Actor,
  id: string,
  change: z.output<typeof sheetChange>,
): SheetSummary => {
  const sheet = findSheet(deps, actor, id, 'member')
  const changed = {
    ...sheet,
    ...(change.name !== undefined && { name: change.name }),
    ...(change.apis !== undefined && { apis: knownApis(sheet.system, change.apis) }),
    ...(change.requiresSoftware !== undefined && { requiresSoftware: change.requiresSoftware }),
  }
  updateSheet(deps.db, id, {
    name: changed.name,
    apis: changed.apis,
    requiresSoftware: changed.requiresSoftware,
  })
  announceSheet(deps, sheet)
  return sheetSummary(deps, changed, caseViews(deps, changed))
}

/** Its marks, notes and jobs go with it; the runs stay. */
export const deleteSheet = (deps: Deps, actor: Actor, id: string): void => {
  const sheet = findSheet(deps, actor, id, 'member')
  stopJobsOf(deps, id)
  deps.db.transaction(() => {
    deleteSheetRow(deps.db, id)
    if (sheetsOfEnvironment(deps.db, sheet.environmentId).length === 0) endJudging(deps, sheet.environmentId)
    recordAudit(deps, actor, 'deleted a sheet', sheet.name)
  })
  announceSheet(deps, sheet)
}
