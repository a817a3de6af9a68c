import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callbackKeys } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { WireMessage } from '@/lib/wire/types'
import { answered, type TestDeps, testDeps, unreachable } from '@/tests/deps'
import { changeInbox } from '../inboxes/change-inbox'
import { getRun } from '../runs/get-run'
import { type SendInput, sendRun } from '../runs/send-run'
import { waitForRun } from '../runs/wait-for-run'
import { largestBody } from './capture-answers'
import { getCallback, getCallbackBody } from './get-callback'
import { listCallbacks, readCallbacks } from './list-callbacks'
import { recordCallback } from './record-callback'

const message = (body: unknown, at = '/hook/local', rest: Partial<WireMessage> = {}): WireMessage => ({
  method: 'POST',
  path: at,
  query: '',
  headers: [['Content-Type', 'application/json']],
  body:
    body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  remoteAddress: '196.201.214.200',
  ...rest,
})

const stkResult = (code = 0, checkoutId = 'ws_CO_1') => ({
  Body: {
    stkCallback: {
      MerchantRequestID: `m-${checkoutId}`,
      CheckoutRequestID: checkoutId,
      ResultCode: code,
      ResultDesc:
        code === 0 ? 'The service request is processed successfully.' : 'Request Cancelled by user.',
      ...(code === 0 && {
        CallbackMetadata: {
          Item: [
            { Name: 'Amount', Value: 1 },
            { Name: 'MpesaReceiptNumber', Value: 'UKK4T9W2QX' },
            { Name: 'PhoneNumber', Value: 254708374149 },
          ],
        },
      }),
    },
  },
})

const push: SendInput = {
  operation: 'daraja.stk-push',
  environment: 'local',
  values: {
    BusinessShortCode: 174379,
    TransactionType: 'CustomerPayBillOnline',
    Amount: '1',
    PartyA: '254708374149',
    PartyB: '174379',
    PhoneNumber: '254708374149',
    AccountReference: 'INV-1',
    TransactionDesc: 'Test',
    CallBackURL: 'https://shop.example/hook/local',
  },
}
const payout: SendInput = {
  operation: 'daraja.b2c-v1',
  environment: 'local',
  sendAnyway: true,
  values: {
    InitiatorName: 'testapi',
    SecurityCredential: 'x',
    CommandID: 'BusinessPayment',
    Amount: '10',
    PartyA: '600000',
    PartyB: '254708374149',
    Remarks: 'ok',
  },
}

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
  deps.http.answer((request) =>
    answered(
      200,
      request.url.includes('stkpush')
        ? {
            MerchantRequestID: 'm-ws_CO_1',
            CheckoutRequestID: 'ws_CO_1',
            ResponseCode: '0',
            ResponseDescription: 'ok',
          }
        : {
            ConversationID: 'AG_1',
            OriginatorConversationID: 'oc-1',
            ResponseCode: '0',
            ResponseDescription: 'ok',
          },
    ),
  )
})

/** Linking follows the answer in later turns of the event loop. */
const settled = async () => {
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
}
const capture = async (...args: Parameters<typeof message>) => {
  const answer = await recordCallback(deps, 'local', message(...args))
  await settled()
  return answer
}
const send = async (input: SendInput = push) => (await sendRun(deps, deps.actor(), input)).id
const run = (id: string) => getRun(deps, deps.actor(), id)
const newest = () => {
  const [first] = listCallbacks(deps, deps.actor()).callbacks
  if (!first) throw new Error('nothing was captured')
  return first
}

describe('a callback finds its run', () => {
  test('by the ids of the acknowledgement', async () => {
    const id = await send()
    await capture(stkResult())
    expect(run(id)).toMatchObject({ verdict: 'paid', receipt: 'UKK4T9W2QX', callbackCount: 1 })
    expect(newest()).toMatchObject({ runId: id, timing: 'usual', duplicateOf: null })
  })

  test('by the run in its path, before the acknowledgement is back', async () => {
    let early: Promise<unknown> = Promise.resolve()
    deps.http.answer((request) => {
      const url = new URL(JSON.parse(request.body ?? '{}').CallBackURL)
      early = capture(stkResult(), url.pathname)
      return early.then(() => {
        deps.pass(50)
        return answered(200, {
          CheckoutRequestID: 'ws_CO_1',
          MerchantRequestID: 'm-ws_CO_1',
          ResponseCode: '0',
        })
      })
    })
    const id = await send({
      ...push,
      values: { ...push.values, CallBackURL: 'http://localhost:3000/hook/local' },
    })
    await early
    expect(run(id).verdict).toBe('paid')
    expect(newest()).toMatchObject({ runId: id, timing: 'early' })
    expect(run(id).timeline.find((entry) => entry.kind === 'callback')?.flags).toEqual(['early'])
  })

  test('by its ids, when it came before the acknowledgement to a foreign address', async () => {
    deps.http.answer(async () => {
      await capture(stkResult())
      deps.pass(50)
      return answered(200, {
        CheckoutRequestID: 'ws_CO_1',
        MerchantRequestID: 'm-ws_CO_1',
        ResponseCode: '0',
      })
    })
    const id = await send()
    expect(run(id)).toMatchObject({ verdict: 'paid', receipt: 'UKK4T9W2QX' })
    expect(newest()).toMatchObject({ runId: id, timing: 'early' })
  })

  test('twice before the acknowledgement is back: only the first is early', async () => {
    deps.http.answer(async (request) => {
      const { pathname } = new URL(JSON.parse(request.body ?? '{}').CallBackURL)
      await capture(stkResult(), pathname)
      await capture(stkResult(), pathname)
      deps.pass(50)
      return answered(200, {
        CheckoutRequestID: 'ws_CO_1',
        MerchantRequestID: 'm-ws_CO_1',
        ResponseCode: '0',
      })
    })
    const values = { ...push.values, CallBackURL: 'http://localhost:3000/hook/local' }
    const { callbacks } = run(await send({ ...push, values }))
    expect(callbacks.map(({ timing, duplicateOf }) => [timing, duplicateOf !== null])).toEqual([
      ['early', false],
      ['usual', true],
    ])
  })

  test('twice: the second is marked and changes nothing', async () => {
    const id = await send()
    await capture(stkResult())
    const first = newest().id
    await capture(stkResult())
    expect(newest()).toMatchObject({ runId: id, duplicateOf: first })
    expect(run(id)).toMatchObject({ verdict: 'paid', callbackCount: 2 })
  })

  test('late: a success after the queue timeout wins and is marked', async () => {
    const id = await send(payout)
    const result = {
      ResultCode: 0,
      ResultDesc: 'ok',
      ConversationID: 'AG_1',
      OriginatorConversationID: 'oc-1',
      TransactionID: 'UKK4T9W2QX',
    }
    await capture(
      { Result: { ...result, ResultCode: 1, TransactionID: 'UKK0000000' } },
      '/hook/local/timeout',
    )
    expect(run(id).verdict).toBe('timed-out')
    deps.pass(60_000)
    await capture({ Result: result }, '/hook/local/result')
    expect(run(id)).toMatchObject({ verdict: 'paid', receipt: 'UKK4T9W2QX' })
    expect(newest().timing).toBe('late')
  })

  test('after the answer got lost', async () => {
    deps.http.answer(() => unreachable('timeout'))
    const id = await send({ ...push, values: { ...push.values, CallBackURL: '' }, sendAnyway: true })
    await capture(stkResult(), `/hook/local/r/${id}`)
    expect(run(id).verdict).toBe('paid')
  })

  test('never when it is a stranger', async () => {
    const id = await send()
    await capture(stkResult(0, 'ws_CO_somebody_else'))
    expect(newest().runId).toBeNull()
    expect(run(id).verdict).toBe('pending')
  })

  test('never across workspaces', async () => {
    const id = await send()
    deps.db.$client.exec("update runs set workspace_id = 'other' where 0; ")
    await capture({ hello: 'world' }, '/hook/local/r/01HZZZZZZZZZZZZZZZZZZZZZZZ')
    expect(newest().runId).toBeNull()
    expect(run(id).callbackCount).toBe(0)
  })
})

test('a failure does not take a payment back', async () => {
  const id = await send()
  await capture(stkResult())
  await capture(stkResult(1032))
  expect(run(id).verdict).toBe('paid')
  expect(newest().timing).toBe('late')
})

test('a failure explains its code', async () => {
  const id = await send()
  await capture(stkResult(1032))
  expect(run(id)).toMatchObject({ verdict: 'failed', code: '1032' })
  expect(run(id).explanation?.id).toContain('1032')
})

test('a paid STK push takes the confirmation of the same receipt along', async () => {
  const confirmation = {
    TransID: 'UKK4T9W2QX',
    TransAmount: '1.00',
    BusinessShortCode: '174379',
    OrgAccountBalance: '5.00',
    MSISDN: '254708374149',
  }
  const id = await send()
  await capture(confirmation, '/hook/local/confirmation')
  expect(newest().runId).toBeNull()
  await capture(stkResult())
  expect(run(id).callbacks.map((callback) => callback.kind)).toEqual(['c2b-confirmation', 'stk-result'])
})

describe('a validation', () => {
  const asked = {
    TransactionType: 'Pay Bill',
    TransID: 'UKK4T9W2QX',
    TransTime: '20261120091530',
    TransAmount: '250.00',
    BusinessShortCode: '600000',
    BillRefNumber: 'INV-9',
    OrgAccountBalance: '',
    MSISDN: '254708374149',
  }
  const validation = (next: string) => changeInbox(deps, deps.actor(), 'local', { validation: next })

  test.each([
    ['accept', { ResultCode: 0, ResultDesc: 'Accepted' }],
    ['C2B00012', { ResultCode: 'C2B00012', ResultDesc: 'Rejected' }],
  ])('is answered as the inbox is set: %s', async (mode, body) => {
    validation(mode)
    const answer = await capture(asked, '/hook/local/validation')
    expect(JSON.parse(String(answer.body))).toEqual(body)
  })

  test('alone is refused: confirmations and results are answered as ever', async () => {
    validation('C2B00012')
    const confirmed = await capture({ ...asked, OrgAccountBalance: '1.00' }, '/hook/local/confirmation')
    expect(String(confirmed.body)).toBe('{"ResultCode":0,"ResultDesc":"Success"}')
    expect(String((await capture(stkResult())).body)).toBe('{"ResultCode":0,"ResultDesc":"Accepted"}')
  })

  test('alone is kept waiting: a question for a name is answered by a silent inbox, too', async () => {
    validation('silent')
    const question = {
      requestId: 'q-1',
      timestamp: '1795155330',
      accountNumber: 'INV-9',
      shortcode: '600000',
    }
    expect((await capture(question)).body).toBe('{"accountName":"Account INV-9"}')
  })

  test('of a silent inbox is stored at once and holds its caller until that hangs up', async () => {
    validation('silent')
    const caller = new AbortController()
    let isAnswered = false
    const answer = recordCallback(deps, 'local', message(asked, '/hook/local/validation'), {
      leaving: () => caller.signal,
    }).finally(() => {
      isAnswered = true
    })
    await settled()
    expect(isAnswered).toBe(false)
    const [stored] = (await readCallbacks(deps, deps.actor(), { inbox: 'local' })).callbacks
    expect(stored).toMatchObject({ kind: 'c2b-validation', answer: { status: 0, body: '' } })
    caller.abort()
    expect((await answer).status).toBe(503)
  })

  test('is not for a viewer to decide', () => {
    expect(() => changeInbox(deps, deps.actor('viewer'), 'local', { validation: 'silent' })).toThrow(Refusal)
  })
})

describe('an answer', () => {
  test.each([
    ['a validation', '/hook/local/validation', '{"ResultCode":0,"ResultDesc":"Accepted"}'],
    ['a confirmation', '/hook/local/confirmation', '{"ResultCode":0,"ResultDesc":"Success"}'],
  ])('to %s is what M-Pesa expects', async (_, at, body) => {
    const answer = await capture({ TransID: 'UKK4T9W2QX', TransAmount: '1', BusinessShortCode: '600000' }, at)
    expect(answer).toMatchObject({ status: 200, body })
  })

  test('is 404 for an unknown inbox and 413 above the limit, with nothing stored', async () => {
    expect((await recordCallback(deps, 'nobody', message('{}'))).status).toBe(404)
    expect((await capture(new Uint8Array(largestBody + 1))).status).toBe(413)
    expect((await capture(new Uint8Array(largestBody))).status).toBe(200)
    expect(listCallbacks(deps, deps.actor()).callbacks).toHaveLength(1)
  })

  test.each([
    ['nothing', ''],
    ['binary', new Uint8Array([0, 255, 254, 1, 123])],
    ['half a JSON body', '{"Body":{'],
    ['XML', '<?xml version="1.0"?><a>1</a>'],
    ['a form', 'a=1&b=%00'],
    ['depth', `{"Body":${'['.repeat(100_000)}`],
  ])('comes and the bytes are kept for %s', async (_, body) => {
    expect((await capture(body)).status).toBe(200)
    const kept = getCallbackBody(deps, deps.actor(), newest().id)
    expect(Buffer.from(kept).equals(Buffer.from(body as string))).toBe(true)
    expect((await getCallback(deps, deps.actor(), newest().id)).kind).toBe('unknown')
  })
})

describe('on disk', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'jaribu-'))
    deps = testDeps(path.join(folder, 'jaribu.db'))
  })
  afterEach(() => {
    deps.db.$client.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a callback is committed before its answer is known', async () => {
    const other = new Database(path.join(folder, 'jaribu.db'), { readonly: true })
    const seen = await recordCallback(deps, 'local', message(stkResult())).then(() =>
      other.prepare('select count(*) from arrivals').pluck().get(),
    )
    other.close()
    expect(seen).toBe(1)
    expect(deps.db.$client.pragma('synchronous', { simple: true })).toBe(2)
  })

  test('what arrives in one turn shares one commit', async () => {
    const version = () => other.pragma('data_version', { simple: true }) as number
    const other = new Database(path.join(folder, 'jaribu.db'))
    const before = version()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        recordCallback(deps, 'local', message(stkResult(0, `ws_${index}`))),
      ),
    )
    expect(answers).toHaveLength(50)
    const rows = other.prepare('select count(*) from arrivals').pluck().get()
    expect(rows).toBe(50)
    expect(version()).toBe(before + 1)
    other.close()
    await settled()
  })
})

describe('scripts', () => {
  test('read oldest first after a cursor, and the newest without one', async () => {
    await capture({ n: 1 })
    await capture({ n: 2 })
    const first = await readCallbacks(deps, deps.actor(), { inbox: 'local' })
    expect(first.callbacks.map((each) => each.body)).toEqual(['{"n":1}', '{"n":2}'])
    await capture({ n: 3 })
    const next = await readCallbacks(deps, deps.actor(), { inbox: 'local', after: first.cursor })
    expect(next.callbacks.map((each) => each.body)).toEqual(['{"n":3}'])
    expect(next.cursor).toBe(next.callbacks[0]?.id)
  })

  test('are woken while they wait', async () => {
    const waiting = readCallbacks(deps, deps.actor(), { inbox: 'local', after: 0, wait: 60 })
    await capture(new Uint8Array([255, 0]))
    const { callbacks } = await waiting
    expect(callbacks[0]).toMatchObject({
      bodyEncoding: 'base64',
      body: '/wA=',
      meaning: null,
      answer: { status: 200 },
    })
  })

  test('are woken when a run is over', async () => {
    const id = await send()
    const waiting = waitForRun(deps, deps.actor(), id, 60)
    await capture(stkResult())
    expect((await waiting).verdict).toBe('paid')
  })

  test('stop waiting when they leave', async () => {
    const stop = new AbortController()
    const waiting = readCallbacks(deps, deps.actor(), { after: 0, wait: 60 }, stop.signal)
    stop.abort()
    expect((await waiting).callbacks).toEqual([])
  })

  test('are refused an inbox of another workspace', async () => {
    const stranger = { ...deps.actor(), workspaceId: 'other' }
    await expect(async () => readCallbacks(deps, stranger, { inbox: 'local' })).rejects.toMatchObject({
      kind: 'not-found',
    })
  })
})

describe('search', () => {
  beforeEach(async () => {
    await capture(stkResult())
    await capture('<xml>Order-77 déjà</xml>')
  })
  test.each([
    ['a word of the body', 'order', 1],
    ['part of an id', 'ws_CO_1', 1],
    ['the receipt', 'ukk4t9w2qx', 1],
    ['the phone as people write it', '0708374149', 1],
    ['its last four digits', '4149', 1],
    ['without accents', 'deja', 1],
    ['quotes and operators', '" OR * NEAR(', 0],
    ['nothing that can be looked for', '!!', 0],
  ])('finds by %s', (_, q, count) => {
    expect(listCallbacks(deps, deps.actor(), { q }).callbacks).toHaveLength(count)
  })
  test('filters by kind, receipt and time', () => {
    const count = (filter: object) => listCallbacks(deps, deps.actor(), filter).callbacks.length
    expect(count({ kind: 'stk-result' })).toBe(1)
    expect(count({ receipt: 'UKK4T9W2QX' })).toBe(1)
    expect(count({ q: 'order', kind: 'stk-result' })).toBe(0)
    expect(count({ from: deps.clock() + 1 })).toBe(0)
    expect(count({ inbox: 'other' })).toBe(0)
  })
  test('filters by the kind of any system, and of one', async () => {
    await capture({ Result: { ResultCode: 0, ConversationID: 'AG_1', OriginatorConversationID: 'oc-1' } })
    await capture({
      input_OriginalConversationID: 'c-1',
      input_ThirdPartyReference: 'R-1',
      input_ResultCode: '0',
    })
    const titles = (kind: string) =>
      listCallbacks(deps, deps.actor(), { kind }).callbacks.map(({ kindTitle }) => kindTitle)
    expect(titles('result')).toEqual(['Mozambique result', 'Daraja result'])
    expect(titles('daraja.result')).toEqual(['Daraja result'])
    expect(titles('mozambique.result')).toEqual(['Mozambique result'])
    expect(titles('g2.result')).toEqual([])
    expect(titles('unknown')).toEqual(['Unknown'])
  })
})

test('a viewer sees no whole phone number, neither in lists nor in bodies', async () => {
  await capture(stkResult())
  const viewer = deps.actor('viewer')
  const { id } = newest()
  const body = Buffer.from(getCallbackBody(deps, viewer, id)).toString()
  const script = await readCallbacks(deps, viewer, {})
  const seen =
    JSON.stringify([listCallbacks(deps, viewer), await getCallback(deps, viewer, id), script]) + body
  expect(seen).not.toContain('254708374149')
  expect((await getCallback(deps, viewer, id)).sentence).toBe(
    'Paid KES 1.00 by 2547••••4149. Receipt UKK4T9W2QX.',
  )
  const { body: shown } = await getCallback(deps, viewer, id)
  expect(() => JSON.parse(shown)).not.toThrow()
})

test('a captured message can be sent again from a shell', async () => {
  await capture('{"it\'s":1}')
  expect((await getCallback(deps, deps.actor(), newest().id)).curl).toContain(
    `--data-binary '{"it'\\''s":1}'`,
  )
})

test('the feed tells of the callback and of its run, after both are stored', async () => {
  const id = await send()
  await capture(stkResult())
  const events = deps.announced()
  expect(events.filter((event) => event.type === 'callback').at(-1)?.data).toMatchObject({ runId: id })
  expect(events.filter((event) => event.type === 'run').at(-1)?.data).toMatchObject({
    verdict: 'paid',
    callbackCount: 1,
  })
  expect(deps.db.select().from(callbackKeys).all().length).toBe(3)
})
