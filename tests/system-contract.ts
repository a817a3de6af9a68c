import { describe, expect, test } from 'vitest'
import type { Json, Operation } from '@/lib/catalogue/types'
import { exampleOf } from '@/lib/derive'
import { understand } from '@/lib/systems'
import { owedAnswer } from '@/lib/systems/callbacks'
import type { System } from '@/lib/systems/types'
import type { WireMessage } from '@/lib/wire/types'
import { hostileBodies, systemBench } from './system-bench'

const namesIn = (body: Json): string[] =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : []

const textOf = (body: Uint8Array | string) => Buffer.from(body).toString('utf8')

const received = (body: Json, path = ''): WireMessage => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return {
    method: 'POST',
    path: `/hook/local${path}`,
    query: '',
    headers: [['Content-Type', text.startsWith('<') ? 'text/xml' : 'application/json']],
    body: Buffer.from(text),
    remoteAddress: '',
  }
}

/** What every system owes to the rest of the product. */
export const systemContract = (system: System) => {
  const outbound = system.operations.filter(({ direction }) => direction === 'outbound')

  test('has a local preset whose application and credentials it knows', () => {
    const local = system.presets.filter(({ kind }) => kind === 'local')
    expect(local.length).toBeGreaterThan(0)
    const names = system.credentials.map(({ name }) => name)
    for (const preset of system.presets) {
      expect(preset.system).toBe(system.id)
      expect(names).toEqual(expect.arrayContaining(Object.keys(preset.credentials)))
    }
    expect(local[0]?.credentials[system.localApp.key]).toBeTruthy()
  })

  test('lists each operation and each code once, as its own', () => {
    for (const rows of [system.operations, system.codes]) {
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      for (const row of rows) expect(row.system).toBe(system.id)
    }
  })

  test('explains every code that it lists', () => {
    for (const { code, operations, message, context, where: place } of system.codes) {
      // A context is another place than a call or a callback.
      if (code === null || context !== undefined) continue
      const found = system.explain(code, { operation: operations[0], place, message })
      expect(found?.code, code).toBe(code)
    }
  })

  test('seeds a world that adds up, and seeding again changes nothing', () => {
    const { world, sums } = systemBench(system)
    const people = world.store.subscribers()
    const organisations = world.store.organisations()
    expect(people.length * organisations.length).toBeGreaterThan(0)
    expect(people.some(({ behaviour }) => behaviour.kind === 'person')).toBe(true)
    system.seed(world)
    expect(world.store.subscribers()).toEqual(people)
    expect(world.store.organisations()).toEqual(organisations)
    expect(sums().every((sum) => sum === 0)).toBe(true)
  })

  test('answers a path that does not exist as such', () => {
    const { answer } = systemBench(system).call({ path: '/there/is/no/such/path' })
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })

  test('understands no message that is nobody’s', () => {
    for (const body of hostileBodies({})) {
      const bytes = typeof body === 'string' ? Buffer.from(body) : body
      const message = { method: 'POST', path: '/x', query: '', headers: [], body: bytes, remoteAddress: '' }
      expect(system.callback(message)).toBeUndefined()
    }
  })

  describe.each(Object.keys(system.callbacks))('its callback %s', (kind) => callbackContract(system, kind))

  test('shows each of its callbacks as an operation’s, and is owed what it shows', () => {
    for (const { id, callbacks } of system.operations) {
      expect(new Set(callbacks.map(({ kind, variant = '' }) => `${kind} ${variant}`)).size).toBe(
        callbacks.length,
      )
      for (const { kind, variant, example, expectedResponse } of callbacks) {
        const meaning = understand(received(example, system.callbacks[kind]?.example.path))
        expect(meaning, `${id} ${kind}`).toMatchObject({ system: system.id, kind })
        expect(meaning?.keys.length).toBeGreaterThan(0)
        if (variant) expect(meaning?.outcome).toBe(variant === 'success' ? 'success' : 'failure')
        const shown = expectedResponse?.body ?? null
        const answer = String(meaning && owedAnswer(meaning)?.body)
        if (typeof shown === 'object') expect(shown).toMatchObject(JSON.parse(answer))
      }
    }
  })

  test('waits in its Go-Live cases for callbacks of its own only', () => {
    const kinds = system.goLive.cases.flatMap(({ evidence, play = [] }) => [
      ...[evidence.records, ...(evidence.or ?? [])]
        .flat()
        .flatMap((record) => ('kinds' in record ? record.kinds : [])),
      ...play.flatMap((step) => (step.do === 'await-callback' ? [step.kind] : [])),
    ])
    expect(kinds.filter((kind) => !Object.hasOwn(system.callbacks, kind))).toEqual([])
  })

  describe.each(outbound)('$name', (operation) => operationContract(system, operation))
}

/** What is owed to the rest of the product by each kind of callback. */
export const callbackContract = (system: System, kind: string) => {
  const entry = system.callbacks[kind]
  if (!entry) throw new Error(`${system.id} has no callback ${kind}`)
  const message = received(entry.example.body, entry.example.path)

  test('is understood by its example, as this kind of this system', () => {
    const meaning = understand(message)
    expect(meaning).toMatchObject({ system: system.id, kind })
    expect(meaning?.sentence).toMatch(/\.$/)
    expect(meaning?.outcome === 'question').toBe(entry.asks !== undefined)
  })

  test('is owed an answer that is filled in from the message', () => {
    const meaning = understand(message)
    const answer = meaning && owedAnswer(meaning)
    expect(answer?.status).toBe(200)
    expect(String(answer?.body)).not.toMatch(/\{[a-z-]+\}|undefined/)
  })

  test('is turned down with the code that is given, where it can be', () => {
    const meaning = understand(message)
    if (!meaning) throw new Error('not understood')
    const refused = String(owedAnswer(meaning, 'X-17')?.body)
    expect(refused.includes('X-17')).toBe(entry.asks === 'validation')
  })

  test('has words for people', () => {
    expect(kind).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(entry.title.length).toBeLessThanOrEqual(24)
    expect(`${entry.about} ${entry.missing}`).toMatch(/^[A-Z].*\. [A-Z].*\.$/)
  })

  test('leads to a place where codes are explained', () =>
    expect(system.codes.map(({ where }) => where)).toContain(entry.where))
}

/** What is owed to the rest of the product by each operation. */
export const operationContract = (system: System, operation: Operation) => {
  test('answers its own example as its entry promises, and the answer is understood', () => {
    const bench = systemBench(system)
    const { answer, json } = bench.send(bench.plan(operation))
    const { success, failure, variants } = operation.acknowledgement
    const promised = [success, failure, ...variants].filter((one) => one !== undefined)
    const matching = promised.find(
      ({ httpStatus, body }) =>
        httpStatus === answer.status && namesIn(body).every((name) => namesIn(json).includes(name)),
    )
    expect(matching, `${answer.status} ${textOf(answer.body)}`).toBeDefined()
    const outcome = system.read(operation, answer.status, textOf(answer.body))
    expect(outcome.kind).not.toBe('unreadable')
    const later = bench.run()
    const isOwed = operation.callbacks.some(({ to }) =>
      operation.fields.some((field) => field.name === to && field.required),
    )
    if (outcome.kind === 'accepted' && isOwed) expect(later.length).toBeGreaterThan(0)
    for (const { message } of later) {
      const meaning = understand(message)
      expect(meaning?.system).toBe(system.id)
      expect(Object.keys(system.callbacks)).toContain(meaning?.kind)
    }
    expect(bench.sums().every((sum) => sum === 0)).toBe(true)
  })

  if (operation.auth.type !== 'none') {
    test('refuses a call without its authorisation', () => {
      const bench = systemBench(system)
      const { url, method, body } = bench.plan(operation)
      const { answer } = bench.send({ url, method, body, headers: [['Content-Type', 'application/json']] })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(bench.run()).toEqual([])
    })
  }

  test('hides what its entry calls a secret', () => {
    const bench = systemBench(system)
    const { values, secrets } = system.plan(operation, exampleOf(operation), bench.context)
    for (const { name, secret } of operation.fields) if (secret) expect(secrets.fields).toContain(name)
    for (const name of Object.keys(values))
      if (/password|securitycredential$/i.test(name)) expect(secrets.fields).toContain(name)
  })

  test('answers whatever bytes come, and never throws', () => {
    for (const strictness of ['lenient', 'strict'] as const) {
      const bench = systemBench(system, { strictness })
      const request = bench.plan(operation)
      const example = request.body?.startsWith('{') ? (JSON.parse(request.body) as Json) : {}
      for (const body of hostileBodies(example)) {
        const text = typeof body === 'string' ? body : Buffer.from(body).toString('latin1')
        const { answer } = bench.send({ ...request, body: text })
        expect(answer.status).toBeGreaterThanOrEqual(200)
        system.read(operation, answer.status, textOf(answer.body))
        system.read(operation, 200, text)
      }
      bench.run()
      expect(bench.sums().every((sum) => sum === 0)).toBe(true)
    }
  })
}
