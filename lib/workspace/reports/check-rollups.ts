import 'server-only'
import { ofDatabase } from '@/lib/process-state'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { addUp } from './add-up'
import type { RollupCheck, RollupProgress } from './views'

type Running = NonNullable<RollupProgress['running']>
const runningOf = ofDatabase('report-adding-up', () => new Map<string, Running>())

/** Adds all runs up again, changes nothing, and counts the sums that differ from what reports read. */
export const checkRollups = async (deps: Deps, actor: Actor): Promise<RollupCheck> => {
  requireRole(actor, 'member')
  return counted(deps, actor, 'check')
}

/** Replaces what reports read by a fresh sum over all runs, and tells how much of it is still different then. */
export const recompute = async (deps: Deps, actor: Actor): Promise<RollupCheck> => {
  requireRole(actor, 'owner')
  await counted(deps, actor, 'recompute')
  recordAudit(deps, actor, 'computed the reports again', 'Reports')
  return counted(deps, actor, 'check')
}

/** How far that is. It takes its time with many runs, and keeps nobody waiting meanwhile. */
export const rollupProgress = (deps: Deps, actor: Actor): RollupProgress => {
  requireRole(actor, 'member')
  return { running: runningOf(deps).get(actor.workspaceId) ?? null }
}

const counted = async (deps: Deps, actor: Actor, what: Running['what']): Promise<RollupCheck> => {
  const all = runningOf(deps)
  const other = all.get(actor.workspaceId)
  if (other)
    throw new Refusal(
      'conflict',
      `The runs are being added up for ${other.by} (${other.done} of ${other.of} hours).`,
    )
  const running: Running = { what, done: 0, of: 0, by: actor.name }
  all.set(actor.workspaceId, running)
  try {
    const found = await addUp(deps, actor.workspaceId, what === 'recompute', (done, of) => {
      running.done = done
      running.of = of
    })
    return { ...found, isExact: found.rollups + found.timings + found.busyHours === 0 }
  } finally {
    all.delete(actor.workspaceId)
  }
}
