import 'server-only'
import { summariesOf } from '@/db/queries/callbacks'
import { callbackCounts, runOf } from '@/db/queries/runs'
import type { Deps } from '../deps'
import { callbackSummary, runSummary } from '../summaries'
import type { Touched } from './apply-meaning'

/** Tells the screens. Call once what was touched is committed. */
export const announceTouched = (deps: Deps, workspaceId: string, touched: Touched): void => {
  const stale = [...touched.callbacks].flatMap(([id, row]) => (row ? [] : [id]))
  const fresh = [...touched.callbacks.values()].filter((row) => row !== undefined)
  for (const row of [...fresh, ...summariesOf(deps.db, stale)].sort((a, b) => a.id - b.id)) {
    deps.live.announce(workspaceId, { type: 'callback', data: callbackSummary(row) })
  }
  if (touched.runs.size === 0) return
  const counts = callbackCounts(deps.db, [...touched.runs])
  for (const id of touched.runs) {
    const row = runOf(deps.db, workspaceId, id)
    if (!row) continue
    const callbackCount = counts.get(id) ?? 0
    deps.live.announce(workspaceId, { type: 'run', data: runSummary({ ...row, callbackCount }) })
  }
}
