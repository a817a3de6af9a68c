import { beforeEach, describe, expect, test } from 'vitest'
import { recoverAttempts } from '@/db/queries/attempts'
import type { HttpRequest } from '@/lib/http/types'
import type { WireMessage } from '@/lib/wire/types'
import { answered, type TestDeps, testDeps, unreachable } from '@/tests/deps'
import { listCallbacks } from '../callbacks/list-callbacks'
import { recordCallback } from '../callbacks/record-callback'
import { replayInput } from '../replay/fields'
import { replayCallback } from '../replay/replay-callback'
import { getRun } from '../runs/get-run'
import { sendRun } from '../runs/send-run'
import { listAttempts, listDeadLetters, retryDeadLetters } from './attempts'
import { targetChange, targetInput } from './fields'
import { retryAfterMs } from './retry-times'
import { drainAttempts } from './run-attempts'
import { addTarget, changeTarget, listTargets, removeTarget } from './targets'

const notice = (rest: object = {}): WireMessage => ({
  method: 'POST',
  path: '/hook/local/confirmation',
  query: 'a=1',
  headers: [
    ['Host', 'jaribu.example'],
    ['Content-Type', 'application/json'],
    ['X-Forwarded-For', '10.0.0.1'],
    ['X-Own', 'kept'],
  ],
  body: Buffer.from(
    JSON.stringify({
      TransactionType: 'Pay Bill',
      TransID: 'UKK4T9W2QX',
      TransTime: '20261120091547',
      TransAmount: '150.00',
      BusinessShortCode: '600000',
      BillRefNumber: 'INV-2041',
      InvoiceNumber: '',
      OrgAccountBalance: '10.00',
      ThirdPartyTransID: '',
      MSISDN: '254700000000',
      FirstName: 'ASHA',
      ...rest,
    }),
  ),
  remoteAddress: '196.201.214.200',
})

const shop = 'http://localhost:8080/mpesa'
let deps: TestDeps
let sent: HttpRequest[]
beforeEach(() => {
  deps = testDeps()
  sent = []
  answer(() => answered(200, { ok: true }))
})

const answer = (respond: (request: HttpRequest) => ReturnType<typeof answered>) =>
  deps.http.answer((request) => {
    sent.push(request)
    return respond(request)
  })
const add = (target: object = {}) =>
  addTarget(deps, deps.actor(), 'local', targetInput.parse({ name: 'Shop', url: shop, ...target }))
const capture = async (message = notice()) => {
  await recordCallback(deps, 'local', message)
  const [newest] = listCallbacks(deps, deps.actor()).callbacks
  return newest?.id ?? 0
}
const attempts = (id: number) => listAttempts(deps, deps.actor(), id).attempts
const target = () => listTargets(deps, deps.actor(), 'local').targets[0]
const bodyOf = ({ bytes }: HttpRequest) => JSON.parse(Buffer.from(bytes ?? []).toString())

describe('forwarding', () => {
  test('a callback goes on as it came, without what belongs to the way it came', async () => {
    add()
    const id = await capture()
    await drainAttempts(deps)
    const [request] = sent
    expect(request).toMatchObject({ method: 'POST', url: `${shop}?a=1` })
    expect(request && bodyOf(request)).toMatchObject({ TransID: 'UKK4T9W2QX' })
    expect(request?.headers).toEqual([
      ['Content-Type', 'application/json'],
      ['X-Own', 'kept'],
      ['X-Jaribu-Delivery', expect.any(String)],
      ['X-Jaribu-Forward', String(id)],
      ['X-Jaribu-Try', '1'],
      ['X-Jaribu-Hops', '1'],
    ])
    expect(attempts(id)).toMatchObject([{ state: 'taken', target: 'Shop', answer: { status: 200 } }])
    expect(target()?.health).toMatchObject({ state: 'well', taken: 1, waiting: 0, dead: 0 })
    expect(listCallbacks(deps, deps.actor()).callbacks).toHaveLength(1)
  })

  test('only to targets that are on and want it', async () => {
    add({ conditions: { reference: 'OTHER-*' } })
    add({ name: 'Off', isOn: false })
    add({ name: 'Wants it', conditions: { kind: 'c2b-*', amountTo: 150 } })
    const id = await capture()
    await drainAttempts(deps)
    expect(attempts(id).map((each) => each.target)).toEqual(['Wants it'])
  })

  test('what fails is tried again later and later, then it is a dead letter that can be tried again', async () => {
    add({ retries: 2 })
    answer(() => answered(500, 'down'))
    const id = await capture()
    await drainAttempts(deps)
    expect(sent).toHaveLength(1)
    deps.pass(3_000)
    await drainAttempts(deps)
    expect(sent).toHaveLength(1)
    deps.pass(4_000)
    await drainAttempts(deps)
    expect(sent).toHaveLength(2)
    deps.pass(60_000)
    await drainAttempts(deps)
    expect(attempts(id).map(({ state, tryNumber }) => `${tryNumber} ${state}`)).toEqual([
      '1 failed',
      '2 failed',
      '3 dead',
    ])
    const names = sent.map(({ headers }) => headers.find(([name]) => name === 'X-Jaribu-Delivery')?.[1])
    expect(new Set(names).size).toBe(1)
    expect(target()?.health).toMatchObject({ state: 'failing', dead: 1 })
    expect(listDeadLetters(deps, deps.actor(), 'local').attempts).toMatchObject([{ callbackId: id }])
    answer(() => answered(204, ''))
    expect(retryDeadLetters(deps, deps.actor(), 'local')).toEqual({ retried: 1 })
    await drainAttempts(deps)
    expect(attempts(id).at(-1)).toMatchObject({ tryNumber: 4, state: 'taken' })
    expect(listDeadLetters(deps, deps.actor(), 'local').attempts).toEqual([])
  })

  test('of one payment nothing goes past what is still tried; other payments do', async () => {
    add({ retries: 1 })
    let isDown = true
    answer((request) =>
      isDown && bodyOf(request).TransID === 'UKK4T9W2QX' ? answered(503, '') : answered(200, ''),
    )
    const first = await capture()
    await drainAttempts(deps)
    const second = await capture(notice({ TransAmount: '151.00' }))
    const other = await capture(notice({ TransID: 'UKK4T9W2QY' }))
    await drainAttempts(deps)
    expect(attempts(second).map(({ state }) => state)).toEqual(['waiting'])
    expect(attempts(other).map(({ state }) => state)).toEqual(['taken'])
    isDown = false
    deps.pass(10_000)
    await drainAttempts(deps)
    expect([first, second].map((id) => attempts(id).at(-1)?.state)).toEqual(['taken', 'taken'])
    expect(sent.map((request) => bodyOf(request).TransAmount)).toEqual([
      '150.00',
      '150.00',
      '150.00',
      '151.00',
    ])
  })

  test('a restart sends what was on its way again, under the same name', async () => {
    add()
    const id = await capture()
    let release = (_: ReturnType<typeof answered>) => {}
    deps.http.answer((request) => {
      sent.push(request)
      return new Promise((done) => {
        release = done
      })
    })
    const drained = drainAttempts(deps)
    expect(attempts(id)).toMatchObject([{ state: 'sending' }])
    recoverAttempts(deps.db)
    expect(attempts(id)).toMatchObject([{ state: 'waiting' }])
    release(answered(200, ''))
    await drained
    expect(sent).toHaveLength(1)
    expect(attempts(id)).toMatchObject([{ state: 'taken' }])
  })

  test('a target that keeps everybody waiting takes no place from the others', async () => {
    add({ name: 'Slow', url: 'http://localhost:8081/slow', conditions: { reference: 'SLOW' } })
    add({ conditions: { reference: 'INV-*' } })
    const releases: (() => void)[] = []
    deps.http.answer((request) => {
      sent.push(request)
      if (request.url.includes('8081'))
        return new Promise((done) => releases.push(() => done(answered(200, ''))))
      return answered(200, '')
    })
    for (let each = 0; each < 100; each++)
      await capture(notice({ TransID: `UKK4T9W${100 + each}`, BillRefNumber: 'SLOW' }))
    const slow = drainAttempts(deps)
    expect(sent).toHaveLength(16)
    const id = await capture()
    await drainAttempts(deps)
    expect(attempts(id)).toMatchObject([{ state: 'taken' }])
    removeTarget(deps, deps.actor(), { name: 'local', id: target()?.id ?? '' })
    for (const release of releases) release()
    await slow
  })

  test('why nothing could be sent is told', async () => {
    add({ retries: 0 })
    deps.http.answer(() => unreachable('refused'))
    const id = await capture()
    await drainAttempts(deps)
    expect(attempts(id)).toMatchObject([{ state: 'dead', answer: null, failure: { cause: 'refused' } }])
  })

  test('an inbox of this process is no target, and what goes round between two ends', async () => {
    expect(() => add({ url: 'http://localhost:3000/hook/local' })).toThrow('inbox of this Jaribu')
    add()
    const looped = notice()
    const id = await capture({ ...looped, headers: [...looped.headers, ['X-Jaribu-Hops', '4']] })
    expect(attempts(id)).toEqual([])
  })

  test('what waits for a target that is removed is cancelled', async () => {
    const { id } = add()
    const callback = await capture()
    removeTarget(deps, deps.actor(), { name: 'local', id })
    await drainAttempts(deps)
    expect(attempts(callback).map(({ state }) => state)).toEqual(['cancelled'])
    expect(sent).toEqual([])
  })

  test('a target that is switched off gets no retry', async () => {
    const { id } = add()
    answer(() => answered(500, ''))
    const callback = await capture()
    changeTarget(deps, deps.actor(), { name: 'local', id }, targetChange.parse({ isOn: false }))
    await drainAttempts(deps)
    expect(attempts(callback)).toMatchObject([{ state: 'dead' }])
  })
})

test('retries come later each time, apart from each other, and heed what was asked', () => {
  const times = [1, 2, 3, 10].map((tryNumber) => retryAfterMs(tryNumber, 'a'))
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(times[0]).toBeGreaterThanOrEqual(3_750)
  expect(times[3]).toBeLessThanOrEqual(4_500_000)
  expect(retryAfterMs(1, 'a')).not.toBe(retryAfterMs(1, 'b'))
  expect(retryAfterMs(1, 'a', 120_000)).toBe(120_000)
})

describe('replay', () => {
  const replay = (id: number, input: object) =>
    replayCallback(deps, deps.actor(), id, replayInput.parse({ url: shop, ...input }))

  test('stands on the callback and in the timeline of its payment, and is no new callback', async () => {
    deps.http.answer(() =>
      answered(200, {
        MerchantRequestID: 'm-1',
        CheckoutRequestID: 'ws_CO_1',
        ResponseCode: '0',
        ResponseDescription: 'ok',
      }),
    )
    const run = await sendRun(deps, deps.actor(), {
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
    })
    const result = {
      Body: {
        stkCallback: {
          MerchantRequestID: 'm-1',
          CheckoutRequestID: 'ws_CO_1',
          ResultCode: 1032,
          ResultDesc: 'Request Cancelled by user.',
        },
      },
    }
    const id = await capture({ ...notice(), body: Buffer.from(JSON.stringify(result)) })
    answer(() => answered(200, 'thanks'))
    const attempt = await replay(id, {})
    expect(attempt).toMatchObject({ purpose: 'replay', state: 'taken', answer: { status: 200 } })
    expect(sent.at(-1)?.headers).toContainEqual(['X-Jaribu-Replay', String(id)])
    const { timeline, callbacks } = getRun(deps, deps.actor(), run.id)
    expect(timeline).toContainEqual(
      expect.objectContaining({
        title: `Replayed to ${shop}`,
        detail: expect.stringMatching(/^Your server answered 200 in \d+ ms\.$/),
        from: 'inbox',
        to: 'you',
      }),
    )
    expect(callbacks).toHaveLength(1)
  })

  test('an edited copy, and one whose ids, times and amount are rewritten, say so', async () => {
    const id = await capture()
    expect(await replay(id, { body: '{"mine":1}', headers: [['X-A', 'b']] })).toMatchObject({
      changes: 'Edited headers. Edited body.',
    })
    expect(sent.at(-1)).toMatchObject({ bytes: Buffer.from('{"mine":1}') })
    deps.pass(3_600_000)
    const rewrite = { ids: true, times: true, amount: 7 }
    expect(await replay(id, { rewrite })).toMatchObject({ changes: 'Amount 7. Times of now. New ids.' })
    const [last] = sent.slice(-1)
    const body = last && bodyOf(last)
    expect(body).toMatchObject({ TransAmount: '7.00', TransTime: '20261120101547' })
    expect(body.TransID).toMatch(/^[A-Z]{3}\d[A-Z]\d[A-Z]\d[A-Z]{2}$/)
    expect(body.TransID).not.toBe('UKK4T9W2QX')
  })

  test('one that nobody takes has failed, and is not tried again', async () => {
    const id = await capture()
    answer(() => answered(404, ''))
    expect(await replay(id, {})).toMatchObject({ state: 'failed', answer: { status: 404 } })
    deps.pass(3_600_000)
    await drainAttempts(deps)
    expect(attempts(id)).toHaveLength(1)
  })

  test('goes to a target in place of an address, and to nobody else’s', async () => {
    const { id: targetId } = add()
    const id = await capture()
    expect(await replay(id, { url: undefined, target: targetId })).toMatchObject({
      target: 'Shop',
      url: shop,
    })
    await expect(replay(id, { url: undefined, target: 'other' })).rejects.toThrow('not here any more')
    await expect(replay(id, { url: 'http://localhost:3000/hook/local' })).rejects.toThrow(
      'inbox of this Jaribu',
    )
    await expect(
      replayCallback(deps, deps.actor('viewer'), id, replayInput.parse({ url: shop })),
    ).rejects.toThrow()
  })
})

test('the trail of a callback goes with it', async () => {
  add()
  const id = await capture()
  await drainAttempts(deps)
  deps.db.$client.prepare('delete from callback_keys').run()
  deps.db.$client.prepare('delete from callbacks where id = ?').run(id)
  expect(deps.db.$client.prepare('select count(*) from attempts').pluck().get()).toBe(0)
})
