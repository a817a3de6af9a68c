import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { auditEntries, environments, lastValues, runs } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { answered, type TestDeps, testDeps, unreachable } from '@/tests/deps'
import { openSecrets } from '../environments/secrets'
import { deleteRun } from './delete-run'
import { exportRun, exportRuns } from './export-run'
import { getRun } from './get-run'
import { listRuns } from './list-runs'
import { planRun } from './plan-run'
import { type SendInput, sendRun } from './send-run'

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
  },
}
const accepted = {
  MerchantRequestID: 'm-1',
  CheckoutRequestID: 'ws_CO_1',
  ResponseCode: '0',
  ResponseDescription: 'Success. Request accepted for processing',
}

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})

const send = async (input: SendInput = push) =>
  getRun(deps, deps.actor(), (await sendRun(deps, deps.actor(), input)).id)
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('a sent run', () => {
  test('is pending when the provider accepted, never paid', async () => {
    deps.http.answer(() => answered(200, accepted))
    const run = await send()
    expect(run).toMatchObject({ verdict: 'pending', amountCents: 100, currency: 'KES', reference: 'INV-1' })
    expect(run.keys).toContainEqual({ kind: 'checkout-id', value: 'ws_CO_1' })
    expect(run.timeline.map((entry) => entry.kind)).toEqual(['request', 'acknowledgement', 'waiting'])
    expect(run.followUps[0]).toMatchObject({
      operation: 'daraja.stk-query',
      values: { CheckoutRequestID: 'ws_CO_1' },
    })
  })

  test('is stored before anything leaves', async () => {
    let storedThen = 0
    deps.http.answer(() => {
      storedThen = deps.db.select().from(runs).all().length
      return answered(200, accepted)
    })
    await send()
    expect(storedThen).toBe(1)
  })

  test('has a callback URL of its own', async () => {
    const run = await send()
    expect(JSON.parse(deps.http.sent.at(-1)?.body ?? '{}').CallBackURL).toBe(
      `http://localhost:3000/hook/local/r/${run.id}`,
    )
  })

  test.each([
    ['refused', answered(404, { errorCode: '404.001.03', errorMessage: 'Invalid Access Token' }), 'refused'],
    ['unknown', answered(200, '<html>'), 'unknown'],
    ['unreachable', unreachable('timeout'), 'unreachable'],
  ] as const)('can be %s', async (_, result, verdict) => {
    deps.http.answer(() => result)
    expect((await send()).verdict).toBe(verdict)
  })

  test('explains the code that it was refused with', async () => {
    deps.http.answer(() => answered(500, { errorCode: '500.001.1001', errorMessage: 'Wrong credentials' }))
    expect((await send()).explanation?.message).toBe('Wrong credentials')
  })

  test('is cancelled by its signal and keeps that', async () => {
    const stop = new AbortController()
    deps.http.answer((request) => {
      stop.abort()
      return request.signal?.aborted ? unreachable('cancelled') : answered(200, accepted)
    })
    const { id } = await sendRun(deps, deps.actor(), push, stop.signal)
    expect(getRun(deps, deps.actor(), id)).toMatchObject({
      verdict: 'unreachable',
      unreachable: { cause: 'cancelled' },
    })
  })

  test('keeps the id that its sender made, once', async () => {
    const id = '01HZZZZZZZZZZZZZZZZZZZZZZZ'
    expect((await send({ ...push, id })).id).toBe(id)
    expect(await refusal(send({ ...push, id }))).toMatchObject({ kind: 'conflict' })
  })

  test('is announced when it starts and when it is answered', async () => {
    await send()
    expect(deps.announced().filter((event) => event.type === 'run')).toHaveLength(2)
  })

  test('remembers what was typed, for its sender', async () => {
    await send()
    expect(deps.db.select().from(lastValues).get()?.values).toEqual(push.values)
  })
})

test('what the provider is known to refuse is not sent, unless asked for', async () => {
  const wrong = { ...push, values: { ...push.values, Amount: '0' } }
  const error = await refusal(send(wrong))
  expect(error).toBeInstanceOf(Refusal)
  expect(Object.keys((error as Refusal).fields)).toContain('Amount')
  expect(deps.http.sent).toHaveLength(0)
  expect((await send({ ...wrong, sendAnyway: true })).sentAnyway).toBe(true)
  // And no later form begins with it.
  expect(deps.db.select().from(lastValues).all()).toEqual([])
})

test('no secret is stored, exported or listed', async () => {
  const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'
  deps.http.answer((request) =>
    // The gateway echoes the token that it was given.
    answered(401, {
      errorCode: '401.002.01',
      errorMessage: `Invalid Access Token - ${request.headers[0]?.[1]}`,
    }),
  )
  const run = await send({
    ...push,
    sendAnyway: true,
    values: { ...push.values, TransactionDesc: passkey },
  })
  await send({ operation: 'daraja.oauth-token', environment: 'local' })
  const sent = deps.http.sent.find((request) => request.url.includes('stkpush'))
  const password = JSON.parse(sent?.body ?? '{}').Password as string
  const kept = [
    JSON.stringify(deps.db.select().from(runs).all()),
    JSON.stringify(deps.announced()),
    exportRun(deps, deps.actor(), run.id, 'har').body,
    exportRuns(deps, deps.actor(), {}, 'json').body,
    JSON.stringify(deps.db.select().from(lastValues).all()),
  ].join('\n')
  for (const secret of [
    passkey,
    password,
    'test-access-token-0001',
    'jaribu-local-secret',
    'Safaricom999!*!',
  ]) {
    expect(kept).not.toContain(secret)
  }
  expect(kept).not.toContain(Buffer.from('jaribu-local-key:jaribu-local-secret').toString('base64'))
  expect(kept).toContain('[redacted]')
})

test('a key that the answer hands out is kept with the environment and hidden in the run', async () => {
  deps.http.answer(() =>
    answered(200, { app_key: 'AG_7316402259_884120367JR', resmsg: 'Success', rescode: '200' }),
  )
  const run = await send({
    operation: 'daraja.billmanager-optin',
    environment: 'local',
    sendAnyway: true,
    values: { shortcode: '600000' },
  })
  expect(run.verdict).toBe('done')
  expect(run.acknowledgement?.body).not.toContain('884120367JR')
  expect(openSecrets(deps, deps.environmentId).billManagerAppKey).toBe('AG_7316402259_884120367JR')
})

test('a token that was asked for as a run is the one in use', async () => {
  await send({ operation: 'daraja.oauth-token', environment: 'local' })
  const before = deps.http.sent.length
  await send()
  expect(deps.http.sent.slice(before).map((request) => request.url)).toEqual([
    'http://localhost:3000/emulator/daraja/mpesa/stkpush/v1/processrequest',
  ])
})

describe('production', () => {
  beforeEach(() => {
    deps.db.update(environments).set({ kind: 'production', name: 'Live' }).run()
  })

  test('asks for the name of the environment before money moves', async () => {
    expect(await refusal(send())).toMatchObject({ kind: 'precondition' })
    expect(deps.http.sent).toHaveLength(0)
    const live = {
      ...push,
      values: { ...push.values, CallBackURL: 'https://shop.co.ke/pay' },
      confirm: 'Live',
    }
    expect((await send(live)).environment.kind).toBe('production')
    expect(deps.db.select().from(auditEntries).all()).toHaveLength(1)
  })
})

test.each([
  ['local', 'http://localhost:3000/hook/local', true],
  ['sandbox', 'http://localhost:3000/hook/local', false],
  ['sandbox', 'http://shop.co.ke/pay', true],
  ['sandbox', 'https://shop.co.ke/mpesa', false],
  ['production', 'http://shop.co.ke/pay', false],
  ['production', 'https://shop.ngrok.io/pay', false],
  ['production', 'https://shop.co.ke/pay', true],
] as const)('in a %s environment the callback URL %s is fine: %s', async (kind, CallBackURL, isFine) => {
  deps.db.update(environments).set({ kind, name: 'Live' }).run()
  const input = { ...push, confirm: 'Live', values: { ...push.values, CallBackURL } }
  const fields = planRun(deps, deps.actor(), { ...input, id: undefined }).issues.map(({ field }) => field)
  expect(fields).toEqual(isFine ? [] : ['CallBackURL'])
  const refused = await refusal(send(input))
  if (isFine) expect(refused).toBeUndefined()
  else expect(refused).toMatchObject({ kind: 'invalid', fields: { CallBackURL: [expect.any(String)] } })
  expect(await send({ ...input, sendAnyway: true })).toMatchObject({ sentAnyway: true })
})

test('a viewer sends, plans and deletes nothing', async () => {
  const viewer = deps.actor('viewer')
  expect(await refusal(sendRun(deps, viewer, push))).toMatchObject({ kind: 'forbidden' })
  expect(() => planRun(deps, viewer, push)).toThrow(Refusal)
  const run = await send()
  expect(() => deleteRun(deps, viewer, run.id)).toThrow(Refusal)
})

test('a viewer sees no whole phone number', async () => {
  deps.http.answer(() => answered(200, accepted))
  const run = await send()
  const seen = JSON.stringify([
    getRun(deps, deps.actor('viewer'), run.id),
    listRuns(deps, deps.actor('viewer')),
  ])
  expect(seen).not.toContain('254708374149')
  expect(seen).toContain('2547••••4149')
})

test('runs are listed by id, short name and name of their environment alike', async () => {
  const { id, environment } = await send()
  const listed = (environment: string) =>
    listRuns(deps, deps.actor(), { environment }).runs.map((run) => run.id)
  for (const said of [environment.id, 'local', environment.name]) expect(listed(said)).toEqual([id])
  expect(listed('no-such')).toEqual([])
})

test('a plan shows what is derived, hides the token and says what is wrong', () => {
  const plan = planRun(deps, deps.actor(), { ...push, values: { ...push.values, Amount: '0' } })
  expect(plan.derived).toEqual(expect.arrayContaining(['Timestamp', 'Password']))
  expect(plan.issues.map((issue) => issue.field)).toEqual(['Amount'])
  expect(plan.request.headers).toContainEqual(['Authorization', 'Bearer <access token>'])
  expect(plan.missing).toBeNull()
})

test('an STK query tells the push that it was paid', async () => {
  deps.http.answer((request) =>
    answered(
      200,
      request.url.includes('query')
        ? { ...accepted, ResultCode: '0', ResultDesc: 'The service request is processed successfully.' }
        : accepted,
    ),
  )
  const pushed = await send()
  deps.pass(1000)
  const query = await send({
    operation: 'daraja.stk-query',
    environment: 'local',
    values: { BusinessShortCode: 174379, CheckoutRequestID: 'ws_CO_1' },
    sendAnyway: true,
  })
  expect(query.verdict).toBe('done')
  const now = getRun(deps, deps.actor(), pushed.id)
  expect(now.verdict).toBe('paid')
  expect(now.timeline.map((entry) => entry.kind)).toContain('related-run')
})

test('runs are listed newest first, page by page, and found by what they carry', async () => {
  deps.http.answer(() => answered(200, accepted))
  const first = await send()
  const second = await send({ ...push, values: { ...push.values, AccountReference: 'OTHER' } })
  const page = listRuns(deps, deps.actor(), { limit: 1 })
  expect(page.runs.map((run) => run.id)).toEqual([second.id])
  expect(
    listRuns(deps, deps.actor(), { before: page.cursor ?? undefined }).runs.map((run) => run.id),
  ).toEqual([first.id])
  expect(listRuns(deps, deps.actor(), { q: 'OTHER' }).runs.map((run) => run.id)).toEqual([second.id])
  expect(listRuns(deps, deps.actor(), { q: 'ws_CO_1' }).runs.length).toBeGreaterThan(0)
  expect(listRuns(deps, deps.actor(), { q: '100%' }).runs).toEqual([])
  deleteRun(deps, deps.actor(), first.id)
  expect(deps.db.select().from(runs).where(eq(runs.id, first.id)).all()).toEqual([])
})
