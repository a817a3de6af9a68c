import 'server-only'
import {
  type CallbackRow,
  earlierTwin,
  insertKeys,
  type Key,
  keysOfCallback,
  linkCallback,
  strayCallbacks,
  summariesOf,
} from '@/db/queries/callbacks'
import { callbackCounts, ownKeyValues, type RunRow, runOf, runOwning, updateRun } from '@/db/queries/runs'
import { idsBehindReceipt } from '@/db/queries/world-links'
import { findOperation } from '@/lib/systems'
import type { CallbackMeaning } from '@/lib/systems/types'
import type { Deps } from '../deps'
import { isLate, verdictAfter } from '../runs/verdict'
import { callbackSummary, runSummary } from '../summaries'

/** What linking needs of a message, whether just captured or read back from its row. */
export type Meaning = Pick<CallbackMeaning, 'kind' | 'outcome' | 'code' | 'description' | 'facts'> & {
  keys: readonly Key[]
}

/** Where callbacks and runs were changed; announced once everything is committed. */
export type Touched = { callbacks: Set<number>; runs: Set<string> }
export const nothingTouched = (): Touched => ({ callbacks: new Set(), runs: new Set() })

/** Joins a captured message to its run and brings the verdict up to date. Runs inside the caller's transaction. */
export const linkOne = (
  deps: Deps,
  workspaceId: string,
  callback: { id: number; path: string; receivedAt: number },
  meaning: Meaning | undefined,
  touched: Touched,
  answerMicros?: number,
): void => {
  touched.callbacks.add(callback.id)
  const values = meaning?.keys.map((key) => key.value) ?? []
  const duplicateOf = meaning
    ? (earlierTwin(
        deps.db,
        workspaceId,
        { id: callback.id, kind: meaning.kind, code: meaning.code ?? null },
        values,
      ) ?? null)
    : null
  if (meaning) insertKeys(deps.db, workspaceId, meaning.keys, { callbackId: callback.id })
  const run = findRun(deps, workspaceId, callback.path, meaning)
  const timing =
    run && meaning && duplicateOf === null ? timingOf(run, callback.receivedAt, meaning) : 'usual'
  linkCallback(deps.db, callback.id, {
    runId: run?.id ?? null,
    duplicateOf,
    timing,
    answerMicros,
    reference: run?.reference,
  })
  if (run) {
    touched.runs.add(run.id)
    if (meaning) applyTo(deps, run, meaning, callback.receivedAt, touched)
  }
}

/** The segment of `/hook/<inbox>/r/<run>` works before any id is known; then the ids; then what the emulator knows. */
const findRun = (
  deps: Deps,
  workspaceId: string,
  path: string,
  meaning: Meaning | undefined,
): RunRow | undefined => {
  const segment = /\/r\/([0-9A-Za-z]{26})(?:\/|$)/.exec(path)?.[1]
  const named = segment && runOf(deps.db, workspaceId, segment)
  if (named) return named
  if (!meaning) return undefined
  const values = meaning.keys.map((key) => key.value)
  const owner = runOwning(deps.db, workspaceId, values)
  if (owner || !meaning.kind.startsWith('c2b-') || !meaning.facts.receipt) return owner
  // A C2B notice carries no id of the request that simulated it; the emulator's own books do.
  return runOwning(deps.db, workspaceId, idsBehindReceipt(deps.db, workspaceId, meaning.facts.receipt))
}

const timingOf = (run: RunRow, receivedAt: number, meaning: Meaning): CallbackRow['timing'] => {
  if (run.answeredAt === null ? run.unreachableCause === null : receivedAt < run.answeredAt) return 'early'
  return isLate(run.verdict, meaning.outcome) ? 'late' : 'usual'
}

/** Moves a run on by what a message says that arrived at this time. */
const applyTo = (deps: Deps, run: RunRow, meaning: Meaning, at: number, touched: Touched): void => {
  const operation = findOperation(run.operation)
  const verdict = operation && verdictAfter(operation, run.verdict, meaning.outcome)
  const { facts } = meaning
  const isSuccess = meaning.outcome === 'success'
  updateRun(deps.db, run.id, {
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
  })
  // Ids that the run has not had: its receipt, above all. What waited for them joins now.
  const fresh = meaning.kind.startsWith('c2b-')
    ? meaning.keys
    : meaning.keys.filter((key) => key.kind !== 'run')
  giveKeys(deps, run.workspaceId, run.id, fresh, touched)
}

/** Gives ids to a run, and to the run the callbacks that came with one of them before. */
export const giveKeys = (
  deps: Deps,
  workspaceId: string,
  runId: string,
  keys: readonly Key[],
  touched: Touched,
): void => {
  const known = new Set(ownKeyValues(deps.db, runId))
  const fresh = keys.filter((key) => !known.has(key.value))
  if (fresh.length === 0) return
  insertKeys(deps.db, workspaceId, fresh, { runId })
  for (const stray of strayCallbacks(
    deps.db,
    workspaceId,
    fresh.map((key) => key.value),
  )) {
    const run = runOf(deps.db, workspaceId, runId)
    if (!run) return
    const meaning = meaningOf(stray)
    const timing = stray.duplicateOf === null ? timingOf(run, stray.receivedAt, meaning) : 'usual'
    linkCallback(deps.db, stray.id, {
      runId,
      duplicateOf: stray.duplicateOf,
      timing,
      reference: run.reference,
    })
    touched.callbacks.add(stray.id)
    touched.runs.add(runId)
    applyTo(deps, run, { ...meaning, keys: keysOfCallback(deps.db, stray.id) }, stray.receivedAt, touched)
  }
}

/** A row says enough of its message to be linked again. */
const meaningOf = (row: CallbackRow): Meaning => ({
  kind: row.kind,
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

/** What an answer says of another run (an STK query of its push). */
export const applyAnswerToOwner = (
  deps: Deps,
  workspaceId: string,
  mentions: readonly Key[],
  meaning: Meaning,
  exceptRun: string,
  touched: Touched,
): void => {
  const owner = runOwning(
    deps.db,
    workspaceId,
    mentions.map((key) => key.value),
  )
  if (!owner || owner.id === exceptRun) return
  touched.runs.add(owner.id)
  applyTo(deps, owner, meaning, deps.clock(), touched)
}

/** Tells the screens. Call once what was touched is committed. */
export const announceTouched = (deps: Deps, workspaceId: string, touched: Touched): void => {
  for (const row of summariesOf(deps.db, [...touched.callbacks])) {
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
