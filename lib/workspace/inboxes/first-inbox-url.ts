import 'server-only'
import { inboxesOf } from '@/db/queries/inboxes'
import type { Actor, Deps } from '../deps'
import { inboxUrlFor } from './inbox-view'

/** The URL of the workspace's oldest inbox, for examples. */
export const firstInboxUrl = (deps: Deps, actor: Actor): string => {
  const [first] = inboxesOf(deps.db, actor.workspaceId)
  if (!first) throw new Error(`Workspace ${actor.workspaceId} has no inbox`)
  return inboxUrlFor(deps, actor, first)
}
