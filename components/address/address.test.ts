import { describe, expect, test } from 'vitest'
import {
  anyText,
  choiceOf,
  isSaid,
  oneOf,
  readAddress,
  searchOf,
  searchOfPage,
  searchWith,
  textThat,
  unsaidOf,
} from './address'

const names = {
  q: anyText,
  state: oneOf(['open', 'done']),
  tab: choiceOf(['cases', 'export'], 'cases'),
  day: textThat((text) => /^\d{4}-\d\d-\d\d$/.test(text)),
}
const nothing = { q: '', state: '', tab: 'cases', day: '' }

describe('an address is read', () => {
  test.each([
    ['', nothing],
    [
      'q=a%26b&state=open&tab=export&day=2026-11-20',
      { q: 'a&b', state: 'open', tab: 'export', day: '2026-11-20' },
    ],
    ['state=shut&tab=none&day=tomorrow', nothing],
    ['other=1', nothing],
  ])('%s', (search, values) => expect(readAddress(names, new URLSearchParams(search))).toEqual(values))

  test('of a page, where the last of two values counts', () => {
    const search = searchOfPage({ q: ['old', 'new'], state: 'done', gone: undefined })
    expect(readAddress(names, search)).toEqual({ ...nothing, q: 'new', state: 'done' })
  })
})

describe('an address is written', () => {
  test.each([
    ['', { q: 'pay me' }, '?q=pay+me'],
    ['q=old&state=open&c=7', { q: 'new' }, '?q=new&state=open&c=7'],
    ['q=old&state=open&c=7', { q: '', state: '' }, '?c=7'],
    ['tab=export', { tab: 'cases' }, ''],
    ['q=old', { q: undefined }, '?q=old'],
  ] as const)('%s with %j', (search, change, expected) =>
    expect(searchWith(names, new URLSearchParams(search), change)).toBe(expected),
  )

  test('and read again it says the same', () => {
    const values = { q: 'UKK4 T9 & co', state: 'done', tab: 'export', day: '2026-11-20' } as const
    expect(readAddress(names, new URLSearchParams(searchOf(names, values)))).toEqual(values)
    expect(searchOf(names, unsaidOf(names))).toBe('')
  })
})

test('what is usual is not said', () => {
  expect(isSaid(names, unsaidOf(names))).toBe(false)
  expect(isSaid(names, { ...unsaidOf(names), tab: 'export' })).toBe(true)
  expect(isSaid(names, { ...unsaidOf(names), tab: 'export' }, ['q', 'state'])).toBe(false)
})
