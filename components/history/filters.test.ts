import { describe, expect, test } from 'vitest'
import { readAddress, searchOf, unsaidOf } from '@/components/address/address'
import type { RunSummary } from '@/lib/workspace/views'
import { filterNames, fits, isFiltered, requestOf } from './filters'

const noFilters = unsaidOf(filterNames)
const read = (search: string) => readAddress(filterNames, new URLSearchParams(search))

const run: RunSummary = {
  id: '01K',
  system: 'daraja',
  operation: 'daraja.stk-push',
  operationTitle: 'M-Pesa Express',
  systemTitle: 'Daraja',
  environment: { id: 'e1', name: 'Local sandbox', kind: 'local' },
  sentBy: 'Wanjiru',
  origin: 'form',
  createdAt: new Date('2026-11-20T10:00:00').getTime(),
  verdict: 'paid',
  decidedBy: 'message',
  code: '0',
  description: null,
  receipt: 'UKK4T9W2QX',
  amountCents: 100,
  currency: 'KES',
  msisdn: '254700000000',
  reference: 'INV-1',
  answerStatus: 200,
  answerMs: 41,
  appKey: 'aaaa',
  callbackCount: 1,
}

test('filters travel through the address', () => {
  const exact = { ...noFilters, from: '1795122000000', to: '1795208399999', code: '-', appKey: 'aaaa' }
  expect(read(searchOf(filterNames, exact))).toEqual(exact)
  expect(requestOf(exact)).toEqual({ from: 1795122000000, to: 1795208399999, code: '-', appKey: 'aaaa' })
})

test('what an address says amiss is no filter', () => {
  expect(read('verdict=rich&from=yesterday&kind=real&outcome=good')).toEqual(noFilters)
  expect(isFiltered(noFilters)).toBe(false)
})

test('a day is asked for from its first to its last millisecond', () => {
  const { from = 0, to = 0 } = requestOf({ ...noFilters, from: '2026-11-20', to: '2026-11-20' })
  expect(to - from).toBe(24 * 3600 * 1000 - 1)
})

describe('a run that was just announced', () => {
  test.each([
    [{}, true],
    [{ q: 'ukk4' }, true],
    [{ q: 'somebody else' }, false],
    [{ operation: 'daraja.b2c-v3' }, false],
    [{ environment: 'e1', verdict: 'paid' as const }, true],
    [{ verdict: 'failed' as const }, false],
    [{ to: '2026-11-19' }, false],
    [{ outcome: 'succeeded' as const }, true],
    [{ outcome: 'final' as const, kind: 'local' as const, system: 'daraja' }, true],
    [{ outcome: 'unsuccessful' as const }, false],
    [{ code: '0', appKey: 'aaaa' }, true],
    [{ code: '-' }, false],
    [{ code: '1' }, false],
    [{ appKey: 'bbbb' }, false],
    [{ kind: 'production' as const }, false],
    [{ system: 'g2' }, false],
    [{ from: String(run.createdAt), to: String(run.createdAt) }, true],
    [{ from: String(run.createdAt + 1) }, false],
  ])('fits %j: %s', (some, expected) => {
    expect(fits(run, { ...noFilters, ...some })).toBe(expected)
  })
})
