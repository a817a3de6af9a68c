import 'server-only'
import { recomputeRollups, rollupDifferences } from '@/db/queries/roll-ups'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import type { RollupCheck } from './views'

/** Adds all runs up again, writes nothing, and counts the rows that differ from what reports read. */
export const checkRollups = (deps: Deps, actor: Actor): RollupCheck => {
  requireRole(actor, 'member')
  const found = rollupDifferences(deps.db, actor.workspaceId)
  return { ...found, isExact: found.rollups === 0 && found.timings === 0 }
}

/** Replaces what reports read by a fresh sum over all runs. */
export const recompute = (deps: Deps, actor: Actor): RollupCheck => {
  requireRole(actor, 'owner')
  deps.db.transaction(() => {
    recomputeRollups(deps.db, actor.workspaceId)
    recordAudit(deps, actor, 'computed the reports again', 'Reports')
  })
  return checkRollups(deps, actor)
}
