import 'server-only'
import { lastValuesOf } from '@/db/queries/runs'
import type { Values } from '@/lib/wire/types'
import type { Actor, Deps } from '../deps'

/** What this person last sent with an operation in an environment. */
export const lastValues = (
  deps: Deps,
  actor: Actor,
  { operation, environmentId }: { operation: string; environmentId: string },
): Values | undefined => {
  const sender = actor.memberId ?? actor.tokenId
  return sender ? (lastValuesOf(deps.db, sender, environmentId, operation) as Values | undefined) : undefined
}
