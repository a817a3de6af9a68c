import { beforeEach, describe, expect, test } from 'vitest'
import { worldTransactions } from '@/db/schema'
import { callback } from '@/lib/catalogue/daraja/callbacks'
import type { Json } from '@/lib/catalogue/types'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { getRun } from '../runs/get-run'
import { sendRun } from '../runs/send-run'
import { listCallbacks } from './list-callbacks'
import { recordCallback } from './record-callback'

const receipt = 'UKK4T9W2QX'

let deps: TestDeps
let ids = 0
beforeEach(() => {
  deps = testDeps()
  deps.http.answer((request) => {
    ids += 1
    return answered(200, {
      OriginatorCoversationID: `oc-${ids}`,
      ...(request.url.includes('stkpush') && {
        CheckoutRequestID: `ws_${ids}`,
        MerchantRequestID: `m-${ids}`,
      }),
      ResponseCode: '0',
      ResponseDescription: 'Accept the service request successfully.',
    })
  })
})

const sent = async (operation: string, values: Record<string, Json>) => {
  const run = await sendRun(deps, deps.actor(), { operation, environment: 'local', sendAnyway: true, values })
  return { id: run.id, originator: `oc-${ids}` }
}

const simulated = () =>
  sent('daraja.c2b-simulate-v2', {
    ShortCode: 600321,
    CommandID: 'CustomerPayBillOnline',
    Amount: '150',
    Msisdn: '254708374149',
    BillRefNumber: 'INV-2041',
  })

const pushValues = {
  BusinessShortCode: 600321,
  TransactionType: 'CustomerPayBillOnline',
  Amount: '150',
  PartyA: '254708374149',
  PartyB: '600321',
  PhoneNumber: '254708374149',
  AccountReference: 'INV-1',
  TransactionDesc: 'Test',
}

/** The emulator's books say which request a payment came from. */
const booked = (originator: string, of = receipt) =>
  deps.db
    .insert(worldTransactions)
    .values({
      workspaceId: deps.workspaceId,
      id: `TX-${of}`,
      receipt: of,
      payer: '254708374149',
      payee: '600321',
      state: 'completed',
      originatorConversationId: originator,
      createdAt: deps.clock(),
      data: {},
    })
    .run()

const came = async (body: Json, path = '') => {
  await recordCallback(deps, 'local', {
    method: 'POST',
    path: `/hook/local${path}`,
    query: '',
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(JSON.stringify(body)),
    remoteAddress: '',
  })
  // Linking follows the answer in later turns of the event loop.
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
  const [newest] = listCallbacks(deps, deps.actor()).callbacks
  if (!newest) throw new Error('nothing was captured')
  return newest
}

const validation = callback('c2b-validation', { to: '' }).example
const confirmation = callback('c2b-confirmation', { to: '' }).example
const bill = callback('bill-payment', { to: '' }).example
const result = callback('result', { to: '' }).example

describe('a notice of a payment carries no id of the request that made the customer pay', () => {
  test.each([
    ['c2b-validation', validation, '/validation'],
    ['c2b-confirmation', confirmation, '/confirmation'],
    ['bill-payment', bill, ''],
  ])('the emulator’s books join it: %s', async (kind, body, path) => {
    const run = await simulated()
    booked(run.originator)
    expect(await came(body, path)).toMatchObject({ kind, runId: run.id })
  })

  test('no other message goes by the books, even where it names the receipt', async () => {
    const run = await simulated()
    booked(run.originator)
    expect(await came(result)).toMatchObject({ kind: 'result', receipt, runId: null })
  })

  test('nor does a notice of a payment that they do not know, or that another request made', async () => {
    const run = await simulated()
    const other = await simulated()
    booked(run.originator, 'UKK0000001')
    expect(await came(confirmation, '/confirmation')).toMatchObject({
      runId: null,
      mismatch: { field: 'receipt', expected: '', got: receipt },
    })
    booked(other.originator)
    expect((await came(confirmation, '/confirmation')).runId).toBe(other.id)
  })

  test('nor do the books of another workspace join it', async () => {
    const run = await simulated()
    booked(run.originator)
    deps.db.$client.exec("pragma foreign_keys = off; update world_transactions set workspace_id = 'other'")
    expect((await came(confirmation, '/confirmation')).runId).toBeNull()
  })

  test('its receipt is the run’s from then on: what comes after it needs no books', async () => {
    const run = await simulated()
    booked(run.originator)
    await came(confirmation, '/confirmation')
    deps.db.delete(worldTransactions).run()
    expect((await came(bill)).runId).toBe(run.id)
    expect(getRun(deps, deps.actor(), run.id)).toMatchObject({
      receipt,
      amountCents: 15_000,
      currency: 'KES',
      callbackCount: 2,
    })
  })

  test('a question gives the run no receipt: nothing is paid yet', async () => {
    const run = await simulated()
    booked(run.originator)
    await came(validation, '/validation')
    expect(getRun(deps, deps.actor(), run.id)).toMatchObject({ receipt: null, amountCents: 15_000 })
  })
})

test('the path of a run goes before its ids and before the books', async () => {
  const paid = await simulated()
  const named = await simulated()
  booked(paid.originator)
  expect((await came(confirmation, `/r/${named.id}/confirmation`)).runId).toBe(named.id)
})

test('notices that came before anybody knew their run join it with its receipt, each in its time', async () => {
  const push = await sent('daraja.stk-push', pushValues)
  deps.pass(1000)
  // The local sandbox has no such payment in its books.
  expect((await came(confirmation, '/confirmation')).runId).toBeNull()
  expect((await came(confirmation, '/confirmation')).runId).toBeNull()
  await came({
    Body: {
      stkCallback: {
        MerchantRequestID: `m-${ids}`,
        CheckoutRequestID: `ws_${ids}`,
        ResultCode: 0,
        ResultDesc: 'ok',
        CallbackMetadata: { Item: [{ Name: 'MpesaReceiptNumber', Value: receipt }] },
      },
    },
  })
  const { callbacks } = getRun(deps, deps.actor(), push.id)
  expect(callbacks.map(({ kind, timing, duplicateOf }) => [kind, timing, duplicateOf !== null])).toEqual([
    ['c2b-confirmation', 'usual', false],
    ['c2b-confirmation', 'usual', true],
    ['stk-result', 'usual', false],
  ])
  expect(callbacks.map(({ reference }) => reference)).toEqual(['INV-2041', 'INV-2041', 'INV-1'])
})

test('what overtook the answer is early once: its repetition is marked as that and nothing else', async () => {
  const ids = { CheckoutRequestID: 'ws_1', MerchantRequestID: 'm-1' }
  const outcome = { Body: { stkCallback: { ...ids, ResultCode: 1032, ResultDesc: 'Cancelled.' } } }
  deps.http.answer(async () => {
    await came(outcome)
    await came(outcome)
    deps.pass(50)
    return answered(200, { ...ids, ResponseCode: '0', ResponseDescription: 'ok' })
  })
  const push = await sent('daraja.stk-push', pushValues)
  const { callbacks, verdict } = getRun(deps, deps.actor(), push.id)
  expect(callbacks.map(({ timing, duplicateOf }) => [timing, duplicateOf !== null])).toEqual([
    ['early', false],
    ['usual', true],
  ])
  expect(verdict).toBe('failed')
})
