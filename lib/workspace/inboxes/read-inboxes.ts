import 'server-only'
import { type InboxRow, inboxByName, inboxesOf } from '@/db/queries/inboxes'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import { type InboxView, inboxUrlFor, viewOf } from './inbox-view'

/** Oldest first: the first one is where new environments start. */
export const listInboxes = (deps: Deps, actor: Actor): InboxView[] => {
  requireRole(actor, 'viewer')
  return inboxesOf(deps.db, actor.workspaceId).map((row) => viewOf(deps, actor, row))
}

export const readInbox = (deps: Deps, actor: Actor, name: string): InboxView => {
  requireRole(actor, 'viewer')
  return viewOf(deps, actor, findInbox(deps, actor, name))
}

export const findInbox = (deps: Deps, actor: Pick<Actor, 'workspaceId'>, name: string): InboxRow => {
  const row = inboxByName(deps.db, actor.workspaceId, name)
  if (row) return row
  throw new Refusal('not-found', 'There is no such inbox in this workspace.')
}

/** Names and URLs alone, oldest first. */
export const listInboxUrls = (deps: Deps, actor: Actor): { name: string; url: string }[] => {
  requireRole(actor, 'viewer')
  return inboxesOf(deps.db, actor.workspaceId).map((row) => ({
    name: row.name,
    url: inboxUrlFor(deps, actor, row),
  }))
}
