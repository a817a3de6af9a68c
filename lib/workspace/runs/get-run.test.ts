import { beforeEach, expect, test } from 'vitest'
import { environments } from '@/db/schema'
import type { Json } from '@/lib/catalogue/types'
import { exampleOf } from '@/lib/derive'
import { findOperation } from '@/lib/systems'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { recordCallback } from '../callbacks/record-callback'
import { getRun } from './get-run'
import { sendRun } from './send-run'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})

const accepted = { ResponseCode: '0', ResponseDescription: 'Success. Request accepted for processing' }
const billManagerSuccess = { Status_Message: 'Invoice sent successfully', resmsg: 'Success', rescode: '200' }

const send = async (name: string, answer: Json, change: Record<string, Json> = {}) => {
  deps.http.answer(() => answered(200, answer))
  const operation = findOperation(`daraja.${name}`)
  if (!operation) throw new Error(`no ${name}`)
  const values = { ...exampleOf(operation), ...change }
  const input = { operation: operation.id, environment: 'local', values, sendAnyway: true }
  return (await sendRun(deps, deps.actor(), input)).id
}

const next = (id: string) =>
  getRun(deps, deps.actor(), id).followUps.map(({ operation, values }) => ({ operation, values }))

test('an accepted push can be queried, and be reversed once its receipt is known', async () => {
  const id = await send(
    'stk-push',
    { ...accepted, MerchantRequestID: 'm-1', CheckoutRequestID: 'ws_CO_1' },
    { Amount: '25', PartyB: '174379' },
  )
  const query = { operation: 'daraja.stk-query', values: { CheckoutRequestID: 'ws_CO_1' } }
  expect(next(id)).toEqual([query])

  const paid = {
    MerchantRequestID: 'm-1',
    CheckoutRequestID: 'ws_CO_1',
    ResultCode: 0,
    ResultDesc: 'The service request is processed successfully.',
    CallbackMetadata: { Item: [{ Name: 'MpesaReceiptNumber', Value: 'UKK4T9W2QX' }] },
  }
  await recordCallback(deps, 'local', {
    method: 'POST',
    path: '/hook/local',
    query: '',
    headers: [],
    body: Buffer.from(JSON.stringify({ Body: { stkCallback: paid } })),
    remoteAddress: '',
  })
  // Linking follows the answer in later turns of the event loop.
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
  expect(next(id)).toEqual([
    query,
    { operation: 'daraja.transaction-status', values: { TransactionID: 'UKK4T9W2QX', PartyA: '174379' } },
    {
      operation: 'daraja.reversal',
      values: { TransactionID: 'UKK4T9W2QX', Amount: '25', ReceiverParty: '174379' },
    },
  ])
})

test('a payout can be asked for by its originator conversation id before any receipt', async () => {
  const ids = { ConversationID: 'AG_1', OriginatorConversationID: 'oc-1' }
  const id = await send('b2c-v1', { ...accepted, ...ids })
  expect(next(id)).toEqual([
    { operation: 'daraja.transaction-status', values: { OriginalConversationID: 'oc-1' } },
  ])
})

test('a field of the request leads on', async () => {
  deps.db
    .update(environments)
    .set({ settings: { shortcode: '600000', billManagerAppKey: 'AG_1' } })
    .run()
  const id = await send('billmanager-single-invoice', billManagerSuccess, { externalReference: 'JR-9' })
  expect(next(id)).toEqual([
    { operation: 'daraja.billmanager-change-invoice', values: { externalReference: 'JR-9' } },
    { operation: 'daraja.billmanager-cancel-single', values: { externalReference: 'JR-9' } },
  ])
})

test('what was refused leads nowhere', async () => {
  deps.http.answer(() => answered(404, { errorCode: '404.001.03', errorMessage: 'Invalid Access Token' }))
  expect(next(await send('stk-push', { errorCode: '404.001.03' }))).toEqual([])
})

test.each([
  ['what a customer paid', '254708374149 - Asha Test', '600321 - Jaribu Test', ['daraja.reversal']],
  ['a payout', '600321 - Jaribu Test', '254708374149 - Asha Test', []],
  ['a payment between organisations', '600321 - Jaribu Test', '600000 - Jaribu', []],
])('a status query leads on to a reversal of %s only where the API has one', async (_, from, to, offered) => {
  const ids = { ConversationID: 'AG_7', OriginatorConversationID: 'oc-7' }
  const id = await send('transaction-status', { ...accepted, ...ids })
  const parameters = { DebitPartyName: from, CreditPartyName: to, Amount: 25, ReceiptNo: 'UKK4T9W2QX' }
  const Result = {
    ResultType: 0,
    ResultCode: 0,
    ResultDesc: 'The service request is processed successfully.',
    ...ids,
    TransactionID: 'UKK0000000',
    ResultParameters: {
      ResultParameter: Object.entries(parameters).map(([Key, Value]) => ({ Key, Value })),
    },
  }
  await recordCallback(deps, 'local', {
    method: 'POST',
    path: '/hook/local',
    query: '',
    headers: [],
    body: Buffer.from(JSON.stringify({ Result })),
    remoteAddress: '',
  })
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
  expect(next(id).map(({ operation }) => operation)).toEqual(offered)
})
