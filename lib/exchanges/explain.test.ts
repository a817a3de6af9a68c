import { describe, expect, test } from 'vitest'
import type { Operation } from '@/lib/catalogue/types'
import { findOperation, systems } from '@/lib/systems'
import type { System } from '@/lib/systems/types'
import type { Values, WireRequest } from '@/lib/wire/types'
import { systemBench } from '@/tests/system-bench'
import { explainExchange, isRefused } from './explain'
import type { Explanation, Told } from './types'

const operationOf = (id: string): Operation => {
  const found = findOperation(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

type Spoil = (request: WireRequest) => WireRequest

const base = 'http://localhost:3000/emulator'

/** Sends a call to the real emulator, right but for `spoil`, and explains what was kept of it. */
const explain = (
  id: string,
  spoil: Spoil = (request) => request,
  change: Values = {},
): Explanation & Told => {
  const operation = operationOf(id)
  const system = systems.find((one) => one.id === operation.system) as System
  const bench = systemBench(system)
  const request = spoil(bench.plan(operation, change))
  const { answer, notes, operation: recognised, ended } = bench.send(request)
  const url = new URL(request.url)
  const told: Told = {
    system: system.id,
    method: request.method,
    path: url.pathname.slice(`/emulator/${system.id}`.length),
    query: url.search.slice(1),
    headers: request.headers,
    body: request.body ?? '',
    status: answer.status,
    answer: Buffer.from(answer.body).toString('utf8'),
    notes,
    ...(recognised !== undefined && { operation: recognised }),
    ...(ended !== undefined && { ended }),
  }
  return { ...told, ...explainExchange(told) }
}

const at =
  (path: string): Spoil =>
  (request) => ({ ...request, url: `${base}${path}` })
const by =
  (method: string): Spoil =>
  (request) => ({ ...request, method })
const headed =
  (name: string, value?: string): Spoil =>
  (request) => ({
    ...request,
    headers: [
      ...request.headers.filter(([own]) => own.toLowerCase() !== name.toLowerCase()),
      ...(value === undefined ? [] : [[name, value] as [string, string]]),
    ],
  })
const bodied =
  (change: (body: string) => string): Spoil =>
  (request) => ({ ...request, body: change(request.body ?? '') })
const renamed = (from: string, to: string) => bodied((body) => body.replace(`"${from}"`, `"${to}"`))

const stk = 'daraja.stk-push'
const b2c = 'daraja.b2c-v3'
const collect = 'openapi.c2b-single-stage'
const sale = 'mozambique.c2b-payment'
const payout = 'g2.b2c-payment'

describe('a path that is none', () => {
  test.each<[what: string, id: string, path: string, meant: string, difference: RegExp]>([
    [
      'v3 for v1',
      stk,
      '/daraja/mpesa/stkpush/v3/processrequest',
      '/mpesa/stkpush/v1/processrequest',
      /version/,
    ],
    [
      'capitals',
      stk,
      '/daraja/mpesa/stkpush/v1/processRequest',
      '/mpesa/stkpush/v1/processrequest',
      /capitals/,
    ],
    ['no /mpesa', stk, '/daraja/stkpush/v1/processrequest', '/mpesa/stkpush/v1/processrequest', /beginning/],
    [
      'more behind',
      stk,
      '/daraja/mpesa/stkpush/v1/processrequest/174379',
      '/mpesa/stkpush/v1/processrequest',
      /follows/,
    ],
    [
      'a glued query',
      stk,
      '/daraja/mpesa/stkpush/v1/processrequest%3Fa=b',
      '/mpesa/stkpush/v1/processrequest',
      /glued/,
    ],
    [
      'twice the base',
      stk,
      '/daraja/emulator/daraja/mpesa/stkpush/v1/processrequest',
      '/mpesa/stkpush/v1/processrequest',
      /twice/,
    ],
    [
      'a whole URL',
      stk,
      '/daraja/https://sandbox.safaricom.co.ke/mpesa/stkpush/v1/processrequest',
      '/mpesa/stkpush/v1/processrequest',
      /twice/,
    ],
    [
      'the sandbox in it',
      stk,
      '/daraja/sandbox/mpesa/stkpush/v1/processrequest',
      '/mpesa/stkpush/v1/processrequest',
      /before it/,
    ],
    ['end missing', stk, '/daraja/mpesa/stkpush/v1', '/mpesa/stkpush/v1/processrequest', /end is missing/],
    [
      'a letter too many',
      stk,
      '/daraja/mpesa/stkpush/v1/processrequests',
      '/mpesa/stkpush/v1/processrequest',
      /follows|spelling/,
    ],
    [
      'another order',
      'daraja.stk-query',
      '/daraja/mpesa/stkpush/v1/query',
      '/mpesa/stkpushquery/v1/query',
      /spelling/,
    ],
    [
      'simulate of B2C',
      b2c,
      '/daraja/mpesa/b2c/v2/paymentrequest',
      '/mpesa/b2c/v3/paymentrequest',
      /version/,
    ],
    [
      'token under /mpesa',
      'daraja.oauth-token',
      '/daraja/mpesa/oauth/v1/generate',
      '/oauth/v1/generate',
      /before it/,
    ],
    ['no version of OAuth', 'daraja.oauth-token', '/daraja/oauth/generate', '/oauth/v1/generate', /spelling/],
    [
      'of Mozambique',
      stk,
      '/daraja/ipg/v1x/c2bPayment/singleStage/',
      '/emulator/mozambique/ipg/v1x/c2bPayment/singleStage',
      /Mozambique/,
    ],
    [
      'of Daraja',
      sale,
      '/mozambique/mpesa/stkpush/v1/processrequest',
      '/emulator/daraja/mpesa/stkpush/v1/processrequest',
      /Daraja/,
    ],
    [
      'v1 for v1x',
      sale,
      '/mozambique/ipg/v1/c2bPayment/singleStage/',
      '/ipg/v1x/c2bPayment/singleStage',
      /version/,
    ],
    [
      'paymemt',
      'mozambique.b2c-payment',
      '/mozambique/ipg/v1x/b2cPaymemt/',
      '/ipg/v1x/b2cPayment',
      /spelling/,
    ],
    [
      'of OpenAPI in Mozambique',
      sale,
      '/mozambique/sandbox/ipg/v2/vodacomMOZ/c2bPayment/singleStage/',
      '/emulator/openapi/sandbox/ipg/v2/vodacomMOZ/c2bPayment/singleStage',
      /OpenAPI/,
    ],
    [
      'v1 for v2',
      collect,
      '/openapi/sandbox/ipg/v1/vodacomTZN/c2bPayment/singleStage/',
      '/sandbox/ipg/v2/vodacomTZN/c2bPayment/singleStage',
      /version/,
    ],
    [
      'no stage',
      collect,
      '/openapi/sandbox/ipg/v2/vodacomTZN/c2bPayment/',
      '/sandbox/ipg/v2/vodacomTZN/c2bPayment/singleStage',
      /end is missing/,
    ],
    [
      'no ipg',
      collect,
      '/openapi/sandbox/v2/vodacomTZN/c2bPayment/singleStage/',
      '/sandbox/ipg/v2/vodacomTZN/c2bPayment/singleStage',
      /spelling/,
    ],
    [
      'getSession in small',
      'openapi.get-session',
      '/openapi/ipg/v2/vodacomTZN/getsessions/',
      '/sandbox/ipg/v2/vodacomTZN/getSession',
      /spelling|follows/,
    ],
    ['of the broker', payout, '/g2/mminterface/requests', '/mminterface/request', /spelling|follows/],
    ['only the fields tell', b2c, '/daraja/pay', '/mpesa/b2c/v3/paymentrequest', /fields/],
  ])('%s', (_what, id, path, meant, difference) => {
    const { reason, obstacles, meant: near, phases } = explain(id, at(path))
    expect(obstacles[0]).toMatchObject({ about: 'path' })
    expect(obstacles[0]?.accepted).toMatch(difference)
    expect(near?.path).toBe(meant)
    expect(reason).toContain(meant)
    expect(phases.map(({ state }) => state)).toEqual(['refused', 'not-reached', 'not-reached', 'not-reached'])
  })

  test('and nothing near it says so', () => {
    const { obstacles, meant } = explain('daraja.oauth-token', at('/daraja/favicon.ico'))
    expect(meant).toBeUndefined()
    expect(obstacles[0]?.accepted).toContain('No call')
  })

  test('a wrong method is named with the right one', () => {
    expect(explain(stk, by('PUT')).obstacles[0]).toMatchObject({
      about: 'method',
      accepted: 'Send it as POST.',
    })
    expect(explain('daraja.oauth-token', by('POST')).obstacles[0]).toMatchObject({ about: 'method' })
    expect(explain(sale, by('PUT')).obstacles[0]).toMatchObject({
      about: 'method',
      accepted: 'Send it as POST.',
    })
    expect(explain(collect, by('PUT')).obstacles[0]).toMatchObject({ about: 'method' })
  })
})

describe('a caller who is not trusted', () => {
  const secret = Buffer.from('jaribu-local-key:jaribu-local-secret').toString('base64')
  test.each<[what: string, id: string, authorization: string | undefined, why: RegExp, accepted: RegExp]>([
    ['no header', stk, undefined, /no Authorization header/, /oauth\/v1\/generate/],
    ['Basic', stk, `Basic ${secret}`, /is Basic/, /Bearer and an access token/],
    ['key and secret as the token', stk, `Bearer ${secret}`, /base64 of key and secret/, /Bearer/],
    ['a word', stk, 'Bearer undefined', /a word for nothing/, /Bearer/],
    ['an object', stk, 'Bearer [object Promise]', /no Bearer header|white space/, /Bearer/],
    ['twice', stk, 'Bearer Bearer abcdef', /twice/, /Bearer/],
    ['a token alone', stk, 'TestTokenOfTwentyEightChars0', /does not begin with Bearer/, /Bearer/],
    ['quotes', stk, 'Bearer "abcdef"', /quotes/, /Bearer/],
    ['a stranger’s', stk, 'Bearer 0123456789012345678901234567', /never gave out/, /hour/],
    ['no Basic', 'daraja.oauth-token', 'Bearer x', /no Basic header/, /consumer key, colon/],
    [
      'a wrong secret',
      'daraja.oauth-token',
      `Basic ${Buffer.from('jaribu-local-key:nope').toString('base64')}`,
      /consumer key and secret/,
      /Basic/,
    ],
    [
      'white space',
      'daraja.oauth-token',
      `Basic ${Buffer.from('jaribu-local-key:jaribu-local-secret\n').toString('base64')}`,
      /white space/,
      /Basic/,
    ],
    [
      'a session key in clear',
      collect,
      'Bearer 0123456789abcdef0123456789abcdef',
      /in clear/,
      /session key, encrypted/,
    ],
    ['no session', collect, undefined, /no Authorization/, /getSession/],
    [
      'the API key in clear',
      'openapi.get-session',
      'Bearer jaribuLocalOpenApiKey0123456789',
      /in clear/,
      /API key, encrypted/,
    ],
    ['another ciphertext', sale, `Bearer ${'A'.repeat(683)}=`, /does not open/, /public-key/],
    ['the API key in clear', sale, 'Bearer aaaab09uz9f3asdcjyk7els777ihmwv8', /in clear/, /no session/],
    ['Basic', sale, `Basic ${secret}`, /is Basic/, /Bearer/],
  ])('%s: %s', (_what, id, authorization, why, accepted) => {
    const { obstacles, phases, reason } = explain(id, headed('Authorization', authorization))
    expect(obstacles[0]).toMatchObject({ about: 'authentication' })
    expect(obstacles[0]?.problem).toMatch(why)
    expect(obstacles[0]?.accepted).toMatch(accepted)
    expect(reason).toMatch(why)
    expect(phases[1]?.state).toBe('refused')
  })

  test('in SOAP as well', () => {
    const wrong = explain(
      payout,
      bodied((body) => body.replace(/(spPassword>)[^<]*/, '$1d3Jvbmc=')),
    )
    expect(wrong.obstacles[0]).toMatchObject({ about: 'authentication' })
    expect(wrong.obstacles[0]?.problem).toContain('spPassword is not base64')
    expect(wrong.obstacles[0]?.accepted).toContain('hexadecimal SHA-256')
    const absent = explain(
      payout,
      bodied((body) => body.replace(/<[^<]*spId>[^<]*<\/[^>]*spId>/, '')),
    )
    expect(absent.obstacles[0]?.problem).toMatch(/spId/)
  })

  test('hears what would have been refused next', () => {
    const { obstacles } = explain(stk, (request) =>
      headed('Authorization')(renamed('PhoneNumber', 'phoneNumber')(request)),
    )
    expect(obstacles.map(({ about, field }) => field ?? about)).toEqual(['authentication', 'PhoneNumber'])
  })
})

describe('a body that is not of the form', () => {
  test.each<[what: string, id: string, body: string, problem: RegExp]>([
    ['empty', stk, '', /no body/],
    ['a form', stk, 'Amount=1&PhoneNumber=254708374149', /a form/],
    ['XML', stk, '<a>1</a>', /XML/],
    ['single quotes', stk, "{'Amount': 1}", /single quotes/],
    ['a trailing comma', stk, '{"Amount":1,}', /comma/],
    ['cut off', stk, '{"Amount":1', /cut off/],
    ['an object’s text', stk, '[object Object]', /object/],
    ['JSON twice', stk, JSON.stringify('{"Amount":1}'), /twice/],
    ['a list', stk, '[{"Amount":1}]', /list/],
    ['a form', collect, 'input_Amount=10', /a form/],
    ['JSON twice', sale, JSON.stringify('{"input_Amount":"1"}'), /twice/],
    [
      'a multipart form',
      sale,
      '--abc\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--abc--',
      /multipart/,
    ],
  ])('%s: %s', (_what, id, body, problem) => {
    const { obstacles, phases } = explain(
      id,
      bodied(() => body),
    )
    expect(obstacles[0]).toMatchObject({ about: 'body' })
    expect(obstacles[0]?.problem).toMatch(problem)
    expect(obstacles[0]?.accepted).toContain('application/json')
    expect(phases[2]?.state).toBe('refused')
  })

  test('a broken envelope names the line', () => {
    const { obstacles } = explain(
      payout,
      bodied((body) => body.replace('</soapenv:Envelope>', '')),
    )
    expect(obstacles[0]?.about).toBe('body')
    expect(obstacles[0]?.problem).toMatch(/XML cannot be read/)
  })
})

describe('a field', () => {
  test.each<[what: string, id: string, change: Values, field: string, accepted: RegExp]>([
    ['0712…', stk, { PhoneNumber: '0712345678' }, 'PhoneNumber', /Send 254712345678/],
    ['+254…', stk, { PhoneNumber: '+254712345678' }, 'PhoneNumber', /Send 254712345678/],
    ['with spaces', stk, { PhoneNumber: '254 712 345 678' }, 'PhoneNumber', /Send 254712345678/],
    ['an amount in text', stk, { Amount: 'ten' }, 'Amount', /digits/],
    ['decimals', stk, { Amount: '10.50' }, 'Amount', /without sign, comma or decimals/],
    ['a thousands comma', stk, { Amount: '1,000' }, 'Amount', /comma/],
    [
      'a wrong command',
      stk,
      { TransactionType: 'CustomerPayBill' },
      'TransactionType',
      /CustomerPayBillOnline/,
    ],
    ['a wrong stamp', stk, { Timestamp: '2026-11-20 09:15:30' }, 'Timestamp', /fourteen digits/],
    ['no URL', stk, { CallBackURL: 'example' }, 'CallBackURL', /address/],
    ['a wrong country', collect, { input_Country: 'TZ' }, 'input_Country', /TZN/],
    ['a hyphen', collect, { input_TransactionReference: 'INV-1' }, 'input_TransactionReference', /./],
    [
      'a local number',
      collect,
      { input_CustomerMSISDN: '0712345678' },
      'input_CustomerMSISDN',
      /Send 255712345678/,
    ],
    [
      'a local number',
      sale,
      { input_CustomerMSISDN: '840000001' },
      'input_CustomerMSISDN',
      /Send 258840000001/,
    ],
    ['no amount', sale, { input_Amount: '0' }, 'input_Amount', /./],
  ])('%s of %s %o', (_what, id, change, field, accepted) => {
    const { obstacles, reason } = explain(id, undefined, change)
    expect(obstacles[0]).toMatchObject({ about: 'field', field })
    expect(obstacles[0]?.accepted).toMatch(accepted)
    expect(obstacles[0]?.sent).toBe(JSON.stringify(Object.values(change)[0]))
    expect(reason).toContain(field)
  })

  test.each<[id: string, from: string, to: string, sentence: RegExp]>([
    [stk, 'PhoneNumber', 'phoneNumber', /capitals/],
    [stk, 'PhoneNumber', 'PhoneNo', /PhoneNumber/],
    [stk, 'CallBackURL', 'CallbackUrl', /capitals/],
    [stk, 'AccountReference', 'AccountRef', /AccountReference/],
    [b2c, 'SecurityCredential', 'SecurityCredentials', /SecurityCredential/],
    [collect, 'input_Amount', 'Amount', /input_Amount/],
    [collect, 'input_ServiceProviderCode', 'input_ServiceProvideCode', /input_ServiceProviderCode/],
    [sale, 'input_CustomerMSISDN', 'input_CustomerMsisdn', /capitals/],
  ])('of %s called otherwise is told by its real name: %s for %s', (id, from, to, sentence) => {
    const { obstacles, unread } = explain(id, renamed(from, to))
    expect(unread).toContainEqual({ name: to, meant: from, sentence: expect.stringMatching(sentence) })
    const obstacle = obstacles.find(({ field }) => field === from)
    expect(obstacle?.problem).toContain(`${to} was sent`)
  })

  test('that nobody reads is told although the call passed', () => {
    const explained = explain(stk, undefined, { Colour: 'green' })
    expect(explained.reason).toBeUndefined()
    expect(explained.unread).toEqual([{ name: 'Colour', sentence: 'No rule of this call reads it.' }])
    expect(explained.phases.every(({ state }) => state === 'passed')).toBe(true)
  })

  test('that is forgiven under another name is no stranger', () => {
    const { unread, remarks } = explain(b2c, renamed('InitiatorName', 'Initiator'))
    expect(unread).toEqual([])
    expect(remarks.join()).toContain('Initiator was sent where')
  })

  test('in an envelope is told by its element', () => {
    const { unread, obstacles } = explain(
      payout,
      bodied((body) => body.replaceAll('CommandID>', 'CommandId2>')),
    )
    expect(unread[0]).toMatchObject({ name: 'CommandId2', meant: 'CommandID' })
    expect(obstacles[0]).toMatchObject({ field: 'CommandID' })
  })
})

const outbound = systems.flatMap(({ operations }) =>
  operations.filter(({ direction, status }) => direction === 'outbound' && status === 'current'),
)

describe.each(outbound)('$id', (operation) => {
  test('sent as its entry shows is refused for nothing that its entry says', () => {
    const { obstacles, unread } = explain(operation.id)
    expect(obstacles.filter(({ about }) => about !== 'field' && about !== 'rule')).toEqual([])
    expect(unread).toEqual([])
  })

  const droppable = operation.fields.filter(
    ({ required, isForgiven, in: place, name }) =>
      required &&
      !isForgiven &&
      operation.body === 'object' &&
      place !== 'header' &&
      place !== 'path' &&
      !name.includes('.'),
  )
  if (droppable.length === 0) return
  test('names each field that is left out first', () => {
    for (const { name } of droppable) {
      const without = bodied((body) => {
        const { [name]: _, ...rest } = JSON.parse(body) as Record<string, unknown>
        return JSON.stringify(rest)
      })
      const explained = explain(operation.id, without)
      // Without its command a call may be another one of the same path.
      if (!explained.operation || explained.operation !== operation.id) continue
      expect(explained.obstacles[0], name).toMatchObject({ field: name })
      expect(explained.reason, name).toContain(name)
    }
  })
})

test('what passed is not called refused, and what was refused is', () => {
  expect(isRefused(explain(stk))).toBe(false)
  expect(isRefused(explain('daraja.oauth-token'))).toBe(false)
  expect(isRefused(explain('openapi.get-session'))).toBe(false)
  expect(isRefused(explain(sale))).toBe(false)
  expect(isRefused(explain(payout))).toBe(false)
  expect(
    isRefused(
      explain(
        payout,
        bodied((body) => body.replace(/(spPassword>)[^<]*/, '$1d3Jvbmc=')),
      ),
    ),
  ).toBe(true)
})

test('no secret is repeated', () => {
  const text = JSON.stringify(explain(b2c, undefined, { SecurityCredential: 'Safaricom999!*!' }).obstacles)
  expect(text).not.toContain('Safaricom999')
})
