import 'server-only'
import { inboxesOf } from '@/db/queries/inboxes'
import type { Actor, Deps } from '../deps'

/** Oldest first. */
export const listInboxNames = (deps: Deps, actor: Actor): string[] =>
  inboxesOf(deps.db, actor.workspaceId).map((inbox) => inbox.name)
