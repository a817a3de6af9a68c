import { describe, expect, test } from 'vitest'
import type { Block } from './block'
import { differenceOf, differenceText, rateDifferenceText } from './difference'
import { amountsOf, collecting, countsOf, type Explain, figuresOf, reasonsOf } from './figures'
import { addPairs, binOf, emptied, msOf, noTimes, pairsOf, percentilesOf } from './percentiles'
import type { Sum } from './types'

const sum = (change: Partial<Sum> = {}): Sum => ({
  environmentId: 'e1',
  kind: 'local',
  system: 'daraja',
  operation: 'daraja.stk-push',
  appKey: '',
  origin: 'form',
  verdict: 'paid',
  code: '0',
  currency: 'KES',
  runs: 1,
  amountCents: 100,
  ...change,
})
const unknown: Explain = () => undefined

describe('percentiles', () => {
  const of = (...times: [number, number][]) => {
    const histogram = noTimes()
    for (const [ms, runs] of times) addPairs(histogram, Uint32Array.of(binOf(ms), runs))
    return percentilesOf(histogram)
  }
  test('of nothing are none', () => {
    expect(of()).toEqual({ runs: 0, p50: null, p90: null, p95: null, p99: null })
  })
  test('of one time are that time', () => {
    expect(of([40, 1])).toEqual({ runs: 1, p50: 40, p90: 40, p95: 40, p99: 40 })
  })
  test('are times that occurred, by nearest rank', () => {
    expect(of([30, 1], [10, 1], [20, 1], [40, 1])).toMatchObject({ p50: 20, p90: 40 })
    const hundred = Array.from({ length: 100 }, (_, index): [number, number] => [index + 1, 1])
    expect(of(...hundred)).toEqual({ runs: 100, p50: 50, p90: 90, p95: 95, p99: 99 })
  })
  test.each([
    0, 1, 999, 1_000, 1_010, 9_990, 10_000, 10_100, 99_900, 100_000, 999_000, 1_000_000, 9_990_000,
    10_000_000, 10_100_000, 7_776_000_000,
  ])('tell %i ms as it was kept', (ms) => {
    expect(msOf(binOf(ms))).toBe(ms)
    expect(of([ms, 3])).toEqual({ runs: 3, p50: ms, p90: ms, p95: ms, p99: ms })
  })
  test('begin anew in a histogram that is emptied', () => {
    const histogram = noTimes()
    addPairs(histogram, Uint32Array.of(5, 2, 4_700, 1))
    expect([...pairsOf(histogram)]).toEqual([5, 2, 4_700, 1])
    expect(percentilesOf(emptied(histogram)).runs).toBe(0)
    addPairs(histogram, Uint32Array.of(7, 1))
    expect([...pairsOf(histogram)]).toEqual([7, 1])
  })
  test('count how often a time occurred', () => {
    expect(of([10, 94], [5_000, 6])).toMatchObject({ p50: 10, p90: 10, p95: 5_000 })
    expect(of([10, 50], [10, 50])).toMatchObject({ runs: 100, p99: 10 })
  })
})

describe('counts', () => {
  test('of nothing have no success rate', () => {
    expect(countsOf([])).toEqual({
      runs: 0,
      pending: 0,
      final: 0,
      succeeded: 0,
      unsuccessful: 0,
      successRate: null,
    })
  })
  test('leave pending runs out of the rate', () => {
    const rows = [
      { verdict: 'paid' as const, runs: 6 },
      { verdict: 'done' as const, runs: 2 },
      { verdict: 'failed' as const, runs: 1 },
      { verdict: 'unknown' as const, runs: 1 },
      { verdict: 'pending' as const, runs: 30 },
    ]
    expect(countsOf(rows)).toEqual({
      runs: 40,
      pending: 30,
      final: 10,
      succeeded: 8,
      unsuccessful: 2,
      successRate: 0.8,
    })
  })
  test('of pending runs alone have no rate either', () => {
    expect(countsOf([{ verdict: 'pending', runs: 3 }]).successRate).toBeNull()
  })
})

test('amounts are apart by currency and by whether money was real', () => {
  expect(
    amountsOf([
      sum({ amountCents: 500 }),
      sum({ amountCents: 250, verdict: 'failed' }),
      sum({ amountCents: 900, kind: 'production' }),
      sum({ amountCents: 700, currency: 'TZS' }),
      sum({ amountCents: 0, currency: '' }),
    ]),
  ).toEqual([
    { kind: 'production', currency: 'KES', paidCents: 900, askedCents: 900 },
    { kind: 'local', currency: 'KES', paidCents: 500, askedCents: 750 },
    { kind: 'local', currency: 'TZS', paidCents: 700, askedCents: 700 },
  ])
})

describe('reasons', () => {
  const meaning = (id: string) => ({ id, message: id, cause: '', cure: '', retry: false, confirmed: true })

  test('count the runs that did not succeed, the most frequent first', () => {
    const reasons = reasonsOf(
      [
        sum({ verdict: 'failed', code: '1032', runs: 3 }),
        sum({ verdict: 'failed', code: '1', runs: 1 }),
        sum({ verdict: 'pending', code: '0', runs: 9 }),
        sum({ runs: 50 }),
      ],
      (_, __, code) => meaning(code),
    )
    expect(reasons).toMatchObject([
      { code: '1032', runs: 3, share: 0.75, operation: null, meaning: { message: '1032' } },
      { code: '1', runs: 1, share: 0.25 },
    ])
  })
  test('are one over all operations where the code means the same', () => {
    const rows = [
      sum({ verdict: 'failed', code: '2001', operation: 'a', runs: 2 }),
      sum({ verdict: 'failed', code: '2001', operation: 'b', runs: 1 }),
    ]
    expect(reasonsOf(rows, () => meaning('same'))).toMatchObject([{ operation: null, runs: 3 }])
    expect(reasonsOf(rows, (_, operation) => meaning(operation))).toMatchObject([
      { operation: 'a', runs: 2 },
      { operation: 'b', runs: 1 },
    ])
  })
  test('without a code, or with one that nobody knows, say so', () => {
    expect(
      reasonsOf(
        [sum({ verdict: 'unreachable', code: '' }), sum({ verdict: 'refused', code: 'X-9' })],
        unknown,
      ),
    ).toMatchObject([
      { code: 'X-9', meaning: null },
      { code: null, verdict: 'unreachable', meaning: null },
    ])
  })
})

describe('figures', () => {
  const buckets = [
    { from: 0, to: 10 },
    { from: 10, to: 30 },
    { from: 30, to: 50 },
    { from: 50, to: 55 },
  ]
  /** Of so many steps, each with its blocks. */
  const figures = (
    steps: readonly Partial<Block>[][],
    isWanted: Parameters<typeof collecting>[0] = () => true,
  ) => {
    const report = collecting(isWanted)
    for (const blocks of steps) {
      for (const block of blocks) report.add({ sums: [], times: [], ...block })
      report.endStep()
    }
    return figuresOf(report.collected, buckets, unknown)
  }
  const timed = (operation: string, ms: number): Partial<Block> => {
    const { environmentId, kind, system, appKey, origin } = sum()
    const pairs = Uint32Array.of(binOf(ms), 1)
    return {
      sums: [sum({ operation })],
      times: [{ environmentId, kind, system, operation, appKey, origin, measure: 'answer', pairs }],
    }
  }
  test('put each block into its step', () => {
    const one = { sums: [sum()] }
    const { series, totals } = figures([[one, one], [one, one], [one], [one]])
    expect(series.map(({ runs }) => runs)).toEqual([2, 2, 1, 1])
    expect(series[0]?.amounts).toMatchObject([{ paidCents: 200 }])
    expect(totals.runs).toBe(6)
  })
  test('time each operation and step, and all of them together', () => {
    const found = figures([[timed('a', 10)], [timed('a', 30)], [], [timed('b', 20)]])
    expect(found.timings.answer).toMatchObject({ runs: 3, p50: 20, p99: 30 })
    expect(found.operations.map(({ timings }) => timings.answer.p99)).toEqual([30, 20])
    expect(found.series.map(({ timings }) => timings.answer.p50)).toEqual([10, 30, null, 20])
  })
  test('leave out what is not wanted, sums and times', () => {
    const found = figures(
      [[timed('a', 10), timed('b', 20)], [], [], []],
      ({ operation }) => operation === 'b',
    )
    expect(found.totals.runs).toBe(1)
    expect(found.timings.answer).toMatchObject({ runs: 1, p50: 20 })
  })
  test('of an empty period are zeros and nothing else', () => {
    const found = figures([[], [], [], []])
    expect(found).toMatchObject({ kinds: [], amounts: [], verdicts: [], reasons: [], operations: [] })
    expect(found.totals).toMatchObject({ runs: 0, successRate: null })
    expect(found.series).toHaveLength(4)
    expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/)
  })
})

describe('a difference', () => {
  test.each([
    [12, 10, '2 more (20 %)'],
    [10, 12, '2 less (17 %)'],
    [10, 10, 'the same'],
    [0, 0, 'the same'],
    [5, 0, '5 more, none before'],
    [0, 5, '5 less (100 %)'],
    [1_001_000, 1_000_000, '1,000 more (less than 1 %)'],
    [null, 5, 'nothing now'],
    [5, null, 'nothing before'],
    [null, null, 'nothing to compare'],
  ])('of %s and %s is %s', (now, before, text) => {
    expect(differenceText(differenceOf(now, before))).toBe(text)
  })
  test.each([
    [0.8, 0.75, '5.0 points more'],
    [0.75, 0.8, '5.0 points less'],
    [0.8, 0.8, 'the same'],
    [0.8, null, 'nothing before'],
  ])('of rates %s and %s is %s', (now, before, text) => {
    expect(rateDifferenceText(differenceOf(now, before))).toBe(text)
  })
})
