import 'server-only'
import { inTransaction } from '@/db/client'
import {
  cancelWaiting,
  countsOfReplay,
  insertAttempt,
  insertReplay,
  newestReplays,
  type ReplayRow,
  replayOf,
} from '@/db/queries/attempts'
import { indexPending } from '@/db/queries/callback-search'
import { callbackOf, callbackSummaries } from '@/db/queries/callbacks'
import { Refusal } from '@/lib/refusal'
import { contentOf } from '@/lib/wire/content'
import { catchUpArrivals } from '../callbacks/move-arrivals'
import type { Actor, Deps } from '../deps'
import { wakeAttempts } from '../forward/run-attempts'
import { maskFor } from '../mask'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { mostReplayed, type ReplayManyInput, type ReplayView } from './fields'
import { receiverOf, replayOfCallback } from './replay-callback'

const viewOf = (deps: Deps, row: ReplayRow): ReplayView => {
  const {
    taken = 0,
    failed = 0,
    dead = 0,
    cancelled = 0,
    waiting = 0,
    sending = 0,
  } = countsOfReplay(deps.db, row.id)
  return {
    id: row.id,
    url: row.url,
    filter: row.filter,
    total: row.total,
    taken,
    failed: failed + dead,
    cancelled,
    left: waiting + sending,
    startedBy: row.startedBy,
    startedAt: row.startedAt,
  }
}

/** Sends every callback that fits the filter again, oldest first, of one payment one after the other. */
export const replayMany = (deps: Deps, actor: Actor, input: ReplayManyInput): ReplayView => {
  requireRole(actor, 'member')
  catchUpArrivals(deps)
  if (input.filter.q !== undefined) while (indexPending(deps.db, 500, contentOf) > 0);
  const receiver = receiverOf(deps, actor, input)
  const { kind: asked, ...filter } = input.filter
  const [kind, system] = asked?.split('.').reverse() ?? []
  const found = callbackSummaries(deps.db, actor.workspaceId, { ...filter, kind, system }, mostReplayed + 1)
  if (found.length === 0) {
    throw new Refusal('invalid', 'No callback fits this filter.', { filter: ['No callback fits.'] })
  }
  if (found.length > mostReplayed) {
    throw new Refusal('limit', `More than ${mostReplayed} callbacks fit. Narrow the filter, by time for one.`)
  }
  const replay: ReplayRow = {
    id: deps.ids.next(),
    workspaceId: actor.workspaceId,
    filter: Object.fromEntries(
      Object.entries(input.filter).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    ),
    url: receiver.name,
    total: found.length,
    startedBy: actor.name,
    startedAt: deps.clock(),
  }
  const oldest = found.at(-1)
  inTransaction(deps.db, () => {
    insertReplay(deps.db, replay)
    for (const { id, receivedAt } of found.reverse()) {
      const row = callbackOf(deps.db, actor.workspaceId, id)
      if (!row) continue
      // The first one comes now, and the others as much later as they did.
      const now = deps.clock() + receivedAt - (oldest?.receivedAt ?? receivedAt)
      const attempt = replayOfCallback(deps, actor, row, receiver, {
        rewrite: input.rewrite,
        seed: replay.id,
        now,
      })
      insertAttempt(deps.db, { ...attempt, replayId: replay.id, lane: replay.id })
    }
  })
  recordAudit(deps, actor, 'sent callbacks again', `${found.length} to ${receiver.name}`)
  wakeAttempts(deps)
  return viewOf(deps, replay)
}

/** The newest ones, newest first. */
export const listReplays = (deps: Deps, actor: Actor): { replays: ReplayView[] } => {
  requireRole(actor, 'viewer')
  const replays = newestReplays(deps.db, actor.workspaceId, 20).map((row) => viewOf(deps, row))
  return { replays: maskFor(actor.role, replays) }
}

export const readReplay = (deps: Deps, actor: Actor, id: string): ReplayView => {
  requireRole(actor, 'viewer')
  return maskFor(actor.role, viewOf(deps, find(deps, actor, id)))
}

/** What has not left yet stays here. */
export const cancelReplay = (deps: Deps, actor: Actor, id: string): ReplayView => {
  requireRole(actor, 'member')
  const row = find(deps, actor, id)
  cancelWaiting(deps.db, { replayId: row.id }, deps.clock())
  recordAudit(deps, actor, 'cancelled a replay', row.url)
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'moved' } })
  return viewOf(deps, row)
}

const find = (deps: Deps, actor: Actor, id: string): ReplayRow => {
  const row = replayOf(deps.db, actor.workspaceId, id)
  if (row) return row
  throw new Refusal('not-found', 'This replay is not here any more.')
}
