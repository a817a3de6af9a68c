import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { darajaOperations } from '@/lib/catalogue/daraja'
import type { Json, WireExample } from '@/lib/catalogue/types'
import { exampleOf } from '@/lib/derive'
import { markets } from '@/lib/msisdn/markets'
import type { WireMessage } from '@/lib/wire/types'
import { findOperation } from '..'
import { type PlanContext, PlanError } from '../types'
import { daraja } from '.'

const operation = (name: string) => {
  const found = findOperation(`daraja.${name}`)
  if (!found) throw new Error(`no ${name}`)
  return found
}

const text = (body: Json) => (body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body))
const message = (body: Json | Uint8Array, path = '/hook/local'): WireMessage => ({
  method: 'POST',
  path,
  query: '',
  headers: [],
  body: body instanceof Uint8Array ? body : Buffer.from(text(body)),
  remoteAddress: '',
})

const context: PlanContext = {
  baseUrl: 'https://sandbox.example',
  credentials: {
    consumerKey: 'key',
    consumerSecret: 'secret',
    shortcode: '600000',
    lnmShortcode: '174379',
    lnmPasskey: 'passkey',
    initiatorName: 'testapi',
    initiatorPassword: 'Safaricom999!*!',
    billManagerAppKey: 'AG_1',
  },
  token: 'T0KEN',
  now: Date.UTC(2026, 10, 20, 6, 15, 30),
  market: markets.kenya,
  callbackUrl: 'http://localhost:3000/hook/local/r/01HZZZZZZZZZZZZZZZZZZZZZZZ',
}

const outbound = darajaOperations.filter((entry) => entry.direction === 'outbound')

describe.each(outbound.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
  test('its own success is read as such', () => {
    const { success } = entry.acknowledgement
    const outcome = daraja.read(entry, success.httpStatus, text(success.body))
    expect(['accepted', 'done']).toContain(outcome.kind)
  })

  test('its own failure is read as a refusal', () => {
    const { failure } = entry.acknowledgement
    if (!failure) return
    expect(daraja.read(entry, failure.httpStatus, text(failure.body)).kind).toBe('refused')
  })

  test('every variant of its answer is understood', () => {
    for (const variant of entry.acknowledgement.variants) {
      const outcome = daraja.read(entry, variant.httpStatus, text(variant.body))
      expect(outcome.description, JSON.stringify(variant)).not.toBe('')
      const isError = variant.httpStatus >= 400 || hasErrorCode(variant)
      expect(['accepted', 'done'].includes(outcome.kind) && isError, JSON.stringify(variant)).toBe(false)
    }
  })

  test('its own example can be planned', () => {
    const planned = daraja.plan(entry, exampleOf(entry), { ...context, certificate: pem })
    expect(planned.request.url.startsWith(`${context.baseUrl}${entry.path.split('{')[0]}`)).toBe(true)
    expect(planned.request.method).toBe(entry.method)
    expect(JSON.stringify(planned.request)).not.toMatch(/\{token\}|\{base64|\{[a-z]+Key\}/)
    if (entry.body !== 'none') {
      const back = daraja.parseBody(entry, planned.preview)
      expect('values' in back).toBe(true)
    }
  })
})

const hasErrorCode = (variant: WireExample) =>
  typeof variant.body === 'object' && variant.body !== null && 'errorCode' in variant.body

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const pem = publicKey

describe('the STK query', () => {
  test.each([
    ['ResultCode 0 is paid', 200, { ResponseCode: '0', ResultCode: '0', ResultDesc: 'ok' }, 'done'],
    ['4999 is still open', 200, { ResponseCode: '0', ResultCode: '4999', ResultDesc: 'x' }, 'pending'],
    ['an empty 500.001.1001 is still open', 200, { errorCode: '500.001.1001', errorMessage: '' }, 'pending'],
    [
      'being processed is still open',
      500,
      { errorCode: '500.001.1001', errorMessage: 'The transaction is being processed' },
      'pending',
    ],
    ['1037 is over', 200, { ResponseCode: '0', ResultCode: 1037, ResultDesc: 'DS timeout' }, 'failed'],
    [
      'an unknown id is refused',
      500,
      { errorCode: '500.001.1001', errorMessage: 'The transaction does not Exist' },
      'refused',
    ],
  ])('%s', (_, status, body, kind) => {
    expect(daraja.read(operation('stk-query'), status, JSON.stringify(body)).kind).toBe(kind)
  })
})

describe('answers in other forms', () => {
  const stk = operation('stk-push')
  test.each([
    ['an empty 404', 404, '', 'refused'],
    ['an empty 200', 200, '', 'unreadable'],
    ['a page of the web firewall', 403, '<html>Incapsula incident ID: 1</html>', 'refused'],
    ['a page with status 200', 200, '<!DOCTYPE html><p>hi', 'unreadable'],
    [
      'a gateway time-out',
      504,
      '{"fault":{"faultstring":"Gateway Timeout","detail":{"errorcode":"x"}}}',
      'unreadable',
    ],
    ['a fault', 500, '{"fault":{"faultstring":"Failed","detail":{"errorcode":"steps.x"}}}', 'refused'],
    [
      'a SOAP fault in JSON',
      500,
      '{"Envelope":{"Body":{"Fault":{"faultcode":"S","faultstring":"no"}}}}',
      'refused',
    ],
    ['a list', 200, '[1]', 'unreadable'],
    ['half a body', 200, '{"ResponseCode":"0', 'unreadable'],
  ])('%s', (_, status, body, kind) => expect(daraja.read(stk, status, body).kind).toBe(kind))
})

describe('a captured message', () => {
  const stkBody = {
    Body: {
      stkCallback: {
        MerchantRequestID: 'm-1',
        CheckoutRequestID: 'ws_CO_1',
        ResultCode: '0',
        ResultDesc: 'ok',
        CallbackMetadata: {
          Item: [
            { Name: 'Amount', Value: '1.00' },
            { Name: 'MpesaReceiptNumber', Value: 'UKK4T9W2QX' },
            { Name: 'Balance' } as { [key: string]: Json },
            { Name: 'TransactionDate', Value: 20261120091547 },
            { Name: 'PhoneNumber', Value: 254708374149 },
          ],
        },
      },
    },
  }

  test('is told in a sentence, with its facts', () => {
    const meaning = daraja.callback(message(stkBody))
    expect(meaning).toMatchObject({
      kind: 'stk-result',
      outcome: 'success',
      sentence: 'Paid KES 1.00 by 254708374149. Receipt UKK4T9W2QX.',
      facts: {
        receipt: 'UKK4T9W2QX',
        amountCents: 100,
        msisdn: '254708374149',
        at: Date.UTC(2026, 10, 20, 6, 15, 47),
      },
    })
  })

  const c2b = {
    TransactionType: 'Pay Bill',
    TransID: 'UKK4T9W2QX',
    TransTime: '20261120091547',
    TransAmount: '150.00',
    BusinessShortCode: '600321',
    BillRefNumber: 'INV-1',
    OrgAccountBalance: '',
    ThirdPartyTransID: '',
    MSISDN: '254708374149',
    FirstName: 'ASHA',
  }
  test.each([
    ['/hook/local/validation', c2b, 'c2b-validation'],
    ['/hook/local/confirmation/', c2b, 'c2b-confirmation'],
    ['/hook/local', c2b, 'c2b-validation'],
    ['/hook/local', { ...c2b, OrgAccountBalance: '10.00' }, 'c2b-confirmation'],
  ])('on %s a C2B notice is told apart', (path, body, kind) => {
    expect(daraja.callback(message(body, path))?.kind).toBe(kind)
  })

  test('a confirmation reads like a receipt', () => {
    expect(daraja.callback(message(c2b, '/hook/x/confirmation'))?.sentence).toBe(
      'Paid KES 150.00 by 254708374149 (ASHA) to 600321 for INV-1. Receipt UKK4T9W2QX.',
    )
  })

  test('a single result parameter may be a bare object', () => {
    const meaning = daraja.callback(
      message({
        Result: {
          ResultCode: 0,
          ResultDesc: 'ok',
          ConversationID: 'AG_1',
          TransactionID: 'UKK0000000',
          ResultParameters: {
            ResultParameter: {
              Key: 'AccountBalance',
              Value: 'Working Account|KES|120000.00|1|0|0&Utility Account|KES|-5.5|1|0|0',
            },
          },
        },
      }),
    )
    expect(meaning?.sentence).toBe('Balances: Working KES 120,000.00, Utility KES -5.50.')
    expect(meaning?.facts.table).toEqual([
      { name: 'Working Account', value: 'KES 120,000.00' },
      { name: 'Utility Account', value: 'KES -5.50' },
    ])
    expect(meaning?.keys).toEqual([{ kind: 'conversation-id', value: 'AG_1' }])
  })

  test.each([
    ['nothing', ''],
    ['binary', new Uint8Array([0, 255, 254, 123, 1])],
    ['an opening brace', '{'],
    ['another API', '{"hello":1}'],
    ['null inside', '{"Body":{"stkCallback":null}}'],
    ['a list where an object is', '{"Result":[1,2]}'],
    ['a prototype', '{"__proto__":{"Result":{"ResultCode":0}}}'],
  ])('%s is none of ours and harms nothing', (_, body) => {
    expect(daraja.callback(message(body))).toBeUndefined()
  })

  test.each([
    ['deeply nested', `{"Body":{"stkCallback":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`],
    [
      'odd types everywhere',
      '{"Result":{"ResultCode":{},"ResultDesc":[],"ConversationID":1e400,"ResultParameters":{"ResultParameter":[null,1,[],{"Key":{}}]}}}',
    ],
    [
      'a huge list',
      JSON.stringify({
        Result: {
          ResultCode: 1,
          ResultParameters: {
            ResultParameter: Array.from({ length: 20_000 }, (_, i) => ({ Key: `k${i}`, Value: 'x' })),
          },
        },
      }),
    ],
    [
      'control characters',
      JSON.stringify({
        Body: { stkCallback: { ResultCode: 1, ResultDesc: 'a\n\u0000\u001bb'.repeat(500) } },
      }),
    ],
  ])('%s does not throw and stays short', (_, body) => {
    const meaning = daraja.callback(message(body))
    expect((meaning?.sentence ?? '').length).toBeLessThanOrEqual(400)
    expect(meaning?.facts.table?.length ?? 0).toBeLessThanOrEqual(200)
    expect(meaning?.sentence ?? '').not.toMatch(/[\n\r]/)
  })
})

describe('a planned STK push', () => {
  const typed = {
    BusinessShortCode: 174379,
    TransactionType: 'CustomerPayBillOnline',
    Amount: '1',
    PartyA: '254708374149',
    PartyB: '174379',
    PhoneNumber: '254708374149',
    AccountReference: 'INV-1',
    TransactionDesc: 'x',
  }

  test('carries Nairobi time and the password made with it', () => {
    const { values, request, secrets } = daraja.plan(operation('stk-push'), typed, context)
    expect(values.Timestamp).toBe('20261120091530')
    expect(Buffer.from(String(values.Password), 'base64').toString()).toBe('174379passkey20261120091530')
    expect(request.headers).toContainEqual(['Authorization', 'Bearer T0KEN'])
    expect(secrets.fields).toContain('Password')
  })

  test('keeps what was typed by hand', () => {
    const { values } = daraja.plan(
      operation('stk-push'),
      { ...typed, Timestamp: '20200101000000', Password: 'wrong' },
      context,
    )
    expect(values).toMatchObject({ Timestamp: '20200101000000', Password: 'wrong' })
  })

  test.each([
    ['nothing typed', undefined, context.callbackUrl],
    ['the inbox', 'http://localhost:3000/hook/local/cb', `${context.callbackUrl}/cb`],
    [
      'the address of another run',
      'http://localhost:3000/hook/local/r/01AAAAAAAAAAAAAAAAAAAAAAAA/cb',
      `${context.callbackUrl}/cb`,
    ],
    ['somebody else', 'https://shop.example/cb', 'https://shop.example/cb'],
    [
      'another inbox of a longer name',
      'http://localhost:3000/hook/local2',
      'http://localhost:3000/hook/local2',
    ],
  ])('sends callbacks to its run: %s', (_, url, expected) => {
    const { values } = daraja.plan(operation('stk-push'), { ...typed, CallBackURL: url }, context)
    expect(values.CallBackURL).toBe(expected)
  })

  test('says which credential is missing', () => {
    const plan = () =>
      daraja.plan(operation('stk-push'), typed, {
        ...context,
        credentials: { ...context.credentials, lnmPasskey: '' },
      })
    expect(plan).toThrow(PlanError)
    expect(plan).toThrow(/passkey is not set/)
  })
})

describe.each(
  darajaOperations.filter(({ registers }) => registers).map((entry) => [entry.name, entry] as const),
)('%s, which leaves URLs with the provider', (_, entry) => {
  test('gives them no run’s segment: what comes to them is of other payments', () => {
    const { values } = daraja.plan(entry, {}, context)
    const urls = Object.values(values).filter((value) => String(value).includes('/hook/'))
    expect(urls.length).toBeGreaterThan(0)
    for (const url of urls) expect(url).toMatch(/^http:\/\/localhost:3000\/hook\/local(?!\/r\/)/)
  })

  test('is over once it is answered: no callback of its own follows', () => {
    const { success } = entry.acknowledgement
    expect(daraja.read(entry, success.httpStatus, text(success.body)).kind).toBe('done')
  })
})

test('every other call that is answered later waits for its callback', () => {
  for (const entry of outbound.filter(({ asynchronous, registers }) => asynchronous && !registers)) {
    const { success } = entry.acknowledgement
    expect(daraja.read(entry, success.httpStatus, text(success.body)).kind, entry.id).toBe('accepted')
  }
})

test('registrations for C2B, pulling and bills leave their URLs with the provider', () => {
  const names = darajaOperations.flatMap(({ name, registers }) => (registers ? [name] : []))
  expect(names).toEqual(
    expect.arrayContaining([
      'billmanager-change-optin',
      'billmanager-optin',
      'c2b-register-v1',
      'c2b-register-v2',
      'pull-register',
    ]),
  )
})

test('the app key that opting in grants is kept with the environment, and hidden', () => {
  const optIn = operation('billmanager-optin')
  const answer = text(optIn.acknowledgement.success.body)
  const outcome = daraja.read(optIn, 200, answer)
  expect(outcome).toMatchObject({
    grants: [{ credential: 'billManagerAppKey', value: 'AG_7316402259_884120367JR' }],
  })
  expect(JSON.stringify('facts' in outcome && outcome.facts)).not.toContain('AG_7316402259')
  expect(daraja.plan(optIn, exampleOf(optIn), context).secrets.fields).toContain('app_key')
})

test.each([
  ['b2c-v3', 'keys', 'originator-conversation-id', 'jaribu-2041-0001'],
  ['b2b-express-checkout', 'keys', 'third-party-reference', undefined],
  ['b2c-hakikisha', 'keys', 'third-party-reference', undefined],
  ['mobile-number-validation', 'keys', 'third-party-reference', undefined],
  ['stk-query', 'mentions', 'checkout-id', undefined],
  ['reversal', 'mentions', 'receipt', undefined],
  ['transaction-status', 'mentions', 'receipt', undefined],
  ['transaction-status', 'mentions', 'originator-conversation-id', undefined],
] as const)('%s has, among its %s, a %s', (name, where, kind, value) => {
  const entry = operation(name)
  const planned = daraja.plan(entry, exampleOf(entry), { ...context, certificate: pem })
  const found = planned[where]?.find((key) => key.kind === kind)
  expect(found).toBeDefined()
  if (value) expect(found?.value).toBe(value)
})

test('a stand-in for no receipt is none that a request asks about', () => {
  const entry = operation('reversal')
  const planned = daraja.plan(
    entry,
    { ...exampleOf(entry), TransactionID: 'UKK0000000' },
    { ...context, certificate: pem },
  )
  expect(planned.mentions).toEqual([])
})

test('the security credential opens with the private key to the operator password', () => {
  const { values } = daraja.plan(operation('account-balance'), {}, { ...context, certificate: pem })
  const block = privateDecrypt(
    { key: privateKey, padding: constants.RSA_NO_PADDING },
    Buffer.from(String(values.SecurityCredential), 'base64'),
  )
  expect(block.subarray(block.indexOf(0, 2) + 1).toString()).toBe('Safaricom999!*!')
})

test('the token call asks with client_credentials, or with what somebody typed', () => {
  const asked = (values: Record<string, Json>) =>
    new URL(daraja.plan(operation('oauth-token'), values, context).request.url).search
  expect(asked({})).toBe('?grant_type=client_credentials')
  expect(asked({ grant_type: 'password' })).toBe('?grant_type=password')
  expect(daraja.session?.plan(context).request.url).toContain('?grant_type=client_credentials')
})

describe('a code is explained where it was seen', () => {
  test.each([
    [
      '1032',
      { operation: 'daraja.stk-push', place: 'stk-result', message: 'Request Cancelled by user.' },
      'stk-1032',
    ],
    ['1032', { operation: 'daraja.ratiba-create', place: 'result' }, 'ratiba-1032'],
    ['1032', { place: 'stk-result' }, 'stk-1032'],
  ] as const)('%s %o', (code, where, id) => expect(daraja.explain(code, where)?.id).toContain(id))

  test('one code with many messages goes by the words', () => {
    const explained = (words: string) =>
      daraja.explain('500.001.1001', { operation: 'daraja.stk-push', message: words })
    expect(explained('Wrong credentials')?.message).toBe('Wrong credentials')
    expect(explained('Merchant does not exist')?.message).toBe('Merchant does not exist')
  })

  test.each(['400', '401', '404', '500'])('a bare %s is not explained by what another place says', (code) => {
    for (const where of [
      {},
      { operation: 'daraja.stk-push' },
      { operation: 'daraja.sim-swap', message: 'Bad Request' },
    ])
      expect(daraja.explain(code, where)?.context).toBeUndefined()
  })

  test('an unknown code stays unexplained', () => expect(daraja.explain('no-such', {})).toBeUndefined())
})

test('a body that is no JSON names its line', () => {
  const read = daraja.parseBody(operation('stk-push'), '{\n  "Amount": 1,\n  "x": }')
  expect(read).toMatchObject({ error: 'This is not JSON.' })
})
