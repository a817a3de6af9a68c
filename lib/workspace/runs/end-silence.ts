import 'server-only'
import { pendingRuns, type RunRow, updateRun } from '@/db/queries/runs'
import { worldRows } from '@/db/queries/world'
import { resultWait } from '@/lib/catalogue/longest-waits'
import { logFault } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import { longestWaitOf } from '@/lib/systems/callbacks'
import { announceTouched } from '../callbacks/announce-touched'
import { nothingTouched } from '../callbacks/apply-meaning'
import type { Deps } from '../deps'

/** Nobody waits longer than this for the clock to be looked at. */
const everyMs = 5_000
/** Of one workspace at once; the others follow at the next look. */
const mostAtOnce = 500

/** Between two looks that reading asks for. */
const leastMs = 1000

/** When each workspace was last looked at, by its clock. */
const looks = ofDatabase('silence-looks', () => new Map<string, number>())

/** As `endSilence`, unless it was done just now: lists and pages are read far more often than a wait ends. */
export const endSilenceInPassing = (deps: Deps, workspaceId: string): void => {
  const last = looks(deps).get(workspaceId)
  const since = last === undefined ? leastMs : deps.clock() - last
  // A clock that was set back counts as long ago.
  if (since < 0 || since >= leastMs) endSilence(deps, workspaceId)
}

/** Runs that wait longer than any outcome of theirs was known to take: no word came. It can still come. */
export const endSilence = (deps: Deps, workspaceId: string): number => {
  const now = deps.clock()
  looks(deps).set(workspaceId, now)
  const over = pendingRuns(deps.db, workspaceId, mostAtOnce).filter((run) => {
    const dueAt = silentAt(run)
    return dueAt !== undefined && dueAt <= now
  })
  if (over.length === 0) return 0
  const touched = nothingTouched()
  deps.db.$client.transaction(() => {
    for (const { id } of over) {
      updateRun(deps.db, id, { verdict: 'no-word', verdictAt: now, decidedBy: 'clock' })
      touched.runs.add(id)
    }
  })()
  announceTouched(deps, workspaceId, touched)
  return over.length
}

type Waiting = Pick<RunRow, 'operation' | 'origin' | 'createdAt' | 'answeredAt'>

/** When waiting for a run ends; undefined where its answer is still out. What the catalogue no longer has waits as results do. */
const silentAt = ({ operation, origin, createdAt, answeredAt }: Waiting): number | undefined => {
  const since = origin === 'customer' ? createdAt : answeredAt
  return since === null ? undefined : since + (longestWaitOf(operation) ?? resultWait).seconds * 1000
}

/** Looks at the clock as long as the process lives. */
export const keepEndingSilence = (deps: Deps): void => {
  const look = () => {
    if (!deps.db.$client.open) return
    try {
      for (const { id } of worldRows(deps.db).workspaces.all()) endSilence(deps, id)
    } catch (thrown) {
      logFault(thrown)
    }
    setTimeout(look, everyMs).unref()
  }
  setTimeout(look, everyMs).unref()
}
