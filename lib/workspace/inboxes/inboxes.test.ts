import { afterEach, describe, expect, test } from 'vitest'
import { openInboxRows } from '@/db/queries/inboxes'
import { auditEntries } from '@/db/schema'
import type { Json } from '@/lib/catalogue/types'
import { Refusal } from '@/lib/refusal'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { listCallbacks, readCallbacks } from '../callbacks/list-callbacks'
import { moveLeftovers } from '../callbacks/move-arrivals'
import { recordCallback } from '../callbacks/record-callback'
import { getEnvironment } from '../environments/get-environment'
import { updateEnvironment } from '../environments/update-environment'
import { getRun } from '../runs/get-run'
import { sendRun } from '../runs/send-run'
import { changeInbox, forgetRefused } from './change-inbox'
import { createInbox } from './create-inbox'
import { declareInboxes } from './declare-inboxes'
import { deleteInbox } from './delete-inbox'
import { inboxChange, newInbox } from './inbox-fields'
import { sweepInboxes } from './keep-inboxes'
import { listInboxes, readInbox } from './read-inboxes'

let deps: TestDeps
afterEach(() => deps.db.$client.close())
const stage = () => {
  deps = testDeps()
  return deps
}

const send = (path: string, remoteAddress = '198.51.100.7', body = '{"a":1}') =>
  recordCallback(deps, path.split('/')[2] ?? '', {
    method: 'POST',
    path,
    query: '',
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(body),
    remoteAddress,
  })

const captured = async () => {
  moveLeftovers(deps)
  return (await readCallbacks(deps, deps.actor(), { after: 0 })).callbacks
}

const refusalOf = (act: () => unknown): Refusal => {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown
    throw thrown
  }
  throw new Error('It was not refused')
}

describe('an inbox', () => {
  test('has an address that nobody guesses, or a chosen one, and takes messages at once', async () => {
    stage()
    const shop = createInbox(deps, deps.actor('member'), { name: 'Shop' })
    expect(shop.address).toMatch(/^token-0+\d+$/)
    expect(shop.url).toBe(`http://localhost:3000/hook/${shop.address}`)
    const chosen = createInbox(deps, deps.actor(), { name: 'CI', address: 'ci-7f3a' })
    expect((await send(`/hook/${shop.address}/x`)).status).toBe(200)
    expect((await send(`/hook/${chosen.address}`)).status).toBe(200)
    expect((await captured()).map(({ inbox }) => inbox)).toEqual(['Shop', 'CI'])
    expect(listCallbacks(deps, deps.actor(), { inbox: 'CI' }).callbacks).toHaveLength(1)
    expect(listInboxes(deps, deps.actor('viewer')).map(({ name, use }) => [name, use.callbacks])).toEqual([
      ['local', 0],
      ['Shop', 1],
      ['CI', 1],
    ])
  })

  test('refuses a name that is taken here and an address that is taken anywhere', () => {
    stage()
    expect(refusalOf(() => createInbox(deps, deps.actor(), { name: 'local' })).fields).toHaveProperty('name')
    expect(
      refusalOf(() => createInbox(deps, deps.actor(), { name: 'New', address: 'local' })).fields,
    ).toHaveProperty('address')
    expect(() => createInbox(deps, deps.actor('viewer'), { name: 'New' })).toThrow(/Viewers/)
    expect(() => changeInbox(deps, deps.actor('viewer'), 'local', { paused: true })).toThrow(/Viewers/)
    expect(() => deleteInbox(deps, deps.actor('member'), 'local')).toThrow(/owner/)
  })

  test('keeps its URL when it is called otherwise', async () => {
    stage()
    changeInbox(deps, deps.actor(), 'local', { name: 'Main inbox' })
    expect((await send('/hook/local')).status).toBe(200)
    expect((await captured())[0]?.inbox).toBe('Main inbox')
    expect(() => readInbox(deps, deps.actor(), 'local')).toThrow(/no such inbox/)
  })

  test('says of a change what was changed, and never its secret', () => {
    stage()
    changeInbox(deps, deps.actor(), 'local', { secret: 'a-secret-of-their-own', paused: true, keepDays: 7 })
    const subjects = deps.db.select().from(auditEntries).all()
    expect(subjects.at(-1)?.subject).toBe('local: asks for a secret, is paused, at most 7 by days')
  })
})

describe('the secret of an inbox', () => {
  const secret = 'k2ZpQ8wRt5vY1xBn'

  test('is asked of every sender and kept out of what is stored', async () => {
    stage()
    changeInbox(deps, deps.actor(), 'local', { secret })
    expect((await send(`/hook/local/${secret}/r/1`)).status).toBe(200)
    const before = await send('/hook/nobody')
    for (const wrong of [
      '/hook/local',
      '/hook/local/',
      `/hook/local/${secret}x`,
      `/hook/local/x/${secret}`,
    ]) {
      const answer = await send(wrong)
      expect(answer.status).toBe(404)
      expect(answer.body).toBe(before.body.toString().replace('nobody', 'local'))
    }
    const stored = await captured()
    expect(stored.map(({ path }) => path)).toEqual(['/hook/local/[redacted]/r/1'])
    expect(readInbox(deps, deps.actor(), 'local').refused).toEqual([
      { reason: 'secret', remoteAddress: '198.51.100.7', count: 4, lastAt: deps.clock() },
    ])
  })

  test('stands in the URL for those who may send, and for nobody else', () => {
    stage()
    changeInbox(deps, deps.actor(), 'local', { secret })
    expect(readInbox(deps, deps.actor('member'), 'local').url).toContain(secret)
    expect(readInbox(deps, deps.actor('viewer'), 'local').url).toContain('/hook/local/[redacted]')
    expect(getEnvironment(deps, deps.actor('viewer'), 'local').inboxUrl).not.toContain(secret)
    expect(openInboxRows(deps.db)[0]?.secret?.toString('latin1')).not.toContain(secret)
  })

  test('can be made anew and taken away', async () => {
    stage()
    const made = changeInbox(deps, deps.actor(), 'local', { secret: 'generate' })
    const path = new URL(made.url).pathname
    expect((await send(path)).status).toBe(200)
    expect(changeInbox(deps, deps.actor(), 'local', { secret: 'generate' }).url).not.toBe(made.url)
    expect((await send(path)).status).toBe(404)
    changeInbox(deps, deps.actor(), 'local', { secret: null })
    expect((await send('/hook/local')).status).toBe(200)
  })
})

describe('allowed sources', () => {
  test('are addresses, ranges and what a provider published; others are counted and not stored', async () => {
    stage()
    changeInbox(deps, deps.actor(), 'local', { sources: ['daraja', '10.1.0.0/16', '2001:db8::1'] })
    for (const [address, status] of [
      ['196.201.214.200', 200],
      ['::ffff:196.201.214.200', 200],
      ['10.1.200.3', 200],
      ['2001:db8::1', 200],
      ['10.2.0.1', 403],
      ['196.201.214.201', 403],
      ['', 403],
    ] as const) {
      expect((await send('/hook/local', address)).status).toBe(status)
    }
    await send('/hook/local', '10.2.0.1')
    expect(await captured()).toHaveLength(4)
    const { refused } = readInbox(deps, deps.actor(), 'local')
    expect(refused.map(({ remoteAddress, count }) => [remoteAddress, count])).toContainEqual(['10.2.0.1', 2])
    expect(forgetRefused(deps, deps.actor(), 'local').refused).toEqual([])
  })

  test('never refuse what this process delivers itself', async () => {
    stage()
    changeInbox(deps, deps.actor(), 'local', { sources: ['10.1.0.0/16'] })
    const message = {
      method: 'POST',
      path: '/hook/local',
      query: '',
      headers: [],
      body: Buffer.from('{}'),
      remoteAddress: '127.0.0.1',
    }
    expect((await recordCallback(deps, 'local', message, { deliveryId: 'd1' })).status).toBe(200)
    expect((await recordCallback(deps, 'local', message)).status).toBe(403)
  })

  test('that nobody understands are refused beside their field', () => {
    stage()
    expect(
      refusalOf(() => changeInbox(deps, deps.actor(), 'local', { sources: ['10.0.0.0/8', 'mpesa', '1.2.3'] }))
        .fields.sources?.[0],
    ).toContain('mpesa')
  })

  test('of a flood are told apart up to a bound', async () => {
    stage()
    changeInbox(deps, deps.actor(), 'local', { sources: ['10.1.0.0/16'] })
    for (let n = 0; n < 300; n++) await send('/hook/local', `198.51.${n % 3}.${n % 256}`)
    expect(readInbox(deps, deps.actor(), 'local').refused).toHaveLength(100)
  })
})

test('a paused inbox stores nothing and asks to be called again', async () => {
  stage()
  changeInbox(deps, deps.actor(), 'local', { paused: true })
  const answer = await send('/hook/local')
  expect(answer.status).toBe(503)
  expect(answer.headers).toContainEqual(['Retry-After', '60'])
  changeInbox(deps, deps.actor(), 'local', { paused: false })
  expect((await send('/hook/local')).status).toBe(200)
  expect(await captured()).toHaveLength(1)
  expect(readInbox(deps, deps.actor(), 'local').refused[0]).toMatchObject({ reason: 'paused', count: 1 })
})

describe('retention', () => {
  const sweep = () => {
    for (let slices = 0; sweepInboxes(deps); slices++) if (slices > 1000) throw new Error('It does not end')
  }
  const kept = async () => (await captured()).map(({ path }) => path)

  test('by age, by number and by size removes the oldest, and what found them', async () => {
    stage()
    const result = (n: number) =>
      `{"Body":{"stkCallback":{"MerchantRequestID":"m${n}","CheckoutRequestID":"ws_CO_${n}","ResultCode":1032,"ResultDesc":"Request Cancelled by user."}}}`
    for (let n = 1; n <= 3; n++) await send(`/hook/local/${n}`, undefined, result(n))
    await captured()
    deps.pass(2 * 86_400_000)
    for (let n = 4; n <= 9; n++) await send(`/hook/local/${n}`, undefined, result(n))
    await captured()
    changeInbox(deps, deps.actor(), 'local', { keepDays: 1 })
    sweep()
    expect(await kept()).toEqual(['4', '5', '6', '7', '8', '9'].map((n) => `/hook/local/${n}`))
    const keys = deps.db.$client.prepare('select count(*) from callback_keys').pluck()
    expect(keys.get()).toBe(12)
    changeInbox(deps, deps.actor(), 'local', { keepDays: null, keepCount: 4 })
    sweep()
    expect(await kept()).toHaveLength(4)
    const { bytes } = readInbox(deps, deps.actor(), 'local').use
    changeInbox(deps, deps.actor(), 'local', { keepCount: null, keepBytes: Math.ceil(bytes / 2) })
    sweep()
    expect(await kept()).toEqual(['/hook/local/8', '/hook/local/9'])
    expect(readInbox(deps, deps.actor(), 'local').use).toMatchObject({ callbacks: 2, bytes: bytes / 2 })
  })

  test('leaves other inboxes and what a Go-Live case rests on', async () => {
    stage()
    createInbox(deps, deps.actor(), { name: 'Shop', address: 'shop' })
    for (const path of ['/hook/local/1', '/hook/local/2', '/hook/shop/3']) await send(path)
    const [first] = await captured()
    deps.db.$client
      .prepare(
        `insert into go_live_evidence (environment_id, sheet_id, case_id, says, way, place, subject, run_ids, callback_ids,
         at, confidence, is_simulated, sentence) values ('e', '', 'c', 'proves', 0, 0, 's', '[]', ?, 0, 'certain', 1, '')`,
      )
      .run(JSON.stringify([first?.id]))
    deps.pass(10 * 86_400_000)
    changeInbox(deps, deps.actor(), 'local', { keepDays: 1 })
    sweep()
    expect(await kept()).toEqual(['/hook/local/1', '/hook/shop/3'])
  })

  test('leaves what is still on its way to somebody’s software, and takes what was done with it along', async () => {
    stage()
    for (const path of ['/hook/local/1', '/hook/local/2']) await send(path)
    const [first, second] = await captured()
    const attempt = (id: string, callbackId: number | undefined, state: string) =>
      deps.db.$client
        .prepare(
          `insert into attempts (id, workspace_id, callback_id, purpose, target_name, delivery_id, try_number, url, timeout_ms,
             lane, order_key, due_at, state, started_by, created_at)
           values (?, 'workspace-1', ?, 'forward', 'App', ?, 1, 'http://app', 1, 'l', 'o', 0, ?, 'x', 0)`,
        )
        .run(id, callbackId, id, state)
    attempt('a1', first?.id, 'waiting')
    attempt('a2', second?.id, 'taken')
    deps.pass(10 * 86_400_000)
    changeInbox(deps, deps.actor(), 'local', { keepDays: 1 })
    sweep()
    expect(await kept()).toEqual(['/hook/local/1'])
    expect(deps.db.$client.prepare('select id from attempts').pluck().all()).toEqual(['a1'])
  })

  test('removes a deleted inbox with all it holds, and its name and address are free again', async () => {
    stage()
    createInbox(deps, deps.actor(), { name: 'Shop', address: 'shop' })
    for (let n = 0; n < 120; n++) await send(`/hook/shop/${n}`)
    await captured()
    deleteInbox(deps, deps.actor(), 'Shop')
    expect((await send('/hook/shop')).status).toBe(404)
    sweep()
    expect(await captured()).toEqual([])
    expect(createInbox(deps, deps.actor(), { name: 'Shop', address: 'shop' }).use.callbacks).toBe(0)
  })
})

test('one that an environment has, or the only one, is not deleted', () => {
  stage()
  expect(() => deleteInbox(deps, deps.actor(), 'local')).toThrow(/It is the inbox of/)
  createInbox(deps, deps.actor(), { name: 'Shop' })
  updateEnvironment(deps, deps.actor(), 'local', { inbox: 'Shop' })
  deleteInbox(deps, deps.actor(), 'local')
  expect(() => deleteInbox(deps, deps.actor(), 'Shop')).toThrow(/It is the inbox of/)
})

test('those that JARIBU_INBOX names are there at once, once, and keep what people set', async () => {
  stage()
  deps.config.inboxes = [
    { address: 'shop-7f3a', secret: 'k2ZpQ8wRt5vY1xBn' },
    { address: 'local', secret: null },
  ]
  declareInboxes(deps, deps.workspaceId)
  expect((await send('/hook/shop-7f3a/k2ZpQ8wRt5vY1xBn/x')).status).toBe(200)
  changeInbox(deps, deps.actor(), 'shop-7f3a', { name: 'Shop' })
  declareInboxes(deps, deps.workspaceId)
  expect(listInboxes(deps, deps.actor()).map(({ name, isDeclared }) => [name, isDeclared])).toEqual([
    ['local', true],
    ['Shop', true],
  ])
})

test('one that JARIBU_INBOX names beside another of that name gets the next free name', () => {
  stage()
  createInbox(deps, deps.actor(), { name: 'shop' })
  deps.config.inboxes = [{ address: 'shop', secret: null }]
  declareInboxes(deps, deps.workspaceId)
  expect(readInbox(deps, deps.actor(), 'shop-2').address).toBe('shop')
})

test.each([
  [{ name: '' }, 'name'],
  [{ name: 'a/b' }, 'name'],
  [{ name: 'Shop', address: 'a/b' }, 'address'],
  [{ name: 'Shop', secret: 'short' }, 'secret'],
  [{ name: 'Shop', publicUrl: 'https://x.example/path' }, 'publicUrl'],
  [{ name: 'Shop', publicUrl: 'ftp://x.example' }, 'publicUrl'],
])('%j is refused beside %s', (input, field) => {
  stage()
  const parsed = newInbox.safeParse(input)
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field])
})

test('its own public address is its origin alone, and null is the server’s', () => {
  stage()
  const change = inboxChange.parse({ publicUrl: 'https://hooks.example.com/' })
  expect(changeInbox(deps, deps.actor(), 'local', change).url).toBe('https://hooks.example.com/hook/local')
  expect(getEnvironment(deps, deps.actor(), 'local').inboxUrl).toBe('https://hooks.example.com/hook/local')
  expect(changeInbox(deps, deps.actor(), 'local', { publicUrl: null }).url).toBe(
    'http://localhost:3000/hook/local',
  )
})

test('a run to an inbox with a secret sends it, stores it hidden, and is sent again from what was stored', async () => {
  stage()
  const secret = 'k2ZpQ8wRt5vY1xBn'
  changeInbox(deps, deps.actor(), 'local', { secret })
  const bodies: string[] = []
  deps.http.answer(({ body = '' }) => {
    bodies.push(body)
    return answered(200, { MerchantRequestID: 'm', CheckoutRequestID: 'c', ResponseCode: '0' })
  })
  const values = {
    BusinessShortCode: 174379,
    TransactionType: 'CustomerPayBillOnline',
    Amount: '1',
    PartyA: '254708374149',
    PartyB: '174379',
    PhoneNumber: '254708374149',
    CallBackURL: `http://localhost:3000/hook/local/${secret}/mine`,
    AccountReference: 'INV-1',
    TransactionDesc: 'Test',
  }
  const send = (given: Record<string, Json>) =>
    sendRun(deps, deps.actor(), { operation: 'daraja.stk-push', environment: 'local', values: given })
  const { id } = await send(values)
  const stored = getRun(deps, deps.actor(), id)
  expect(bodies[0]).toContain(`/hook/local/${secret}/r/${id}/mine`)
  expect(JSON.stringify(stored)).not.toContain(secret)
  expect(stored.values.CallBackURL).toBe('http://localhost:3000/hook/local/[redacted]/mine')
  const again = await send(stored.values)
  expect(bodies[1]).toContain(`/hook/local/${secret}/r/${again.id}/mine`)
})
