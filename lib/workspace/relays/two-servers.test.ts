import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { members, users } from '@/db/schema'
import { attachDoor } from '@/lib/door/attach'
import { createHttpClient } from '@/lib/http/client'
import { type TestDeps, testDeps } from '@/tests/deps'
import { moveLeftovers } from '../callbacks/move-arrivals'
import { changeInbox } from '../inboxes/change-inbox'
import { checkReach } from '../inboxes/check-reach'
import { createApiToken } from '../people/api-tokens'
import { beginCopying, copyPage } from './copy-callbacks'
import { newRelay } from './relay-fields'
import { changeRelay, createRelay } from './relays'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A Jaribu behind a port of its own, which reaches others over the network. */
const jaribu = async (port = 0): Promise<{ deps: TestDeps; origin: string; stop(): Promise<void> }> => {
  const deps = testDeps()
  const server = http.createServer((_, response) => response.end('a page'))
  attachDoor(server, () => deps)
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createHttpClient({ allowPrivateTargets: true, publicUrl: origin, port: 1 })
  deps.http.send = (request) => client.send(request)
  deps.config.publicUrl = origin
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  ends.push(() => {
    void stop()
    deps.db.$client.close()
  })
  return { deps, origin, stop }
}

test('a check goes through a port and back, and tells a port where nothing or something else listens', async () => {
  const one = await jaribu()
  const other = await jaribu()
  const check = (publicUrl: string) => checkReach(one.deps, one.deps.actor(), 'local', { publicUrl })
  expect(await check(one.origin)).toMatchObject({ reached: true, status: 200, seenFrom: '127.0.0.1' })
  changeInbox(one.deps, one.deps.actor(), 'local', { secret: 'generate' })
  expect(await check(one.origin)).toMatchObject({ reached: true })
  expect(await check(other.origin)).toMatchObject({ reached: false, failure: 'wrong-server' })
  expect(await check(one.origin.replace('http:', 'https:'))).toMatchObject({ reached: false })
  const gone = await jaribu()
  await gone.stop()
  expect(await check(gone.origin)).toMatchObject({ reached: false, failure: 'refused' })
})

test('what came to one Jaribu while the other was off is all in the other, once and in order', async () => {
  const team = await jaribu()
  const laptop = await jaribu()
  const createdAt = team.deps.clock()
  const { workspaceId } = team.deps
  team.deps.db.insert(users).values({ id: 'u', name: 'Amina', createdAt }).run()
  team.deps.db
    .insert(members)
    .values({ id: 'member-owner', workspaceId, userId: 'u', role: 'owner', createdAt })
    .run()
  const { token } = createApiToken(team.deps, team.deps.actor(), { name: 'Laptop', role: 'member' })
  const input = { inbox: 'local', remoteUrl: team.origin, remoteInbox: 'local', token }
  const { id } = await createRelay(laptop.deps, laptop.deps.actor(), newRelay.parse(input))
  await changeRelay(laptop.deps, laptop.deps.actor(), id, { paused: true })
  const send = (n: number) => fetch(`${team.origin}/hook/local/${n}`, { method: 'POST', body: `{"n":${n}}` })
  for (let n = 0; n < 120; n++) expect((await send(n)).status).toBe(200)
  moveLeftovers(team.deps)
  laptop.deps.db.$client.prepare('update relays set paused_at = null').run()
  await beginCopying(laptop.deps, id)
  while ((await copyPage(laptop.deps, id, { wait: 0 })) !== 0) moveLeftovers(laptop.deps)
  moveLeftovers(laptop.deps)
  const paths = laptop.deps.db.$client.prepare('select path from callbacks order by id').pluck().all()
  expect(paths).toEqual(Array.from({ length: 120 }, (_, n) => `/hook/local/${n}`))
})
