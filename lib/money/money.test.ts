import { expect, test } from 'vitest'
import { centsOf, formatMoney } from '.'

test.each([
  [1, 100],
  ['150', 15000],
  ['150.00', 15000],
  ['1,500.5', 150050],
  ['0.005', 1],
  ['-310', -31000],
  [9125.4, 912540],
  ['', undefined],
  ['1e5', undefined],
  ['KES 5', undefined],
  [Number.NaN, undefined],
  [null, undefined],
  ['99999999999999999', undefined],
])('%j is %j cents', (value, cents) => expect(centsOf(value)).toBe(cents))

test.each([
  [100, 'KES 1.00'],
  [123456789, 'KES 1,234,567.89'],
  [-31000, 'KES -310.00'],
  [5, 'KES 0.05'],
])('%j cents read as %s', (cents, text) => expect(formatMoney(cents, 'KES')).toBe(text))
