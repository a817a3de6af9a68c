import { generateKeyPairSync } from 'node:crypto'
import path from 'node:path'
import { type Db, openDb } from '@/db/client'
import { migrateDb } from '@/db/migrate'
import { eventsAfter } from '@/db/queries/events'
import { environmentSecrets, environments, inboxes, workspaces } from '@/db/schema'
import { createVault } from '@/lib/crypto/vault'
import type { HttpClient, HttpRequest, HttpResult } from '@/lib/http/types'
import { systems } from '@/lib/systems'
import { darajaPresets } from '@/lib/systems/daraja/presets'
import type { Actor, Deps } from '@/lib/workspace/deps'
import { secretContext } from '@/lib/workspace/environments/secrets'
import { createLive } from '@/lib/workspace/live/live-hub'
import type { Role } from '@/lib/workspace/views'
import { keepEmulatorKeys } from '@/lib/workspace/world/emulator-keys'

/** 20 November 2026, 09:15:30 in Nairobi. */
export const startOfTests = Date.UTC(2026, 10, 20, 6, 15, 30)

type FakeHttp = HttpClient & {
  /** Requests in the order they left. */
  sent: HttpRequest[]
  /** Decides what comes back; the last one given wins. */
  answer(respond: (request: HttpRequest) => HttpResult | Promise<HttpResult>): void
}

export type TestDeps = Deps & {
  http: FakeHttp
  /** Moves the clock. */
  pass(ms: number): void
  workspaceId: string
  environmentId: string
  actor(role?: Role): Actor
  /** Events of the workspace, once what was announced is written. */
  announced(): { type: string; data: Record<string, unknown> }[]
}

/** Of the smaller size for every system: the size is no rule of what is tested with it. */
const makePair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
let pair: ReturnType<typeof makePair> | undefined
const emulatorPair = () => {
  pair ??= makePair()
  return pair
}

const migrations = path.join(import.meta.dirname, '../db/migrations')

let prepared: Buffer | undefined

/**
 * An empty workspace after the real migrations. Both run once a file of tests, and each test gets its own copy: keys of
 * the emulated providers take longer to make than most tests.
 */
const preparedOnce = (): Buffer => {
  if (!prepared) {
    const deps = depsOn(openDb(':memory:'))
    migrateDb(deps.db, migrations)
    seed(deps)
    prepared = deps.db.$client.serialize()
    deps.db.$client.close()
  }
  return prepared
}

/** What verbs need: a real database in memory (or in a file), everything else counted and predictable. */
export const testDeps = (file = ':memory:'): TestDeps => {
  if (file === ':memory:') return depsOn(openDb(preparedOnce()))
  const deps = depsOn(openDb(file))
  migrateDb(deps.db, migrations)
  seed(deps)
  return deps
}

const depsOn = (db: Db): TestDeps => {
  let now = startOfTests
  let counter = 0
  const clock = () => now
  const live = createLive(db, clock)
  const ids = {
    next: () => `01TEST${String(++counter).padStart(20, '0')}`,
    token: (bytes: number) => `token-${String(++counter).padStart(bytes, '0')}`,
  }
  const vault = createVault(new Uint8Array(32).fill(7))
  const workspaceId = 'workspace-1'
  const environmentId = 'environment-1'
  const deps: TestDeps = {
    db,
    clock,
    ids,
    vault,
    live,
    http: fakeHttp(),
    config: {
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/nowhere',
      publicUrl: 'http://localhost:3000',
      secret: Buffer.alloc(32, 7),
      allowPrivateTargets: true,
      trustedProxies: [],
      exchanges: { most: 20_000, days: 30 },
      softwareRuns: { most: 100_000, days: 366 },
      isDevelopment: false,
      logLevel: 'info',
      version: '0.0.0',
    },
    pass: (ms) => {
      now += ms
    },
    workspaceId,
    environmentId,
    actor: (role = 'owner') => ({
      workspaceId,
      role,
      name: 'Wanjiru',
      memberId: `member-${role}`,
      tokenId: null,
    }),
    announced: () => {
      live.flush()
      return eventsAfter(db, workspaceId, 0, 1000).map(({ type, data }) => ({ type, data: JSON.parse(data) }))
    },
  }
  return deps
}

/** A workspace with the local Daraja environment and its inbox, as a first start leaves it. */
const seed = (deps: TestDeps) => {
  const { db, vault, workspaceId, environmentId } = deps
  const preset = darajaPresets[0]
  const now = startOfTests
  db.insert(workspaces).values({ id: workspaceId, name: 'Test', createdAt: now }).run()
  db.insert(inboxes)
    .values({ id: 'inbox-1', workspaceId, name: 'local', address: 'local', createdAt: now })
    .run()
  const { consumerKey, consumerSecret, lnmPasskey, initiatorPassword, ...settings } = preset.credentials
  db.insert(environments)
    .values({
      id: environmentId,
      workspaceId,
      slug: 'local',
      name: preset.name,
      system: preset.system,
      kind: preset.kind,
      market: preset.market,
      baseUrl: preset.baseUrl,
      inboxId: 'inbox-1',
      settings,
      createdAt: now,
      updatedAt: now,
    })
    .run()
  for (const [name, plain] of Object.entries({
    consumerKey,
    consumerSecret,
    lnmPasskey,
    initiatorPassword,
  })) {
    db.insert(environmentSecrets)
      .values({
        id: `secret-${name}`,
        environmentId,
        name,
        ciphertext: vault.seal(plain, secretContext(environmentId, name)),
        updatedAt: now,
      })
      .run()
  }
  for (const { id } of systems) keepEmulatorKeys(deps, workspaceId, id, emulatorPair())
}

const fakeHttp = (): FakeHttp => {
  let respond: (request: HttpRequest) => HttpResult | Promise<HttpResult> = () => answered(200, {})
  const sent: HttpRequest[] = []
  return {
    sent,
    answer: (given) => {
      respond = given
    },
    inspect: async () => ({ addresses: ['203.0.113.7'], dnsMs: 1, problem: null, tls: null }),
    async send(request) {
      sent.push(request)
      if (request.signal?.aborted) return unreachable('cancelled')
      // The token call is answered by itself, so that tests speak of their own call only.
      if (request.url.includes('/oauth/v1/generate')) {
        return answered(200, { access_token: 'test-access-token-0001', expires_in: '3599' })
      }
      return respond(request)
    },
  }
}

export const answered = (status: number, body: unknown, ms = 12): HttpResult => ({
  kind: 'answered',
  status,
  headers: [['content-type', 'application/json']],
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  truncated: false,
  ms,
})

export const unreachable = (cause: Extract<HttpResult, { kind: 'unreachable' }>['cause']): HttpResult => ({
  kind: 'unreachable',
  cause,
  detail: `It ended: ${cause}.`,
  ms: 5,
})
