import 'server-only'
import { insertKeys, type Key, linkCallback, strayCallbacks } from '@/db/queries/callback-links'
import type { CallbackRow, CallbackSummaryRow } from '@/db/queries/callbacks'
import {
  customerRunsWith,
  deleteRunRow,
  keysOfRun,
  mention,
  type RunRow,
  runOwning,
  updateRun,
} from '@/db/queries/runs'
import { shareId } from '@/lib/derive/agreement'
import { findOperation } from '@/lib/systems'
import type { CallbackMeaning } from '@/lib/systems/types'
import { type DecidedBy, isUnproved } from '@/lib/wire/verdicts'
import type { Deps } from '../deps'
import { isLate, verdictAfter } from '../runs/verdict'
import { type Belief, believe } from './believe'
import { correctsEarlier, withdrawEarlier } from './correct-earlier'
import { customerVerdict, settleUnanswered, settleValidation } from './customer-payment'
import { customerRunOf, type Notice } from './customer-run'
import { ownerOf, twinBefore, valuesOf } from './find-run'
import { understandMessage } from './understand-message'

/** What an answer or a callback says of a run. */
export type Meaning = Pick<CallbackMeaning, 'outcome' | 'code' | 'description' | 'facts'> & {
  keys: readonly Key[]
}

/** How it came to be known, and when. */
export type Word = { at: number; by: DecidedBy }

/** Where callbacks and runs were changed; announced once everything is committed. */
export type Touched = {
  /** By id, as stored a moment ago; undefined where the row has to be read again. */
  callbacks: Map<number, CallbackSummaryRow | undefined>
  runs: Set<string>
}
export const nothingTouched = (): Touched => ({ callbacks: new Map(), runs: new Set() })

export const wordOf = ({ isProved }: Belief, at: number): Word => ({
  at,
  by: isProved ? 'message' : 'unproved-message',
})

export const timingOf = (
  run: RunRow,
  meaning: Meaning,
  { at: receivedAt, by }: Word,
): CallbackRow['timing'] => {
  if (correctsEarlier(run, meaning, by)) return 'usual'
  // A customer's payment has no answer of its own that a message could be early for.
  if (run.origin === 'customer') return isLate(run.verdict, meaning.outcome) ? 'late' : 'usual'
  if (run.answeredAt === null ? run.unreachableCause === null : receivedAt < run.answeredAt) return 'early'
  return isLate(run.verdict, meaning.outcome) ? 'late' : 'usual'
}

/** Moves a run on by what a message says, and gives it back as it is then. */
export const applyTo = (
  deps: Deps,
  before: RunRow,
  meaning: Meaning,
  { at, by }: Word,
  touched: Touched,
): RunRow => {
  const { facts, outcome } = meaning
  const run = correctsEarlier(before, meaning, by) ? withdrawEarlier(deps, before, meaning, touched) : before
  const operation = findOperation(run.operation)
  const verdict =
    run.origin === 'customer'
      ? customerVerdict(run, outcome)
      : operation && verdictAfter(operation, run.verdict, outcome)
  const isSuccess = outcome === 'success'
  const isConfirmed = !isUnproved(by) && isUnproved(run.decidedBy) && isSuccess
  const change = {
    ...(verdict && {
      verdict,
      verdictAt: deps.clock(),
      resultAt: at,
      code: meaning.code ?? run.code,
      description: meaning.description ?? run.description,
    }),
    ...((verdict || isConfirmed) && { decidedBy: by }),
    receipt: run.receipt ?? (isSuccess ? (facts.receipt ?? null) : null),
    amountCents: run.amountCents ?? facts.amountCents ?? null,
    currency: run.currency ?? (facts.amountCents === undefined ? null : (facts.currency ?? null)),
    msisdn: run.msisdn ?? facts.msisdn ?? null,
  }
  updateRun(deps.db, run.id, differing(run, change))
  if (operation?.resultTells) tellAsked(deps, run, meaning, { at, by }, touched)
  // Ids that the run has not had: its receipt, above all. What waited for them joins now.
  const keys = isUnproved(by) ? believedKeys(deps, run, meaning.keys) : meaning.keys
  return giveKeys(deps, { ...run, ...change }, keys, touched)
}

/**
 * A message that is known by its address alone may bring the ids of any request: were they the run's from now on, what
 * truly has them would come to it.
 */
const believedKeys = (deps: Deps, { id, origin }: RunRow, keys: readonly Key[]): readonly Key[] => {
  if (origin === 'customer') return keys
  const known = keysOfRun(deps.db, id)
  return shareId(keys, known) ? keys : keys.filter(({ kind }) => kind === 'receipt')
}

/** The result of a status query is the word on the run that was asked about, once its transaction has ended. */
const tellAsked = (deps: Deps, run: RunRow, { facts }: Meaning, { by }: Word, touched: Touched): void => {
  if (facts.state !== 'completed' && facts.state !== 'ended') return
  const isCompleted = facts.state === 'completed'
  const words = facts.table?.find(({ name }) => name.endsWith('TransactionStatus'))?.value
  const { receipt, amountCents, currency } = facts
  applyAnswerToOwner(
    deps,
    {
      workspaceId: run.workspaceId,
      runId: run.id,
      mentions: keysOfRun(deps.db, run.id).filter(({ kind }) => kind === mention),
      by: isUnproved(by) ? 'unproved-query' : 'query',
      meaning: {
        outcome: isCompleted ? 'success' : 'failure',
        ...(isCompleted && { code: '0' }),
        description: `The transaction is ${(words ?? facts.state).toLowerCase()}.`,
        keys: [],
        facts: {
          ...(receipt !== undefined && { receipt }),
          ...(amountCents !== undefined && { amountCents }),
          ...(currency !== undefined && { currency }),
        },
      },
    },
    touched,
  )
}

/** Every column that a statement names costs its indexes and what the reports count. */
const differing = (run: RunRow, change: Partial<RunRow>): Partial<RunRow> =>
  Object.fromEntries(Object.entries(change).filter(([name, value]) => run[name as keyof RunRow] !== value))

/** Gives ids to a run, and to the run the callbacks that came with one of them before. */
export const giveKeys = (deps: Deps, run: RunRow, keys: readonly Key[], touched: Touched): RunRow => {
  const { id: runId, workspaceId } = run
  const known = keysOfRun(deps.db, runId)
  const fresh = keys.filter((key) => !shareId([key], known))
  if (fresh.length === 0) return run
  insertKeys(deps.db, workspaceId, fresh, runId)
  if (run.origin !== 'customer') giveBack(deps, run, fresh)
  let current = run
  for (const stray of strayCallbacks(deps.db, workspaceId, valuesOf(fresh))) {
    current = takeStray(deps, current, stray, touched)
  }
  return current
}

/** A message that belonged to nobody, or contradicted whom it was taken for, is of this run if it fits. */
const takeStray = (deps: Deps, run: RunRow, stray: CallbackRow, touched: Touched): RunRow => {
  const whole = understandMessage(stray)
  const meaning: Meaning = whole ?? meaningOf(stray)
  const belief: Belief = whole ? believe(deps, run, whole, stray) : { isProved: false }
  if (belief.mismatch && stray.runId !== null) return run
  const duplicateOf = belief.mismatch ? null : twinBefore(deps, stray, whole)
  linkCallback(deps.db, stray.id, {
    runId: run.id,
    duplicateOf,
    timing:
      duplicateOf === null && !belief.mismatch
        ? timingOf(run, meaning, wordOf(belief, stray.receivedAt))
        : 'usual',
    reference: run.reference,
    mismatch: belief.mismatch ?? null,
  })
  touched.callbacks.set(stray.id, undefined)
  touched.runs.add(run.id)
  return belief.mismatch ? run : applyTo(deps, run, meaning, wordOf(belief, stray.receivedAt), touched)
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
const meaningOf = (row: Omit<CallbackRow, 'body'>): Meaning => ({
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
  by: 'query' | 'unproved-query'
  meaning: Meaning
}

export const applyAnswerToOwner = (deps: Deps, answer: AnswerAbout, touched: Touched): void => {
  const owner = runOwning(deps.db, answer.workspaceId, valuesOf(answer.mentions))
  if (!owner || owner.id === answer.runId) return
  touched.runs.add(owner.id)
  applyTo(deps, owner, answer.meaning, { at: deps.clock(), by: answer.by }, touched)
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
  const after = applyTo(deps, run, meaning, { at, by: 'message' }, touched)
  if (answer) settleValidation(deps, after, notice, answer)
  else settleUnanswered(deps, notice)
}
