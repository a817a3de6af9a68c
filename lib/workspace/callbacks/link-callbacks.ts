import 'server-only'
import type { ArrivalRow } from '@/db/queries/arrivals'
import {
  earlierTwin,
  insertCallback,
  insertCallbackKeys,
  insertKeys,
  type Key,
  linkCallback,
  strayCallbacks,
} from '@/db/queries/callback-links'
import { type CallbackRow, type CallbackSummaryRow, inboxName, summariesOf } from '@/db/queries/callbacks'
import {
  callbackCounts,
  customerRunsWith,
  deleteRunRow,
  ownKeyValues,
  type RunRow,
  runOf,
  runOwning,
  updateRun,
} from '@/db/queries/runs'
import { idsBehindReceipt } from '@/db/queries/world-links'
import { unknownKind } from '@/lib/catalogue/callback-kinds'
import { findOperation } from '@/lib/systems'
import { callbackEntry } from '@/lib/systems/callbacks'
import { cut } from '@/lib/systems/shared/sentences'
import type { CallbackMeaning } from '@/lib/systems/types'
import type { Deps } from '../deps'
import { isLate, verdictAfter } from '../runs/verdict'
import { callbackSummary, runSummary } from '../summaries'
import { customerRunOf, customerVerdict, type Notice, settleValidation } from './customer-payment'
import { understandMessage } from './understand-message'

/** What an answer or a callback says of a run. */
type Meaning = Pick<CallbackMeaning, 'outcome' | 'code' | 'description' | 'facts'> & {
  keys: readonly Key[]
}

/** Where callbacks and runs were changed; announced once everything is committed. */
export type Touched = {
  /** By id, as stored a moment ago; undefined where the row has to be read again. */
  callbacks: Map<number, CallbackSummaryRow | undefined>
  runs: Set<string>
}
export const nothingTouched = (): Touched => ({ callbacks: new Map(), runs: new Set() })

/** A message with what was made of it. */
export type Captured = { meaning: CallbackMeaning | undefined; answerMicros: number }

/**
 * Makes a callback of an arrival: joined to its run, with its ids, and the run's verdict brought up to date. Runs inside
 * the caller's transaction.
 */
export const storeArrival = (
  deps: Deps,
  arrival: ArrivalRow,
  { meaning, answerMicros }: Captured,
  touched: Touched,
): void => {
  const { id, workspaceId, receivedAt } = arrival
  const duplicateOf = twinBefore(deps, arrival, meaning)
  const run = findRun(deps, arrival, meaning) ?? customerRun(deps, arrival, meaning)
  const row: CallbackRow = {
    ...arrival,
    ...said(arrival, meaning),
    reference: named(meaning?.facts.reference) ?? run?.reference ?? null,
    runId: run?.id ?? null,
    duplicateOf,
    timing: run && meaning && duplicateOf === null ? timingOf(run, receivedAt, meaning) : 'usual',
    answerMicros,
  }
  insertCallback(deps.db, row)
  touched.callbacks.set(id, {
    ...row,
    inbox: inboxName(deps.db, row.inboxId),
    runOrigin: run?.origin ?? null,
  })
  if (meaning) insertCallbackKeys(deps.db, workspaceId, meaning.keys.filter(isShort), id)
  if (!run) return
  touched.runs.add(run.id)
  if (!meaning) return
  const after = applyTo(deps, run, meaning, receivedAt, touched)
  const { answerStatus: status, answerBody: body } = arrival
  settleValidation(deps, after, { at: receivedAt, meaning }, { status, body })
}

/** A message about a payment that nobody of ours asked for is the first of a customer's own. */
const customerRun = (
  deps: Deps,
  { workspaceId, inboxId, receivedAt }: Pick<ArrivalRow, 'workspaceId' | 'inboxId' | 'receivedAt'>,
  meaning: CallbackMeaning | undefined,
): RunRow | undefined => meaning && customerRunOf(deps, { workspaceId, inboxId, at: receivedAt, meaning })

/** Joins a stored message that belongs to no run, should there be one for it now, or should it make one. */
export const joinNotice = (deps: Deps, row: CallbackRow, touched: Touched): void => {
  const meaning = understandMessage(row)
  const run = findRun(deps, row, meaning) ?? customerRun(deps, row, meaning)
  if (!run || !meaning) return
  const { id, duplicateOf, receivedAt, answerStatus: status, answerBody: body } = row
  linkCallback(deps.db, id, { runId: run.id, duplicateOf, timing: 'usual', reference: run.reference })
  touched.callbacks.set(id, undefined)
  touched.runs.add(run.id)
  const after = applyTo(deps, run, meaning, receivedAt, touched)
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

/** Longer ones are no names: a message may say anything, and lists show these columns whole. */
const longestName = 200
const named = (value: string | undefined): string | null =>
  value === undefined ? null : cut(value, longestName)

const isShort = ({ value }: Key) => value.length <= longestName

const sizeOf = (method: string, { byteLength }: Uint8Array) =>
  byteLength === 0 ? `${method} without a body.` : `${method} with ${byteLength} bytes.`

/** The message of the same kind, code and ids that came before this one. */
const twinBefore = (
  { db }: Deps,
  { id, workspaceId }: ArrivalRow,
  meaning: CallbackMeaning | undefined,
): number | null => {
  if (!meaning) return null
  const { kind, code = null, keys } = meaning
  return earlierTwin(db, workspaceId, { id, kind, code }, valuesOf(keys)) ?? null
}

const valuesOf = (keys: readonly Key[]) => keys.map(({ value }) => value)

/** The segment of `/hook/<inbox>/r/<run>` works before any id is known; then the ids; then what the emulator knows. */
const findRun = (
  deps: Deps,
  { workspaceId, path }: Pick<ArrivalRow, 'workspaceId' | 'path'>,
  meaning: CallbackMeaning | undefined,
): RunRow | undefined => {
  const segment = /\/r\/([0-9A-Za-z]{26})(?:\/|$)/.exec(path)?.[1]
  const named = segment && runOf(deps.db, workspaceId, segment)
  if (named) return named
  return meaning && ownerOf(deps, workspaceId, meaning)
}

const ownerOf = ({ db }: Deps, workspaceId: string, meaning: CallbackMeaning): RunRow | undefined => {
  const owner = runOwning(db, workspaceId, valuesOf(meaning.keys))
  if ((owner && owner.origin !== 'customer') || !meaning.facts.receipt) return owner
  if (callbackEntry(meaning.system, meaning.kind)?.joins !== 'receipt') return owner
  // It carries no id of the request that made the customer pay; the emulator's own books do.
  return runOwning(db, workspaceId, idsBehindReceipt(db, workspaceId, meaning.facts.receipt)) ?? owner
}

const timingOf = (run: RunRow, receivedAt: number, meaning: Meaning): CallbackRow['timing'] => {
  // A customer's payment has no answer of its own that a message could be early for.
  if (run.origin === 'customer') return isLate(run.verdict, meaning.outcome) ? 'late' : 'usual'
  if (run.answeredAt === null ? run.unreachableCause === null : receivedAt < run.answeredAt) return 'early'
  return isLate(run.verdict, meaning.outcome) ? 'late' : 'usual'
}

/** Moves a run on by what a message says that arrived at this time, and gives it back as it is then. */
const applyTo = (deps: Deps, run: RunRow, meaning: Meaning, at: number, touched: Touched): RunRow => {
  const operation = findOperation(run.operation)
  const verdict =
    run.origin === 'customer'
      ? customerVerdict(run, meaning.outcome)
      : operation && verdictAfter(operation, run.verdict, meaning.outcome)
  const { facts } = meaning
  const isSuccess = meaning.outcome === 'success'
  const change = {
    ...(verdict && {
      verdict,
      verdictAt: deps.clock(),
      resultAt: at,
      code: meaning.code ?? run.code,
      description: meaning.description ?? run.description,
    }),
    receipt: run.receipt ?? (isSuccess ? (facts.receipt ?? null) : null),
    amountCents: run.amountCents ?? facts.amountCents ?? null,
    currency: run.currency ?? (facts.amountCents === undefined ? null : (facts.currency ?? null)),
    msisdn: run.msisdn ?? facts.msisdn ?? null,
  }
  updateRun(deps.db, run.id, change)
  // Ids that the run has not had: its receipt, above all. What waited for them joins now.
  return giveKeys(deps, { ...run, ...change }, meaning.keys, touched)
}

/** Gives ids to a run, and to the run the callbacks that came with one of them before. */
export const giveKeys = (deps: Deps, run: RunRow, keys: readonly Key[], touched: Touched): RunRow => {
  const { id: runId, workspaceId } = run
  const known = new Set(ownKeyValues(deps.db, runId))
  const fresh = keys.filter((key) => !known.has(key.value))
  if (fresh.length === 0) return run
  insertKeys(deps.db, workspaceId, fresh, runId)
  if (run.origin !== 'customer') giveBack(deps, run, fresh)
  let current = run
  for (const stray of strayCallbacks(deps.db, workspaceId, valuesOf(fresh))) {
    const meaning = meaningOf(stray)
    const timing = stray.duplicateOf === null ? timingOf(current, stray.receivedAt, meaning) : 'usual'
    linkCallback(deps.db, stray.id, {
      runId,
      duplicateOf: stray.duplicateOf,
      timing,
      reference: current.reference,
    })
    touched.callbacks.set(stray.id, undefined)
    touched.runs.add(runId)
    const whole = { ...meaning, keys: understandMessage(stray)?.keys ?? [] }
    current = applyTo(deps, current, whole, stray.receivedAt, touched)
  }
  return current
}

/**
 * A notice that came before the result of the request behind it was taken for a customer's own payment. Now that the
 * request has the receipt, that payment is the request's, and its messages wait to be joined.
 */
const giveBack = (deps: Deps, { workspaceId, id }: RunRow, keys: readonly Key[]): void => {
  const receipts = keys.flatMap(({ kind, value }) => (kind === 'receipt' ? [value] : []))
  if (receipts.length === 0) return
  for (const mistaken of customerRunsWith(deps.db, workspaceId, receipts)) {
    if (mistaken === id) continue
    deleteRunRow(deps.db, workspaceId, mistaken)
    deps.live.announce(workspaceId, { type: 'run-deleted', data: { id: mistaken } })
  }
}

/** A row says enough of its message to be linked again. */
const meaningOf = (row: CallbackRow): Meaning => ({
  outcome: (row.outcome as Meaning['outcome'] | null) ?? 'notice',
  ...(row.code !== null && { code: row.code }),
  ...(row.description !== null && { description: row.description }),
  keys: [],
  facts: {
    ...(row.receipt !== null && { receipt: row.receipt }),
    ...(row.amountCents !== null && { amountCents: row.amountCents }),
    ...(row.currency !== null && { currency: row.currency }),
    ...(row.msisdn !== null && { msisdn: row.msisdn }),
  },
})

/** What an answer says of another run than its own (an STK query of its push). */
export type AnswerAbout = {
  workspaceId: string
  /** The run that was answered. */
  runId: string
  /** Ids of the exchange that it asked about. */
  mentions: readonly Key[]
  meaning: Meaning
}

export const applyAnswerToOwner = (deps: Deps, answer: AnswerAbout, touched: Touched): void => {
  const owner = runOwning(deps.db, answer.workspaceId, valuesOf(answer.mentions))
  if (!owner || owner.id === answer.runId) return
  touched.runs.add(owner.id)
  applyTo(deps, owner, answer.meaning, deps.clock(), touched)
}

/** What a result says that was sent somewhere else than to an inbox: the run that it is about moves on by it. */
export const applyToOwner = (
  deps: Deps,
  notice: Notice,
  answer: { status: number; body: string } | undefined,
  touched: Touched,
): void => {
  const { workspaceId, meaning, at } = notice
  const run = ownerOf(deps, workspaceId, meaning) ?? customerRunOf(deps, notice)
  if (!run) return
  touched.runs.add(run.id)
  const after = applyTo(deps, run, meaning, at, touched)
  if (answer) settleValidation(deps, after, notice, answer)
}

/** Tells the screens. Call once what was touched is committed. */
export const announceTouched = (deps: Deps, workspaceId: string, touched: Touched): void => {
  const stale = [...touched.callbacks].flatMap(([id, row]) => (row ? [] : [id]))
  const fresh = [...touched.callbacks.values()].filter((row) => row !== undefined)
  for (const row of [...fresh, ...summariesOf(deps.db, stale)].sort((a, b) => a.id - b.id)) {
    deps.live.announce(workspaceId, { type: 'callback', data: callbackSummary(row) })
  }
  if (touched.runs.size === 0) return
  const counts = callbackCounts(deps.db, [...touched.runs])
  for (const id of touched.runs) {
    const row = runOf(deps.db, workspaceId, id)
    if (!row) continue
    const callbackCount = counts.get(id) ?? 0
    deps.live.announce(workspaceId, { type: 'run', data: runSummary({ ...row, callbackCount }) })
  }
}
