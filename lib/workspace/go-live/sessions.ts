import 'server-only'
import { z } from 'zod'
import { environmentById } from '@/db/queries/environments'
import type { SheetRow } from '@/db/queries/go-live'
import { putSession, type SessionRow, sessionOf } from '@/db/queries/go-live-sessions'
import { instructionsOf } from '@/lib/go-live/instructions'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { resolveBaseUrl } from '../environments/environment-context'
import { canBeWaitedFor, casesOf } from './case-views'
import { announceSheet, findSheet } from './find-sheet'
import { catchUp } from './keep-judging'
import { nextMissing } from './session-cases'
import type { SessionView } from './views'

export const newSession = z.object({
  case: z
    .string()
    .optional()
    .describe('Id of the case to wait for; the next that is missing where nothing is said.'),
  minutes: z
    .int()
    .min(1, 'A session lasts a minute at least.')
    .max(480, 'A session lasts eight hours at most.')
    .default(60)
    .describe('After so long nothing is waited for any more.'),
  goesOn: z.boolean().default(true).describe('Goes on with the next missing case as soon as one is proved.'),
})
export const sessionAction = z.object({
  action: z
    .enum(['pause', 'resume', 'stop', 'choose'])
    .describe('`choose` waits for another case: `case`, or the next that is missing.'),
  case: z.string().optional(),
})

/** From now on the sheet waits for a program of theirs to do a case. */
export const startSession = async (
  deps: Deps,
  actor: Actor,
  sheetId: string,
  wanted: z.input<typeof newSession>,
): Promise<SessionView> => {
  const sheet = findSheet(deps, actor, sheetId, 'member')
  const { case: caseId, minutes, goesOn } = newSession.parse(wanted)
  const before = sessionOf(deps.db, sheetId)
  const now = deps.clock()
  if (before && isOpen(before, now)) {
    throw new Refusal('conflict', `${before.startedBy} has a session open on this sheet. Stop that first.`)
  }
  if (environmentById(deps.db, sheet.environmentId)?.kind !== 'local') {
    throw new Refusal(
      'precondition',
      'Only the local sandbox sees what a program sends to it. Make a sheet of a local environment.',
    )
  }
  await catchUp(deps, sheet.environmentId)
  const row: SessionRow = {
    sheetId,
    state: 'waiting',
    caseId: chosenCase(deps, sheet, caseId),
    goesOn,
    waitingSince: now,
    runId: null,
    proven: [],
    startedBy: actor.name,
    startedAt: now,
    endsAt: now + minutes * 60_000,
  }
  return keep(deps, sheet, row)
}

export const changeSession = async (
  deps: Deps,
  actor: Actor,
  sheetId: string,
  { action, case: caseId }: z.output<typeof sessionAction>,
): Promise<SessionView> => {
  const sheet = findSheet(deps, actor, sheetId, 'member')
  await catchUp(deps, sheet.environmentId)
  const row = sessionOf(deps.db, sheetId)
  const now = deps.clock()
  if (!row) throw new Refusal('not-found', 'Nobody has opened a session on this sheet.')
  if (!isOpen(row, now)) throw new Refusal('conflict', 'This session is over. Open another one.')
  const wait = { state: 'waiting' as const, waitingSince: now, runId: null }
  switch (action) {
    case 'pause':
      return keep(deps, sheet, { ...row, state: 'paused' })
    case 'resume':
      return keep(deps, sheet, row.state === 'paused' ? { ...row, ...wait } : row)
    case 'stop':
      return keep(deps, sheet, { ...row, state: 'stopped', endsAt: now })
    case 'choose':
      return keep(deps, sheet, { ...row, ...wait, caseId: chosenCase(deps, sheet, caseId, row.caseId) })
  }
}

const isOpen = ({ state, endsAt }: SessionRow, now: number): boolean =>
  state !== 'stopped' && state !== 'complete' && endsAt > now

const chosenCase = (deps: Deps, sheet: SheetRow, wanted: string | undefined, after?: string): string => {
  if (wanted === undefined) {
    const next = nextMissing(deps, sheet, after)
    if (next !== undefined) return next
    throw new Refusal('precondition', 'Your software has proved all that a call of it can begin.')
  }
  const found = casesOf(sheet).find(({ id }) => id === wanted)
  const why = !found
    ? `This sheet has no case ${wanted.slice(0, 60)}.`
    : canBeWaitedFor(found)
      ? null
      : 'No call of a program begins this case: a customer or a person does.'
  if (why !== null) throw new Refusal('invalid', why, { case: [why] })
  return wanted
}

const keep = (deps: Deps, sheet: SheetRow, row: SessionRow): SessionView => {
  putSession(deps.db, row)
  announceSheet(deps, sheet)
  return viewOf(deps, sheet, row)
}

/** The session of a sheet, or the last one it had. */
export const sessionView = (deps: Deps, sheet: SheetRow): SessionView | null => {
  const row = sessionOf(deps.db, sheet.id)
  return row ? viewOf(deps, sheet, row) : null
}

const viewOf = (deps: Deps, sheet: SheetRow, row: SessionRow): SessionView => {
  const cases = new Map(casesOf(sheet).map((each) => [each.id, each]))
  const each = cases.get(row.caseId)
  const environment = environmentById(deps.db, sheet.environmentId)
  const titleOf = (id: string) => cases.get(id)?.title ?? id
  return {
    state: row.endsAt <= deps.clock() && isOpen(row, row.endsAt - 1) ? 'over' : row.state,
    case: { id: row.caseId, title: titleOf(row.caseId), expected: each?.expected ?? '' },
    instructions: each ? instructionsOf(each) : [],
    baseUrl: environment ? resolveBaseUrl(deps.config.publicUrl, environment.baseUrl) : '',
    goesOn: row.goesOn,
    waitingSince: row.waitingSince,
    runId: row.runId,
    proven: row.proven.map(({ caseId, at }) => ({ id: caseId, title: titleOf(caseId), at })),
    startedBy: row.startedBy,
    startedAt: row.startedAt,
    endsAt: row.endsAt,
  }
}
