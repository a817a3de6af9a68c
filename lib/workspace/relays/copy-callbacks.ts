import 'server-only'
import { inTransaction } from '@/db/client'
import { answerToDelivery, appendArrivals, type NewArrivalRow } from '@/db/queries/arrivals'
import { type RelayRow, relayById, updateRelay } from '@/db/queries/relays'
import { hasRoom, makeRoom, noteArrivals } from '../callbacks/move-arrivals'
import { relayed } from '../callbacks/own-delivery'
import { understandMessage } from '../callbacks/understand-message'
import type { Deps } from '../deps'
import { bodyOf, checkToken, lastThere, pageAfter, type Remote, type RemoteCallback } from './remote'
import { remoteOf } from './remote-of'

/** Where it begins with another Jaribu: after what it copied, or at the start where the other lost what it had. */
export const beginCopying = async (deps: Deps, id: string, signal?: AbortSignal): Promise<void> => {
  const row = relayById(deps.db, id)
  if (!row) return
  const remote = remoteOf(deps, row)
  await checkToken(deps, remote, signal)
  const last = await lastThere(deps, remote, signal)
  // Its numbers begin anew with a new database: whatever it has now is new.
  if (last < row.cursor) updateRelay(deps.db, id, { cursor: 0 })
}

/** Copies one page of what came after the cursor. Returns how many those were; undefined when the relay is gone. */
export const copyPage = async (
  deps: Deps,
  id: string,
  { wait, signal }: { wait: number; signal?: AbortSignal },
): Promise<number | undefined> => {
  const row = relayById(deps.db, id)
  if (!row || row.pausedAt !== null) return undefined
  const remote = remoteOf(deps, row)
  const found = await pageAfter(deps, remote, row.cursor, { wait, signal })
  const rows: NewArrivalRow[] = []
  for (const callback of found) rows.push(await copyOf(deps, row, remote, callback, signal))
  const last = found.at(-1)
  while (rows.length > 0 && !hasRoom(deps) && !makeRoom(deps)) await new Promise(setImmediate)
  // It may have been deleted while the other side was asked.
  if (!relayById(deps.db, id)) return undefined
  store(deps, row, rows, last?.id ?? row.cursor)
  return found.length
}

/** All of them with the cursor, in one commit: after a crash nothing is missing and nothing is there twice. */
const store = (deps: Deps, relay: RelayRow, rows: readonly NewArrivalRow[], cursor: number): void => {
  const startedAt = performance.now()
  const appended = inTransaction(deps.db, () => {
    const fresh = rows.filter(
      ({ deliveryId }) => deliveryId !== null && answerToDelivery(deps.db, deliveryId) === undefined,
    )
    const first = fresh.length > 0 ? appendArrivals(deps.db, fresh) : 0
    if (cursor !== relay.cursor || relay.failure !== null) {
      updateRelay(deps.db, relay.id, {
        cursor,
        failure: null,
        ...(fresh.length > 0 && {
          copied: relay.copied + fresh.length,
          lastCopiedAt: deps.clock(),
        }),
      })
    }
    return { first, fresh }
  })
  if (appended.fresh.length === 0) return
  noteArrivals(
    deps,
    appended.first,
    appended.fresh.map((message) => ({ startedAt, understand: () => understandMessage(message) })),
  )
}

/** As it was captured there: its time, its path and its sender, and what it was answered. */
const copyOf = async (
  deps: Deps,
  { workspaceId, inboxId, remoteUrl }: RelayRow,
  remote: Remote,
  callback: RemoteCallback,
  signal?: AbortSignal,
): Promise<NewArrivalRow> => {
  const { id, receivedAt, method, path, query, headers, remoteAddress, answer } = callback
  return {
    inboxId,
    workspaceId,
    receivedAt,
    method,
    path,
    query,
    headers,
    body: await bodyOf(deps, remote, callback, signal),
    remoteAddress,
    answerStatus: answer.status,
    answerHeaders: [],
    answerBody: answer.body,
    // Not by its number alone: another database there numbers others so.
    deliveryId: relayed(`${inboxId} ${remoteUrl} ${id} ${receivedAt}`),
  }
}
