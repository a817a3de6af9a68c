import { describe, expect, test } from 'vitest'
import { readMoment } from './read-moment'

const expected = Date.UTC(2026, 10, 20, 6, 15, 30)

describe('a moment is read', () => {
  test.each([
    ['as fourteen digits of Nairobi time', '20261120091530'],
    ['with spaces around it', ' 20261120091530 '],
    ['as a date and a time', '2026-11-20 09:15:30'],
    ['with a T between', '2026-11-20T09:15:30'],
    ['as B2C writes it', '20.11.2026 09:15:30'],
    ['as UTC', '2026-11-20T06:15:30Z'],
    ['with milliseconds', '2026-11-20T06:15:30.000Z'],
    ['with an offset', '2026-11-20T09:15:30+03:00'],
    ['as epoch seconds', String(expected / 1000)],
    ['as epoch milliseconds', String(expected)],
  ])('%s', (_, typed) => expect(readMoment(typed)).toBe(expected))

  test('a date alone is its first moment in Nairobi', () => {
    expect(readMoment('2026-11-20')).toBe(Date.UTC(2026, 10, 19, 21))
  })
})

describe('what is no moment', () => {
  test.each(['', 'now', '20261320091530', '20260230091530', '2026-11-20 25:00:00', '123', '2026/11/20'])(
    'reads as nothing: %j',
    (typed) => expect(readMoment(typed)).toBeUndefined(),
  )
})
