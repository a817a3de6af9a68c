import { describe, expect, test } from 'vitest'
import { readAddress, unsaidOf } from '@/components/address/address'
import { aCase, someEvidence } from '@/tests/go-live-views'
import { type CaseFilters, filterNames, fits, groupCases, isPlayable, sheetNames } from './filters'

const noFilters = unsaidOf(filterNames)

test('an address opens a sheet as the sender saw it, and what is unknown is no limit', () => {
  const read = (search: string) => readAddress(sheetNames, new URLSearchParams(search))
  expect(read('q=wrong&api=b2c&state=conflict&kind=negative&tab=export&case=b2c-1')).toEqual({
    q: 'wrong',
    api: 'b2c',
    state: 'conflict',
    kind: 'negative',
    tab: 'export',
    case: 'b2c-1',
  })
  expect(read('state=nonsense&kind=x&tab=y')).toEqual({ ...noFilters, tab: 'cases', case: '' })
})

describe('a case fits', () => {
  const each = aCase({ evidence: [someEvidence({ sentence: 'Refused with 400.002.02', runIds: ['01ABC'] })] })
  test.each<[Partial<CaseFilters>, boolean]>([
    [{}, true],
    [{ q: 'PAY  customer' }, true],
    [{ q: 'pay nobody' }, false],
    [{ q: '400.002.02' }, true],
    [{ q: '01abc' }, true],
    [{ api: 'c2b' }, false],
    [{ kind: 'negative' }, false],
    [{ state: 'empty' }, true],
    [{ state: 'success' }, false],
    [{ state: 'playable' }, true],
  ])('%j: %s', (filters, expected) => expect(fits(each, { ...noFilters, ...filters })).toBe(expected))
  test('for and against, by a person', () => {
    expect(fits(aCase({ isConflicting: true }), { ...noFilters, state: 'conflict' })).toBe(true)
    expect(fits(aCase({ decidedBy: 'person' }), { ...noFilters, state: 'person' })).toBe(true)
  })
})

test('only empty cases that software can do are run', () => {
  expect(isPlayable(aCase())).toBe(true)
  expect(isPlayable(aCase({ state: 'success' }))).toBe(false)
  expect(isPlayable(aCase({ play: { isPossible: false, why: 'a person' } }))).toBe(false)
})

test('cases are grouped by API in their order', () => {
  const cases = [aCase({ id: '1' }), aCase({ id: '2', api: 'c2b', apiTitle: 'C2B' }), aCase({ id: '3' })]
  expect(groupCases(cases).map(({ api, cases }) => [api, cases.map(({ id }) => id)])).toEqual([
    ['b2c', ['1', '3']],
    ['c2b', ['2']],
  ])
})
