import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDb } from '@/db/client'
import type { WireMessage } from '@/lib/wire/types'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { changeInbox } from '../inboxes/change-inbox'
import { createLive } from '../live/live-hub'
import { sendRun } from '../runs/send-run'
import { listCallbacks, readCallbacks } from './list-callbacks'
import { mostArrivals, moveLeftovers } from './move-arrivals'
import { recordCallback } from './record-callback'

const message = (body: unknown, at = '/hook/local'): WireMessage => ({
  method: 'POST',
  path: at,
  query: '',
  headers: [['Content-Type', 'application/json']],
  body: Buffer.from(JSON.stringify(body)),
  remoteAddress: '196.201.214.200',
})

const stkResult = (checkoutId: string) => ({
  Body: {
    stkCallback: {
      MerchantRequestID: `m-${checkoutId}`,
      CheckoutRequestID: checkoutId,
      ResultCode: 1032,
      ResultDesc: 'Request Cancelled by user.',
    },
  },
})

let folder: string
let deps: TestDeps
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jaribu-journal-'))
  deps = testDeps(path.join(folder, 'jaribu.db'))
})
afterEach(() => {
  deps.db.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

const count = (table: 'arrivals' | 'callbacks') =>
  deps.db.$client.prepare(`select count(*) from ${table}`).pluck().get()
const ids = () => deps.db.$client.prepare('select id from callbacks order by id').pluck().all()
const settled = async () => {
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
}
const capture = (body: unknown, deliveryId?: string) =>
  recordCallback(deps, 'local', message(body), { ...(deliveryId !== undefined && { deliveryId }) })

/** As a start after kill -9 finds the database: nothing of the memory of the process before. */
const restarted = () => {
  deps.db.$client.close()
  const db = openDb(path.join(folder, 'jaribu.db'))
  deps = { ...deps, db, live: createLive(db, deps.clock) }
}

describe('what was acknowledged becomes a callback', () => {
  test('a turn after its answer, once, and out of the journal', async () => {
    await capture({ n: 1 })
    expect([count('arrivals'), count('callbacks')]).toEqual([1, 0])
    await settled()
    expect([count('arrivals'), count('callbacks')]).toEqual([0, 1])
  })

  test('in the order of arrival, under ids that only rise, also after the journal was empty', async () => {
    await Promise.all([1, 2, 3].map((n) => capture({ n })))
    await settled()
    await Promise.all([4, 5].map((n) => capture({ n })))
    const { callbacks, cursor } = await readCallbacks(deps, deps.actor(), { after: 0 })
    expect(callbacks.map(({ id, body }) => [id, body])).toEqual([
      [1, '{"n":1}'],
      [2, '{"n":2}'],
      [3, '{"n":3}'],
      [4, '{"n":4}'],
      [5, '{"n":5}'],
    ])
    expect(cursor).toBe(5)
  })

  test('before anybody who asks right after the answer has read', async () => {
    await capture({ n: 1 })
    expect(listCallbacks(deps, deps.actor()).callbacks).toHaveLength(1)
    await capture({ n: 2 })
    expect((await readCallbacks(deps, deps.actor(), { after: 1 })).callbacks).toHaveLength(1)
  })

  test('when the process was killed in between: at the next start, with its run', async () => {
    deps.http.answer(() => answered(200, { CheckoutRequestID: 'ws_CO_1', ResponseCode: '0' }))
    const { id } = await sendRun(deps, deps.actor(), {
      operation: 'daraja.stk-push',
      environment: 'local',
      sendAnyway: true,
      values: { PhoneNumber: '254708374149', Amount: '1' },
    })
    await Promise.all([capture(stkResult('ws_CO_1')), capture({ n: 2 })])
    restarted()
    const verdict = () => deps.db.$client.prepare('select verdict from runs where id = ?').pluck().get(id)
    expect([verdict(), count('arrivals'), count('callbacks')]).toEqual(['pending', 2, 0])
    expect(moveLeftovers(deps)).toBe(2)
    expect([verdict(), count('arrivals'), count('callbacks')]).toEqual(['failed', 0, 2])
    expect(moveLeftovers(deps)).toBe(0)
    await capture({ n: 3 })
    await settled()
    expect(ids()).toEqual([1, 2, 3])
  })

  test('with its neighbours, though one of them cannot be joined to anything', async () => {
    deps.db.$client.exec(
      `create trigger broken before insert on callback_keys when new.value = 'ws_BAD'
       begin select raise(abort, 'broken'); end`,
    )
    await Promise.all(['ws_1', 'ws_BAD', 'ws_2'].map((id) => capture(stkResult(id))))
    await settled()
    const { callbacks } = await readCallbacks(deps, deps.actor(), { after: 0 })
    expect(callbacks.map(({ id, kind }) => [id, kind])).toEqual([
      [1, 'stk-result'],
      [2, 'unknown'],
      [3, 'stk-result'],
    ])
  })

  test('however often it repeats: each is marked as the first one’s duplicate', async () => {
    await Promise.all(Array.from({ length: 300 }, () => capture(stkResult('ws_1'))))
    moveLeftovers(deps)
    const marked = deps.db.$client.prepare('select count(*) from callbacks where duplicate_of = 1').pluck()
    expect(marked.get()).toBe(299)
  })
})

describe('a delivery with an id', () => {
  test('is taken once, and answered as before', async () => {
    const first = await capture(
      { TransID: 'UKK4T9W2QX', TransAmount: '1', BusinessShortCode: '600000' },
      'd-1',
    )
    const inJournal = await capture({ other: 1 }, 'd-1')
    await settled()
    const inTable = await capture({ other: 2 }, 'd-1')
    expect([inJournal, inTable]).toEqual([first, first])
    await capture({ other: 3 }, 'd-2')
    await capture({ other: 4 })
    await capture({ other: 5 })
    moveLeftovers(deps)
    expect(ids()).toEqual([1, 2, 3, 4])
  })

  test('is taken once within one commit, too', async () => {
    const answers = await Promise.all([
      capture({ n: 1 }, 'd-1'),
      capture({ n: 2 }, 'd-1'),
      capture({ n: 3 }, 'd-3'),
    ])
    expect(answers[1]).toEqual(answers[0])
    moveLeftovers(deps)
    expect(count('callbacks')).toBe(2)
  })

  test('is taken once over a restart', async () => {
    await capture({ n: 1 }, 'd-1')
    restarted()
    expect((await capture({ n: 1 }, 'd-1')).status).toBe(200)
    moveLeftovers(deps)
    expect(count('callbacks')).toBe(1)
  })

  test('that a silent inbox kept waiting is kept waiting again', async () => {
    changeInbox(deps, deps.actor(), 'local', { validation: 'silent' })
    const asked = {
      TransID: 'UKK4T9W2QX',
      TransAmount: '1',
      BusinessShortCode: '600000',
      BillRefNumber: 'INV-9',
    }
    const caller = new AbortController()
    const taking = { deliveryId: 'd-1', leaving: () => caller.signal }
    const both = [1, 2].map(() =>
      recordCallback(deps, 'local', message(asked, '/hook/local/validation'), taking),
    )
    await settled()
    caller.abort()
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([503, 503])
    moveLeftovers(deps)
    expect(count('callbacks')).toBe(1)
  })
})

test('above its bound the journal takes nothing until some of it has moved: callers wait, nothing is lost', async () => {
  const full = deps.db.$client.prepare(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
     insert into arrivals select i, 'inbox-1', 'workspace-1', 0, 'POST', '/hook/local', '', '[]', x'7b7d', '', 200, '[]', '', null
     from n`,
  )
  full.run(mostArrivals + 10)
  restarted()
  const waiting = capture({ last: true })
  expect((await waiting).status).toBe(200)
  expect(count('arrivals')).toBeLessThanOrEqual(mostArrivals)
  expect(Number(count('arrivals')) + Number(count('callbacks'))).toBe(mostArrivals + 11)
})
