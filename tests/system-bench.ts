import { generateKeyPairSync } from 'node:crypto'
import type { Json, Operation } from '@/lib/catalogue/types'
import { decryptPkcs1 } from '@/lib/crypto/rsa-decrypt'
import { exampleOf, wireValueOf } from '@/lib/derive'
import { marketOf } from '@/lib/msisdn/markets'
import { answeredFromEntry } from '@/lib/systems/gateway/from-entry'
import { hashToken } from '@/lib/systems/gateway/tokens'
import type { DeliveredCallback, PlanContext, System } from '@/lib/systems/types'
import type { Emulated, Values, WireMessage, WireRequest } from '@/lib/wire/types'
import { seededIds } from '@/lib/world/ids'
import { type MemoryStore, memoryStore } from '@/lib/world/memory'
import { defaultSettings } from '@/lib/world/settings'
import type { Due, World, WorldSettings } from '@/lib/world/types'

/** 20 November 2026, 09:15:30 in Nairobi. */
const morning = Date.UTC(2026, 10, 20, 6, 15, 30)

// Half the size of some systems' keys, for speed: the size is no rule of what is tested here.
const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

type SentCallback = { due: Due; message: WireMessage; body: Json }

type Answered = Emulated & { json: Json }

/** One system's emulator over a seeded world in memory, met through the `System` object alone. */
export type SystemBench = {
  system: System
  world: World & { store: MemoryStore }
  context: PlanContext
  call(message: Partial<WireMessage> & { path: string }): Answered
  /** Sends what `plan` made. A caller that is held waits for its answer. */
  send(request: WireRequest): Answered
  /** The operation's own example with the local environment's credentials. */
  plan(operation: Operation, change?: Values): WireRequest
  run(ms?: number, reply?: (due: Due) => DeliveredCallback['result']): SentCallback[]
  /** Of every market: each has to be zero. */
  sums(): number[]
}

const parse = (text: string): Json => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

const bytesOf = (body: string | Uint8Array) => (typeof body === 'string' ? Buffer.from(body) : body)

export const systemBench = (
  system: System,
  settings: Partial<WorldSettings> = {},
  market?: string,
): SystemBench => {
  const preset = system.presets.find((one) => one.kind === 'local' && (!market || one.market === market))
  if (!preset) throw new Error(`${system.id} has no local preset`)
  // What the preset leaves open is filled with something, so that every operation can be planned.
  const credentials: Record<string, string | undefined> = {
    ...Object.fromEntries(system.credentials.map(({ name }) => [name, '600000'])),
    ...preset.credentials,
  }
  const store = memoryStore()
  const world: SystemBench['world'] = {
    store,
    now: morning,
    ids: seededIds(42),
    settings: { ...structuredClone(defaultSettings), ...settings },
    keys: { [system.id]: { privateKey: pair.privateKey, certificate: pair.publicKey } },
    publicUrl: 'http://localhost:3000',
  }
  system.seed(world)
  const app = {
    id: 'app',
    system: system.id,
    key: credentials[system.localApp.key] ?? '',
    secret: credentials[system.localApp.secret ?? ''] ?? '',
  }

  const open = (ciphertext: string) => {
    const plain = decryptPkcs1(ciphertext, pair.privateKey)
    return plain === undefined ? [] : [plain]
  }
  const appOf = (message: WireMessage) => {
    const claim = system.callerOf(message, open)
    if (claim?.kind === 'token') return store.record('tokens', hashToken(claim.token)) ? app : undefined
    if (claim?.kind !== 'key') return undefined
    const isOwn = claim.key === app.key && (claim.secret === undefined || claim.secret === app.secret)
    return isOwn ? app : undefined
  }

  const call: SystemBench['call'] = (given) => {
    const message: WireMessage = {
      method: 'POST',
      query: '',
      headers: [],
      body: new Uint8Array(),
      remoteAddress: '127.0.0.1',
      ...given,
    }
    world.app = appOf(message)
    const emulated = system.emulate(message, world)
    if (emulated.held) {
      const { transactionId } = emulated.held
      while (system.answerHeld?.(transactionId, world) === undefined && next(Number.POSITIVE_INFINITY)) {}
      const answer = system.answerHeld?.(transactionId, world) ?? emulated.answer
      return { ...emulated, answer, json: parse(Buffer.from(answer.body).toString('utf8')) }
    }
    return { ...emulated, json: parse(Buffer.from(emulated.answer.body).toString('utf8')) }
  }

  const sent: SentCallback[] = []
  const ok: DeliveredCallback['result'] = { kind: 'answered', status: 200, body: '{"ResultCode":0}', ms: 3 }
  const next = (until: number, reply: (due: Due) => DeliveredCallback['result'] = () => ok): boolean => {
    const [due] = store.dues().filter((one) => one.dueAt <= until)
    if (!due) return false
    store.takeDue(due.id)
    world.now = Math.max(world.now, due.dueAt)
    if (due.type === 'action') system.act(due, world)
    else if (due.request) {
      const { method, url, headers, body } = due.request
      const { pathname, search } = new URL(url)
      const message: WireMessage = {
        method,
        path: pathname,
        query: search.slice(1),
        headers,
        body: Buffer.from(body),
        remoteAddress: '127.0.0.1',
      }
      sent.push({ due, message, body: parse(body) })
      system.delivered({ id: due.id, kind: due.kind, context: due.context, result: reply(due) }, world)
    }
    return true
  }

  const context: PlanContext = {
    baseUrl: `http://localhost:3000/emulator/${system.id}`,
    credentials,
    certificate: pair.publicKey,
    now: morning,
    market: marketOf(preset.market),
    callbackUrl: 'http://localhost:3000/hook/local/r/01TEST00000000000000000000',
  }
  const send: SystemBench['send'] = ({ method, url, headers, body = '' }) => {
    const { pathname, search } = new URL(url)
    return call({
      method,
      path: pathname.slice(`/emulator/${system.id}`.length),
      query: search.slice(1),
      headers,
      body: bytesOf(body),
    })
  }
  if (system.session) {
    const { answer } = send(system.session.plan(context).request)
    const read = system.session.read(answer.status, Buffer.from(answer.body).toString('utf8'), context)
    if (read.kind !== 'token') throw new Error(`${system.id} gives no session: ${read.description}`)
    context.token = read.token
  }
  return {
    system,
    world,
    context,
    call,
    send,
    plan: (operation, change = {}) => {
      const own = Object.fromEntries(
        operation.fields.flatMap((field): [string, Json | undefined][] => {
          const { name, prefill, derive } = field
          const value = prefill?.from === 'credential' ? credentials[prefill.name] : undefined
          // Left to the system: a stamp or a signature of the example would be of another day.
          return derive ? [[name, undefined]] : value ? [[name, wireValueOf(field, value)]] : []
        }),
      )
      return system.plan(operation, { ...exampleOf(operation), ...own, ...change }, context).request
    },
    run: (ms = 120_000, reply) => {
      const until = world.now + ms
      while (next(until, reply)) {}
      world.now = Math.max(world.now, until)
      return sent.splice(0)
    },
    sums: () =>
      [...new Set(store.subscribers().map(({ market }) => market))].map((market) => store.sum(market)),
  }
}

/** Nobody wrote a rule for it: the emulator's answer is its entry's own, so nothing about it is known beside that. */
export const isAnsweredFromEntry = (system: System, operation: Operation): boolean => {
  if (operation.direction !== 'outbound') return false
  const bench = systemBench(system)
  return bench.send(bench.plan(operation)).notes.includes(answeredFromEntry)
}

/** Bodies that nobody should send, and one per member of the given one with something odd in it. */
export const hostileBodies = (example: Json): (string | Uint8Array)[] => {
  const odd: Json[] = [
    null,
    true,
    [],
    {},
    -1,
    0.5,
    1e308,
    '',
    ' ',
    '\u0000#1.0',
    '＊🧨\ud800',
    'x'.repeat(70_000),
    [[1]],
    { a: { b: 1 } },
  ]
  const spoil = (source: Json): string[] =>
    typeof source === 'object' && source !== null && !Array.isArray(source)
      ? Object.keys(source).flatMap((name) =>
          odd.map((value) => JSON.stringify({ ...source, [name]: value })),
        )
      : Array.isArray(source)
        ? source.slice(0, 1).flatMap((item) => spoil(item).map((text) => `[${text}]`))
        : []
  return [
    '',
    'null',
    '[]',
    '[1]',
    '[[]]',
    '{}',
    '{',
    '"text"',
    '<xml/>',
    'a=b&c=d',
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    '{"__proto__":{"x":1},"constructor":1,"toString":2}',
    `{"Amount":${'9'.repeat(400)}}`,
    new Uint8Array([0xff, 0xfe, 0x00, 0x80]),
    ...spoil(example),
  ]
}
