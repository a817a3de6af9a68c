import { addPairs, binOf, emptied, type Histogram, noTimes, type Pairs, pairsOf } from './percentiles'
import type { Measure, Sum, Timing } from './types'

/** Where runs were sent and with what: the part of a sum that times share. */
export type Place = Pick<Sum, 'environmentId' | 'kind' | 'system' | 'operation' | 'appKey' | 'origin'>
type PlaceTimes = Place & { measure: Measure; pairs: Pairs }

/** All sums of a stretch of time, so that a report reads one row where there were thousands. */
export type Block = { sums: readonly Sum[]; times: readonly PlaceTimes[] }

export const emptyBlock: Block = { sums: [], times: [] }

const placeKey = ({ environmentId, kind, system, operation, appKey, origin }: Place) =>
  `${environmentId}\n${kind}\n${system}\n${operation}\n${appKey}\n${origin}`
const sumKey = (sum: Sum) => `${placeKey(sum)}\n${sum.verdict}\n${sum.code}\n${sum.currency}`

/** Adds sums up that answer every question alike. */
export const addSums = (into: Map<string, Sum>, sums: readonly Sum[]): void => {
  for (const sum of sums) {
    const key = sumKey(sum)
    const known = into.get(key)
    if (known) {
      known.runs += sum.runs
      known.amountCents += sum.amountCents
    } else into.set(key, { ...sum })
  }
}

export const mergedBlock = (blocks: readonly Block[]): Block => {
  const [first = emptyBlock, ...others] = blocks.filter(({ sums, times }) => sums.length + times.length > 0)
  return others.length === 0 ? first : addedUp([first, ...others])
}

const addedUp = (blocks: readonly Block[]): Block => {
  const sums = new Map<string, Sum>()
  const groups = new Map<string, PlaceTimes[]>()
  for (const block of blocks) {
    addSums(sums, block.sums)
    for (const times of block.times) {
      const key = `${placeKey(times)}\n${times.measure}`
      const group = groups.get(key)
      if (group) group.push(times)
      else groups.set(key, [times])
    }
  }
  // One for all groups: large arrays that are thrown away at once keep the collector busy.
  const scratch = noTimes()
  return { sums: [...sums.values()], times: [...groups.values()].map((group) => mergedTimes(group, scratch)) }
}

const mergedTimes = (group: readonly PlaceTimes[], scratch: Histogram): PlaceTimes => {
  const [first, ...others] = group as readonly [PlaceTimes, ...PlaceTimes[]]
  if (others.length === 0) return first
  emptied(scratch)
  for (const { pairs } of group) addPairs(scratch, pairs)
  return { ...first, pairs: pairsOf(scratch) }
}

/** The same with all environments and keys in one and test cases left out, for the reports that ask for neither. */
export const slimBlock = ({ sums, times }: Block): Block =>
  addedUp([{ sums: sums.filter(isNoCase).map(slim), times: times.filter(isNoCase).map(slim) }])

const isNoCase = ({ origin }: Place) => origin !== 'case'
const slim = <Kept extends Place>(kept: Kept): Kept => ({
  ...kept,
  environmentId: '',
  appKey: '',
  origin: 'form',
})

/** Times as the roll-ups of one hour keep them: those of one place and measure stand together, shortest first. */
export const blockOfRows = (sums: readonly Sum[], rows: readonly (Place & Timing)[]): Block => {
  const times: PlaceTimes[] = []
  let pairs: number[] = []
  let key = ''
  for (const [index, { measure, ms, runs, ...place }] of rows.entries()) {
    const own = `${placeKey(place)}\n${measure}`
    if (own !== key) pairs = []
    key = own
    pairs.push(binOf(ms), runs)
    const next = rows[index + 1]
    if (!next || `${placeKey(next)}\n${next.measure}` !== own)
      times.push({ ...place, measure, pairs: Uint32Array.from(pairs) })
  }
  return { sums, times }
}

/** As stored: `words` is JSON, `numbers` the pairs of all histograms one after the other. */
export type StoredBlock = { words: string; numbers: Uint8Array }

type Words = { sums: unknown[][]; times: unknown[][] }

export const storedForm = ({ sums, times }: Block): StoredBlock => {
  const words: Words = {
    sums: sums.map((each) => [
      each.environmentId,
      each.kind,
      each.system,
      each.operation,
      each.appKey,
      each.origin,
      each.verdict,
      each.code,
      each.currency,
      each.runs,
      each.amountCents,
    ]),
    times: times.map((each) => [
      each.environmentId,
      each.kind,
      each.system,
      each.operation,
      each.appKey,
      each.origin,
      each.measure,
      each.pairs.length,
    ]),
  }
  const numbers = new Uint32Array(times.reduce((sum, { pairs }) => sum + pairs.length, 0))
  let at = 0
  for (const { pairs } of times) {
    numbers.set(pairs, at)
    at += pairs.length
  }
  return { words: JSON.stringify(words), numbers: new Uint8Array(numbers.buffer) }
}

type SumWords = [
  Sum['environmentId'],
  Sum['kind'],
  Sum['system'],
  Sum['operation'],
  Sum['appKey'],
  Sum['origin'],
  Sum['verdict'],
  Sum['code'],
  Sum['currency'],
  number,
  number,
]
type TimesWords = [
  Sum['environmentId'],
  Sum['kind'],
  Sum['system'],
  Sum['operation'],
  Sum['appKey'],
  Sum['origin'],
  Measure,
  number,
]

export const blockOfStored = ({ words, numbers }: StoredBlock): Block => {
  const { sums, times } = JSON.parse(words) as { sums: SumWords[]; times: TimesWords[] }
  // Copied, so that the numbers begin where a number may: a `Buffer` is a window of a larger one, and so is its slice.
  const all = new Uint32Array(new Uint8Array(numbers).buffer)
  let at = 0
  return {
    sums: sums.map(
      ([
        environmentId,
        kind,
        system,
        operation,
        appKey,
        origin,
        verdict,
        code,
        currency,
        runs,
        amountCents,
      ]): Sum => ({
        environmentId,
        kind,
        system,
        operation,
        appKey,
        origin,
        verdict,
        code,
        currency,
        runs,
        amountCents,
      }),
    ),
    times: times.map(
      ([environmentId, kind, system, operation, appKey, origin, measure, length]): PlaceTimes => {
        const pairs = all.subarray(at, at + length)
        at += length
        return { environmentId, kind, system, operation, appKey, origin, measure, pairs }
      },
    ),
  }
}
