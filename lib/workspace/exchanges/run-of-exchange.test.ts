import { beforeEach, describe, expect, test } from 'vitest'
import { type RunRow, runOf } from '@/db/queries/runs'
import type { WireMessage } from '@/lib/wire/types'
import { answered, type TestDeps, testDeps, unreachable } from '@/tests/deps'
import { recordCallback } from '../callbacks/record-callback'
import { homeView } from '../home'
import { getRun } from '../runs/get-run'
import { listRuns } from '../runs/list-runs'
import { sendRun } from '../runs/send-run'
import { emulateAndWait } from '../world/emulate'
import { setValidation } from '../world/organisations'
import { payFromPhone } from '../world/payments'
import { listPhones } from '../world/phones'
import { drainDue } from '../world/run-due'
import { seedWorkspaceWorld } from '../world/seed-world'
import { flushBehind } from './write-behind'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
  seedWorkspaceWorld(deps, deps.workspaceId)
})

const basic = `Basic ${Buffer.from('jaribu-local-key:jaribu-local-secret').toString('base64')}`
const agent: [string, string] = ['User-Agent', 'python-requests/2.31.0']

const send = (message: Partial<WireMessage> & { path: string }) =>
  emulateAndWait(deps, 'daraja', {
    method: 'POST',
    query: '',
    headers: [agent],
    body: new Uint8Array(),
    remoteAddress: '10.0.0.9',
    ...message,
  })

const tokenOf = async () => {
  const { answer } = await send({
    method: 'GET',
    path: '/oauth/v1/generate',
    query: 'grant_type=client_credentials',
    headers: [['Authorization', basic], agent],
  })
  return (JSON.parse(String(answer.body)) as { access_token: string }).access_token
}

const post = async (path: string, body: object, headers: [string, string][] = [], token?: string) => {
  const { answer } = await send({
    path,
    headers: [
      ['Authorization', `Bearer ${token ?? (await tokenOf())}`],
      ['Content-Type', 'application/json'],
      agent,
      ...headers,
    ],
    body: Buffer.from(JSON.stringify(body)),
  })
  return JSON.parse(String(answer.body)) as Record<string, string>
}

const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'
const password = Buffer.from(`174379${passkey}20261120091530`).toString('base64')
const push = {
  BusinessShortCode: '174379',
  Password: password,
  Timestamp: '20261120091530',
  TransactionType: 'CustomerPayBillOnline',
  Amount: '150',
  PartyA: '254708374149',
  PartyB: '174379',
  PhoneNumber: '254708374149',
  CallBackURL: 'http://localhost:3000/hook/local/stk',
  AccountReference: 'INV-7',
  TransactionDesc: 'Order',
}
const pay = (change: object = {}, headers: [string, string][] = []) =>
  post('/mpesa/stkpush/v1/processrequest', { ...push, ...change }, headers)

/** Lets everything happen that falls due; what leaves for our own inbox arrives there. */
const letPass = async (ms: number) => {
  deps.http.answer(async ({ url, method, headers, body }) => {
    const { pathname, search, origin } = new URL(url)
    if (pathname === '/refuses/validation')
      return answered(200, { ResultCode: 'C2B00012', ResultDesc: 'Rejected' })
    if (pathname === '/silent/validation') return unreachable('timeout')
    if (pathname.startsWith('/c2b/')) return answered(200, { ResultCode: 0, ResultDesc: 'Accepted' }, 37)
    if (origin !== 'http://localhost:3000') return answered(201, 'booked', 37)
    const message = { method, path: pathname, query: search.slice(1), headers, remoteAddress: '127.0.0.1' }
    const taken = recordCallback(deps, 'local', { ...message, body: Buffer.from(body ?? '') })
    if (pathname === '/hook/local/silent/validation') {
      await taken
      await new Promise((done) => setImmediate(done))
      return unreachable('timeout')
    }
    const { status, body: said } = await taken
    return answered(status, String(said))
  })
  deps.pass(ms)
  await drainDue(deps)
  await new Promise((done) => setImmediate(() => setImmediate(() => setImmediate(done))))
}

const runs = (): RunRow[] => {
  flushBehind(deps)
  const ids = deps.db.$client.prepare('select id from runs order by id').pluck().all() as string[]
  return ids.flatMap((id) => runOf(deps.db, deps.workspaceId, id) ?? [])
}
const runOfOperation = (name: string): RunRow => {
  const found = runs().findLast(({ operation }) => operation === `daraja.${name}`)
  if (!found) throw new Error(`No run of ${name}`)
  return found
}

describe('what a program sends', () => {
  test('is a run of the environment whose key it used, with its client and secrets gone', async () => {
    await pay()
    expect(runOfOperation('stk-push')).toMatchObject({
      origin: 'software',
      sentBy: 'python-requests/2.31.0',
      environmentId: deps.environmentId,
      environmentKind: 'local',
      verdict: 'pending',
      answerStatus: 200,
      amountCents: 15_000,
      currency: 'KES',
      msisdn: '254708374149',
      reference: 'INV-7',
      requestUrl: 'http://localhost:3000/emulator/daraja/mpesa/stkpush/v1/processrequest',
    })
    const all = JSON.stringify(runs())
    expect(all).not.toContain(password)
    expect(all).not.toMatch(/Bearer (?!\[redacted)/)
    expect(runOfOperation('oauth-token')).toMatchObject({ origin: 'software', verdict: 'done' })
  })

  test('is paid when its callback reaches an inbox', async () => {
    await pay()
    runs()
    await letPass(5000)
    const run = runOfOperation('stk-push')
    expect(run).toMatchObject({ verdict: 'paid', code: '0' })
    expect(run.receipt).toMatch(/^[A-Z0-9]{10}$/)
    const { callbacks, timeline } = getRun(deps, deps.actor(), run.id)
    expect(callbacks).toHaveLength(1)
    expect(timeline.map(({ kind }) => kind)).toEqual([
      'request',
      'acknowledgement',
      'prompt',
      'prompt-answer',
      'callback',
    ])
  })

  test('is paid by a callback that came before the run was written', async () => {
    await pay()
    // Nothing was flushed yet.
    await letPass(5000)
    expect(runOfOperation('stk-push')).toMatchObject({ verdict: 'paid' })
    expect(getRun(deps, deps.actor(), runOfOperation('stk-push').id).callbacks[0]).toMatchObject({
      timing: 'usual',
    })
  })

  test('is paid by a callback that went to its own server, whose answer is shown', async () => {
    await pay({ CallBackURL: 'https://shop.example/stk' })
    await letPass(5000)
    const run = runOfOperation('stk-push')
    expect(run).toMatchObject({ verdict: 'paid' })
    const { timeline } = getRun(deps, deps.actor(), run.id)
    expect(timeline.find(({ kind }) => kind === 'delivery')).toMatchObject({
      detail: 'https://shop.example/stk answered 201 in 37 ms',
    })
  })

  test('is told nothing by a delivery to an inbox of ours, which speaks for itself', async () => {
    await pay({ CallBackURL: 'http://127.0.0.1:3000/hook/local/stk' })
    await letPass(5000)
    expect(runOfOperation('stk-push')).toMatchObject({ verdict: 'pending' })
  })

  test('is refused as it was refused, also with a wrong token', async () => {
    await pay({ Amount: '0' })
    expect(runOfOperation('stk-push')).toMatchObject({ verdict: 'refused', answerStatus: 400 })
    await post('/mpesa/stkpush/v1/processrequest', push, [], 'WrongTokenOfTwentyEightChars')
    expect(runs().at(-1)).toMatchObject({ verdict: 'refused', origin: 'software' })
  })

  test('that nobody knows is guessed for no team where there are several', async () => {
    deps.db.$client
      .prepare("insert into workspaces (id, name, created_at) values ('other', 'Other', 9e15)")
      .run()
    await post('/mpesa/stkpush/v1/processrequest', push, [], 'WrongTokenOfTwentyEightChars')
    expect(runs()).toEqual([])
  })

  test('a query belongs to the push that it asks about', async () => {
    const { CheckoutRequestID = '' } = await pay()
    runs()
    await letPass(5000)
    await post('/mpesa/stkpushquery/v1/query', {
      BusinessShortCode: '174379',
      Password: password,
      Timestamp: '20261120091530',
      CheckoutRequestID,
    })
    const query = runOfOperation('stk-query')
    expect(query).toMatchObject({ origin: 'software', verdict: 'done' })
    const { timeline } = getRun(deps, deps.actor(), runOfOperation('stk-push').id)
    expect(timeline.filter(({ kind }) => kind === 'related-run').map(({ runId }) => runId)).toEqual([
      query.id,
    ])
  })

  test.each([
    ['dropped', { verdict: 'unreachable', unreachableCause: 'reset' }],
    ['http-500', { answerStatus: 500 }],
    ['html-200', { verdict: 'unknown' }],
    ['truncated', { verdict: 'unknown' }],
  ])('meets the fault %s as the program met it', async (fault, expected) => {
    const headers: [string, string][] = [
      ['Authorization', `Bearer ${await tokenOf()}`],
      ['X-Jaribu-Fault', fault],
    ]
    await send({ path: '/mpesa/stkpush/v1/processrequest', headers, body: Buffer.from(JSON.stringify(push)) })
    expect(runOfOperation('stk-push')).toMatchObject(expected)
  })

  test('makes no second run of what Jaribu sent itself', async () => {
    deps.http.answer(async ({ method, url, headers, body }) => {
      const { pathname, search } = new URL(url)
      const path = pathname.replace('/emulator/daraja', '')
      const { answer } = await send({
        method,
        path,
        query: search.slice(1),
        headers,
        body: Buffer.from(body ?? ''),
      })
      return answered(answer.status, String(answer.body))
    })
    const { id } = await sendRun(deps, deps.actor(), {
      operation: 'daraja.stk-push',
      environment: 'local',
      values: { Amount: '1', PhoneNumber: '254708374149', AccountReference: 'A', TransactionDesc: 'B' },
      sendAnyway: true,
    })
    expect(runs().map((run) => [run.id, run.origin])).toEqual([[id, 'form']])
    expect(deps.db.$client.prepare('select run_id, origin from exchanges').raw().all()).toEqual([
      [id, 'form'],
    ])
  })

  test('is told apart from what Jaribu sends, in lists and on its page', async () => {
    await pay()
    const run = runOfOperation('stk-push')
    await sendRun(
      deps,
      deps.actor(),
      { operation: 'daraja.account-balance', environment: 'local', values: {}, sendAnyway: true },
      undefined,
      {},
    )
    await sendRun(
      deps,
      { ...deps.actor(), tokenId: 'T' },
      { operation: 'daraja.account-balance', environment: 'local', sendAnyway: true },
    )
    const listed = (origin: 'software' | 'jaribu' | 'case' | 'no-case' | 'script') =>
      listRuns(deps, deps.actor(), { origin }).runs.map((each) => each.origin)
    expect(listed('software')).toEqual(['software', 'software'])
    expect(listed('jaribu')).toEqual(['script'])
    expect(listed('script')).toEqual(['script'])
    expect(listed('case')).toEqual(['case'])
    expect(listed('no-case')).toEqual(['script', 'software', 'software'])
    expect(homeView(deps, { ...deps.actor(), memberId: null }).runs.map((each) => each.origin)).toEqual(
      listed('no-case'),
    )
    const { exchange, timeline } = getRun(deps, deps.actor(), run.id)
    expect(exchange).toEqual({ id: run.id, userAgent: 'python-requests/2.31.0', remoteAddress: '10.0.0.9' })
    expect(timeline[0]?.detail).toContain('by your software, python-requests/2.31.0')
  })

  test('of many calls each is one, and only the newest are told', async () => {
    const token = await tokenOf()
    for (let count = 0; count < 300; count += 1) {
      await post(
        '/mpesa/stkpush/v1/processrequest',
        { ...push, Amount: '0', AccountReference: `N-${count}` },
        [],
        token,
      )
    }
    expect(runs()).toHaveLength(301)
    expect(listRuns(deps, deps.actor(), { q: 'N-299' }).runs).toHaveLength(1)
    // Told are only the newest: a screen shows no more.
    expect(deps.announced().filter(({ type }) => type === 'run').length).toBeLessThan(301)
  })
})

describe('a customer who pays from the phone’s menu', () => {
  const register = (url: string, responseType = 'Completed') =>
    post('/mpesa/c2b/v2/registerurl', {
      ShortCode: '600000',
      ResponseType: responseType,
      ConfirmationURL: `${url}/confirmation`,
      ValidationURL: `${url}/validation`,
    })
  const payFromMenu = (validation: boolean) => {
    setValidation(deps, deps.actor(), { shortcode: '600000', validation })
    const phone = listPhones(deps, deps.actor()).find(({ canPay, market }) => canPay && market === 'kenya')
    return payFromPhone(deps, deps.actor(), {
      msisdn: phone?.msisdn ?? '',
      shortcode: '600000',
      reference: 'INV-9',
      amountCents: 25_000,
      pin: phone?.pin ?? '',
    })
  }
  const paid = () => runs().filter(({ origin }) => origin === 'customer')

  test('makes one payment, confirmed at our inbox', async () => {
    await register('http://localhost:3000/hook/local')
    expect(payFromMenu(true)).toMatchObject({ kind: 'started' })
    for (let step = 0; step < 4; step += 1) await letPass(3000)
    expect(paid()).toMatchObject([
      { verdict: 'paid', amountCents: 25_000, reference: 'INV-9', environmentKind: 'local' },
    ])
    const { timeline } = getRun(deps, deps.actor(), paid()[0]?.id ?? '')
    expect(timeline.map(({ title }) => title)).toEqual([
      'Customer payment (C2B)',
      'C2B validation',
      'We accepted it',
      'C2B confirmation',
    ])
  })

  test('makes one payment, confirmed at the program’s own server', async () => {
    await register('https://shop.example/c2b')
    payFromMenu(true)
    for (let step = 0; step < 4; step += 1) await letPass(3000)
    expect(paid()).toMatchObject([{ verdict: 'paid', amountCents: 25_000 }])
    const { timeline } = getRun(deps, deps.actor(), paid()[0]?.id ?? '')
    expect(timeline.filter(({ kind }) => kind === 'delivery').map(({ detail }) => detail)).toEqual([
      'https://shop.example/c2b/validation answered 200 in 37 ms',
      'https://shop.example/c2b/confirmation answered 200 in 37 ms',
    ])
  })

  test('pays nothing where the program’s own server turns it down', async () => {
    await register('https://shop.example/refuses')
    payFromMenu(true)
    for (let step = 0; step < 4; step += 1) await letPass(3000)
    expect(paid()).toMatchObject([{ verdict: 'refused', code: 'C2B00012', receipt: null }])
  })

  test.each([
    ['the program’s own server', 'https://shop.example/silent'],
    ['our inbox', 'http://localhost:3000/hook/local/silent'],
  ])('is decided by what is registered where %s says nothing', async (_, url) => {
    await register(url, 'Cancelled')
    payFromMenu(true)
    for (let step = 0; step < 4; step += 1) await letPass(3000)
    expect(paid()).toMatchObject([{ verdict: 'refused', decidedBy: 'validation', code: 'C2B00016' }])
    await register(url, 'Completed')
    payFromMenu(true)
    for (let step = 0; step < 4; step += 1) await letPass(3000)
    expect(paid().map(({ verdict }) => verdict)).toEqual(['refused', 'paid'])
  })
})
