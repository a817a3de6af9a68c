import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  markets,
  maskMsisdn,
  maskPhonesIn,
  maskPhonesInJson,
  parseAnyMsisdn,
  parseMsisdn,
  parseMsisdnLike,
  readPhone,
} from '.'
import { hashesOf, isHashLike } from './hashes'

describe('a typed number becomes a whole one', () => {
  test.each([
    ['0708374149', '254708374149'],
    ['+254 708 374 149', '254708374149'],
    ['00254708374149', '254708374149'],
    ['708374149', '254708374149'],
    ['0110 123 456', '254110123456'],
    ['254208374149', undefined],
    ['12', undefined],
    ['tel:0708374149', '254708374149'],
    ['tel:+254-708-374-149;ext=2', '254708374149'],
    ['+254 (0) 712 345 678', '254712345678'],
    ['254 0712 345 678', '254712345678'],
    ['00254 (0)712-345-678', '254712345678'],
    ['(+254) 712.345.678', '254712345678'],
    ['0254712345678', '254712345678'],
    ['\u202A+254 712 345 678\u202C', '254712345678'],
    ['\u200E0712\u00A0345\u202F678\u200B', '254712345678'],
    ['07\u00AD12\u2060345678\uFEFF', '254712345678'],
    ['０７１２３４５６７８', '254712345678'],
    ['＋２５４ ７１２ ３４５ ６７８', '254712345678'],
    ['٠٧١٢٣٤٥٦٧٨', '254712345678'],
    ['0712–345‑678', '254712345678'],
    ['0712/345/678', '254712345678'],
    ["'0712345678", '254712345678'],
    ['"0712345678",', '254712345678'],
    ['Phone: 0712 345 678', '254712345678'],
    ['https://wa.me/254712345678', '254712345678'],
    ['254712345678.0', '254712345678'],
    ['+712345678', undefined],
    ['+1 712 345 6789', undefined],
    ['2547****5678', undefined],
    ['0712 345 67', undefined],
    ['0712 345 6789', undefined],
    ['2.54712E+11', undefined],
    ['call me', undefined],
    ['', undefined],
  ])('%s', (typed, whole) => expect(parseMsisdn(typed, markets.kenya)).toBe(whole))
})

describe('every market has numbers of its own', () => {
  test.each([
    ['+258 84 333 0333', markets.mozambique, '258843330333'],
    ['843330333', markets.mozambique, '258843330333'],
    ['0712 345 678', markets.tanzania, '255712345678'],
    ['024 123 4567', markets.ghana, '233241234567'],
    ['5012 3456', markets.lesotho, '26650123456'],
    ['0812345678', markets.drc, '243812345678'],
    ['258843330333', markets.kenya, undefined],
  ])('%s', (typed, market, whole) => expect(parseMsisdn(typed, market)).toBe(whole))
})

describe('what is no number says why', () => {
  test.each([
    ['0712 345 67', 'It is too short: 9 digits follow 254.'],
    ['0712 345 6789', 'It is too long: 9 digits follow 254.'],
    ['0512 345 678', 'No mobile number of Kenya goes on with 51 after 254.'],
    ['+258 84 333 0333', 'It is a number of Mozambique, and one of Kenya is asked for.'],
    ['+1 712 345 6789', 'It is of another country: numbers of Kenya begin with +254.'],
    ['2.54712E+11', 'A spreadsheet has shortened it: format the column as text and copy it again.'],
    ['2547****5678', 'Some of its digits are masked.'],
    [
      '0f1e2d3c4b5a69788796a5b4c3d2e1f00f ***** 5a69788796a5b4c3d2e1f00f1',
      'It is a hash of a number: nobody can turn it back.',
    ],
    ['call me', 'It holds something other than digits.'],
  ])('%s', (typed, problem) => expect(readPhone(typed, markets.kenya)).toEqual({ problem }))
})

test('a number of any market is read by its country code', () => {
  expect(parseAnyMsisdn('+258 84 333 0333')).toBe('258843330333')
  expect(parseAnyMsisdn('+254 (0) 712 345 678')).toBe('254712345678')
  expect(parseAnyMsisdn('0712 345 678')).toBeUndefined()
  expect(parseAnyMsisdn('50123456')).toBeUndefined()
  expect(parseAnyMsisdn('ws_CO_1')).toBeUndefined()
  expect(parseMsisdnLike('0712 345 678', '254708374149')).toBe('254712345678')
  expect(parseMsisdnLike('0712 345 678', '255700000000')).toBe('255712345678')
})

test('a masked number keeps its first and last four digits', () => {
  expect(maskMsisdn('254708374149')).toBe('2547••••4149')
  expect(maskMsisdn('INV-1')).toBe('INV-1')
})

describe('phone numbers inside a text are masked', () => {
  test.each([
    ['Paid KES 1.00 by 254708374149 for INV-1.', 'Paid KES 1.00 by 2547••••4149 for INV-1.'],
    ['0708374149 and 0110123456', '07••••4149 and 01••••3456'],
    ['ws_CO_201120260915304708374149', 'ws_CO_2011202609153047••••4149'],
    ['20261120091547', '20261120091547'],
    ['600321', '600321'],
    ['258843330333 and 26650123456', '2588••••0333 and 266••••3456'],
  ])('%s', (text, masked) => expect(maskPhonesIn(text)).toBe(masked))

  test('and JSON stays JSON', () => {
    const masked = maskPhonesInJson('{"PhoneNumber":254708374149,"Name":"254708374149 - Asha"}')
    expect(JSON.parse(masked)).toEqual({ PhoneNumber: '2547••••4149', Name: '2547••••4149 - Asha' })
  })
})

describe('the hash of a number is told from others', () => {
  const of = (text: string) => createHash('sha256').update(text).digest('hex')
  test.each(['254712345678', '+254712345678', '0712345678', '712345678'])('as %s', (written) => {
    expect(hashesOf('254712345678')).toContain(of(written))
  })

  test('whole, or what a mask left of it', () => {
    const hash = of('254712345678')
    expect(isHashLike(hash.toUpperCase(), hash)).toBe(true)
    expect(isHashLike(`${hash.slice(0, 30)} ***** ${hash.slice(-25)}`, hash)).toBe(true)
    expect(isHashLike(of('254712345679'), hash)).toBe(false)
  })
})
