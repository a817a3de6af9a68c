import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { relayById } from '@/db/queries/relays'
import { members, users } from '@/db/schema'
import { answerApi } from '@/lib/api/endpoints'
import type { HttpRequest, HttpResult } from '@/lib/http/types'
import { type TestDeps, testDeps, unreachable } from '@/tests/deps'
import { readCallbacks } from '../callbacks/list-callbacks'
import { moveLeftovers } from '../callbacks/move-arrivals'
import { isOwnDelivery } from '../callbacks/own-delivery'
import { recordCallback } from '../callbacks/record-callback'
import { changeInbox } from '../inboxes/change-inbox'
import { createInbox } from '../inboxes/create-inbox'
import { createApiToken } from '../people/api-tokens'
import { beginCopying, copyPage } from './copy-callbacks'
import { newRelay } from './relay-fields'
import { changeRelay, createRelay, deleteRelay, listRelays } from './relays'

const origin = 'https://team.example.com'

let here: TestDeps
let there: TestDeps
let isOn: boolean

/** Another Jaribu with somebody who makes tokens. */
const withShop = (): TestDeps => {
  const made = testDeps()
  const [createdAt, { workspaceId }] = [made.clock(), made]
  made.db.insert(users).values({ id: 'u', name: 'Amina', createdAt }).run()
  made.db
    .insert(members)
    .values({ id: 'member-owner', workspaceId, userId: 'u', role: 'owner', createdAt })
    .run()
  createInbox(made, made.actor(), { name: 'Shop', address: 'shop' })
  return made
}

beforeEach(() => {
  here = testDeps()
  there = withShop()
  isOn = true
  here.http.answer((request) => (isOn ? asked(request) : unreachable('refused')))
})
afterEach(() => {
  here.db.$client.close()
  there.db.$client.close()
})

/** The other Jaribu's API, as its door serves it. */
const asked = async ({ method, url, headers, signal }: HttpRequest): Promise<HttpResult> => {
  const answer = await answerApi(there, new Request(url, { method, headers, signal: signal ?? null }))
  return {
    kind: 'answered',
    status: answer.status,
    headers: [...answer.headers],
    body: new Uint8Array(await answer.arrayBuffer()),
    truncated: false,
    ms: 2,
  }
}

const send = (n: number | string, body: string | Uint8Array = `{"n":${n}}`, inbox = 'shop') =>
  recordCallback(there, inbox, {
    method: 'POST',
    path: `/hook/${inbox}/${n}`,
    query: 'a=1',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Twice', '1'],
      ['x-twice', '2'],
    ],
    body: Buffer.from(body),
    remoteAddress: '196.201.214.200',
  })

const tokenOf = (role: 'member' | 'viewer' = 'member') =>
  createApiToken(there, there.actor(), { name: role, role }).token

/** Made and at once taken off the process's own loop: the tests turn the pages. */
const relayNow = async (since: 'all' | 'now' = 'all') => {
  const input = { inbox: 'local', remoteUrl: origin, remoteInbox: 'Shop', token: tokenOf(), since }
  const { id } = await createRelay(here, here.actor('member'), newRelay.parse(input))
  await changeRelay(here, here.actor('member'), id, { paused: true })
  here.db.$client.prepare('update relays set paused_at = null').run()
  return id
}

const copyAll = async (id: string) => {
  moveLeftovers(there)
  await beginCopying(here, id)
  let pages = 0
  while (((await copyPage(here, id, { wait: 0 })) ?? 0) > 0) pages += 1
  return pages
}

const copies = async () => {
  moveLeftovers(here)
  const all = []
  for (let after = 0; ; ) {
    const { callbacks, cursor } = await readCallbacks(here, here.actor(), {
      after,
      inbox: 'local',
      limit: 200,
    })
    if (callbacks.length === 0) return all
    all.push(...callbacks)
    after = cursor
  }
}

describe('a relay', () => {
  test('copies what came while it was off, all there once and in order', async () => {
    const id = await relayNow()
    await send('first')
    await copyAll(id)
    isOn = false
    await expect(copyAll(id)).rejects.toThrow('It ended: refused.')
    for (let n = 0; n < 500; n++) await send(n)
    isOn = true
    await copyAll(id)
    await copyAll(id)
    expect((await copies()).map(({ path }) => path)).toEqual(
      ['first', ...Array.from({ length: 500 }, (_, n) => n)].map((n) => `/hook/shop/${n}`),
    )
    expect(listRelays(here, here.actor())).toMatchObject([{ copied: 501, failure: null }])
  })

  test('keeps bytes, headers, time, sender and answer as they were', async () => {
    const id = await relayNow()
    const long = Buffer.alloc(100_000, 200)
    await send('bytes', new Uint8Array([0, 255, 1, 128]))
    await send('long', long)
    there.pass(5000)
    await send('text', 'é')
    await copyAll(id)
    moveLeftovers(here)
    const select =
      'select path, query, headers, body, received_at, remote_address, answer_status, answer_body from callbacks order by id'
    moveLeftovers(there)
    expect(here.db.$client.prepare(select).all()).toEqual(there.db.$client.prepare(select).all())
  })

  test('goes on after a crash between a page and its commit, without loss or repeats', async () => {
    const id = await relayNow()
    for (let n = 0; n < 150; n++) await send(n)
    moveLeftovers(there)
    here.db.$client.exec(
      "create trigger crash before update of cursor on relays when new.cursor > 0 begin select raise(abort, 'crash'); end",
    )
    await expect(copyPage(here, id, { wait: 0 })).rejects.toThrow('crash')
    expect(await copies()).toEqual([])
    here.db.$client.exec('drop trigger crash')
    await copyAll(id)
    expect(await copies()).toHaveLength(150)
  })

  test('takes each once though its cursor is lost, and though it is made anew', async () => {
    const id = await relayNow()
    for (let n = 0; n < 5; n++) await send(n)
    await copyAll(id)
    here.db.$client.prepare('update relays set cursor = 0').run()
    await copyAll(id)
    deleteRelay(here, here.actor(), id)
    await copyAll(await relayNow())
    expect(await copies()).toHaveLength(5)
  })

  test('begins anew where the other lost its database, and takes what has the same numbers', async () => {
    const id = await relayNow()
    for (let n = 0; n < 5; n++) await send(n)
    await copyAll(id)
    there.db.$client.close()
    there = withShop()
    there.pass(60_000)
    await changeRelay(here, here.actor(), id, { token: tokenOf(), paused: true })
    here.db.$client.prepare('update relays set paused_at = null').run()
    await send('new')
    await copyAll(id)
    expect((await copies()).map(({ path }) => path).at(-1)).toBe('/hook/shop/new')
    expect(await copies()).toHaveLength(6)
  })

  test('copies its inbox alone, and from now on where that is asked', async () => {
    await send('before')
    moveLeftovers(there)
    const id = await relayNow('now')
    await send('other', '{}', 'local')
    await send('after')
    await copyAll(id)
    expect((await copies()).map(({ path }) => path)).toEqual(['/hook/shop/after'])
  })

  test('proves nothing: its copies are no deliveries of the local sandbox', async () => {
    const id = await relayNow()
    await send('x')
    await copyAll(id)
    await copies()
    const row = here.db.$client.prepare('select delivery_id as id from callbacks').get() as { id: string }
    expect([isOwnDelivery(row.id), isOwnDelivery('01TEST'), isOwnDelivery(null)]).toEqual([
      false,
      true,
      false,
    ])
  })

  test('says beside which field it cannot be made', async () => {
    const make = (change: object) =>
      createRelay(
        here,
        here.actor(),
        newRelay.parse({
          inbox: 'local',
          remoteUrl: origin,
          remoteInbox: 'Shop',
          token: tokenOf(),
          ...change,
        }),
      )
    await expect(make({ token: 'jaribu_0123456789abcdef' })).rejects.toMatchObject({
      fields: { token: [expect.stringContaining('token')] },
    })
    await expect(make({ token: tokenOf('viewer') })).rejects.toMatchObject({
      fields: { token: [expect.stringContaining('masks')] },
    })
    await expect(make({ remoteInbox: 'None' })).rejects.toMatchObject({
      fields: { remoteInbox: [expect.stringContaining('None')] },
    })
    isOn = false
    await expect(make({})).rejects.toMatchObject({
      kind: 'invalid',
      fields: { remoteUrl: ['It ended: refused.'] },
    })
    isOn = true
    await expect(
      createRelay(
        here,
        here.actor('viewer'),
        newRelay.parse({
          inbox: 'local',
          remoteUrl: origin,
          remoteInbox: 'Shop',
          token: tokenOf(),
        }),
      ),
    ).rejects.toThrow(/Viewers/)
    const id = await relayNow()
    await expect(make({})).rejects.toMatchObject({ kind: 'conflict' })
    const row = relayById(here.db, id)
    expect(row?.token.toString('latin1')).not.toContain('jaribu_')
  })

  test('stands still while it is paused', async () => {
    const id = await relayNow()
    await changeRelay(here, here.actor(), id, { paused: true })
    await send('x')
    expect(await copyPage(here, id, { wait: 0 })).toBeUndefined()
    expect(await copies()).toEqual([])
  })

  test('is told apart from an inbox here that is paused: copies are taken all the same', async () => {
    const id = await relayNow()
    changeInbox(here, here.actor(), 'local', { sources: ['10.0.0.0/8'] })
    await send('x')
    await copyAll(id)
    expect(await copies()).toHaveLength(1)
  })
})
