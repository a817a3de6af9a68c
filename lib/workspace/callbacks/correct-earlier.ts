import 'server-only'
import { contestedCallbacks, removeKeys, setMismatch } from '@/db/queries/callback-links'
import { type RunRow, updateRun } from '@/db/queries/runs'
import { agreementOf, nothingAsked } from '@/lib/derive/agreement'
import { callbackEntry } from '@/lib/systems/callbacks'
import type { Mismatch } from '@/lib/wire/mismatch'
import type { CorrelationKey } from '@/lib/wire/types'
import type { DecidedBy } from '@/lib/wire/verdicts'
import { isSuccess, isUnproved } from '@/lib/wire/verdicts'
import type { Deps } from '../deps'
import type { Meaning, Touched } from './apply-meaning'
import { understandMessage } from './understand-message'

/** Whether a message says how something ended. */
export const isEnd = ({ outcome }: Pick<Meaning, 'outcome'>) => outcome === 'success' || outcome === 'failure'

/** Whether the provider's own word is another one than what was believed because nothing spoke against it. */
export const correctsEarlier = (run: RunRow, meaning: Meaning, by: DecidedBy): boolean => {
  if (!isUnproved(run.decidedBy) || isUnproved(by) || !isEnd(meaning)) return false
  if (isSuccess(run.verdict) !== (meaning.outcome === 'success')) return true
  const { receipt } = meaning.facts
  return receipt !== undefined && run.receipt !== null && receipt !== run.receipt
}

/** Takes back what a run has from messages that the provider's own word contradicts; they are kept, and marked. */
export const withdrawEarlier = (deps: Deps, run: RunRow, meaning: Meaning, touched: Touched): RunRow => {
  const { receipt } = meaning.facts
  return withdraw(deps, run, touched, ({ outcome, code, receipt: claimed }) => {
    if (outcome !== 'success' && outcome !== 'failure') return undefined
    if (outcome !== meaning.outcome) {
      return { field: 'code', expected: meaning.code ?? meaning.outcome, got: code ?? outcome }
    }
    return receipt !== undefined && claimed !== null && claimed !== receipt
      ? { field: 'receipt', expected: receipt, got: claimed }
      : undefined
  })
}

/**
 * A message may come before the answer that tells the run's ids, when only its address says whose it is. Whatever has
 * other ids than the answer, or ends the run without one of them, is taken back.
 */
export const withdrawUnlike = (
  deps: Deps,
  run: RunRow,
  keys: readonly CorrelationKey[],
  touched: Touched,
): RunRow =>
  run.decidedBy === null || keys.length === 0
    ? run
    : withdraw(deps, run, touched, (row) => {
        const meaning = understandMessage(row)
        if (!meaning) return undefined
        const isOfRun = callbackEntry(meaning.system, meaning.kind)?.joins === 'run'
        const agreement = agreementOf(meaning, undefined, {
          keys,
          asked: nothingAsked,
          isEnd: isOfRun && isEnd(meaning),
        })
        return agreement.kind === 'contradicts'
          ? { field: agreement.field, expected: agreement.expected, got: agreement.got }
          : undefined
      })

type Contested = ReturnType<typeof contestedCallbacks>[number]

const withdraw = (
  deps: Deps,
  run: RunRow,
  touched: Touched,
  mismatchOf: (row: Contested) => Mismatch | undefined,
): RunRow => {
  const taken = contestedCallbacks(deps.db, run.id).filter((row) => {
    const mismatch = mismatchOf(row)
    if (!mismatch) return false
    setMismatch(deps.db, row.id, mismatch)
    touched.callbacks.set(row.id, undefined)
    removeKeys(deps.db, run.id, idsBrought(row, mismatch))
    return true
  })
  // What a query told of it stands in a message of another run.
  if (taken.length === 0 && run.decidedBy !== 'unproved-query') return run
  const open = {
    verdict: 'pending',
    verdictAt: null,
    resultAt: null,
    decidedBy: null,
    receipt: null,
    code: null,
    description: null,
  } as const
  updateRun(deps.db, run.id, open)
  return { ...run, ...open }
}

/** What only this message said of the run: its receipt, and the id that turned out to be another's. */
const idsBrought = (row: Contested, { field }: Mismatch): string[] =>
  (understandMessage(row)?.keys ?? []).flatMap(({ kind, value }) =>
    kind === 'receipt' || kind === field ? [value] : [],
  )
