import { describe, expect, test } from 'vitest'
import { darajaCodes } from '@/lib/catalogue/daraja'
import type { Json } from '@/lib/catalogue/types'
import { resultEndings, stkEndings } from '@/lib/systems/kenya/codes'
import { emulator, operatorBody } from '@/tests/emulator'

const phoneThatEndsWith = (code: string) => `25470000${code.padStart(4, '0')}`

/** Every wording that the catalogue has of a code in this place. */
const wordings = (code: string, where: 'stk-result' | 'result') =>
  darajaCodes
    .filter((row) => row.code === code && row.where === where)
    .flatMap(({ message, said = {} }) => [...message.split(' / '), ...Object.values(said)])

const memberOf = (body: Json | undefined, ...path: string[]): Json | undefined =>
  path.reduce<Json | undefined>(
    (at, name) => (typeof at === 'object' && at !== null && !Array.isArray(at) ? at[name] : undefined),
    body,
  )

/** A prompt that ends so: what the callback says, and what the query says after it. */
const endOfPrompt = (code: string) => {
  const sandbox = emulator()
  const push = sandbox.send(
    '/mpesa/stkpush/v1/processrequest',
    sandbox.stkBody({ PhoneNumber: phoneThatEndsWith(code) }),
  )
  const [sent] = sandbox.run(120_000)
  const { BusinessShortCode = '', Password = '', Timestamp = '' } = sandbox.stkBody()
  const query = sandbox.send('/mpesa/stkpushquery/v1/query', {
    BusinessShortCode,
    Password,
    Timestamp,
    CheckoutRequestID: memberOf(push.json, 'CheckoutRequestID') ?? '',
  })
  return {
    callback: memberOf(sent?.body, 'Body', 'stkCallback', 'ResultDesc'),
    query: memberOf(query.json, 'ResultDesc'),
  }
}

const resultOfPayout = (code: string) => {
  const sandbox = emulator()
  const { Initiator: _, ...body } = operatorBody()
  sandbox.send('/mpesa/b2c/v3/paymentrequest', {
    ...body,
    OriginatorConversationID: 'own-1',
    InitiatorName: 'testapi',
    CommandID: 'BusinessPayment',
    Amount: '150',
    PartyA: '600000',
    PartyB: phoneThatEndsWith(code),
  })
  return memberOf(sandbox.run()[0]?.body, 'Result', 'ResultDesc')
}

describe('a prompt that ends with a code of the catalogue', () => {
  test.each([...stkEndings.keys()])('says what the catalogue says of %s', (code) => {
    const { callback, query } = endOfPrompt(code)
    expect(wordings(code, 'stk-result')).toContain(callback)
    expect(wordings(code, 'stk-result')).toContain(query)
  })

  test.each([
    ['1032', 'Request Cancelled by user.', 'Request cancelled by user'],
    ['1037', 'No response from user.', 'DS timeout user cannot be reached.'],
  ])('%s is worded by the callback in one way and by the query in another', (code, callback, query) => {
    expect(endOfPrompt(code)).toEqual({ callback, query })
  })

  test('is none of those that only a query says, or whose words nobody knows', () => {
    expect([...stkEndings.keys()]).not.toContain('4999')
    expect([...stkEndings.keys()]).not.toContain('3007')
  })
})

describe('a payout that ends with a code of the catalogue', () => {
  test.each([...resultEndings.keys()])('says what the catalogue says of %s', (code) => {
    expect(wordings(code, 'result')).toContain(resultOfPayout(code))
  })

  test.each([
    ['17', 'System internal error.'],
    ['21', 'The initiator is not allowed to initiate this request'],
    ['25', 'The format of parameter null is invalid.'],
    ['2001', 'The initiator information is invalid.'],
  ])('words %s as its own kind of call is documented, not as another product', (code, words) => {
    expect(resultOfPayout(code)).toBe(words)
  })

  test('is none of a product whose calls end otherwise', () => {
    for (const code of ['1050', '6001', '4001']) expect([...resultEndings.keys()]).not.toContain(code)
  })
})

test('a receiver that does not exist is worded as the portal words it', () => {
  const sandbox = emulator()
  sandbox.send('/mpesa/b2b/v1/paymentrequest', {
    ...operatorBody(),
    CommandID: 'BusinessPayBill',
    SenderIdentifierType: '4',
    RecieverIdentifierType: '4',
    Amount: '150',
    PartyA: '600000',
    PartyB: '655555',
    AccountReference: 'ACC-1',
    Occassion: '',
  })
  expect(memberOf(sandbox.run()[0]?.body, 'Result')).toMatchObject({
    ResultCode: 'SFC_IC0003',
    ResultDesc: 'The operator does not exist.',
  })
})
