import { describe, expect, test } from 'vitest'
import { type Asked, agreementOf, askedIn, isSamePhone } from './agreement'

const repeats = { amount: 'Amount', phone: 'PhoneNumber', party: 'PartyB' }
const asked: Asked = { amountsCents: [1000], phones: ['254708374149'], parties: ['174379'], receipts: [] }
const run = { keys: [{ kind: 'checkout-id', value: 'ws_CO_1' }], asked }
const said = (
  facts: object,
  keys: { kind: 'checkout-id' | 'receipt' | 'conversation-id'; value: string }[] = [],
) => agreementOf({ keys, facts }, repeats, run)

describe('a message is held against its run', () => {
  test('and agrees where all that both say is the same', () => {
    expect(
      said({ amountCents: 1000, msisdn: '0708374149' }, [{ kind: 'checkout-id', value: 'ws_CO_1 ' }]),
    ).toEqual({
      kind: 'agrees',
    })
  })

  test.each([
    [{ amountCents: 100, currency: 'KES' }, [], 'Amount', 'KES 10.00', 'KES 1.00'],
    [{ msisdn: '254711000000' }, [], 'PhoneNumber', '254708374149', '254711000000'],
    [{ msisdn: '2547 ***** 150' }, [], 'PhoneNumber', '254708374149', '2547 ***** 150'],
    [{ shortcode: '600999' }, [], 'PartyB', '174379', '600999'],
    [{}, [{ kind: 'checkout-id' as const, value: 'ws_CO_2' }], 'checkout-id', 'ws_CO_1', 'ws_CO_2'],
  ])('and differs in one field: %j %j', (facts, keys, field, expected, got) => {
    const agreement = said(facts, keys)
    expect(agreement).toMatchObject({ kind: 'contradicts', field, got })
    expect(agreement).toMatchObject({ expected: expect.stringContaining(expected.replace('KES ', '')) })
  })

  test.each([
    [{}, []],
    [{ msisdn: 'a3f1c0d47be29865d0c4b7a918e3f26057cb49dd0e8a71f36b52c8e94d07af1b' }, []],
    [{}, [{ kind: 'receipt' as const, value: 'UKK4T9W2QX' }]],
    [{}, [{ kind: 'conversation-id' as const, value: 'AG_1' }]],
  ])('and has nothing to check: %j %j', (facts, keys) => {
    expect(said(facts, keys)).toEqual({ kind: 'nothing-to-check' })
  })

  test('and a party that a request names in several fields is told once', () => {
    const twice = { ...run, asked: { ...asked, phones: ['254708374149', '254708374149', '0711000000'] } }
    expect(agreementOf({ keys: [], facts: { msisdn: '254722000111' } }, repeats, twice)).toMatchObject({
      expected: '254708374149, 0711000000',
    })
  })

  test.each(['1e+30', 'KES 10', 'ten', '…'])(
    'and an amount that is none is another one: %s',
    (amountUnread) => {
      expect(said({ amountUnread })).toEqual({
        kind: 'contradicts',
        field: 'Amount',
        expected: '10.00',
        got: amountUnread,
      })
    },
  )

  test('and the payment that it speaks of is the one that was asked about, in whatever capitals', () => {
    const about = (receipt: string) =>
      agreementOf({ keys: [], facts: { about: { name: 'ReceiptNo', receipt } } }, undefined, {
        ...run,
        asked: { ...asked, receipts: ['UKR2C8M4TW'] },
      })
    expect(about('ukr2c8m4tw ')).toEqual({ kind: 'agrees' })
    expect(about('UKR2C8M4TX')).toEqual({
      kind: 'contradicts',
      field: 'ReceiptNo',
      expected: 'UKR2C8M4TW',
      got: 'UKR2C8M4TX',
    })
  })

  test('by what its kind repeats only', () => {
    expect(agreementOf({ keys: [], facts: { amountCents: 5 } }, { phone: 'MSISDN' }, run)).toEqual({
      kind: 'nothing-to-check',
    })
  })
})

test.each([
  ['254708374149', '0708374149', true],
  ['254708374149', '+254 708 374 149', true],
  ['254708374149', '2547 ***** 149', true],
  ['0708374149', '254******149', true],
  ['254708374149', '2547••••4149', true],
  ['254708374149', '708374140', false],
  ['254708374149', '2547 ***** 140', false],
  ['26658123456', '58123456', true],
])('%s and %s are one phone: %s', (a, b, isOne) => {
  expect(isSamePhone(a, b)).toBe(isOne)
})

test('what was asked for is read by the kinds of the fields, in every form of an amount', () => {
  const field = (name: string, kind: 'amount' | 'msisdn' | 'shortcode') => ({
    name,
    kind,
    type: 'string' as const,
    required: true,
    help: '',
    example: '',
    sources: ['x'],
  })
  const fields = [field('Amount', 'amount'), field('PartyA', 'msisdn'), field('PartyB', 'shortcode')]
  expect(
    askedIn({ fields, body: 'object' }, { Amount: '10.00 ', PartyA: 254708374149, PartyB: ' 174379' }),
  ).toEqual({
    amountsCents: [1000],
    phones: ['254708374149'],
    parties: ['174379'],
    receipts: [],
  })
  expect(askedIn({ fields, body: 'array' }, { Amount: 10 }).amountsCents).toEqual([])
})
