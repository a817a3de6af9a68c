import { describe, expect, test } from 'vitest'
import { checkCallbackUrl } from '@/lib/systems/daraja/callback-url'
import { account } from '@/lib/world/ledger'
import { emulator } from '@/tests/emulator'
import { answerPrompt } from '.'

const push = '/mpesa/stkpush/v1/processrequest'
const query = '/mpesa/stkpushquery/v1/query'
const paybill = account('kenya', '174379', 'utility')

const queryBody = (body: Record<string, unknown>, checkoutId: unknown) => ({
  BusinessShortCode: String(body.BusinessShortCode),
  Password: String(body.Password),
  Timestamp: String(body.Timestamp),
  CheckoutRequestID: String(checkoutId),
})

describe('a callback URL is judged as the checker judges it', () => {
  test.each([
    'https:my_shop.example.com/api/payments/',
    'https:/my-shop.example.com/api',
    ' https://my-shop.example.com/api/payments ',
    'https://my-shop.example.com/api\n',
    'https://my-shop.example.com/\u200Bapi',
  ])('%j', (CallBackURL) => {
    expect(checkCallbackUrl(CallBackURL).isAcceptable).toBe(false)
    const strict = emulator({ strictness: 'strict' })
    const refused = strict.send(push, strict.stkBody({ CallBackURL }))
    expect(refused.answer.status).toBe(400)
    expect(refused.json).toMatchObject({
      errorCode: '400.002.02',
      errorMessage: 'Bad Request - Invalid CallBackURL',
    })
    const lenient = emulator()
    const taken = lenient.send(push, lenient.stkBody({ CallBackURL }))
    expect(taken.answer.status).toBe(200)
    expect(taken.notes.join(' ')).toContain('CallBackURL: ')
  })
})

test.each([
  ['https://shop.example.com/mpesa/callback', '“mpesa”'],
  ['https://10.0.0.8/callback', 'not a public address'],
  ['http://shop.example.com/callback', 'https only'],
  ['https://shop..example.com/callback', 'dots'],
])('a strict reading of %s names the rule', (CallBackURL, words) => {
  const strict = emulator({ strictness: 'strict' })
  const { answer, notes } = strict.send(push, strict.stkBody({ CallBackURL }))
  expect(answer.status).toBe(400)
  expect(notes.join(' ')).toContain('CallBackURL breaks a rule of URLs.')
  expect(notes.join(' ')).toContain(words)
})

describe('a push', () => {
  test('to a phone that pays by itself moves the money and calls back with the receipt', () => {
    const sandbox = emulator()
    const before = sandbox.world.store.balance(paybill)
    const answer = sandbox.send(push, sandbox.stkBody({ Amount: 150 }))
    expect(answer.answer.status).toBe(200)
    expect(answer.json).toMatchObject({
      ResponseCode: '0',
      CheckoutRequestID: expect.stringMatching(/^ws_CO_20112026091530\d{1,3}708374149$/),
      MerchantRequestID: expect.stringMatching(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\d+$/),
    })
    const [sent, ...more] = sandbox.run()
    expect(more).toEqual([])
    expect(sent?.headers).toEqual([
      ['Content-Type', 'application/json;charset=UTF-8'],
      ['BusinessShortCode', '174379'],
    ])
    expect(sent?.due.request?.body).toContain('{"Name":"Amount","Value":150.0}')
    expect(sent?.body).toMatchObject({
      Body: {
        stkCallback: {
          ResultCode: 0,
          CallbackMetadata: {
            Item: [
              { Name: 'Amount', Value: 150 },
              { Name: 'MpesaReceiptNumber', Value: expect.stringMatching(/^UKK[A-Z0-9]{7}$/) },
              { Name: 'Balance' },
              { Name: 'TransactionDate', Value: 20261120091531 },
              { Name: 'PhoneNumber', Value: 254708374149 },
            ],
          },
        },
      },
    })
    expect(sandbox.world.store.balance(paybill) - before).toBe(150_00)
    expect(sandbox.sum()).toBe(0)
  })

  const endings: [msisdn: string, code: number][] = [
    ['254700000001', 1],
    ['254700001032', 1032],
    ['254700001037', 1037],
    ['254700001019', 1019],
    ['254700002001', 2001],
    ['254799991025', 1025],
  ]
  test.each(endings)('to %s ends with %i and moves nothing', (msisdn, code) => {
    const sandbox = emulator()
    const before = sandbox.world.store.balance(paybill)
    sandbox.send(push, sandbox.stkBody({ PhoneNumber: msisdn }))
    const [sent] = sandbox.run()
    expect(sent?.body).toMatchObject({ Body: { stkCallback: { ResultCode: code } } })
    expect(sent?.body).not.toHaveProperty('Body.stkCallback.CallbackMetadata')
    expect(sandbox.world.store.balance(paybill)).toBe(before)
    expect(sandbox.sum()).toBe(0)
  })

  test('waits for the person at 254700000000, who pays with the right PIN', () => {
    const sandbox = emulator()
    sandbox.send(push, sandbox.stkBody({ PhoneNumber: '254700000000' }))
    expect(sandbox.run(30_000)).toEqual([])
    const [prompt] = sandbox.world.store.openPrompts('254700000000')
    if (!prompt) throw new Error('no prompt')
    expect(prompt).toMatchObject({
      payee: '174379',
      payeeName: 'Jaribu Express',
      amountCents: 100,
      reference: 'INV-7',
    })
    expect(answerPrompt(prompt, { answer: 'pin', pin: '1234' }, sandbox.world).state).toBe('paid')
    expect(sandbox.run(0)[0]?.body).toMatchObject({ Body: { stkCallback: { ResultCode: 0 } } })
    expect(answerPrompt(prompt, { answer: 'cancel' }, sandbox.world).state).toBe('paid')
    expect(sandbox.run()).toEqual([])
  })

  const answers = [
    [{ answer: 'pin', pin: '0000' }, 'wrong-pin', 2001],
    [{ answer: 'cancel' }, 'cancelled', 1032],
    [{ answer: 'expire' }, 'expired', 1037],
    [{ answer: 'code', code: '26' }, 'failed', 26],
  ] as const
  test.each(answers)('ends after %j as %s with %i', (answer, state, code) => {
    const sandbox = emulator()
    sandbox.send(push, sandbox.stkBody({ PhoneNumber: '254700000000' }))
    const [prompt] = sandbox.world.store.openPrompts()
    if (!prompt) throw new Error('no prompt')
    expect(answerPrompt(prompt, answer, sandbox.world).state).toBe(state)
    expect(sandbox.run()[0]?.body).toMatchObject({ Body: { stkCallback: { ResultCode: code } } })
  })

  test('that nobody answers expires after its lifetime with 1037', () => {
    const sandbox = emulator()
    sandbox.send(push, sandbox.stkBody({ PhoneNumber: '254700000000' }))
    expect(sandbox.run(59_000)).toEqual([])
    const [sent] = sandbox.run(2000)
    expect(sent?.body).toMatchObject({
      Body: { stkCallback: { ResultCode: 1037, ResultDesc: 'No response from user.' } },
    })
  })

  test('is refused while another prompt is open on the same phone', () => {
    const sandbox = emulator()
    sandbox.send(push, sandbox.stkBody({ PhoneNumber: '254700000000' }))
    const second = sandbox.send(push, sandbox.stkBody({ PhoneNumber: '254700000000' }))
    expect(second.answer.status).toBe(500)
    expect(second.json).toMatchObject({
      errorCode: '500.001.1001',
      errorMessage:
        'Unable to lock subscriber, a transaction is already in process for the current subscriber',
    })
    expect(sandbox.send(push, sandbox.stkBody()).answer.status).toBe(200)
  })

  const refusals: [why: string, change: Record<string, string | number>, status: number, message: string][] =
    [
      ['an unknown shortcode', { BusinessShortCode: '999999' }, 500, 'Merchant does not exist'],
      ['a wrong password', { Password: 'd3Jvbmc=' }, 500, 'Wrong credentials'],
      [
        'a phone in national form',
        { PhoneNumber: '0708374149', PartyA: '254708374149' },
        400,
        'Bad Request - Invalid PhoneNumber',
      ],
      ['an amount with cents', { Amount: '1.50' }, 400, 'Bad Request - Invalid Amount'],
      ['an amount of nothing', { Amount: 0 }, 400, 'Bad Request - Invalid Amount'],
      ['a stamp of letters', { Timestamp: 'yesterday' }, 400, 'Bad Request - Invalid Timestamp'],
      ['a callback URL that is none', { CallBackURL: 'here' }, 400, 'Bad Request - Invalid CallBackURL'],
      [
        'a long account reference',
        { AccountReference: 'x'.repeat(13) },
        400,
        'Bad Request - Invalid AccountReference',
      ],
      ['an unknown type', { TransactionType: 'Pay' }, 400, 'Bad Request - Invalid TransactionType'],
    ]
  test.each(refusals)('is refused for %s', (_why, change, status, message) => {
    const sandbox = emulator()
    const { answer, json } = sandbox.send(push, sandbox.stkBody(change))
    expect(answer.status).toBe(status)
    expect(json).toMatchObject({ requestId: expect.any(String), errorMessage: message })
  })

  const lenient: [what: string, change: Record<string, string | number>][] = [
    ['numbers for text', { Amount: 1, BusinessShortCode: 174379, PhoneNumber: 254708374149 }],
    ['a callback URL on loopback', { CallBackURL: 'http://127.0.0.1:3000/hook/local' }],
    ['a till type on a paybill', { TransactionType: 'CustomerBuyGoodsOnline' }],
    ['a long description', { TransactionDesc: 'A description that is longer than documented' }],
  ]
  test.each(lenient)('is accepted with %s', (_what, change) => {
    const sandbox = emulator()
    expect(sandbox.send(push, sandbox.stkBody(change)).answer.status).toBe(200)
    expect(sandbox.run()[0]?.body).toMatchObject({ Body: { stkCallback: { ResultCode: 0 } } })
  })

  test('above 250,000 ends with 3, and without enough money with 1', () => {
    const sandbox = emulator()
    sandbox.send(push, sandbox.stkBody({ Amount: '250001' }))
    sandbox.send(push, sandbox.stkBody({ Amount: '301', PhoneNumber: '254733000300' }))
    const codes = sandbox
      .run()
      .map(
        ({ body }) => (body as { Body: { stkCallback: { ResultCode: number } } }).Body.stkCallback.ResultCode,
      )
    expect(codes).toEqual([3, 1])
  })

  test('repeated within two minutes is limited only in strict reading', () => {
    for (const [strictness, code] of [
      ['lenient', 0],
      ['strict', 17],
    ] as const) {
      const sandbox = emulator({ strictness })
      const body = sandbox.stkBody({
        BusinessShortCode: 174379,
        PartyB: '174379',
        CallBackURL: 'https://pay.jaribu.co.ke/d',
      })
      body.BusinessShortCode = 174379
      sandbox.send(push, body)
      sandbox.run(5000)
      sandbox.send(push, body)
      expect(sandbox.run()[0]?.body).toMatchObject({ Body: { stkCallback: { ResultCode: code } } })
    }
  })
})

describe('a query', () => {
  test('says 4999 while the prompt is open and the end afterwards, as text', () => {
    const sandbox = emulator()
    const body = sandbox.stkBody({ PhoneNumber: '254700001037' })
    const { json } = sandbox.send(push, body)
    const ask = () =>
      sandbox.send(query, queryBody(body, (json as { CheckoutRequestID: string }).CheckoutRequestID))
    expect(ask().json).toMatchObject({
      ResultCode: '4999',
      ResultDesc: 'The transaction is still under processing',
    })
    sandbox.run()
    expect(ask().json).toMatchObject({ ResultCode: '1037', ResultDesc: 'DS timeout user cannot be reached.' })
  })

  test('of an unknown push is refused', () => {
    const sandbox = emulator()
    const { answer, json } = sandbox.send(
      query,
      queryBody(sandbox.stkBody(), 'ws_CO_201120260915304708374149'),
    )
    expect(answer.status).toBe(500)
    expect(json).toMatchObject({ errorCode: '500.001.1001', errorMessage: 'The transaction does not Exist' })
  })
})
