import 'server-only'
import { withoutWaiting } from '@/db/client'
import {
  deletedInboxes,
  heldBy,
  type InboxRow,
  oldestCallbacks,
  openInboxRows,
  removeCallback,
  removeInbox,
} from '@/db/queries/inboxes'
import { logFault } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import { understandMessage } from '../callbacks/understand-message'
import type { Deps } from '../deps'

const dayMs = 86_400_000
const everyMs = 60_000
/** Between two slices of one sweep everybody else has the process. */
const pauseMs = 25
/** Of one commit: a few milliseconds. */
const rowsAtOnce = 50

/** Removes what is beyond the bounds of the inboxes, one slice; says whether there may be more. */
export const sweepInboxes = (deps: Deps): boolean => {
  for (const row of deletedInboxes(deps.db)) {
    if (removeOldest(deps, row, { before: null, most: rowsAtOnce }) > 0) return true
    // Those that a Go-Live case rests on stay, and with them the row that they name.
    if (heldBy(deps.db, row.id).callbacks === 0) removeInbox(deps.db, row.id)
  }
  return openInboxRows(deps.db).some((row) => removeExpired(deps, row) > 0)
}

/** By age, then by number, then by size. */
const removeExpired = (deps: Deps, row: InboxRow): number => {
  const { keepDays, keepCount, keepBytes } = row
  const aged =
    keepDays === null
      ? 0
      : removeOldest(deps, row, { before: deps.clock() - keepDays * dayMs, most: rowsAtOnce })
  if (aged > 0 || (keepCount === null && keepBytes === null)) return aged
  const use = heldBy(deps.db, row.id)
  const tooMany = keepCount === null ? 0 : use.callbacks - keepCount
  if (tooMany > 0) return removeOldest(deps, row, { before: null, most: Math.min(tooMany, rowsAtOnce) })
  const tooLarge = keepBytes === null ? 0 : use.bytes - keepBytes
  return tooLarge > 0 ? removeOldest(deps, row, { before: null, most: rowsAtOnce, untilBytes: tooLarge }) : 0
}

type Removal = { before: number | null; most: number; untilBytes?: number }

const removeOldest = (
  deps: Deps,
  { id: inboxId }: InboxRow,
  { before, most, untilBytes = Number.POSITIVE_INFINITY }: Removal,
): number =>
  withoutWaiting(deps.db, () =>
    deps.db.$client.transaction(() => {
      let [removed, bytes] = [0, 0]
      for (const row of oldestCallbacks(deps.db, { inboxId, limit: most })) {
        // Those behind the first young one are younger: nothing reads through all that stays.
        if (bytes >= untilBytes || (before !== null && row.receivedAt >= before)) break
        removeCallback(deps.db, row, understandMessage(row)?.keys ?? [])
        bytes += row.bodyBytes
        removed += 1
      }
      return removed
    })(),
  )

const sweeps = ofDatabase('inbox-sweep', (): { timer?: NodeJS.Timeout } => ({}))

/** Sweeps when it is quiet for a moment, until nothing is left to remove. */
export const sweepSoon = (deps: Deps, inMs = pauseMs): void => {
  const state = sweeps(deps)
  clearTimeout(state.timer)
  state.timer = setTimeout(() => {
    if (!deps.db.$client.open) return
    let isMore = false
    try {
      isMore = sweepInboxes(deps)
    } catch (thrown) {
      logFault(thrown)
    }
    sweepSoon(deps, isMore ? pauseMs : everyMs)
  }, inMs).unref()
}
