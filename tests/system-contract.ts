import { describe, expect, test } from 'vitest'
import type { Json } from '@/lib/catalogue/types'
import { understand } from '@/lib/systems'
import type { System } from '@/lib/systems/types'
import { hostileBodies, systemBench } from './system-bench'

const namesIn = (body: Json): string[] =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : []

const textOf = (body: Uint8Array | string) => Buffer.from(body).toString('utf8')

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
    for (const { code, operations, message, context } of system.codes) {
      // A context is another place than a call or a callback.
      if (code === null || context !== undefined) continue
      const found = system.explain(code, { operation: operations[0], message })
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

  describe.each(outbound)('$name', (operation) => {
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
      for (const { message } of later) expect(understand(message)?.system).toBe(system.id)
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
  })
}
