import 'server-only'
import { withoutWaiting } from '@/db/client'
import { softwareRunBeyond, softwareRunsBefore, softwareRunsUpTo } from '@/db/queries/old-runs'
import { deleteRunRow } from '@/db/queries/runs'
import { worldRows } from '@/db/queries/world'
import { logFault } from '@/lib/log'
import type { Deps } from '../deps'

const dayMs = 86_400_000
const everyMs = 60_000
/** Between two slices of one sweep everybody else has the process. */
const pauseMs = 60
/** Of one commit: each run costs its indexes and the sums of the reports. */
const runsAtOnce = 10

/**
 * Removes runs that a team's own software made of the sandbox, beyond their number or their age, one slice; says whether
 * there may be more. Their callbacks stay in the inbox, which has bounds of its own.
 */
export const sweepRuns = (deps: Deps): boolean =>
  worldRows(deps.db)
    .workspaces.all()
    .some(({ id }) => removeOld(deps, id) > 0)

const removeOld = (deps: Deps, workspaceId: string): number => {
  const { most, days } = deps.config.softwareRuns
  const asked = { workspaceId, limit: runsAtOnce }
  const last = softwareRunBeyond(deps.db, workspaceId, most)
  const tooMany = last === undefined ? [] : softwareRunsUpTo(deps.db, last, asked)
  const old = tooMany.length > 0 ? tooMany : softwareRunsBefore(deps.db, deps.clock() - days * dayMs, asked)
  withoutWaiting(deps.db, () =>
    deps.db.$client.transaction(() => {
      for (const id of old) deleteRunRow(deps.db, workspaceId, id)
    })(),
  )
  for (const id of old) deps.live.announce(workspaceId, { type: 'run-deleted', data: { id } })
  return old.length
}

/** Looks as long as the process lives. */
export const keepSweepingRuns = (deps: Deps, inMs = everyMs): void => {
  setTimeout(() => {
    if (!deps.db.$client.open) return
    let isMore = false
    try {
      isMore = sweepRuns(deps)
    } catch (thrown) {
      logFault(thrown)
    }
    keepSweepingRuns(deps, isMore ? pauseMs : everyMs)
  }, inMs).unref()
}
