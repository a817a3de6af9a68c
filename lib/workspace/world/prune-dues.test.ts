import { afterEach, beforeEach, expect, test } from 'vitest'
import { worldRows } from '@/db/queries/world'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { mostPruned, pruneDues } from './prune-dues'
import { drainDue, startDue, stopDue } from './run-due'
import { readWorld } from './world'

const day = 86_400_000
let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})
afterEach(stopDue)

const owe = (id: string, dueAt = deps.clock()) =>
  readWorld(deps, deps.workspaceId).schedule({
    id,
    system: 'daraja',
    type: 'callback',
    kind: 'stk-result',
    dueAt,
    request: {
      method: 'POST',
      url: 'http://localhost:3000/hook/local',
      headers: [],
      body: '{}',
      timeoutMs: 1,
    },
    context: null,
    keys: [{ kind: 'checkout-id', value: `ws_${id}` }],
  })
const left = () =>
  deps.db.$client.prepare('select id from world_dues order by due_at, id').pluck().all() as string[]
const keysLeft = () => deps.db.$client.prepare('select count(*) from world_due_keys').pluck().get()

test('deliveries of more than seven days ago go, what is owed stays', async () => {
  owe('old')
  await drainDue(deps)
  deps.pass(6 * day)
  owe('recent')
  await drainDue(deps)
  owe('owed', deps.clock() - 30 * day)
  expect(pruneDues(deps)).toBe(0)
  deps.pass(day + 1)
  expect(pruneDues(deps)).toBe(1)
  expect(left()).toEqual(['owed', 'recent'])
  expect(keysLeft()).toBe(2)
})

test('of many recent ones the newest are kept', async () => {
  for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) owe(id, deps.clock() - 4 + index)
  await drainDue(deps)
  expect(pruneDues(deps, { keep: 3 })).toBe(1)
  expect(left()).toEqual(['b', 'c', 'd'])
  expect(pruneDues(deps, { keep: 3 })).toBe(0)
})

test('the timer removes them when nothing is due', async () => {
  const rows = worldRows(deps.db)
  deps.db.$client.transaction(() => {
    for (let index = 0; index < mostPruned + 5; index += 1) owe(`D${index}`)
    deps.db.$client.exec("update world_dues set state = 'delivered'")
  })()
  deps.pass(8 * day)
  owe('now')
  const delivered = new Promise<void>((done) => {
    deps.http.answer(() => {
      done()
      return answered(200, {})
    })
  })
  startDue(deps)
  await delivered
  for (let turn = 0; turn < 50 && left().length > 1; turn += 1)
    await new Promise((done) => setImmediate(done))
  expect(left().filter((id) => id !== 'now').length).toBeLessThanOrEqual(5)
  expect(rows.due.get('now')?.state).toBe('delivered')
})
