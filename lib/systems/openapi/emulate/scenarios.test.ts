import { describe, expect, test } from 'vitest'
import { openapiOperations } from '@/lib/catalogue/openapi'
import { owedAnswer } from '@/lib/systems/callbacks'
import type { Values } from '@/lib/wire/types'
import { systemBench } from '@/tests/system-bench'
import { openapi } from '..'

// M-Pesa OpenAPI portal, testing page: each published value with what it is answered with.
// 503 has no code there, and neither has `Missing Reference`: INS-16 and INS-20 are our guesses.
type Case = [value: string, status: number, code: string]

const ends = (zeros: string, cases: [last: string, status: number, code: string][]): Case[] =>
  cases.map(([last, status, code]) => [`${zeros}${last}`, status, code])

const payouts: [string, number, string][] = [
  ['1', 201, 'INS-0'],
  ['2', 400, 'INS-1'],
  ['3', 401, 'INS-6'],
  ['4', 408, 'INS-9'],
  ['5', 400, 'INS-15'],
  ['6', 422, 'INS-2006'],
  ['7', 503, 'INS-16'],
]
const mandates: [string, number, string][] = [
  ['1', 201, 'INS-0'],
  ['2', 400, 'INS-1'],
  ['3', 401, 'INS-6'],
  ['4', 408, 'INS-9'],
  ['5', 503, 'INS-16'],
]

const scenarios: { name: string; field: string; cases: Case[] }[] = [
  {
    name: 'c2b-single-stage',
    field: 'input_CustomerMSISDN',
    cases: ends('00000000000', [
      ['1', 201, 'INS-0'],
      ['2', 408, 'INS-9'],
      ['3', 408, 'INS-9'],
      ['4', 401, 'INS-6'],
      ['5', 400, 'INS-1'],
      ['6', 401, 'INS-6'],
      ['7', 400, 'INS-15'],
      ['8', 422, 'INS-2006'],
      ['9', 503, 'INS-16'],
    ]),
  },
  {
    name: 'update-transaction-status',
    field: 'input_TransactionID',
    cases: ends('000000000000', [
      ['1', 201, 'INS-GAR-0'],
      ['2', 400, 'INS-1'],
      ['3', 401, 'INS-6'],
      ['4', 503, 'INS-16'],
    ]),
  },
  { name: 'b2c-single-stage', field: 'input_CustomerMSISDN', cases: ends('00000000000', payouts) },
  { name: 'b2b-single-stage', field: 'input_ReceiverPartyCode', cases: ends('00000', payouts) },
  {
    name: 'reversal',
    field: 'input_TransactionID',
    cases: ends('000000000000', [
      ['1', 201, 'INS-0'],
      ['2', 400, 'INS-1'],
      ['3', 401, 'INS-6'],
      ['4', 400, 'INS-15'],
      ['5', 422, 'INS-2006'],
      ['6', 400, 'INS-35'],
      ['7', 503, 'INS-16'],
    ]),
  },
  {
    name: 'query-transaction-status',
    field: 'input_QueryReference',
    cases: [
      ...ends('00000000000', [
        ['1', 200, 'INS-0'],
        ['2', 400, 'INS-1'],
        ['3', 401, 'INS-6'],
        ['7', 503, 'INS-16'],
      ]),
      ...ends('00000000000000000000', [
        ['1', 200, 'INS-0'],
        ['2', 400, 'INS-20'],
        ['3', 400, 'INS-1'],
        ['4', 401, 'INS-6'],
        ['5', 503, 'INS-16'],
      ]),
    ],
  },
  { name: 'direct-debit-create', field: 'input_CustomerMSISDN', cases: ends('00000000000', mandates) },
  {
    name: 'direct-debit-payment',
    field: 'input_ThirdPartyReference',
    cases: ends('0000000000000000000', mandates),
  },
  {
    name: 'direct-debit-query',
    field: 'input_ThirdPartyReference',
    cases: [
      ...ends('0000000000000000000', [
        ['1', 200, 'INS-0'],
        ['2', 500, 'INS-1'],
        ['3', 401, 'INS-6'],
        ['4', 408, 'INS-9'],
        ['5', 500, 'INS-1'],
      ]),
      ['99999999999999999999', 400, 'INS-999'],
    ],
  },
  {
    name: 'direct-debit-cancel',
    field: 'input_ThirdPartyReference',
    cases: [...ends('0000000000000000000', mandates), ['99999999999999999999', 400, 'INS-999']],
  },
]

const call = (name: string, change: Values) => {
  const entry = openapiOperations.find((operation) => operation.name === name)
  if (!entry) throw new Error(`no ${name}`)
  const bench = systemBench(openapi)
  const answered = bench.send(bench.plan(entry, change))
  return { bench, status: answered.answer.status, body: answered.json as Record<string, string> }
}

describe.each(scenarios)('the published values of $name', ({ name, field, cases }) => {
  test.each(cases)('%s is answered %i %s', (value, status, code) => {
    const { bench, body, status: given } = call(name, { input_ResponseURL: undefined, [field]: value })
    expect([given, body.output_ResponseCode]).toEqual([status, code])
    expect(bench.sums().every((sum) => sum === 0)).toBe(true)
  })
})

const results = 'https://me.example/results'

test.each([
  'https:me.example/results',
  'https:///me.example/results',
  ' https://me.example/results',
  'https://me.example/re sults',
  'https://me\u200b.example/results',
  'me.example/results',
])('results are sent to no address that a machine would have to repair: %j', (address) => {
  const { bench, status, body } = call('b2c-single-stage', { input_ResponseURL: address })
  expect([status, body.output_ResponseCode]).toEqual([400, 'INS-21'])
  expect(bench.run()).toEqual([])
})

describe('a scenario of asynchronous mode', () => {
  test.each([
    ['c2b-single-stage', 'input_CustomerMSISDN', '000000000001', 'INS-0'],
    ['c2b-single-stage', 'input_CustomerMSISDN', '000000000003', 'INS-9'],
    ['c2b-single-stage', 'input_CustomerMSISDN', '000000000004', 'INS-6'],
    ['c2b-single-stage', 'input_CustomerMSISDN', '000000000008', 'INS-2006'],
    ['b2c-single-stage', 'input_CustomerMSISDN', '000000000006', 'INS-2006'],
    ['b2b-single-stage', 'input_ReceiverPartyCode', '000003', 'INS-6'],
    ['reversal', 'input_TransactionID', '0000000000001', 'INS-0'],
    ['direct-debit-create', 'input_CustomerMSISDN', '000000000004', 'INS-9'],
  ])('%s %s %s is accepted, told later as %s, and owed an acknowledgement', (name, field, value, code) => {
    const { bench, status, body } = call(name, { input_ResponseURL: results, [field]: value })
    expect([status, body.output_ResponseCode]).toEqual([201, 'INS-0'])
    const [sent, ...more] = bench.run()
    expect(more).toEqual([])
    if (!sent?.due.request) throw new Error('nothing was sent')
    const { method, url, headers } = sent.due.request
    expect([method, url]).toEqual(['POST', results])
    const told = sent.body as Record<string, string>
    expect(told).toMatchObject({
      input_OriginalConversationID: body.output_ConversationID,
      input_ThirdPartyConversationID: body.output_ThirdPartyConversationID,
      input_ResultCode: code,
    })
    const meaning = openapi.callback({
      method,
      path: '/hook/local',
      query: '',
      headers,
      body: Buffer.from(JSON.stringify(told)),
      remoteAddress: '127.0.0.1',
    })
    expect(meaning).toMatchObject({ code, outcome: code === 'INS-0' ? 'success' : expect.any(String) })
    if (!meaning) return
    const owed = owedAnswer(meaning)
    expect(owed?.status).toBe(200)
    expect(JSON.parse(String(owed?.body))).toMatchObject({
      output_OriginalConversationID: told.input_OriginalConversationID,
      output_ThirdPartyConversationID: told.input_ThirdPartyConversationID,
      output_ResponseCode: '0',
    })
    expect(bench.sums().every((sum) => sum === 0)).toBe(true)
  })
})
