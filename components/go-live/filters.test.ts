import { describe, expect, test } from 'vitest'
import { type CaseFilters, filtersIn, fits, groupCases, isPlayable, noFilters, withQuery } from './filters'
import { aCase, someEvidence } from './sample'

describe('filters of the address', () => {
  test('are read, and what is unknown is no limit', () => {
    expect(filtersIn(new URLSearchParams('q=wrong&api=b2c&state=conflict&kind=negative'))).toEqual({
      q: 'wrong',
      api: 'b2c',
      state: 'conflict',
      kind: 'negative',
    })
    expect(filtersIn(new URLSearchParams('state=nonsense&kind=x'))).toEqual(noFilters)
  })
  test('are changed without losing what else it says', () => {
    const query = new URLSearchParams('case=a&q=old&state=fail')
    expect(withQuery(query, { q: 'new', state: '' }).toString()).toBe('case=a&q=new')
    expect(withQuery(query, { case: null }).toString()).toBe('q=old&state=fail')
  })
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
