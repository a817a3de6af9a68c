import { describe, expect, test } from 'vitest'
import type { Json, Operation } from '@/lib/catalogue/types'
import { valuesOf } from '@/lib/derive'
import { findOperation, systemOf, understand } from '@/lib/systems'
import { owedAnswer } from '@/lib/systems/callbacks'
import { applicationCollection, defaultApplication } from '@/lib/systems/openapi/applications'
import type { System } from '@/lib/systems/types'
import type { Values, WireMessage, WireRequest } from '@/lib/wire/types'
import { differences, type GoldenExample, goldenExamples, type Provocation } from './golden-example'
import { isAnsweredFromEntry, systemBench } from './system-bench'

const operationOf = (id: string): Operation => {
  const found = findOperation(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

/** Of the environment, or of the moment: another day and another application than the example's. */
const isOwn = ({ derive, kind, prefill }: Operation['fields'][number]) =>
  (prefill?.from === 'credential' && kind !== 'shortcode') ||
  /password|credential|timestamp|seconds/.test(derive ?? '')

/** Where a provider's own pages keep what an account is set to. */
const accounts: Record<string, { collection: string; key: string; value: object }> = {
  mozambique: { collection: 'accounts', key: 'mozambique', value: {} },
  openapi: { collection: applicationCollection, key: 'app', value: defaultApplication },
}

const withBearer = (request: WireRequest, bearer: string | undefined): WireRequest => ({
  ...request,
  headers: request.headers.flatMap(([name, value]): [string, string][] =>
    name.toLowerCase() !== 'authorization' ? [[name, value]] : bearer ? [[name, `Bearer ${bearer}`]] : [],
  ),
})

/** Every text member, by name and by the name that a list gives it. */
const collect = (json: Json, into: Record<string, string>): void => {
  if (typeof json !== 'object' || json === null) return
  if (Array.isArray(json)) {
    for (const one of json) collect(one, into)
    return
  }
  const name = json.Key ?? json.Name
  if (typeof name === 'string' && json.Value !== undefined) into[name] = String(json.Value)
  for (const [key, value] of Object.entries(json)) {
    if (typeof value === 'string') into[key] = value
    else collect(value, into)
  }
}

/** Plays a provocation out: the request as planned, the answer, and what is called back later. */
const playOut = (system: System, golden: GoldenExample, provoke: Provocation = {}) => {
  const faults = provoke.fault ? [{ kind: provoke.fault, operation: golden.operation }] : []
  const strictness = provoke.isStrict ? 'strict' : 'lenient'
  const bench = systemBench(system, { faults, strictness }, golden.market)
  const account = accounts[system.id]
  if (provoke.account && account) {
    const value = { ...account.value, ...provoke.account } as Json
    bench.world.store.putRecord({ ...account, value, updatedAt: 0 })
  }
  const brought: Record<string, string> = {}
  const fill = (value: Json): Json =>
    typeof value === 'string' ? value.replace(/\{(\w+)\}/g, (all, name) => brought[name] ?? all) : value
  const planOf = (example: GoldenExample, change: Record<string, Json> = {}) => {
    const operation = operationOf(example.operation)
    const own = new Set(operation.fields.filter(isOwn).map(({ name }) => name))
    const values: Values = example.request === undefined ? {} : valuesOf(operation, example.request)
    const given = operation.fields.flatMap(({ name }): [string, Json | undefined][] =>
      own.has(name) && values[name] !== undefined ? [] : [[name, values[name]]],
    )
    const changed = Object.entries(change).map(([name, value]) => [
      name,
      value === null ? undefined : fill(value),
    ])
    return bench.plan(operation, { ...Object.fromEntries(given), ...Object.fromEntries(changed) })
  }
  const another = (id: string, change?: Record<string, Json>) => {
    const example = goldenExamples(system.id).find(({ operation }) => operation === id)
    if (!example) throw new Error(`no golden messages of ${id}`)
    return bench.send(planOf(example, change)).json
  }
  for (const { operation, change, isOpen } of provoke.before ?? []) {
    collect(another(operation, change), brought)
    if (!isOpen) for (const { body } of bench.run()) collect(body, brought)
  }
  const planned = planOf(golden, provoke.change)
  const bearer = provoke.authorization === 'unknown' ? 'NeverGivenOutToAnybody000000' : undefined
  const answered = bench.send(provoke.authorization ? withBearer(planned, bearer) : planned)
  for (const { operation, change } of provoke.after ?? []) another(operation, change)
  return { planned, answered, callbacks: bench.run(24 * 3_600_000) }
}

const received = (body: Json, path = '/hook/local'): WireMessage => ({
  method: 'POST',
  path,
  query: '',
  headers: [['Content-Type', 'application/json']],
  body: Buffer.from(JSON.stringify(body)),
  remoteAddress: '',
})

const expectAlike = (found: string[]) => expect(found, found.join('\n')).toEqual([])

const bodyText = (body: Json) => (body === null ? '' : JSON.stringify(body))

describe.each(['daraja', 'openapi', 'mozambique'])('golden messages of %s', (id) => {
  const system = systemOf(id)
  const examples = goldenExamples(id)

  test('there is a file for every operation that a rule plays', () => {
    const told = examples.map(({ operation }) => operation)
    const missing = system.operations.filter(
      (operation) => !told.includes(operation.id) && !isAnsweredFromEntry(system, operation),
    )
    expect(missing.map((one) => one.id)).toEqual([])
    expect(told.filter((one) => findOperation(one)?.system !== id)).toEqual([])
    expect(new Set(told).size).toBe(told.length)
  })

  describe.each(examples)('$operation', (golden) => {
    const operation = operationOf(golden.operation)

    test('the request leaves as it is here, but for what is of the environment and the moment', () => {
      const { planned } = playOut(system, golden)
      const own = new Set(operation.fields.filter(isOwn).map(({ name }) => name.split('.').at(-1) ?? name))
      const sent: Json = planned.body
        ? (JSON.parse(planned.body) as Json)
        : Object.fromEntries(new URL(planned.url).searchParams)
      const wanted = planned.body
        ? (golden.request ?? {})
        : Object.fromEntries(
            Object.entries(golden.request ?? {}).map(([name, value]) => [name, String(value)]),
          )
      expectAlike(differences(wanted, sent, [...own, ...(golden.filled ?? [])]))
    })

    test.each(golden.answers)('answer: $name', ({ httpStatus, body, provoke, varies, note, meaning }) => {
      const outcome = system.read(operation, httpStatus, bodyText(body))
      expect(['code' in outcome ? `${outcome.kind} ${outcome.code}` : outcome.kind]).toEqual([meaning])
      if (note !== undefined) return
      const { answered } = playOut(system, golden, provoke)
      expect(answered.answer.status, `${JSON.stringify(answered.json)} ${answered.notes}`).toBe(httpStatus)
      expectAlike(differences(body, answered.json === '' ? null : answered.json, varies))
    })

    test.each(golden.callbacks)('callback: $name', ({ body, provoke, varies, note, owed, path, meaning }) => {
      const understood = understand(received(body, path))
      expect(understood).toMatchObject({ system: id })
      expect(`${understood?.kind} ${understood?.outcome} ${understood?.code ?? ''}`.trim()).toBe(meaning)
      if (owed && understood) {
        const reply = owedAnswer(understood)
        expect(reply?.status).toBe(owed.httpStatus)
        expectAlike(differences(owed.body, JSON.parse(String(reply?.body)) as Json))
      }
      if (note !== undefined) return
      const { callbacks } = playOut(system, golden, provoke)
      const found = callbacks.map((sent) => differences(body, sent.body, varies))
      const nearest = found.sort((one, other) => one.length - other.length)[0]
      expectAlike(nearest ?? ['nothing was called back'])
    })
  })
})
