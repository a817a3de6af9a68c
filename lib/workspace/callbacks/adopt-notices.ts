import 'server-only'
import { lastCallbackNumber, straysOfKinds } from '@/db/queries/callback-links'
import { noteAdopted, workspacesThatAdopted } from '@/db/queries/runs'
import { log } from '@/lib/log'
import { receiptKinds } from '@/lib/systems/callbacks'
import type { Deps } from '../deps'
import { announceTouched } from './announce-touched'
import { nothingTouched, type Touched } from './apply-meaning'
import { joinNotice } from './link-callbacks'

/** So many callbacks are looked at, from the newest down: what is older stays as it is. */
const lookedAt = 200_000
const slice = 2_000
const pauseMs = 25

/**
 * Notices of customers' payments that were captured before such payments were runs of their own are joined to theirs, a
 * slice at a time, behind everything else, once: what belongs to nobody later was left by a run that was deleted, and
 * that shall not come back.
 */
export const adoptNotices = (deps: Deps): void => {
  const newest = lastCallbackNumber(deps.db)
  const done = workspacesThatAdopted(deps.db)
  const next = (from: number) => {
    if (!deps.db.$client.open) return
    try {
      if (from > newest) {
        noteAdopted(deps.db)
        return
      }
      adoptSlice(deps, { after: from, until: from + slice, done })
    } catch (error) {
      log().error({ err: error }, 'Notices of payments could not be joined')
      return
    }
    setTimeout(() => next(from + slice), pauseMs).unref()
  }
  // The oldest first: a validation comes before its confirmation.
  setTimeout(() => next(Math.max(0, newest - lookedAt)), pauseMs).unref()
}

/** Those with ids above `after`, up to `until`, of all workspaces but these. */
export const adoptSlice = (
  deps: Deps,
  { after, until, done }: { after: number; until: number; done: readonly string[] },
): void => {
  const rows = straysOfKinds(deps.db, receiptKinds, after, until).filter(
    ({ workspaceId }) => !done.includes(workspaceId),
  )
  if (rows.length === 0) return
  const touched = new Map<string, Touched>()
  deps.db.$client.transaction(() => {
    for (const row of rows) {
      const within = touched.get(row.workspaceId) ?? nothingTouched()
      touched.set(row.workspaceId, within)
      joinNotice(deps, row, within)
    }
  })()
  for (const [workspaceId, within] of touched) announceTouched(deps, workspaceId, within)
}
