import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { applicationKeysOf } from '@/db/queries/application-keys'
import { runs } from '@/db/schema'
import { answered, startOfTests, type TestDeps, testDeps } from '@/tests/deps'
import { recordCallback } from '../callbacks/record-callback'
import { updateEnvironment } from '../environments/update-environment'
import { fingerprintOf } from '../runs/application-key'
import { sendRun } from '../runs/send-run'
import { checkRollups } from './check-rollups'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})

const accepted = { MerchantRequestID: 'm-1', CheckoutRequestID: 'ws_CO_1', ResponseCode: '0' }
const send = async (operation = 'daraja.stk-push', values: Record<string, unknown> = {}) => {
  const { id } = await sendRun(deps, deps.actor(), {
    operation,
    environment: 'local',
    sendAnyway: true,
    values: { Amount: '5', PhoneNumber: '254708374149', ...values },
  })
  return id
}
const stored = (id: string) => {
  const row = deps.db.select().from(runs).where(eq(runs.id, id)).get()
  if (!row) throw new Error(`No run ${id}`)
  return row
}
const calledBack = async (path = '/hook/local') => {
  const stkCallback = { ...accepted, ResultCode: 1032, ResultDesc: 'Request cancelled by user' }
  await recordCallback(deps, 'local', {
    method: 'POST',
    path,
    query: '',
    headers: [],
    body: Buffer.from(JSON.stringify({ Body: { stkCallback } })),
    remoteAddress: '',
  })
  // Linking follows the answer in later turns of the event loop.
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
}

describe('the application’s key of a run', () => {
  test('is kept as a fingerprint with its last four letters, never whole', async () => {
    deps.http.answer(() => answered(200, accepted))
    const id = await send()
    const fingerprint = fingerprintOf('daraja', 'jaribu-local-key')
    expect(stored(id).appKey).toBe(fingerprint)
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
    const keys = applicationKeysOf(deps.db, deps.workspaceId)
    expect(keys).toMatchObject([
      { fingerprint, label: '••••-key', system: 'daraja', firstSeenAt: startOfTests },
    ])
    expect(JSON.stringify([stored(id), keys])).not.toContain('jaribu-local-key')
  })

  test('is remembered when the environment gets another', async () => {
    await send()
    deps.pass(60_000)
    updateEnvironment(deps, deps.actor(), 'local', { credentials: { consumerKey: 'another-key-0002' } })
    await send()
    await send()
    expect(applicationKeysOf(deps.db, deps.workspaceId).map(({ label }) => label)).toEqual([
      '••••0002',
      '••••-key',
    ])
  })

  test('is empty where the environment has none', async () => {
    updateEnvironment(deps, deps.actor(), 'local', { clear: ['consumerKey'] })
    expect(stored(await send()).appKey).toBe('')
    expect(applicationKeysOf(deps.db, deps.workspaceId)).toEqual([])
  })
})

describe('the time of a result', () => {
  test('is when the callback arrived that decided', async () => {
    deps.http.answer(() => answered(200, accepted))
    const id = await send()
    expect(stored(id).resultAt).toBeNull()
    deps.pass(6_200)
    await calledBack()
    expect(stored(id)).toMatchObject({ verdict: 'failed', resultAt: startOfTests + 6_200 })
    deps.pass(1_000)
    await calledBack()
    expect(stored(id).resultAt).toBe(startOfTests + 6_200)
    expect((await checkRollups(deps, deps.actor())).isExact).toBe(true)
  })

  test('is when it arrived also if the acknowledgement came after it', async () => {
    deps.http.answer(async () => {
      deps.pass(300)
      await calledBack()
      deps.pass(50)
      return answered(200, accepted)
    })
    expect(stored(await send()).resultAt).toBe(startOfTests + 300)
  })

  test('is when a status query was answered', async () => {
    deps.http.answer(() => answered(200, accepted))
    const id = await send()
    deps.pass(9_000)
    deps.http.answer(() =>
      answered(200, { ...accepted, ResponseCode: '0', ResultCode: '1032', ResultDesc: 'Request cancelled' }),
    )
    const query = await send('daraja.stk-query', { CheckoutRequestID: 'ws_CO_1' })
    expect(stored(id)).toMatchObject({ verdict: 'failed', resultAt: startOfTests + 9_000 })
    expect(stored(query).resultAt).toBeNull()
  })

  test('is not there for a request that was refused', async () => {
    deps.http.answer(() => answered(500, { errorCode: '500.001.1001', errorMessage: 'Wrong credentials' }))
    expect(stored(await send())).toMatchObject({ verdict: 'refused', resultAt: null })
  })
})
