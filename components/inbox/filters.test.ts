import { expect, test } from 'vitest'
import { readAddress, searchOf, unsaidOf } from '@/components/address/address'
import { apiQuery, filterNames, inboxNames, isFiltered, searchFor } from './filters'

const noFilters = unsaidOf(filterNames)

test('an address opens the inbox as the sender saw it', () => {
  const values = { ...noFilters, q: 'a&b', code: '1032', from: '2026-01-31T14:05', c: '7' }
  expect(readAddress(inboxNames, new URLSearchParams(searchOf(inboxNames, values)))).toEqual(values)
  expect([isFiltered(values), isFiltered(noFilters)]).toEqual([true, false])
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
  ['tel:+254(0)700000000', { q: '', msisdn: '254700000000' }],
  ['+258 84 333 0333', { q: '', msisdn: '258843330333' }],
  [' ws_CO_1 ', { q: 'ws_CO_1', msisdn: '' }],
  ['0700', { q: '0700', msisdn: '' }],
])('typing %s searches %o', (typed, expected) => expect(searchFor(typed)).toEqual(expected))
