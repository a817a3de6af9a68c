import 'server-only'
import { type DeliveryRow, deliveriesOfRuns, deliveriesUnderReceipts } from '@/db/queries/go-live-deliveries'
import { bodyOf } from '@/lib/go-live/body'
import type { RecordedCallback } from '@/lib/go-live/recording'
import { receiptKinds } from '@/lib/systems/callbacks'
import type { WireRequest } from '@/lib/wire/types'
import type { Deps } from '../deps'
import { saidElsewhere } from '../world/foreign-delivery'

/**
 * What the local sandbox delivered to the team's own server, and what that answered. Such a callback is in no inbox: it
 * is counted below zero, and only within what belongs together.
 */
export const ownCallbacksOfRuns = (deps: Deps, runIds: readonly string[]): Map<string, RecordedCallback[]> =>
  grouped(deps, deliveriesOfRuns(deps.db, runIds), (kind) => !receiptKinds.includes(kind))

export const ownCallbacksOfReceipts = (
  deps: Deps,
  of: { workspaceId: string; receipts: readonly string[]; system: string },
): Map<string, RecordedCallback[]> =>
  grouped(deps, deliveriesUnderReceipts(deps.db, of), (kind) => receiptKinds.includes(kind))

const grouped = (
  deps: Deps,
  rows: readonly DeliveryRow[],
  isWanted: (kind: string) => boolean,
): Map<string, RecordedCallback[]> => {
  const found = new Map<string, RecordedCallback[]>()
  for (const row of rows) {
    const list = found.get(row.of) ?? []
    const callback = callbackOf(deps, row, -1 - list.length)
    if (callback && isWanted(callback.kind)) found.set(row.of, [...list, callback])
  }
  return found
}

const callbackOf = (deps: Deps, row: DeliveryRow, id: number): RecordedCallback | undefined => {
  const request = JSON.parse(row.request) as WireRequest
  const meaning = saidElsewhere(deps, request)
  if (!meaning) return undefined
  return {
    id,
    kind: meaning.kind,
    at: row.at,
    runId: null,
    receipt: meaning.facts.receipt ?? null,
    code: meaning.code ?? null,
    description: meaning.description ?? null,
    // Only the local sandbox knows what it delivered.
    isSimulated: true,
    isOwn: true,
    body: bodyOf(request.body ?? ''),
    answer: { status: row.answerStatus ?? 0, body: bodyOf(row.answerBody ?? ''), ms: row.answerMs ?? 0 },
  }
}
