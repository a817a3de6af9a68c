import 'server-only'
import { worldRows } from '@/db/queries/world'
import type { Deps } from '../deps'

const dayMs = 86_400_000
/** How long the log of deliveries goes back. */
const keptMs = 7 * dayMs
/** And how many rows of a workspace it has at most. */
const keptRows = 50_000
/** As many in one commit: a few milliseconds. */
export const mostPruned = 500

/** Forgets deliveries and actions that ended long ago; what is still owed stays. Returns how many rows went. */
export const pruneDues = (deps: Deps, { keep = keptRows }: { keep?: number } = {}): number => {
  const rows = worldRows(deps.db)
  const old = deps.clock() - keptMs
  let removed = 0
  for (const { id: workspaceId } of rows.workspaces.all()) {
    const before = Math.max(old, rows.dueBeyond.get(workspaceId, keep)?.dueAt ?? 0)
    deps.db.$client.transaction(() => {
      for (const { id, keys } of rows.finishedDues.all(workspaceId, before, mostPruned - removed)) {
        for (const { value } of JSON.parse(keys) as { value: string }[]) {
          rows.removeDueKey.run(workspaceId, value, id)
        }
        rows.removeDue.run(id)
        removed += 1
      }
    })()
    if (removed >= mostPruned) break
  }
  return removed
}
