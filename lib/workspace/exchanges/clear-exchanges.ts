import 'server-only'
import { deleteExchanges } from '@/db/queries/exchange-lists'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import { flushBehind } from './write-behind'

/** The list begins anew. Payments that came of them stay in the history. */
export const clearExchanges = (deps: Deps, actor: Actor): void => {
  requireRole(actor, 'member')
  flushBehind(deps)
  deleteExchanges(deps.db, actor.workspaceId)
  deps.live.announce(actor.workspaceId, { type: 'exchanges', data: { cleared: true } })
}
