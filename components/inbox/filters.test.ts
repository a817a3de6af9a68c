import { expect, test } from 'vitest'
import { apiQuery, filtersIn, noFilters, searchOf, withFilters } from './filters'

test('filters survive the way into the address and back', () => {
  const filters = { ...noFilters, q: 'a&b', code: '1032', from: '2026-01-31T14:05' }
  expect(filtersIn(withFilters(new URLSearchParams('c=7'), filters))).toEqual(filters)
})

test('setting filters keeps the selected callback and drops what is empty', () => {
  const query = withFilters(new URLSearchParams('c=7&q=old&code=1'), { q: '', code: '0' })
  expect(query.toString()).toBe('c=7&code=0')
})

test('times go out as instants, the last minute whole', () => {
  const query = new URLSearchParams(
    apiQuery({ ...noFilters, from: '2026-01-31T14:05Z', to: '2026-01-31T14:05Z' }, { before: 9, limit: 50 }),
  )
  expect([query.get('from'), query.get('to'), query.get('before'), query.get('limit')]).toEqual([
    '1769868300000',
    '1769868359999',
    '9',
    '50',
  ])
})

test('a time that is no time does not narrow anything', () => {
  expect(apiQuery({ ...noFilters, from: 'soon' }, { limit: 1 })).toBe('view=summary&limit=1')
})

test.each([
  ['254700000000', { q: '', msisdn: '254700000000' }],
  ['+254 700 000 000', { q: '', msisdn: '254700000000' }],
  [' ws_CO_1 ', { q: 'ws_CO_1', msisdn: '' }],
  ['0700', { q: '0700', msisdn: '' }],
])('typing %s searches %o', (typed, expected) => expect(searchOf(typed)).toEqual(expected))
