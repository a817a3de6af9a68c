import 'server-only'
import { type EventRow, eventBounds, eventsAfter } from '@/db/queries/events'
import { ofDatabase } from '@/lib/process-state'
import type { Actor, Deps } from '../deps'
import { maskFor } from '../mask'
import type { Role } from '../views'

/** Who has read all there is and takes what comes. */
export type Listener = { take(events: Uint8Array, last: number): void }

type Feed = { last: number; listeners: Set<Listener>; unsubscribe: () => void }

/** By workspace and by what is hidden: all who hear the same share a feed. */
const feedsOf = ofDatabase('live-feeds', () => new Map<string, Feed>())

const atOnce = 200

const textOf = (role: Role, row: EventRow): string => {
  const data = role === 'viewer' ? JSON.stringify(maskFor(role, JSON.parse(row.data))) : row.data
  return `id: ${row.id}\nevent: ${row.type}\ndata: ${data}\n\n`
}

export type Events = { bytes: Uint8Array; last: number; isAll: boolean }

/** The next events of a workspace after one, as they are written to a stream; undefined when there is none. */
export const readEvents = (deps: Deps, { workspaceId, role }: Actor, after: number): Events | undefined => {
  const rows = eventsAfter(deps.db, workspaceId, after, atOnce)
  const newest = rows.at(-1)
  if (!newest) return undefined
  const bytes = Buffer.from(rows.map((row) => textOf(role, row)).join(''))
  return { bytes, last: newest.id, isAll: rows.length < atOnce }
}

const open = (deps: Deps, actor: Actor): Feed => {
  const feed: Feed = { last: eventBounds(deps.db).last, listeners: new Set(), unsubscribe: () => {} }
  feed.unsubscribe = deps.live.subscribe(actor.workspaceId, () => pass(deps, actor, feed))
  return feed
}

/** Reads and serialises once what came, for all its listeners. */
const pass = (deps: Deps, actor: Actor, feed: Feed): void => {
  for (;;) {
    const events = readEvents(deps, actor, feed.last)
    if (!events) return
    feed.last = events.last
    for (const listener of feed.listeners) listener.take(events.bytes, events.last)
    if (events.isAll) return
  }
}

/**
 * Joins a listener that has read everything up to `last`; false while there is more, which it then reads by itself. The
 * returned function leaves.
 */
export const joinFeed = (
  deps: Deps,
  actor: Actor,
  last: number,
  listener: Listener,
): (() => void) | undefined => {
  const name = `${actor.workspaceId} ${actor.role === 'viewer' ? 'masked' : 'whole'}`
  const feeds = feedsOf(deps)
  const feed = feeds.get(name) ?? open(deps, actor)
  feeds.set(name, feed)
  pass(deps, actor, feed)
  if (last < feed.last && readEvents(deps, actor, last)) return undefined
  feed.listeners.add(listener)
  return () => {
    feed.listeners.delete(listener)
    if (feed.listeners.size > 0 || feeds.get(name) !== feed) return
    feeds.delete(name)
    feed.unsubscribe()
  }
}
