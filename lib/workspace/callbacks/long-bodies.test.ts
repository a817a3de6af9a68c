import { beforeEach, describe, expect, test } from 'vitest'
import { indentJson } from '@/lib/wire/indent'
import { type TestDeps, testDeps } from '@/tests/deps'
import { search } from '../search'
import { getCallback, getCallbackBody } from './get-callback'
import { listCallbacks, readCallbacks } from './list-callbacks'
import { recordCallback } from './record-callback'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})

const capture = (body: string | Uint8Array) =>
  recordCallback(deps, 'local', {
    method: 'POST',
    path: '/hook/local',
    query: '',
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(body),
    remoteAddress: '',
  })

const megabyte = 1024 * 1024

describe('a page of callbacks', () => {
  test('names a body that is too long for it by its own address, and holds the others', async () => {
    const long = Buffer.alloc(megabyte, 1)
    await capture('{"n":1}')
    await capture(long)
    await capture('{"n":3}')
    const { callbacks, cursor } = await readCallbacks(deps, deps.actor(), { after: 0 })
    expect(callbacks.map(({ body, bodyBytes, bodyUrl }) => ({ body, bodyBytes, bodyUrl }))).toEqual([
      { body: '{"n":1}', bodyBytes: 7, bodyUrl: null },
      { body: '', bodyBytes: megabyte, bodyUrl: '/api/v1/callbacks/2/body' },
      { body: '{"n":3}', bodyBytes: 7, bodyUrl: null },
    ])
    expect(cursor).toBe(3)
    expect(Buffer.from(getCallbackBody(deps, deps.actor(), 2)).equals(long)).toBe(true)
  })

  test.each([
    ['of control characters', 63 * 1024],
    ['too long for any page', megabyte],
  ])('is bounded by its bytes: 101 bodies %s come over several, none left out', async (_, size) => {
    for (let n = 0; n < 101; n++) await capture(Buffer.alloc(size, 1))
    const seen: number[] = []
    let after = 0
    for (;;) {
      const page = await readCallbacks(deps, deps.actor(), { after, limit: 500 })
      expect(JSON.stringify(page).length).toBeLessThan(16 * megabyte)
      if (page.callbacks.length === 0) break
      seen.push(...page.callbacks.map(({ id }) => id))
      after = page.cursor
    }
    expect(seen).toEqual(Array.from({ length: 101 }, (_each, index) => index + 1))
    const newest = await readCallbacks(deps, deps.actor(), { limit: 500 })
    expect(newest.callbacks.at(-1)?.id).toBe(101)
    expect(newest.callbacks.length).toBeLessThan(101)
    expect(JSON.stringify(listCallbacks(deps, deps.actor(), { limit: 200 })).length).toBeLessThan(megabyte)
  })

  test('shows no name that is as long as a body', async () => {
    await capture(
      JSON.stringify({
        TransID: 'UKK4T9W2QX',
        TransAmount: '1',
        BusinessShortCode: '600000',
        BillRefNumber: 'R'.repeat(900_000),
        MSISDN: '2'.repeat(90_000),
      }),
    )
    expect(JSON.stringify(listCallbacks(deps, deps.actor())).length).toBeLessThan(3000)
    expect(JSON.stringify(deps.announced()).length).toBeLessThan(3000)
  })
})

describe('a body nested a hundred thousand deep', () => {
  const depth = 100_000
  const brackets = '['.repeat(depth) + ']'.repeat(depth)

  test.each([
    ['lists', brackets, 'unknown'],
    ['lists in an object', `{"Body":${brackets}}`, 'unknown'],
    ['objects', `${'{"Body":'.repeat(depth)}1${'}'.repeat(depth)}`, 'unknown'],
    ['elements', `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`, 'unknown'],
    [
      'a result with them',
      `{"Result":{"ResultCode":0,"ConversationID":"x","ReferenceData":${brackets}}}`,
      'result',
    ],
  ])('of %s is stored, listed, searched and shown', async (_, body, kind) => {
    expect((await capture(body)).status).toBe(200)
    expect(listCallbacks(deps, deps.actor()).callbacks.map((each) => each.kind)).toEqual([kind])
    for (const role of ['owner', 'viewer'] as const) {
      expect((await getCallback(deps, deps.actor(role), 1)).bodyBytes).toBe(body.length)
      const page = await readCallbacks(deps, deps.actor(role), { after: 0 })
      expect(page.callbacks).toHaveLength(1)
    }
    expect(() => search(deps, deps.actor(), '[[[[')).not.toThrow()
    expect(() => search(deps, deps.actor(), '"Body":[[')).not.toThrow()
    if (body.startsWith('{"Body":[')) expect(indentJson(body)).toBe(body)
  })
})
