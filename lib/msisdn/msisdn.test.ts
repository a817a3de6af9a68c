import { describe, expect, test } from 'vitest'
import { markets, maskMsisdn, maskPhonesIn, maskPhonesInJson, parseMsisdn } from '.'

describe('a typed number becomes a whole one', () => {
  test.each([
    ['0708374149', '254708374149'],
    ['+254 708 374 149', '254708374149'],
    ['00254708374149', '254708374149'],
    ['708374149', '254708374149'],
    ['0110 123 456', '254110123456'],
    ['254208374149', undefined],
    ['12', undefined],
    ['tel:0708374149', undefined],
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
