import 'server-only'
import { type TargetRow, targetsOfInbox } from '@/db/queries/attempts'
import { ofDatabase } from '@/lib/process-state'
import { type MessageConditions, messageConditions } from '../answers/conditions'
import type { Deps } from '../deps'

export type KeptTarget = Omit<TargetRow, 'conditions'> & { conditions: MessageConditions }

const kept = ofDatabase('forward-targets', () => new Map<string, KeptTarget[]>())

/** Those that are on, read once: an inbox without targets costs a callback no query. */
export const keptTargets = (deps: Pick<Deps, 'db'>, inboxId: string): readonly KeptTarget[] => {
  const known = kept(deps).get(inboxId)
  if (known) return known
  const targets = targetsOfInbox(deps.db, inboxId)
    .filter(({ isOn }) => isOn)
    .map((row) => ({ ...row, conditions: messageConditions.parse(row.conditions) }))
  kept(deps).set(inboxId, targets)
  return targets
}

/** They are read again with the next callback. */
export const forgetTargets = (deps: Pick<Deps, 'db'>): void => kept(deps).clear()
