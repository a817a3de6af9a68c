import { describe, expect, test } from 'vitest'
import { testDeps } from '@/tests/deps'
import { changeInboxAnswers } from '../callbacks/inbox-answers'
import { catchUpArrivals } from '../callbacks/move-arrivals'
import { ownInboxes } from './own-inbox'

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
    changeInboxAnswers(deps, deps.actor(), { name: 'local', validation: 'silent' })
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
    const sent = await ownInboxes(deps).take({ ...delivery, request: { ...delivery.request, timeoutMs: 1 } })
    expect(sent).toMatchObject({ kind: 'unreachable', cause: 'timeout' })
  })
})
