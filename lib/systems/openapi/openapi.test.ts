import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openapiOperations } from '@/lib/catalogue/openapi'
import type { Json, WireExample } from '@/lib/catalogue/types'
import { decryptPkcs1 } from '@/lib/crypto/rsa-decrypt'
import { exampleOf } from '@/lib/derive'
import { markets } from '@/lib/msisdn/markets'
import { owedAnswer } from '@/lib/systems/callbacks'
import type { WireMessage } from '@/lib/wire/types'
import { type PlanContext, PlanError } from '../types'
import { openapi } from '.'

const operation = (name: string) => {
  const found = openapiOperations.find((entry) => entry.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

const context: PlanContext = {
  baseUrl: 'https://openapi.m-pesa.com/sandbox',
  credentials: { apiKey: 'the-api-key', origin: '*', serviceProviderCode: '000000', sessionMinutes: '30' },
  certificate: pair.publicKey,
  token: 'the-session-key',
  now: Date.UTC(2026, 10, 20, 6, 15, 30),
  market: markets.ghana,
  callbackUrl: 'http://localhost:3000/hook/local/r/01HZZZZZZZZZZZZZZZZZZZZZZZ',
}

const message = (body: Json, path = '/hook/local'): WireMessage => ({
  method: 'POST',
  path,
  query: '',
  headers: [],
  body: Buffer.from(JSON.stringify(body)),
  remoteAddress: '',
})

const read = (name: string, { httpStatus, body }: WireExample) =>
  openapi.read(operation(name), httpStatus, JSON.stringify(body))

describe.each(openapiOperations.map((entry) => [entry.name, entry] as const))('%s', (name, entry) => {
  test('its own success is done, and its refusal is none', () => {
    const { success, failure } = entry.acknowledgement
    expect(read(name, success).kind).toBe('done')
    if (failure) expect(['refused', 'failed', 'unknown']).toContain(read(name, failure).kind)
  })

  test('an answer of asynchronous mode is accepted only', () => {
    for (const variant of entry.acknowledgement.variants.filter(({ when }) => when === 'Asynchronous mode')) {
      expect(read(name, variant).kind).toBe('accepted')
    }
  })

  test('each callback is understood and owed exactly the documented acknowledgement', () => {
    for (const { example, expectedResponse } of entry.callbacks) {
      const path =
        name === 'update-transaction-status' ? '/hook/local/updateTransactionStatus' : '/hook/local'
      const meaning = openapi.callback(message(example, path))
      expect(meaning?.outcome).toBe('success')
      if (!meaning) continue
      expect(JSON.parse(String(owedAnswer(meaning)?.body))).toEqual(expectedResponse?.body)
    }
  })

  test('goes to the market’s path with an encrypted bearer', () => {
    const { request } = openapi.plan(entry, exampleOf(entry), context)
    expect(request.method).toBe(entry.method)
    expect(request.url).toContain('https://openapi.m-pesa.com/sandbox/ipg/v2/vodafoneGHA/')
    expect(request.body === undefined).toBe(entry.method === 'GET')
    const bearer = request.headers.find(([header]) => header === 'Authorization')?.[1].slice('Bearer '.length)
    expect(decryptPkcs1(bearer ?? '', pair.privateKey)).toBe(
      name === 'get-session' ? 'the-api-key' : 'the-session-key',
    )
    expect(request.headers).toContainEqual(['Origin', '*'])
  })
})

describe('an outcome that nobody knows is none', () => {
  test.each([
    ['c2b-single-stage', 408, 'INS-9', 'unknown'],
    ['c2b-single-stage', 409, 'INS-10', 'unknown'],
    ['c2b-single-stage', 400, 'INS-1', 'unknown'],
    ['direct-debit-query', 500, 'INS-1', 'unknown'],
    ['direct-debit-query', 500, 'INS-52', 'refused'],
    ['direct-debit-query', 500, 'INS-57', 'refused'],
    ['direct-debit-query', 401, 'INS-55', 'refused'],
    ['c2b-single-stage', 401, 'INS-6', 'failed'],
    ['c2b-single-stage', 422, 'INS-2006', 'failed'],
    ['c2b-single-stage', 400, 'INS-21', 'refused'],
    ['c2b-multi-stage', 201, 'INS-A-0', 'accepted'],
  ])('%s %i %s', (name, httpStatus, code, kind) => {
    const body = { output_ResponseCode: code, output_ResponseDesc: 'x', output_TransactionID: 'N/A' }
    expect(read(name, { httpStatus, body }).kind).toBe(kind)
  })

  test.each([
    [401, '{"output_error":"Invalid session"}', 'refused'],
    [408, '', 'unreadable'],
    [500, '<html>', 'unreadable'],
    [502, '{}', 'unknown'],
    [404, 'no', 'refused'],
  ])('%i %s', (status, body, kind) => {
    expect(openapi.read(operation('c2b-single-stage'), status, body).kind).toBe(kind)
  })
})

describe('a code after which a repeat can pay twice says so where it appears', () => {
  const answer = (httpStatus: number, code: string) =>
    read('c2b-single-stage', {
      httpStatus,
      body: { output_ResponseCode: code, output_ResponseDesc: 'x', output_TransactionID: 'N/A' },
    })

  test('in the verdict: 401 with INS-6 is a refusal, 408 and 409 leave the outcome open', () => {
    expect(answer(401, 'INS-6')).toMatchObject({
      kind: 'failed',
      description: 'x: the wallet refused it, and the session is good. Do not repeat it by itself.',
    })
    for (const [status, code] of [
      [408, 'INS-9'],
      [409, 'INS-10'],
    ] as const) {
      expect(answer(status, code)).toMatchObject({
        kind: 'unknown',
        description: 'x: the outcome is not known. Query it before you repeat.',
      })
    }
  })

  test.each([408, 409])('in the verdict of a bare %i', (status) => {
    for (const body of ['', '{}', '<html></html>']) {
      const outcome = openapi.read(operation('c2b-single-stage'), status, body)
      expect(['unknown', 'unreadable']).toContain(outcome.kind)
      expect(outcome.description).toContain('Query it before you repeat.')
    }
  })

  test('in the explanation and the table of codes', () => {
    const cautionOf = (code: string) => openapi.explain(code, {})?.caution
    expect(cautionOf('INS-6')).toContain('not a lost session')
    for (const code of ['INS-1', 'INS-9', 'INS-10']) {
      expect(cautionOf(code)).toContain('Query the transaction first')
      expect(openapi.explain(code, {})?.retry).toBe(false)
    }
    expect(cautionOf('INS-2006')).toBeUndefined()
  })
})

test('a query tells of the transaction, not of itself', () => {
  const body = (state: string) => ({
    output_ResponseCode: 'INS-0',
    output_ResponseTransactionStatus: state,
    output_OriginalTransactionID: 'q7Lw2Zr9TbXk',
  })
  const kinds = ['Completed', 'In Progress', 'Expired'].map(
    (state) => read('query-transaction-status', { httpStatus: 200, body: body(state) }).kind,
  )
  expect(kinds).toEqual(['done', 'pending', 'failed'])
})

test('values of the market fill themselves in, and what was typed stays', () => {
  const entry = operation('c2b-single-stage')
  const { values } = openapi.plan(entry, { input_Currency: 'TZS' }, context)
  expect(values).toMatchObject({
    input_Country: 'GHA',
    input_Currency: 'TZS',
    input_ThirdPartyConversationID: '01HZZZZZZZZZZZZZZZZZZZZZZZ',
  })
})

test('a response URL in our own inbox carries the run', () => {
  const entry = operation('c2b-single-stage')
  const url = (typed: string) =>
    openapi.plan(entry, { input_ResponseURL: typed }, context).values.input_ResponseURL
  expect(url('http://localhost:3000/hook/local')).toBe(context.callbackUrl)
  expect(url('https://elsewhere.example/x')).toBe('https://elsewhere.example/x')
})

test('the session lives as long as the environment says', () => {
  const body = JSON.stringify(operation('get-session').acknowledgement.success.body)
  expect(openapi.session?.read(200, body, context)).toMatchObject({ kind: 'token', expiresInSeconds: 1800 })
  const other = { ...context, credentials: { sessionMinutes: 'soon' } }
  expect(openapi.session?.read(200, body, other)).toMatchObject({ expiresInSeconds: 3600 })
  expect(openapi.session?.read(400, '{"output_ResponseCode":"INS-989"}', context)).toMatchObject({
    kind: 'refused',
    code: 'INS-989',
  })
})

test('a missing key is named', () => {
  const planWithout = (change: Partial<PlanContext>) => () =>
    openapi.plan(operation('get-session'), {}, { ...context, ...change })
  expect(planWithout({ credentials: {} })).toThrow(PlanError)
  expect(planWithout({ certificate: undefined })).toThrow(PlanError)
  expect(planWithout({ market: markets.kenya })).toThrow(PlanError)
})

test('the published keys have 4096 bits and make bearers of 684 characters', () => {
  for (const { pem } of openapi.publicKeys ?? []) {
    const { request } = openapi.plan(operation('get-session'), {}, { ...context, certificate: pem })
    expect(request.headers.find(([name]) => name === 'Authorization')?.[1]).toHaveLength(
      'Bearer '.length + 684,
    )
  }
})

test('the other Mozambique portal’s results are not understood here', () => {
  const body = { input_OriginalConversationID: 'a', input_ThirdPartyReference: 'b', input_ResultCode: '0' }
  expect(openapi.callback(message(body))).toBeUndefined()
})
