import path from 'node:path'
import { openDb } from '@/db/client'
import { migrateDb } from '@/db/migrate'
import { inboxes, workspaces } from '@/db/schema'
import { createVault } from '@/lib/crypto/vault'
import type { HttpRequest, HttpResult } from '@/lib/http/types'
import type { Actor, Deps } from '@/lib/workspace/deps'
import type { LiveEvent, Role } from '@/lib/workspace/views'

export type Answer = (request: HttpRequest) => HttpResult | Promise<HttpResult>

export const answered = (status: number, body: unknown, headers: [string, string][] = []): HttpResult => ({
  kind: 'answered',
  status,
  headers,
  body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  truncated: false,
  ms: 5,
})

/** A workspace of its own in a database of its own, with a clock that only moves when told to. */
export const makeBench = (file = ':memory:') => {
  const db = openDb(file)
  migrateDb(db, path.resolve('db/migrations'))
  const events: LiveEvent[] = []
  const requests: HttpRequest[] = []
  const state: { now: number; answer: Answer } = {
    now: Date.UTC(2026, 10, 20, 9, 0, 0),
    answer: () => answered(200, { access_token: 'token-1', expires_in: '3599' }),
  }
  let counter = 0
  const deps: Deps = {
    db,
    clock: () => state.now,
    ids: { next: () => `id-${String(++counter).padStart(6, '0')}`, token: () => 'token' },
    vault: createVault(new Uint8Array(32).fill(7)),
    http: {
      inspect: async () => ({ addresses: [], dnsMs: 0, problem: null, tls: null }),
      send: async (request) => {
        requests.push(request)
        return state.answer(request)
      },
    },
    live: {
      announce: (_, event) => {
        events.push(event)
      },
      subscribe: () => () => {},
      peopleChanged: () => {},
      subscribeToPeople: () => () => {},
    },
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
      version: '0',
    },
  }
  const actor = (role: Role = 'owner', workspaceId = 'w1'): Actor => ({
    workspaceId,
    role,
    name: 'Wanjiru',
    memberId: 'm1',
    tokenId: null,
  })
  for (const id of ['w1', 'w2']) {
    db.insert(workspaces).values({ id, name: id, createdAt: 0 }).run()
    db.insert(inboxes)
      .values({
        id: `inbox-${id}`,
        workspaceId: id,
        name: 'local',
        address: id === 'w1' ? 'local' : 'other',
        createdAt: 0,
      })
      .run()
  }
  return { deps, db, events, requests, state, actor }
}
