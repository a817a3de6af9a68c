import { constants, generateKeyPairSync, publicEncrypt } from 'node:crypto'
import type { Json } from '@/lib/catalogue/types'
import { act, delivered, emulate, seed } from '@/lib/systems/daraja/emulate'
import { hashToken } from '@/lib/systems/gateway/tokens'
import type { DeliveredCallback } from '@/lib/systems/types'
import type { Emulated, WireMessage } from '@/lib/wire/types'
import { seededIds } from '@/lib/world/ids'
import { type MemoryStore, memoryStore } from '@/lib/world/memory'
import { defaultSettings } from '@/lib/world/settings'
import type { Due, World, WorldSettings } from '@/lib/world/types'

/** 20 November 2026, 09:15:30 in Nairobi. */
const morning = Date.UTC(2026, 10, 20, 6, 15, 30)

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'
const token = 'TestTokenOfTwentyEightChars0'

export const credential = (password: string) =>
  publicEncrypt(
    { key: pair.publicKey, padding: constants.RSA_PKCS1_PADDING },
    Buffer.from(password),
  ).toString('base64')

/** One ciphertext for all tests: clients reuse theirs too. */
const rightCredential = credential('Safaricom999!*!')

type Body = Record<string, Json> | Json[]

type Sent = { due: Due; url: string; headers: [string, string][]; body: Record<string, Json> }

export type Emulator = {
  world: World & { store: MemoryStore }
  pass(ms: number): void
  send(
    path: string,
    body: Body | string | Uint8Array,
    headers?: [string, string][],
  ): Emulated & { json: Json }
  call(message: Partial<WireMessage> & { path: string }): Emulated & { json: Json }
  /** Carries out what is due within `ms`; callbacks are answered by `reply` and handed back in order. */
  run(ms?: number, reply?: (due: Due) => DeliveredCallback['result']): Sent[]
  sum(): number
  stkBody(change?: Record<string, Json>): Record<string, Json>
}

const ok: DeliveredCallback['result'] = { kind: 'answered', status: 200, body: '{"ResultCode":0}', ms: 3 }

/** A seeded world in memory with a valid token. */
export const emulator = (settings: Partial<WorldSettings> = {}): Emulator => {
  const store = memoryStore()
  const world: Emulator['world'] = {
    store,
    now: morning,
    ids: seededIds(42),
    settings: { ...structuredClone(defaultSettings), ...settings },
    keys: { daraja: { privateKey: pair.privateKey, certificate: pair.publicKey } },
    publicUrl: 'http://localhost:3000',
    app: { id: 'app', system: 'daraja', key: 'key', secret: 'secret' },
  }
  seed(world)
  store.putRecord({
    collection: 'tokens',
    key: hashToken(token),
    value: { appId: 'app', system: 'daraja', expiresAt: morning + 10 * 3_600_000 },
    updatedAt: morning,
  })
  const call: Emulator['call'] = (message) => {
    const emulated = emulate(
      {
        method: 'POST',
        query: '',
        headers: [],
        body: new Uint8Array(),
        remoteAddress: '127.0.0.1',
        ...message,
      },
      world,
    )
    const text = Buffer.from(emulated.answer.body).toString('utf8')
    let json: Json = null
    try {
      json = JSON.parse(text) as Json
    } catch {
      json = text
    }
    return { ...emulated, json }
  }
  return {
    world,
    pass: (ms) => {
      world.now += ms
    },
    call,
    send: (path, body, headers = []) =>
      call({
        path,
        headers: [['Authorization', `Bearer ${token}`], ['Content-Type', 'application/json'], ...headers],
        body:
          body instanceof Uint8Array
            ? body
            : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
      }),
    run: (ms = 60_000, reply = () => ok) => {
      const until = world.now + ms
      const sent: Sent[] = []
      for (;;) {
        const [due] = store.dues().filter((one) => one.dueAt <= until)
        if (!due) break
        store.takeDue(due.id)
        world.now = Math.max(world.now, due.dueAt)
        if (due.type === 'action') act(due, world)
        else if (due.request) {
          sent.push({
            due,
            url: due.request.url,
            headers: due.request.headers,
            body: JSON.parse(due.request.body) as Record<string, Json>,
          })
          delivered({ id: due.id, kind: due.kind, context: due.context, result: reply(due) }, world)
        }
      }
      world.now = Math.max(world.now, until)
      return sent
    },
    sum: () => store.sum('kenya'),
    stkBody: (change = {}) => {
      const stamp = '20261120091530'
      const shortcode = String(change.BusinessShortCode ?? '174379')
      return {
        BusinessShortCode: shortcode,
        Password: Buffer.from(`${shortcode}${passkey}${stamp}`).toString('base64'),
        Timestamp: stamp,
        TransactionType: 'CustomerPayBillOnline',
        Amount: '1',
        PartyA: String(change.PhoneNumber ?? '254708374149'),
        PartyB: shortcode,
        PhoneNumber: '254708374149',
        CallBackURL: 'https://hooks.example.test/d/stk',
        AccountReference: 'INV-7',
        TransactionDesc: 'Order 7',
        ...change,
      }
    },
  }
}

export const operatorBody = (change: Record<string, Json> = {}): Record<string, Json> => ({
  Initiator: 'testapi',
  SecurityCredential: rightCredential,
  Remarks: 'November',
  QueueTimeOutURL: 'https://hooks.example.test/d/timeout',
  ResultURL: 'https://hooks.example.test/d/result',
  ...change,
})
