import { describe, expect, test } from 'vitest'
import { readCallback } from './callback'

const read = (body: unknown, path = '/hook/local') =>
  readCallback({
    method: 'POST',
    path,
    query: '',
    headers: [],
    body: Buffer.from(JSON.stringify(body)),
    remoteAddress: '',
  })

const result = (over: Record<string, unknown> = {}) => ({
  ResultType: 0,
  ResultCode: 2001,
  ResultDesc: 'The initiator information is invalid.',
  OriginatorConversationID: '5512-88-1',
  ConversationID: 'AG_20260112_0a1b',
  TransactionID: 'UAC0000000',
  ...over,
})
const sent = {
  ResultCode: 0,
  ResultDesc: 'The service request is processed successfully.',
  TransactionID: 'UAK519G2QX',
}

describe('a stand-in is no receipt', () => {
  test.each(['UAC0000000', '0000000000', 'TK61000000', 'UA61000000', 'SLU2000000'])('%s', (TransactionID) => {
    const meaning = read({ Result: result({ TransactionID }) })
    expect(meaning?.facts.receipt).toBeUndefined()
    expect(meaning?.keys.map(({ kind }) => kind)).not.toContain('receipt')
  })

  test.each(['UKK4T9W2QX', 'UK10000001', 'NLJ7RT61SV'])('%s is one', (TransactionID) => {
    expect(read({ Result: result({ TransactionID }) })?.facts.receipt).toBe(TransactionID)
  })
})

describe('without its wrapper', () => {
  test('a result is one, joined by its ids', () => {
    expect(read(result())).toMatchObject({
      kind: 'result',
      sentence: 'Failed: The initiator information is invalid (2001).',
      keys: expect.arrayContaining([{ kind: 'conversation-id', value: 'AG_20260112_0a1b' }]),
    })
  })

  test('a prompt’s result is one', () => {
    const content = {
      MerchantRequestID: '1',
      CheckoutRequestID: 'ws_CO_1',
      ResultCode: 1032,
      ResultDesc: 'x',
    }
    expect(read(content)?.kind).toBe('stk-result')
  })

  test.each([
    ['the answer to a query', { ResponseCode: '0', CheckoutRequestID: 'ws_CO_1', ResultCode: '1032' }],
    ['an acknowledgement', { ResponseCode: '0', ConversationID: 'AG_1', ResponseDescription: 'Accepted' }],
    ['our own answer', { ResultCode: 0, ResultDesc: 'Accepted' }],
  ])('%s is none', (_, body) => {
    expect(read(body)).toBeUndefined()
  })
})

describe('on the time-out address', () => {
  const at = (over: Record<string, unknown>) => read({ Result: result(over) }, '/hook/local/payouts/timeout')

  test('a success is a success', () => {
    expect(at(sent)).toMatchObject({ kind: 'result', outcome: 'success' })
  })

  test('and it is said how it came, which another address leaves nothing to say of', () => {
    expect(at(sent)?.remark).toContain('address for queue time-outs')
    expect(read({ Result: result(sent) }, '/hook/local/result')).not.toHaveProperty('remark')
    expect(at({ ResultCode: undefined, ResultDesc: undefined })).not.toHaveProperty('remark')
  })

  test('a failure in known words is a failure', () => {
    expect(at({})).toMatchObject({ kind: 'result', outcome: 'failure' })
  })

  test.each([
    { ResultCode: 1, ResultDesc: 'The request timed out in the queue.' },
    { ResultCode: 1, ResultDesc: 'Something that no source knows' },
    { ResultCode: undefined, ResultDesc: undefined },
  ])('the rest leaves the outcome open: %j', (over) => {
    expect(at(over)).toMatchObject({ kind: 'queue-timeout', outcome: 'timeout' })
  })
})

describe('a hash in place of the number', () => {
  const half = '0f1e2d3c4b5a69788796a5b4c3d2e1f0'
  const paid = (MSISDN: string) =>
    read(
      {
        TransactionType: 'Customer Merchant Payment',
        TransID: 'UAM3J225D1',
        TransTime: '20260122205801',
        TransAmount: '1720.00',
        BusinessShortCode: '100373',
        BillRefNumber: '',
        OrgAccountBalance: '1',
        MSISDN,
        FirstName: 'ASHA',
      },
      '/hook/local/confirmation',
    )

  test.each([`${half}${half}`, `${half}0f ***** ${half}f1`, `${half}*****${half}`])('%s', (msisdn) => {
    const meaning = paid(msisdn)
    expect(meaning?.sentence).toBe('Paid KES 1,720.00 by ASHA to 100373. Receipt UAM3J225D1.')
    expect(meaning?.facts.msisdn).toBeUndefined()
  })

  test.each(['254708374149', '254 ***** 149', '2547*****149'])('%s is a number', (msisdn) => {
    expect(paid(msisdn)?.facts.msisdn).toBe(msisdn)
  })
})
