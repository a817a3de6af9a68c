import 'server-only'
import type { ArrivalRow } from '@/db/queries/arrivals'
import { insertCallback, insertCallbackKeys, type Key, linkCallback } from '@/db/queries/callback-links'
import { type CallbackRow, inboxName } from '@/db/queries/callbacks'
import type { RunRow } from '@/db/queries/runs'
import { unknownKind } from '@/lib/catalogue/callback-kinds'
import type { CallbackMeaning } from '@/lib/systems/types'
import type { Deps } from '../deps'
import { forwardCallback } from '../forward/forward-callback'
import { applyTo, type Touched, timingOf, wordOf } from './apply-meaning'
import { type Belief, believe } from './believe'
import { settleValidation } from './customer-payment'
import { customerRunIfReal } from './customer-run'
import { findRun, longestName, named, twinBefore } from './find-run'
import { withKnownPhone } from './known-phone'
import { isOwnDelivery } from './own-delivery'
import { understandMessage } from './understand-message'

/** A message with what was made of it. */
export type Captured = { meaning: CallbackMeaning | undefined; answerMicros: number }

/**
 * Makes a callback of an arrival: joined to its run, with its ids, and the run's verdict brought up to date. Runs inside
 * the caller's transaction.
 */
export const storeArrival = (
  deps: Deps,
  arrival: ArrivalRow,
  { meaning: read, answerMicros }: Captured,
  touched: Touched,
): void => {
  const meaning = withKnownPhone(deps, arrival, read)
  const { id, workspaceId, receivedAt } = arrival
  const { run, belief } = placeOf(deps, arrival, meaning)
  const { mismatch = null } = belief
  const duplicateOf = mismatch ? null : twinBefore(deps, arrival, meaning)
  const isFirst = duplicateOf === null && mismatch === null
  const row: CallbackRow = {
    ...arrival,
    ...said(arrival, meaning),
    reference: named(meaning?.facts.reference) ?? (mismatch ? null : run?.reference) ?? null,
    runId: run?.id ?? null,
    duplicateOf,
    timing: run && meaning && isFirst ? timingOf(run, meaning, wordOf(belief, receivedAt)) : 'usual',
    mismatch,
    answerMicros,
  }
  insertCallback(deps.db, row)
  forwardCallback(deps, arrival, meaning)
  touched.callbacks.set(id, {
    ...row,
    inbox: inboxName(deps.db, row.inboxId),
    runOrigin: run?.origin ?? null,
    runKind: run?.environmentKind ?? null,
  })
  if (meaning) insertCallbackKeys(deps.db, workspaceId, meaning.keys.filter(isShort), id)
  if (!run) return
  touched.runs.add(run.id)
  if (!meaning || mismatch) return
  const after = applyTo(deps, run, meaning, wordOf(belief, receivedAt), touched)
  const { answerStatus: status, answerBody: body } = arrival
  settleValidation(deps, after, { at: receivedAt, meaning }, { status, body })
}

type Place = { run?: RunRow; belief: Belief }

/** Whose a message is, and how far that can be believed. */
const placeOf = (deps: Deps, row: ArrivalRow, meaning: CallbackMeaning | undefined): Place => {
  const run = findRun(deps, row, meaning)
  if (!meaning) return { run, belief: { isProved: false } }
  if (run) return { run, belief: believe(deps, run, meaning, row) }
  const { workspaceId, inboxId, receivedAt: at, deliveryId } = row
  const payment = customerRunIfReal(deps, { workspaceId, inboxId, at, meaning }, isOwnDelivery(deliveryId))
  if (!payment) return { belief: { isProved: false } }
  if ('mismatch' in payment) return { belief: { isProved: false, mismatch: payment.mismatch } }
  return { run: payment.run, belief: believe(deps, payment.run, meaning, row) }
}

/** Joins a stored message that belongs to no run, should there be one for it now, or should it make one. */
export const joinNotice = (deps: Deps, row: CallbackRow, touched: Touched): void => {
  const meaning = withKnownPhone(deps, row, understandMessage(row))
  const { run, belief } = placeOf(deps, row, meaning)
  if (!run || !meaning || belief.mismatch) return
  const { id, duplicateOf, receivedAt, answerStatus: status, answerBody: body } = row
  linkCallback(deps.db, id, { runId: run.id, duplicateOf, timing: 'usual', reference: run.reference })
  touched.callbacks.set(id, undefined)
  touched.runs.add(run.id)
  const after = applyTo(deps, run, meaning, wordOf(belief, receivedAt), touched)
  settleValidation(deps, after, { at: receivedAt, meaning }, { status, body })
}

/** What a row says of its message. */
const said = ({ method, body }: ArrivalRow, meaning: CallbackMeaning | undefined) => ({
  bodyBytes: body.byteLength,
  kind: meaning?.kind ?? unknownKind,
  system: meaning?.system ?? null,
  sentence: meaning?.sentence ?? sizeOf(method, body),
  outcome: meaning?.outcome ?? null,
  code: meaning?.code ?? null,
  description: meaning?.description ?? null,
  receipt: named(meaning?.facts.receipt),
  msisdn: named(meaning?.facts.msisdn),
  amountCents: meaning?.facts.amountCents ?? null,
  currency: meaning?.facts.amountCents === undefined ? null : (meaning.facts.currency ?? null),
})

const isShort = ({ value }: Key) => value.length <= longestName

const sizeOf = (method: string, { byteLength }: Uint8Array) =>
  byteLength === 0 ? `${method} without a body.` : `${method} with ${byteLength} bytes.`
