import { describe, expect, test } from 'vitest'
import type { CodePlace } from '@/lib/catalogue/code-places'
import type { Code, Operation, Trigger } from '@/lib/catalogue/types'
import { checkValues } from '@/lib/derive'
import { findOperation, systems } from '@/lib/systems'
import { owedAnswer } from '@/lib/systems/callbacks'
import { canBeAsked, wordingOf } from '@/lib/systems/gateway/on-purpose'
import type { Planned, System } from '@/lib/systems/types'
import type { Values, WireMessage, WireRequest } from '@/lib/wire/types'
import type { Fault } from '@/lib/world/types'
import { type SystemBench, systemBench } from '@/tests/system-bench'
import { formOf, typedInto } from './form'
import { sentenceOf, triggersOf, waysTo } from './on-purpose'

const operationOf = (id: string) => {
  const operation = findOperation(id)
  if (!operation) throw new Error(`no operation ${id}`)
  return operation
}

const withHeaders = (request: WireRequest, headers: Trigger['headers'] = {}): WireRequest => {
  const changed = Object.keys(headers).map((name) => name.toLowerCase())
  return {
    ...request,
    headers: [
      ...request.headers.filter(([name]) => !changed.includes(name.toLowerCase())),
      ...Object.entries(headers).filter(([, value]) => value !== ''),
    ],
  }
}

/** Sends what a way says, and gives back every text that came of it. */
const follow = (
  system: System,
  way: Trigger,
  faults: Fault[] = [],
): { bench: SystemBench; answers: Seen[] } => {
  const bench = systemBench(system, way.strictness ? { strictness: way.strictness } : {})
  Object.assign(bench.context.credentials, localOf(system), way.sign)
  const operation = operationOf(way.operation)
  if (way.arrange) expect(system.arrange?.(way.arrange, bench.world)).toBeDefined()
  const taken = way.after ? takenFrom(bench, operationOf(way.after), way.operation) : {}
  const values = typedInto(operation, { ...formOf(operation, way.sign), ...taken }, way.send ?? {})
  bench.world.settings.faults = faults
  const answers: Seen[] = []
  for (let sent = 0; sent < (way.times ?? 1); sent += 1) {
    // Each sending is a run of its own, with an address and ids of its own.
    bench.context.callbackUrl = `http://localhost:3000/hook/local/r/01TEST0000000000000000000${sent}`
    const planned = system.plan(operation, values, bench.context)
    if (!way.headers && faults.length === 0)
      expect(sentenceOf(way).includes('Send anyway')).toBe(isObjected(operation, planned, values))
    const { answer } = bench.send(withHeaders(planned.request, way.headers))
    const body = Buffer.from(answer.body).toString('utf8')
    const outcome = system.read(operation, answer.status, body)
    answers.push({
      code: 'code' in outcome ? outcome.code : undefined,
      place: 'api',
      message: 'description' in outcome ? outcome.description : undefined,
      body,
    })
  }
  for (const { message } of bench.run()) answers.push(seenIn(system, message))
  return { bench, answers }
}

/** What the local environment has from the start, and nothing else: the bench fills in the rest. */
const localOf = ({ presets, credentials }: System) => ({
  ...Object.fromEntries(credentials.map(({ name }) => [name, undefined])),
  ...presets.find(({ kind }) => kind === 'local')?.credentials,
})

/** As sending does it: secrets that were computed are not looked at. */
const isObjected = (operation: Operation, { values, secrets }: Planned, typed: Values) =>
  checkValues(operation, values).some(
    ({ field }) => !(secrets.fields.includes(field) && typed[field] === undefined),
  )

/** What a call goes on with of the answer to an earlier one. */
const takenFrom = (bench: SystemBench, earlier: Operation, next: string): Values => {
  const { answer } = bench.send(bench.system.plan(earlier, formOf(earlier), bench.context).request)
  const outcome = bench.system.read(earlier, answer.status, Buffer.from(answer.body).toString('utf8'))
  const granted = outcome.kind === 'done' ? (outcome.grants ?? []) : []
  Object.assign(
    bench.context.credentials,
    Object.fromEntries(granted.map(({ credential, value }) => [credential, value])),
  )
  const take = earlier.followUps.find(({ operation }) => operation === next)?.take ?? []
  const keys = 'keys' in outcome ? outcome.keys : []
  return Object.fromEntries(
    take.map(({ value, field }) => [field, keys.find(({ kind }) => kind === value)?.value]),
  )
}

type Seen = {
  code: string | undefined
  place: CodePlace | undefined
  message: string | undefined
  body: string
}

const seenIn = (system: System, message: WireMessage): Seen => {
  const meaning = system.callback(message)
  return {
    code: meaning?.code,
    place: meaning && system.callbacks[meaning.kind]?.where,
    message: meaning?.description,
    body: `${message.query} ${Buffer.from(message.body).toString('utf8')}`,
  }
}

const isSame = (one: string | undefined, code: string) =>
  one !== undefined && (one === code || (/^0+$/.test(one) && /^0+$/.test(code)))

const says = ({ code }: Code, seen: Seen, words: string) =>
  code === null
    ? seen.body.includes(words) || (words === 'Request failed' && seen.body.trim() === '')
    : isSame(seen.code, code) ||
      // A member that no reader takes for the outcome: Pull, Bonga, the HTTP status beside it.
      (code.length > 2 && (seen.body.includes(`"${code}"`) || seen.body.includes(`:${code},`)))

const rows = systems.flatMap(({ codes }) => codes)

test('no two rows of any system share an id', () =>
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length))

describe.each(systems)('codes of $id', (system) => {
  const cases = system.codes.flatMap((row) =>
    triggersOf(row).map((way): [string, Code, Trigger] => [`${row.id}: ${sentenceOf(way)}`, row, way]),
  )
  const byButton = cases.flatMap(([title, row, { headers, ...way }]): typeof cases =>
    title.includes('Have the next call end with it') ? [[`${row.id}: by the button`, row, way]] : [],
  )
  test.each([...cases, ...byButton])('%s', (title, row, way) => {
    const isAsked = title.endsWith('by the button')
    const { answers } = follow(system, way, isAsked ? [{ kind: 'code', code: row.id, times: 1 }] : [])
    const words = wordingOf(row)
    expect(
      answers.some((seen) => says(row, seen, words)),
      JSON.stringify(answers, null, 1).slice(0, 1500),
    ).toBe(true)
    const told = answers.filter((seen) => row.code !== null && isSame(seen.code, row.code))
    if (told.length > 0) {
      const ids = told.map(
        ({ code = '', place, message }) =>
          system.explain(code, { operation: way.operation, place, message })?.id,
      )
      expect(ids).toContain(row.id)
    }
  })

  test.each(system.codes.map((row): [string, Code] => [row.id, row]))(
    '%s can be had, or its row says why not',
    (_, row) => {
      if (row.whyNot !== undefined) {
        expect(row.whyNot).toMatch(/^[A-Z].*\.$/)
        expect(waysTo(row)).toEqual([])
        return
      }
      expect(waysTo(row).length).toBeGreaterThan(0)
      if (canBeAsked(row)) expect(triggersOf(row).length).toBeGreaterThan(0)
      else expect(isOurs(system, row)).toBe(true)
    },
  )
})

/** What we answer ourselves stands in the answer that is owed to a message of its place. */
const isOurs = (system: System, { code, where, success }: Code): boolean =>
  Object.values(system.callbacks).some((entry) => {
    if (!where.endsWith('-answer') && entry.where !== where) return false
    const text =
      typeof entry.example.body === 'string' ? entry.example.body : JSON.stringify(entry.example.body)
    const meaning = system.callback({
      method: 'POST',
      path: `/hook/local${entry.example.path ?? ''}`,
      query: '',
      headers: [['Content-Type', text.startsWith('<') ? 'text/xml' : 'application/json']],
      body: Buffer.from(text),
      remoteAddress: '',
    })
    const answer = meaning && owedAnswer(meaning, success ? undefined : (code ?? undefined))
    // Any number of zeros is success: sources write eight or nine.
    const zeros = /[">]0+[<"]/
    return success
      ? zeros.test(String(answer?.body).replaceAll(/:(0)\b/g, ':"$1"'))
      : String(answer?.body).includes(code ?? '-')
  })
