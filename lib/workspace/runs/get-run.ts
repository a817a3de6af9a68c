import 'server-only'
import { type CallbackHead, callbackOf, callbacksOfRun } from '@/db/queries/callbacks'
import { exchangeOfRun } from '@/db/queries/exchanges'
import { keysOfRun, type RunRow, runOf } from '@/db/queries/runs'
import type { Json, Operation } from '@/lib/catalogue/types'
import { Refusal } from '@/lib/refusal'
import { findOperation, systemOf } from '@/lib/systems'
import type { Facts } from '@/lib/systems/types'
import { catchUpArrivals } from '../callbacks/move-arrivals'
import { understandMessage } from '../callbacks/understand-message'
import { explainRun } from '../codes/explain-recorded'
import type { Actor, Deps } from '../deps'
import { catchUpBehind } from '../exchanges/write-behind'
import { maskFor } from '../mask'
import { callbackSummary, runSummary } from '../summaries'
import type { RunDetail } from '../views'
import { endSilenceInPassing } from './end-silence'
import { timelineOf } from './run-timeline'

/** One run with everything that came of it. */
export const getRun = (deps: Deps, actor: Actor, id: string): RunDetail => {
  catchUpArrivals(deps)
  catchUpBehind(deps)
  endSilenceInPassing(deps, actor.workspaceId)
  const row = runOf(deps.db, actor.workspaceId, id)
  if (!row) throw new Refusal('not-found', 'This run is not here (any more).')
  return maskFor(actor.role, detailOf(deps, row))
}

const detailOf = (deps: Deps, row: RunRow): RunDetail => {
  const callbacks = callbacksOfRun(deps.db, row.id)
  const keys = keysOfRun(deps.db, row.id)
  const own = keys.filter((key) => key.kind !== 'mention')
  const operation = findOperation(row.operation)
  return {
    ...runSummary({ ...row, callbackCount: callbacks.length }),
    values: row.values as Record<string, Json>,
    sentAnyway: row.sentAnyway,
    request: {
      method: row.requestMethod,
      url: row.requestUrl,
      headers: row.requestHeaders,
      body: row.requestBody,
    },
    acknowledgement:
      row.answerStatus === null
        ? null
        : {
            status: row.answerStatus,
            headers: row.answerHeaders ?? [],
            body: row.answerBody ?? '',
            ms: row.answerMs ?? 0,
            at: row.answeredAt ?? row.createdAt,
          },
    unreachable:
      row.unreachableCause === null
        ? null
        : { cause: row.unreachableCause, detail: row.unreachableDetail ?? '' },
    explanation: explainRun(row, callbacks),
    keys: own,
    notes: row.notes,
    callbacks: callbacks.map((each) => callbackSummary(each, row.environmentKind)),
    timeline: timelineOf(deps, row, callbacks, keys, operation),
    exchange: exchangeView(deps, row),
    followUps: operation ? followUpsOf(operation, row, own, resultReader(deps, row, callbacks)) : [],
  }
}

const exchangeView = (deps: Deps, { workspaceId, id }: RunRow): RunDetail['exchange'] => {
  const found = exchangeOfRun(deps.db, workspaceId, id)
  return found ? { id: found.id, userAgent: found.userAgent, remoteAddress: found.remoteAddress } : null
}

/** Next operations that can be filled from what this run knows. */
const followUpsOf = (
  operation: Operation,
  row: RunRow,
  keys: readonly { kind: string; value: string }[],
  resultOf: (name: string) => string | undefined,
): RunDetail['followUps'] =>
  operation.followUps.flatMap(({ label, operation: next, take, when }) => {
    const target = findOperation(next)
    if (!target || !systemOf(target.system)) return []
    if (when && !resultOf(when.result)?.startsWith(when.begins)) return []
    const values: Record<string, string> = {}
    for (const { value: wanted, field, isOptional } of take) {
      const value = knownValue(wanted, row, keys)
      if (value !== undefined) values[field] = value
      else if (!isOptional) return []
    }
    return [{ label, operation: next, values }]
  })

/** Members of the last result, read when one is asked for. */
const resultReader = (deps: Deps, { workspaceId }: RunRow, callbacks: readonly CallbackHead[]) => {
  let table: Facts['table']
  return (name: string): string | undefined => {
    if (!table) {
      const last = callbacks.findLast(({ kind }) => kind === 'result')
      const whole = last && callbackOf(deps.db, workspaceId, last.id)
      table = (whole && understandMessage(whole)?.facts.table) ?? []
    }
    return table.find((pair) => pair.name === name)?.value
  }
}

const knownValue = (
  wanted: string,
  row: RunRow,
  keys: readonly { kind: string; value: string }[],
): string | undefined => {
  if (wanted === 'receipt') return row.receipt ?? undefined
  if (wanted === 'amount') {
    if (row.amountCents === null) return undefined
    return row.amountCents % 100 === 0 ? String(row.amountCents / 100) : (row.amountCents / 100).toFixed(2)
  }
  if (wanted === 'msisdn') return row.msisdn ?? undefined
  if (wanted === 'reference') return row.reference ?? undefined
  const key = keys.find(({ kind }) => kind === wanted)?.value
  if (key) return key
  // Derived fields are not among the typed values, only in the body that left.
  const field = wanted.replace(/^request\./, '')
  const value = row.values[field] ?? fieldOf(row.requestBody, field)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

const fieldOf = (body: string, name: string): unknown => {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : undefined
  } catch {
    return undefined
  }
}
