import { describe, expect, test } from 'vitest'
import type { Operation } from '@/lib/catalogue/types'
import { findOperation } from '@/lib/systems'
import { daraja } from '@/lib/systems/daraja'
import { mozambique } from '@/lib/systems/mozambique'
import { openapi } from '@/lib/systems/openapi'
import type { System } from '@/lib/systems/types'
import type { Values, WireRequest } from '@/lib/wire/types'
import type { WorldSettings } from '@/lib/world/types'
import { systemBench } from './system-bench'

/** What client libraries in the wild send, beyond what the systems' own tests show. */

const operationOf = (id: string): Operation => {
  const found = findOperation(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

const strict = { strictness: 'strict' } as const

const sent = (
  system: System,
  id: string,
  {
    change = {},
    spoil = (request) => request,
    settings = {},
  }: {
    change?: Values
    spoil?: (request: WireRequest) => WireRequest
    settings?: Partial<WorldSettings>
  },
) => {
  const bench = systemBench(system, settings)
  const answered = bench.send(spoil(bench.plan(operationOf(id), change)))
  return { bench, status: answered.answer.status, json: answered.json, notes: answered.notes.join(' ') }
}

const withBody =
  (change: (body: Record<string, unknown>) => object) =>
  (request: WireRequest): WireRequest => ({
    ...request,
    body: JSON.stringify(change(JSON.parse(request.body ?? '{}') as Record<string, unknown>)),
  })

const withHeader =
  (name: string, value: string | undefined) =>
  (request: WireRequest): WireRequest => ({
    ...request,
    headers: [
      ...request.headers.filter(([own]) => own.toLowerCase() !== name.toLowerCase()),
      ...(value === undefined ? [] : [[name, value] as [string, string]]),
    ],
  })

describe('Daraja', () => {
  test('a stamp in UTC is taken with a note of its distance, and refused in the strict reading', () => {
    // 09:15:30 in Nairobi is 06:15:30 in UTC.
    const change = { Timestamp: '20261120061530', CallBackURL: 'https://shop.example.com/paid' }
    const lenient = sent(daraja, 'daraja.stk-push', { change })
    expect([lenient.status, lenient.notes]).toEqual([200, expect.stringContaining('180 minutes away')])
    expect(sent(daraja, 'daraja.stk-push', { change, settings: strict }).status).toBe(500)
  })

  test('a clock that was read twice gives a password of another second, which is a wrong one', () => {
    const { bench } = sent(daraja, 'daraja.stk-push', {})
    const request = bench.plan(operationOf('daraja.stk-push'), { Timestamp: '20261120091530' })
    const { answer, json, notes } = bench.send(
      withBody((body) => ({ ...body, Timestamp: '20261120091531' }))(request),
    )
    expect([answer.status, json]).toMatchObject([500, { errorMessage: 'Wrong credentials' }])
    expect(notes.join(' ')).toContain('as they stand in the body')
  })

  test.each(['1', '2', '4', 4])('a status query by identifier type %o is taken', (IdentifierType) => {
    expect(sent(daraja, 'daraja.transaction-status', { change: { IdentifierType } }).status).toBe(200)
  })

  test.each([
    ['with fields that are not documented', withBody((body) => ({ ...body, Origin: 'shop', debug: true }))],
    ['with every number as text', withBody((body) => mapValues(body, String))],
    [
      'with another capital in the type of its body',
      withHeader('content-type', 'Application/JSON; charset=utf-8'),
    ],
    ['with its Host of the real service', withHeader('Host', 'sandbox.safaricom.co.ke')],
  ])('an STK push %s is taken', (_, spoil) => {
    expect(sent(daraja, 'daraja.stk-push', { spoil }).status).toBe(200)
  })

  test('a client that repeats after HTTP 500 is answered each time, and pays once', () => {
    const faults = [{ kind: 'http-500' as const, operation: 'daraja.stk-push', times: 2 }]
    const bench = systemBench(daraja, { faults })
    const request = bench.plan(operationOf('daraja.stk-push'))
    const statuses = [1, 2, 3].map(() => bench.send(request).answer.status)
    expect(statuses).toEqual([500, 500, 200])
    expect(bench.run()).toHaveLength(1)
  })
})

const mapValues = (body: Record<string, unknown>, change: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, change(value)]))

describe('OpenAPI', () => {
  const pay = 'openapi.c2b-single-stage'
  test.each([
    ['with fields that are not documented', withBody((body) => ({ ...body, input_Note: 'x', extra: [1] }))],
    ['with an Origin that is a host', withHeader('Origin', 'shop.example.com')],
    ['without an Origin', withHeader('Origin', undefined)],
    ['with a charset', withHeader('Content-Type', 'application/json;charset=UTF-8')],
  ])('a payment %s is taken', (_, spoil) => {
    expect(sent(openapi, pay, { spoil }).json).toMatchObject({ output_ResponseCode: 'INS-0' })
  })

  test('a session before every call is given, and each works', () => {
    const bench = systemBench(openapi)
    const codes = [1, 2, 3].map((index) => {
      const ask = openapi.session?.plan(bench.context)
      const { json } = ask ? bench.send(ask.request) : { json: null }
      bench.context.token = String((json as Record<string, string>).output_SessionID)
      const request = bench.plan(operationOf(pay), {
        input_ThirdPartyConversationID: `call${index}`,
        input_ResponseURL: undefined,
      })
      return (bench.send(request).json as Record<string, string>).output_ResponseCode
    })
    expect(codes).toEqual(['INS-0', 'INS-0', 'INS-0'])
  })
})

describe('Mozambique', () => {
  test.each([
    ['of the portal’s host', withHeader('Origin', 'developer.mpesa.vm.co.mz')],
    ['of *', withHeader('Origin', '*')],
    ['that nobody knows', withHeader('Origin', 'https://shop.example.com')],
    ['at all missing', withHeader('Origin', undefined)],
  ])('an Origin %s is taken', (_, spoil) => {
    expect(sent(mozambique, 'mozambique.c2b-payment', { spoil }).status).toBe(201)
  })

  test.each([
    ['fields that are not documented', withBody((body) => ({ ...body, input_Country: 'MOZ' }))],
    ['an amount with cents as text', withBody((body) => ({ ...body, input_Amount: '10.00' }))],
  ])('%s are taken', (_, spoil) => {
    expect(sent(mozambique, 'mozambique.c2b-payment', { spoil }).status).toBe(201)
  })

  test('a business pays another under the two party codes', () => {
    const request = sent(mozambique, 'mozambique.b2b-payment', {})
    expect([request.status, request.json]).toMatchObject([201, { output_ResponseCode: 'INS-0' }])
  })
})
