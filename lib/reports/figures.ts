import { type EnvironmentKind, environmentKinds } from '@/lib/wire/environment-kinds'
import { isInGroup, isSuccess, type Verdict, verdicts } from '@/lib/wire/verdicts'
import { addSums, type Block, type Place } from './block'
import { addHistogram, addPairs, emptied, type Histograms, noHistograms, timingsOf } from './percentiles'
import type { Amount, Counts, Figures, OperationFigures, Point, Reason, Sum, Timings } from './types'

/** Real money first. */
export const kindOrder: readonly EnvironmentKind[] = environmentKinds.toReversed()

/** A share of nothing is no number. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

type Counted = { verdict: Verdict; runs: number }
export const countsOf = (rows: readonly Counted[]): Counts => {
  const runs = total(rows)
  const pending = total(rows.filter(({ verdict }) => verdict === 'pending'))
  const succeeded = total(rows.filter(({ verdict }) => isSuccess(verdict)))
  const final = runs - pending
  return {
    runs,
    pending,
    final,
    succeeded,
    unsuccessful: final - succeeded,
    successRate: shareOf(succeeded, final),
  }
}
const total = (rows: readonly { runs: number }[]) => rows.reduce((sum, { runs }) => sum + runs, 0)

const grouped = <Row, Key extends string | number>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Map<Key, Row[]> => {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

type Paid = Pick<Sum, 'kind' | 'currency' | 'verdict' | 'amountCents'>
/** By kind and currency: neither different money nor real and simulated money is added up. */
export const amountsOf = (rows: readonly Paid[]): Amount[] => {
  const amounts = new Map<string, Amount>()
  for (const { kind, currency, verdict, amountCents } of rows) {
    if (currency === '') continue
    const key = `${kind} ${currency}`
    const amount = amounts.get(key) ?? { kind, currency, paidCents: 0, askedCents: 0 }
    amount.askedCents += amountCents
    if (verdict === 'paid') amount.paidCents += amountCents
    amounts.set(key, amount)
  }
  return [...amounts.values()].sort(
    (a, b) =>
      kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
      b.askedCents - a.askedCents ||
      (a.currency < b.currency ? -1 : 1),
  )
}

type Meaning = NonNullable<Reason['meaning']>
export type Explain = (system: string, operation: string, code: string) => Meaning | undefined

/** One row a verdict and code; split by operation where a code does not mean the same everywhere. */
export const reasonsOf = (sums: readonly Sum[], explain: Explain): Reason[] => {
  const failed = sums.filter(({ verdict }) => isInGroup(verdict, 'unsuccessful'))
  const all = total(failed)
  const byCode = grouped(failed, ({ system, verdict, code }) => JSON.stringify([system, verdict, code]))
  const reasons = [...byCode.values()].flatMap(
    (rows): (Omit<Reason, 'share' | 'meaning'> & { meaning?: Meaning })[] => {
      const operations = grouped(rows, ({ operation }) => operation)
      const parts = [...operations].map(([operation, own]) => {
        const [{ system, verdict, code }] = own as [Sum]
        const meaning = code === '' ? undefined : explain(system, operation, code)
        return { system, operation, verdict, code: code || null, runs: total(own), meaning }
      })
      const isOne = new Set(parts.map(({ meaning }) => meaning?.id ?? '')).size === 1
      const [first] = parts
      if (isOne && first) return [{ ...first, operation: null, runs: total(rows) }]
      return parts
    },
  )
  return reasons
    .map(({ meaning, ...reason }) => ({
      ...reason,
      share: reason.runs / all,
      meaning: meaning ? only(meaning) : null,
    }))
    .sort((a, b) => b.runs - a.runs || (keyOfReason(a) < keyOfReason(b) ? -1 : 1))
}
/** Of a code's entry, what a report tells. */
const only = ({ id, message, cause, cure, retry, confirmed }: Meaning): Meaning => ({
  id,
  message,
  cause,
  cure,
  retry,
  confirmed,
})

export const keyOfReason = (reason: Pick<Reason, 'system' | 'operation' | 'verdict' | 'code'>): string =>
  JSON.stringify([reason.system, reason.operation, reason.verdict, reason.code])

/** What a report adds up, block by block, in the order of its steps. */
export type Collected = {
  sums: Map<string, Sum>
  /** By step. */
  steps: { sums: Sum[]; timings: Timings }[]
  operations: Map<string, Histograms>
}

/**
 * Takes the blocks of one step after the other. A histogram of a step is read off as soon as the step is over: what is
 * held does not grow with the number of steps.
 */
export const collecting = (isWanted: (place: Place) => boolean) => {
  const collected: Collected = { sums: new Map(), steps: [], operations: new Map() }
  const step = noHistograms()
  let sums: Sum[] = []
  return {
    add: (block: Block): void => {
      const own = block.sums.filter(isWanted)
      sums.push(...own)
      addSums(collected.sums, own)
      for (const times of block.times) {
        if (!isWanted(times)) continue
        const known = collected.operations.get(times.operation) ?? noHistograms()
        collected.operations.set(times.operation, known)
        addPairs(known[times.measure], times.pairs)
        addPairs(step[times.measure], times.pairs)
      }
    },
    endStep: (): void => {
      collected.steps.push({ sums, timings: timingsOf(step) })
      emptied(step.answer)
      emptied(step.result)
      sums = []
    },
    collected,
  }
}

/** `buckets` have no gaps, and one step was collected of each. */
export const figuresOf = (
  { sums: found, steps, operations }: Collected,
  buckets: readonly { from: number; to: number }[],
  explain: Explain,
): Figures => {
  const sums = [...found.values()]
  const totals = countsOf(sums)
  const byVerdict = grouped(sums, ({ verdict }) => verdict)
  const byKind = grouped(sums, ({ kind }) => kind)
  const byOperation = grouped(sums, ({ operation }) => operation)
  return {
    totals,
    kinds: kindOrder.flatMap((kind) => {
      const rows = byKind.get(kind)
      return rows ? [{ kind, ...countsOf(rows) }] : []
    }),
    amounts: amountsOf(sums),
    verdicts: verdicts.flatMap((verdict) => {
      const runs = total(byVerdict.get(verdict) ?? [])
      return runs > 0 ? [{ verdict, runs, share: runs / totals.runs }] : []
    }),
    reasons: reasonsOf(sums, explain),
    timings: timingsOf(allOf(operations)),
    series: buckets.map((bucket, index): Point => {
      const { sums: rows, timings } = steps[index] ?? { sums: [], timings: timingsOf(noHistograms()) }
      return { ...bucket, ...countsOf(rows), amounts: amountsOf(rows), timings }
    }),
    operations: [...byOperation]
      .map(([operation, rows]): OperationFigures => {
        const [{ system }] = rows as [Sum]
        return {
          system,
          operation,
          ...countsOf(rows),
          amounts: amountsOf(rows),
          timings: timingsOf(operations.get(operation) ?? noHistograms()),
        }
      })
      .sort((a, b) => b.runs - a.runs || (a.operation < b.operation ? -1 : 1)),
  }
}

const allOf = (operations: ReadonlyMap<string, Histograms>): Histograms => {
  const all = noHistograms()
  for (const each of operations.values()) {
    addHistogram(all.answer, each.answer)
    addHistogram(all.result, each.result)
  }
  return all
}
