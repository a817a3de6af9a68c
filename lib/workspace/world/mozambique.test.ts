import { createPublicKey } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { worldRows } from '@/db/queries/world'
import { environments } from '@/db/schema'
import { encryptPkcs1 } from '@/lib/crypto/rsa'
import { doorsOf, listenOnPorts } from '@/lib/door/ports'
import type { WireMessage } from '@/lib/wire/types'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { environmentContext } from '../environments/environment-context'
import { addMissingSystems } from '../people/create-workspace'
import {
  changeMozambiqueAccount,
  readMozambiqueAccount,
  renewMozambiqueKey,
  reportMozambique,
  revealMozambiqueKey,
} from '../portal/mozambique-account'
import { emulateAndWait, emulateWire } from './emulate'
import { emulatorKeys } from './emulator-keys'
import { answerPrompt, listOpenPrompts } from './phones'
import { drainDue } from './run-due'
import { seedWorkspaceWorld } from './seed-world'
import { resetSandbox } from './settings'

const path = '/ipg/v1x/c2bPayment/singleStage/'

// A key of the real size takes seconds to make; its size is tested once, below.

const seeded = (): TestDeps => {
  const deps = testDeps()
  seedWorkspaceWorld(deps, deps.workspaceId)
  return deps
}

const certificateOf = (deps: TestDeps) => emulatorKeys(deps, deps.workspaceId, 'mozambique').certificate

const bearerOf = (deps: TestDeps, key = 'jaribulocalkeyformozambique00001') =>
  `Bearer ${encryptPkcs1(key, certificateOf(deps))}`

let count = 0
const payment = (deps: TestDeps, msisdn: string, bearer = bearerOf(deps)): WireMessage => ({
  method: 'POST',
  path,
  query: '',
  headers: [
    ['Authorization', bearer],
    ['Content-Type', 'application/json'],
    ['Origin', '*'],
  ],
  body: Buffer.from(
    JSON.stringify({
      input_TransactionReference: 'INV1',
      input_CustomerMSISDN: msisdn,
      input_Amount: '10',
      input_ThirdPartyReference: `REF${++count}`,
      input_ServiceProviderCode: '171717',
    }),
  ),
  remoteAddress: '127.0.0.1',
})

const bodyOf = ({ answer }: { answer: { body: Uint8Array | string } }) =>
  JSON.parse(Buffer.from(answer.body).toString('utf8')) as Record<string, string>

describe('a synchronous payment', () => {
  test('waits on the line until the phone has paid', async () => {
    const deps = seeded()
    const waiting = emulateAndWait(deps, 'mozambique', payment(deps, '258840000000'))
    const [prompt] = listOpenPrompts(deps, deps.actor())
    expect(prompt).toMatchObject({ operator: 'Vodacom', currency: 'MZN', forPerson: true })
    answerPrompt(deps, deps.actor(), {
      msisdn: '258840000000',
      promptId: prompt?.id ?? '',
      answer: { answer: 'pin', pin: '1234' },
    })
    const emulated = await waiting
    expect(emulated.answer.status).toBe(201)
    expect(bodyOf(emulated)).toMatchObject({ output_ResponseCode: 'INS-0' })
  })

  test('that the phone pays by itself is answered when its time has come', async () => {
    const deps = seeded()
    const waiting = emulateAndWait(deps, 'mozambique', payment(deps, '258843330333'))
    deps.pass(1000)
    await drainDue(deps)
    expect((await waiting).answer.status).toBe(201)
    expect(deps.http.sent).toEqual([])
  })

  test('whose caller must go, or whose server stops, leaves the outcome to a query', async () => {
    const deps = seeded()
    const leave = new AbortController()
    const waiting = emulateAndWait(deps, 'mozambique', payment(deps, '258840000000'), () => leave.signal)
    leave.abort()
    const emulated = await waiting
    expect(emulated.answer.status).toBe(408)
    expect(bodyOf(emulated)).toMatchObject({ output_ResponseCode: 'INS-9', output_TransactionID: 'N/A' })
  })

  test('does not wait for a world that was reset', async () => {
    const deps = seeded()
    const waiting = emulateAndWait(deps, 'mozambique', payment(deps, '258840000000'))
    resetSandbox(deps, deps.actor())
    expect(bodyOf(await waiting)).toMatchObject({ output_ResponseCode: 'INS-9' })
  })
})

describe('the account', () => {
  test('switches all calls to asynchronous by its response URL, and back by emptying it', async () => {
    const deps = seeded()
    deps.http.answer(() => answered(200, '{}'))
    const responseUrl = 'http://localhost:3000/hook/local'
    expect(changeMozambiqueAccount(deps, deps.actor(), { responseUrl }).mode).toBe('asynchronous')
    const emulated = await emulateAndWait(deps, 'mozambique', payment(deps, '258843330333'))
    expect(bodyOf(emulated)).not.toHaveProperty('output_TransactionID')
    deps.pass(2000)
    await drainDue(deps)
    expect(deps.http.sent.map(({ url }) => url)).toEqual([responseUrl])
    resetSandbox(deps, deps.actor())
    expect(readMozambiqueAccount(deps, deps.actor()).responseUrl).toBe(responseUrl)
    expect(changeMozambiqueAccount(deps, deps.actor(), { responseUrl: '' }).mode).toBe('synchronous')
  })

  test.each(['ftp://x.test', 'no address', 'http://user:pass@x.test/'])(
    'refuses the URL %s',
    (responseUrl) => {
      const deps = seeded()
      expect(() => changeMozambiqueAccount(deps, deps.actor(), { responseUrl })).toThrow('no http or https')
    },
  )

  test('renews its key: the former one is refused, local environments get the new one, reports keep both', async () => {
    const deps = seeded()
    addMissingSystems(deps)
    deps.db.$client.prepare('delete from local_apps').run()
    expect(addMissingSystems(deps)).toBeGreaterThan(0)
    const actor = deps.actor()
    const former = readMozambiqueAccount(deps, actor).apiKey
    const old = emulateAndWait(deps, 'mozambique', payment(deps, '258843330333'))
    deps.pass(1000)
    await drainDue(deps)
    await old
    const { apiKey } = renewMozambiqueKey(deps, actor)
    expect(apiKey).toMatch(/^[a-z0-9]{32}$/)
    const refused = emulateWire(deps, 'mozambique', payment(deps, '258843330333'))
    expect(bodyOf(refused).output_ResponseCode).toBe('INS-2')
    const accepted = emulateWire(deps, 'mozambique', payment(deps, '258843330333', bearerOf(deps, apiKey)))
    expect(accepted.held).toBeDefined()
    const account = readMozambiqueAccount(deps, actor)
    expect(JSON.stringify(account)).not.toContain(apiKey)
    expect(account.formerKeys).toMatchObject([{ fingerprint: former.fingerprint }])
    expect(revealMozambiqueKey(deps, actor)).toBe(apiKey)
    expect(environmentContext(deps, actor, 'local-mozambique').credentials.apiKey).toBe(apiKey)
    const earlier = reportMozambique(deps, actor, { key: former.fingerprint })
    expect(earlier).toHaveLength(1)
    expect(reportMozambique(deps, actor, { key: account.apiKey.fingerprint })).toHaveLength(1)
    const { createdAt: at } = earlier[0] ?? { createdAt: 0 }
    const within = (from?: number, to?: number) =>
      reportMozambique(deps, actor, { key: former.fingerprint, from, to }).length
    expect([within(at, at), within(at + 1), within(undefined, at - 1)]).toEqual([1, 0, 0])
  })

  test('is read by viewers and changed by members', () => {
    const deps = seeded()
    const viewer = deps.actor('viewer')
    expect(readMozambiqueAccount(deps, viewer).mode).toBe('synchronous')
    expect(() => changeMozambiqueAccount(deps, viewer, { mayQueryNames: true })).toThrow()
    expect(() => renewMozambiqueKey(deps, viewer)).toThrow()
    expect(() => revealMozambiqueKey(deps, viewer)).toThrow()
  })
})

test('the public key is given as PEM and on one line', () => {
  const deps = testDeps()
  const ask = (query: string) =>
    String(
      emulateWire(deps, 'mozambique', {
        method: 'GET',
        path: '/public-key',
        query,
        headers: [],
        body: new Uint8Array(),
        remoteAddress: '',
      }).answer.body,
    )
  const pem = ask('')
  expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----/)
  expect(ask('format=base64')).toBe(
    createPublicKey(pem).export({ format: 'der', type: 'spki' }).toString('base64'),
  )
  expect(encryptPkcs1('key', pem)).toHaveLength(344)
}, 120_000)

describe('a workspace that is older than a system', () => {
  test('is given its environment and its part of the world, once', () => {
    const deps = testDeps()
    seedWorkspaceWorld(deps, deps.workspaceId)
    deps.db.$client.prepare(`delete from local_apps where system = 'mozambique'`).run()
    expect(addMissingSystems(deps)).toBe(1)
    const slugs = () =>
      deps.db
        .select()
        .from(environments)
        .all()
        .map(({ slug }) => slug)
    expect(slugs()).toContain('local-mozambique')
    // What somebody deleted stays deleted.
    deps.db.$client.prepare(`delete from environments where slug = 'local-mozambique'`).run()
    expect(addMissingSystems(deps)).toBe(0)
    expect(slugs()).not.toContain('local-mozambique')
  })
})

describe('the fixed ports', () => {
  let stop: (() => void) | undefined
  afterEach(() => stop?.())

  test('serve the emulator to plain HTTP clients; a port that is taken is said and the rest works', async () => {
    const deps = seeded()
    const taken = createServer()
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
    const { port } = taken.address() as AddressInfo
    const logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const listening = await listenOnPorts(
      deps,
      doorsOf({ config: { ...deps.config, mozambiquePorts: true } }, [port, 0]),
    )
    const lines = logged.mock.calls.map(([line]) => JSON.parse(String(line)))
    logged.mockRestore()
    stop = listening.stop
    expect(lines).toMatchObject([{ level: 'warn', port, code: 'EADDRINUSE' }])
    expect(listening.ports).toHaveLength(1)
    changeMozambiqueAccount(deps, deps.actor(), { responseUrl: 'http://localhost:3000/hook/local' })
    const { headers, body } = payment(deps, '258843330333')
    const response = await fetch(`http://127.0.0.1:${listening.ports[0]}${path}`, {
      method: 'POST',
      headers,
      body: Buffer.from(body),
    })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ output_ResponseCode: 'INS-0' })
    taken.close()
  })
})

test('the ledger of Mozambique adds up next to Kenya’s', async () => {
  const deps = seeded()
  const waiting = emulateAndWait(deps, 'mozambique', payment(deps, '258843330333'))
  deps.pass(1000)
  await drainDue(deps)
  await waiting
  const sums = new Map<string, number>()
  for (const { market, cents } of worldRows(deps.db).balances.all(deps.workspaceId)) {
    sums.set(market, (sums.get(market) ?? 0) + cents)
  }
  expect(sums.get('mozambique')).toBe(0)
  expect(sums.get('kenya')).toBe(0)
})
