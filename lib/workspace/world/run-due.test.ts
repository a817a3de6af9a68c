import { expect, test } from 'vitest'
import { worldRows } from '@/db/queries/world'
import { testDeps } from '@/tests/deps'
import { ownInboxes } from './own-inbox'
import { drainDue } from './run-due'
import { afterCommit, changeShared, changeUnpromised, readWorld } from './world'

/** Whether they have become callbacks by now or not. */
const captured = `select cast(body as text) from
  (select id, body from callbacks union all select id, body from arrivals) order by id`

const named = (number: number) => `D${String(number).padStart(3, '0')}`

test('however many are due at one time, each goes once, in their order, to one of ours and to others', async () => {
  const deps = testDeps()
  deps.ownInboxes = ownInboxes(deps)
  const { workspaceId } = deps.actor()
  const ids = Array.from({ length: 150 }, (_, number) => named(number))
  const urlOf = (number: number) =>
    number % 3 === 0 ? 'http://localhost:3000/hook/local' : `https://shop.example/${named(number)}`
  ids.forEach((id, number) => {
    const request = { method: 'POST', url: urlOf(number), headers: [], body: id, timeoutMs: 1000 }
    worldRows(deps.db).putDue.run(
      id,
      workspaceId,
      'daraja',
      'callback',
      'stk-result',
      deps.clock() - 10 + Math.floor(number / 50),
      JSON.stringify(request),
      'null',
      '[]',
    )
  })

  await drainDue(deps)

  const count = (sql: string) => deps.db.$client.prepare(sql).pluck().all()
  expect(count(`select distinct state from world_dues`)).toEqual(['delivered'])
  expect(count(captured)).toEqual(ids.filter((_, number) => number % 3 === 0))
  expect(deps.http.sent.map(({ body }) => body)).toEqual(ids.filter((_, number) => number % 3 !== 0))
})

test('what somebody waits for is safe on the disk before it is answered, whatever falls due meanwhile', async () => {
  const deps = testDeps()
  const { workspaceId } = deps.actor()
  const at = deps.clock()
  worldRows(deps.db).putDue.run('D1', workspaceId, 'daraja', 'callback', 'stk-result', at, null, 'null', '[]')
  const full = 2
  const asked = changeShared(deps, () => deps.db.$client.pragma('synchronous', { simple: true }))
  await drainDue(deps)
  expect(await asked).toBe(full)
})

test('what follows a commit that does not wait for the disk may commit what does', () => {
  const deps = testDeps()
  const waits = () => deps.db.$client.pragma('synchronous', { simple: true })
  const seen: unknown[] = []
  changeUnpromised(deps, () => {
    seen.push(waits())
    afterCommit(deps, () => seen.push(waits()))
  })
  const [normal, full] = [1, 2]
  expect(seen).toEqual([normal, full])
})

test('what somebody waits for is not drawn into a transaction that may still be undone', async () => {
  const deps = testDeps()
  const { $client } = deps.db
  const asked = changeShared(deps, () => deps.ids.next())
  const undone = $client.transaction(() => {
    readWorld(deps, deps.workspaceId)
    throw new Error('later')
  })
  expect(undone).toThrow('later')
  let isAnswered = false
  void asked.then(() => {
    isAnswered = true
  })
  await Promise.resolve()
  expect(isAnswered).toBe(false)
  await asked
})
