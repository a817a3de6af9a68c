import { beforeEach, expect, test } from 'vitest'
import type { HttpRequest } from '@/lib/http/types'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { owedChange } from './input'
import { setValidation } from './organisations'
import { changeOwed, listOwed, readOwed } from './owed'
import { payFromPhone } from './payments'
import { drainDue } from './run-due'
import { seedWorkspaceWorld } from './seed-world'
import { changeSandboxSettings } from './settings'
import { changeWorld } from './world'

let deps: TestDeps
let sent: HttpRequest[]
beforeEach(() => {
  deps = testDeps()
  seedWorkspaceWorld(deps, deps.workspaceId)
  sent = []
  deps.http.answer((request) => {
    sent.push(request)
    return answered(200, { ResultCode: 0, ResultDesc: 'Accepted' })
  })
  changeSandboxSettings(deps, deps.actor(), { holdCallbacks: true })
})

const owe = (id = 'due-1') =>
  changeWorld(deps, deps.workspaceId, (world) => {
    world.store.schedule({
      id,
      system: 'daraja',
      type: 'callback',
      kind: 'stk-result',
      dueAt: world.now + 5_000,
      request: {
        method: 'POST',
        url: 'https://shop.example/hook',
        headers: [],
        body: '{"a":1}',
        timeoutMs: 8000,
      },
      context: null,
      keys: [{ kind: 'checkout-id', value: 'ws_CO_1' }],
    })
  })
const change = (what: string, body?: string, id = 'due-1') =>
  changeOwed(deps, deps.actor(), id, owedChange.parse({ do: what, ...(body && { body }) }))
const states = () => listOwed(deps, deps.actor()).callbacks.map(({ state }) => state)
const after = async (ms: number) => {
  deps.pass(ms)
  await drainDue(deps)
  return sent.map(({ body }) => body)
}

test('a held callback leaves when it is released, and not before', async () => {
  owe()
  expect(states()).toEqual(['held'])
  expect(await after(60_000)).toEqual([])
  expect(change('release')).toMatchObject({ state: 'waiting' })
  expect(await after(0)).toEqual(['{"a":1}'])
  expect(states()).toEqual([])
  expect(() => change('drop')).toThrow('has left already')
})

test('one that waits by itself can be held, edited and released', async () => {
  changeSandboxSettings(deps, deps.actor(), { holdCallbacks: false })
  owe()
  expect(states()).toEqual(['waiting'])
  change('hold')
  expect(await after(60_000)).toEqual([])
  expect(change('save', '{"a":2}')).toMatchObject({ state: 'held', body: '{"a":2}' })
  change('release')
  expect(await after(0)).toEqual(['{"a":2}'])
})

test('one sent twice comes twice, and one dropped never', async () => {
  owe()
  change('twice', '{"a":3}')
  expect(await after(0)).toEqual(['{"a":3}'])
  expect(await after(1_000)).toEqual(['{"a":3}', '{"a":3}'])
  owe('due-2')
  expect(change('drop', undefined, 'due-2')).toMatchObject({ state: 'cancelled' })
  expect(await after(60_000)).toHaveLength(2)
})

test('a validation is held as well, and asked once', async () => {
  changeWorld(deps, deps.workspaceId, (world) =>
    world.store.putRecord({
      collection: 'c2b-urls',
      key: '600000',
      value: {
        confirmationUrl: 'https://shop.example/confirmation',
        validationUrl: 'https://shop.example/validation',
        responseType: 'Cancelled',
        version: 'v2',
      },
      updatedAt: world.now,
    }),
  )
  setValidation(deps, deps.actor(), { shortcode: '600000', validation: true })
  payFromPhone(deps, deps.actor(), {
    msisdn: '254700000000',
    shortcode: '600000',
    reference: 'INV-1',
    amountCents: 1000,
    pin: '1234',
  })
  await after(60_000)
  const [asked] = listOwed(deps, deps.actor()).callbacks
  expect(asked).toMatchObject({ kind: 'c2b-validation', state: 'held', mayBeTwice: false })
  expect(() => change('twice', undefined, asked?.id)).toThrow('asked once')
  change('release', undefined, asked?.id)
  await after(0)
  expect(sent.map(({ url }) => url)).toEqual(['https://shop.example/validation'])
})

test('viewers see what is owed and change nothing; another workspace’s is not there', () => {
  owe()
  expect(readOwed(deps, deps.actor('viewer'), 'due-1')).toMatchObject({ title: 'STK result' })
  expect(() => changeOwed(deps, deps.actor('viewer'), 'due-1', { do: 'release' })).toThrow()
  expect(() => readOwed(deps, { ...deps.actor(), workspaceId: 'other' }, 'due-1')).toThrow('no such callback')
})
