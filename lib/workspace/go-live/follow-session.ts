import 'server-only'
import { putSheetRun, sheetOf } from '@/db/queries/go-live'
import { evidenceForSheet } from '@/db/queries/go-live-judging'
import { openSessions, putSession, type SessionRow } from '@/db/queries/go-live-sessions'
import type { Rule } from '@/lib/go-live/groups'
import { judgeAttempt, type Parts } from '@/lib/go-live/judge'
import type { Attempt } from '@/lib/go-live/recording'
import type { Deps } from '../deps'
import type { JudgedEnvironment } from './recordings'
import { nextMissing } from './session-cases'

/**
 * Looks whether what was just recorded begins the case that a session waits for, and ties it to it. Done before it is
 * judged, in the same commit, so that the first call that fits counts for the case at once.
 */
export const beginBySession = (
  { deps, environment, rules }: { deps: Deps; environment: JudgedEnvironment; rules: readonly Rule[] },
  attempts: readonly Attempt[],
  parts: Parts,
): boolean => {
  const sessions = openSessions(deps.db, environment.id, deps.clock())
  let isBegun = false
  for (const session of sessions) {
    const rule = rules.find((each) => each.case.id === session.caseId)
    if (!rule) continue
    for (const { run, ...attempt } of attempts) {
      if (!run?.isBySoftware || run.at < session.waitingSince) continue
      const meantFor = new Set([session.caseId])
      const said = judgeAttempt([rule], { run, ...attempt }, { now: deps.clock(), parts, meantFor })
      if (said.length === 0) continue
      putSheetRun(deps.db, {
        sheetId: session.sheetId,
        caseId: session.caseId,
        runId: run.id,
        tie: 'played',
        by: session.startedBy,
        at: deps.clock(),
      })
      isBegun = true
      if (session.state !== 'waiting') continue
      session.state = 'running'
      session.runId = run.id
      putSession(deps.db, session)
    }
  }
  return isBegun
}

/** Sessions whose case their software has proved by now go on to the next, or say so. */
export const endBySession = (deps: Deps, environment: JudgedEnvironment): boolean => {
  const sessions = openSessions(deps.db, environment.id, deps.clock())
  const proven = sessions.filter((session) => isProven(deps, environment, session))
  for (const session of proven) goOn(deps, environment, session)
  return proven.length > 0
}

const isProven = (deps: Deps, environment: JudgedEnvironment, session: SessionRow): boolean =>
  evidenceForSheet(deps.db, environment.id, session.sheetId).some(
    ({ caseId, says, isBySoftware, at }) =>
      caseId === session.caseId && says === 'proves' && isBySoftware && at >= session.waitingSince,
  )

const goOn = (deps: Deps, environment: JudgedEnvironment, session: SessionRow): void => {
  const now = deps.clock()
  const proven = [...session.proven, { caseId: session.caseId, at: now }]
  const sheet = session.goesOn ? findSheet(deps, environment, session) : undefined
  const next = sheet && nextMissing(deps, sheet, session.caseId)
  if (next) {
    putSession(deps.db, {
      ...session,
      proven,
      caseId: next,
      state: 'waiting',
      runId: null,
      waitingSince: now,
    })
    return
  }
  putSession(deps.db, { ...session, proven, state: sheet ? 'complete' : 'proven' })
}

const findSheet = (deps: Deps, environment: JudgedEnvironment, { sheetId }: SessionRow) =>
  sheetOf(deps.db, environment.workspaceId, sheetId)
