import { describe, expect, test } from 'vitest'
import { type Candidate, likenessOf, matchRows, type Wording } from './match'

const candidate = (
  id: string,
  [group, sheet, row]: [string, string, number],
  title: string,
  expected: string,
): Candidate => ({
  id,
  group,
  sheet,
  row,
  subject: 'Functionality tests',
  title,
  objective: '',
  expected,
})

const push = (row: number): [string, string, number] => ['stk-push', 'STK Push request', row]
const candidates: Candidate[] = [
  candidate('token', push(4), 'Token with the right consumer key and secret', 'HTTP 200 with access_token'),
  candidate('no-token', push(5), 'Token with a wrong consumer key or secret', 'The call is refused'),
  candidate('shortcode', push(8), 'Wrong short code', 'Refused with an error about BusinessShortCode.'),
  candidate('password', push(9), 'Wrong password', 'Refused with an error about the credentials.'),
  candidate('short', push(15), 'AccountReference under 200 characters', 'Accepted.'),
  candidate('long', push(16), 'AccountReference over 200 characters', 'Refused with an error about it.'),
  candidate('pin', push(23), 'Right PIN on the phone', 'The payment completes; the callback says 0.'),
  candidate('wrong-pin', push(24), 'Wrong PIN on the phone', 'The callback reports the failure.'),
  candidate('phone', push(12), 'Invalid phone number', 'Refused with an error about PhoneNumber.'),
  candidate(
    'other-phone',
    ['identity', 'Check Identity', 11],
    'Invalid phone number',
    'Refused with an error about PhoneNumber.',
  ),
  candidate('other-token', ['b2c', 'B2C', 4], 'Token with the right consumer key and secret', 'HTTP 200'),
]

const row = (title: string, more: Partial<Wording> = {}): Wording => ({
  sheet: 'Sheet1',
  row: 40,
  subject: '',
  title,
  objective: '',
  expected: '',
  ...more,
})
const idsOf = (rows: Wording[]) => matchRows(rows, candidates).map(({ id }) => id)

describe('rows of a workbook find their cases', () => {
  test('in other words, and not the opposite one', () => {
    expect(
      idsOf([
        row('STK push with an incorrect Business Shortcode'),
        row('Account reference longer than 200 chars'),
        row('Account reference with less than 200 characters'),
        row('Customer enters incorrect PIN', { expected: 'Payment fails' }),
        row('Customer enters correct PIN', { expected: 'Payment successful' }),
        row('Access token with invalid consumer key'),
      ]),
    ).toEqual(['shortcode', 'long', 'short', 'wrong-pin', 'pin', 'no-token'])
  })

  test('by the company they keep where two cases have the same words', () => {
    expect(idsOf([row('Wrong password'), row('Wrong PIN on phone'), row('Invalid MSISDN')])[2]).toBe('phone')
  })

  test('by tab and row where the words hardly tell', () => {
    const [found] = matchRows(
      [row('Generate token, valid keys', { sheet: 'stk_push_request (2)', row: 4 })],
      candidates,
    )
    expect(found).toMatchObject({ id: 'token', because: 'Same tab and row; both say token, right.' })
    expect(idsOf([row('Generate token, valid keys', { sheet: 'B2C', row: 9 })])).toEqual(['other-token'])
  })

  test('by OAuth where the case says token, right and wrong', () => {
    const rows = [4, 5].map((at) =>
      row('Log on by Oauth', {
        sheet: 'STK Push request',
        row: at,
        subject: 'Authentication',
        objective: `The partner hashes ${at === 4 ? 'its' : 'another'} consumerkey:consumersecret and is ${at === 4 ? '' : 'not '}let in`,
        expected: at === 4 ? 'Authentication is successful' : 'Authentication is unsuccessful',
      }),
    )
    expect(idsOf(rows)).toEqual(['token', 'no-token'])
  })

  test('and a qualifier alone is no word in common', () => {
    expect(
      idsOf([row('Delivery over the weekend'), row('Wrong colour'), row('Success'), row('Anything valid')]),
    ).toEqual([undefined, undefined, undefined, undefined])
  })

  test('each case once, the same way every time, and none by force', () => {
    const rows = [row('Wrong password'), row('Wrong password'), row('Wallet colour is blue'), row('')]
    expect(idsOf(rows)).toEqual(['password', undefined, undefined, undefined])
    expect(matchRows(rows, candidates)).toEqual(matchRows(rows, candidates))
  })

  test('the wording of the case itself is a whole match', () => {
    const same = candidates[2] as Candidate
    expect(likenessOf({ ...same }, 'shortcode', candidates)).toBe(1)
    expect(likenessOf(row('Wallet colour'), 'shortcode', candidates)).toBe(0)
  })
})
