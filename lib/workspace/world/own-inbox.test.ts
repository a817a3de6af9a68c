import { describe, expect, test } from 'vitest'
import { worldRows } from '@/db/queries/world'
import { testDeps } from '@/tests/deps'
import { catchUpArrivals } from '../callbacks/move-arrivals'
import { changeInbox } from '../inboxes/change-inbox'
import { ownInboxes } from './own-inbox'
import { drainDue } from './run-due'

const deliveryOf = (url: string, id = 'D1', body = '{"Body":1}') => ({
  id,
  request: {
    method: 'POST',
    url,
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Jaribu-Delivery', id],
    ] as [string, string][],
    body,
    timeoutMs: 30_000,
  },
})

const storedIn = (deps: ReturnType<typeof testDeps>) => {
  catchUpArrivals(deps)
  return deps.db.$client.prepare('select path, query, headers, body from callbacks').all() as {
    path: string
    query: string
    headers: string
    body: Buffer
  }[]
}

describe('an inbox of our own', () => {
  test.each([
    ['http://localhost:3000/hook/local', true],
    ['http://localhost:3000//hook//local/r/1?a=b', true],
    ['http://127.0.0.1:3000/hook/local', true],
    ['http://[::1]:3000/hook/local', true],
    ['http://localhost:3001/hook/local', false],
    ['https://localhost:3000/hook/local', false],
    ['http://localhost:3000/hooks/local', false],
    ['http://localhost:3000/emulator/daraja', false],
    ['http://example.com/hook/local', false],
    ['hook/local', false],
  ])('%s: %s', (url, isOwn) => {
    expect(ownInboxes(testDeps()).has(url)).toBe(isOwn)
  })

  test('gets what it would have got over HTTP, and its answer goes back', async () => {
    const deps = testDeps()
    const sent = await ownInboxes(deps).take(deliveryOf('http://localhost:3000/hook/local/r/1?x=%20y'))
    expect(sent).toMatchObject({ kind: 'answered', status: 200 })
    expect(sent.kind === 'answered' && Buffer.from(sent.body).toString()).toContain('"ResultCode":0')
    const [stored] = storedIn(deps)
    expect(stored).toMatchObject({ path: '/hook/local/r/1', query: 'x=%20y' })
    expect(stored?.body.toString()).toBe('{"Body":1}')
    expect(JSON.parse(stored?.headers ?? '')).toEqual([
      ['host', 'localhost:3000'],
      ['connection', 'keep-alive'],
      ['Content-Type', 'application/json'],
      ['X-Jaribu-Delivery', 'D1'],
      ['content-length', '10'],
    ])
  })

  test('takes a delivery once, and answers its repetition as before', async () => {
    const deps = testDeps()
    const { take } = ownInboxes(deps)
    const first = await take(deliveryOf('http://localhost:3000/hook/local'))
    const again = await take(deliveryOf('http://localhost:3000/hook/local'))
    const other = await take(deliveryOf('http://localhost:3000/hook/local', 'D2'))
    expect(again).toMatchObject({ kind: 'answered', status: first.kind === 'answered' ? first.status : 0 })
    expect(other).toMatchObject({ kind: 'answered', status: 200 })
    expect(storedIn(deps)).toHaveLength(2)
  })

  test('that does not exist says so', async () => {
    const sent = await ownInboxes(testDeps()).take(deliveryOf('http://localhost:3000/hook/nobody'))
    expect(sent).toMatchObject({ kind: 'answered', status: 404 })
  })

  test('that keeps silent lets the delivery run out of time', async () => {
    const deps = testDeps()
    changeInbox(deps, deps.actor(), 'local', { validation: 'silent' })
    const question = JSON.stringify({
      TransactionType: 'Pay Bill',
      TransID: 'UKK1234567',
      TransTime: '20261120091530',
      TransAmount: '10.00',
      BusinessShortCode: '600000',
      BillRefNumber: 'A1',
      OrgAccountBalance: '',
      MSISDN: '254708374149',
      FirstName: 'Asha',
    })
    const delivery = deliveryOf('http://localhost:3000/hook/local/validation', 'D3', question)
    expect(ownInboxes(deps).takeWithin(delivery)).toBeUndefined()
    const sent = await ownInboxes(deps).take({ ...delivery, request: { ...delivery.request, timeoutMs: 1 } })
    expect(sent).toMatchObject({ kind: 'unreachable', cause: 'timeout' })
  })

  test('takes a delivery as a part of a transaction, or not at all', () => {
    const deps = testDeps()
    const { takeWithin } = ownInboxes(deps)
    const take = () => takeWithin(deliveryOf('http://localhost:3000/hook/local'))
    const { $client } = deps.db
    const broken = $client.transaction(() => {
      take()
      throw new Error('later')
    })
    expect(broken).toThrow('later')
    expect(storedIn(deps)).toEqual([])
    const first = $client.transaction(take)()
    first?.follow()
    const again = $client.transaction(take)()
    again?.follow()
    expect(again?.sent).toMatchObject({ kind: 'answered', status: 200 })
    expect(storedIn(deps)).toHaveLength(1)
  })

  test('has a callback that is owed to it in the commit that notes it as delivered', async () => {
    const deps = testDeps()
    deps.ownInboxes = ownInboxes(deps)
    const { request } = deliveryOf('http://localhost:3000/hook/local')
    const { workspaceId } = deps.actor()
    const owe = (id: string, url: string) => {
      const text = JSON.stringify({ ...request, headers: [], url })
      worldRows(deps.db).putDue.run(
        id,
        workspaceId,
        'daraja',
        'callback',
        'stk-result',
        deps.clock(),
        text,
        'null',
        '[]',
      )
    }
    owe('D1', request.url)
    owe('D2', 'http://localhost:3000/hook/nobody')
    await drainDue(deps)
    const noted = deps.db.$client
      .prepare(
        'select state, started_at as startedAt, finished_at as finishedAt, answer_status as status from world_dues',
      )
      .all()
    const at = deps.clock()
    expect(noted).toEqual([
      { state: 'delivered', startedAt: at, finishedAt: at, status: 200 },
      { state: 'delivered', startedAt: at, finishedAt: at, status: 404 },
    ])
    expect(storedIn(deps)).toHaveLength(1)
  })
})
