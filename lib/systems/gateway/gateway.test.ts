import { describe, expect, test } from 'vitest'
import type { Operation } from '@/lib/catalogue/types'
import { findOperation } from '@/lib/systems'
import type { WireMessage } from '@/lib/wire/types'
import { defaultSettings } from '@/lib/world/settings'
import type { World } from '@/lib/world/types'
import { emulator } from '@/tests/emulator'
import { answerJson } from './answers'
import { byOperation, type Call, end, gateway } from './gateway'

const operation = findOperation('daraja.stk-push') as Operation

const message: WireMessage = {
  method: 'POST',
  path: '/pay',
  query: '',
  headers: [],
  body: Buffer.from('{}'),
  remoteAddress: '',
}

/** A provider that writes down which phases it went through. */
const provider = (stopAt?: string) => {
  const passed: string[] = []
  const pass = (phase: string) => {
    passed.push(phase)
    return phase === stopAt
  }
  const emulate = gateway<{ operation: Operation }, { who: string }, Call>({
    system: 'toy',
    find: () => (pass('find') ? { refuse: () => answerJson(404, {}) } : { operation }),
    authenticate: (_, exchange) =>
      pass('authenticate') ? end(exchange, answerJson(401, {}), 'Nobody knows you.') : { who: 'shop' },
    check: (found, { who }, exchange) => {
      exchange.notes.push('A comma too many; accepted.')
      return pass('check')
        ? end(exchange, answerJson(400, {}), 'A field is missing.')
        : { ...exchange, ...found, values: { who } }
    },
    handle: (call) => {
      pass('handle')
      call.keys.push({ kind: 'receipt', value: 'R1' })
      call.notes.push(`Played for ${call.values.who}.`)
      return answerJson(200, {})
    },
    faults: {
      'http-500': () => answerJson(500, {}),
      'spike-arrest': () => answerJson(503, {}),
      'expired-token': () => answerJson(401, {}),
    },
  })
  const world: World = { ...emulator().world, settings: structuredClone(defaultSettings) }
  return {
    passed,
    world,
    send: (change: Partial<WireMessage> = {}) => emulate({ ...message, ...change }, world),
  }
}

describe('a request to an emulated provider', () => {
  test('passes every phase once, and carries its notes and ids out', () => {
    const { send, passed } = provider()
    expect(send()).toMatchObject({
      answer: { status: 200 },
      operation: 'daraja.stk-push',
      keys: [{ kind: 'receipt', value: 'R1' }],
      notes: ['Played for shop.', 'A comma too many; accepted.'],
      ended: 'handle',
    })
    expect(passed).toEqual(['find', 'authenticate', 'check', 'handle'])
  })

  test.each([
    ['find', 404, ['find']],
    ['authenticate', 401, ['find', 'authenticate']],
    ['check', 400, ['find', 'authenticate', 'check']],
  ])('goes no further than the phase that turns it away: %s', (stopAt, status, phases) => {
    const { send, passed } = provider(stopAt)
    const emulated = send()
    expect(emulated.answer.status).toBe(status)
    expect(emulated.ended).toBe(stopAt)
    expect(emulated.operation).toBe(stopAt === 'find' ? undefined : 'daraja.stk-push')
    expect(passed).toEqual(phases)
  })

  test('hears first why it was turned away, then what was forgiven on the way', () => {
    expect(provider('check').send().notes).toEqual(['A field is missing.', 'A comma too many; accepted.'])
  })

  test('is answered by a fault before anybody is asked who sent it, and is read once all the same', () => {
    const { send, passed } = provider()
    const emulated = send({ headers: [['X-Jaribu-Fault', 'spike-arrest']] })
    expect(emulated).toMatchObject({ answer: { status: 503 }, notes: ['Fault on purpose: spike-arrest.'] })
    expect(passed).toEqual(['find'])
  })

  test('a fault for one operation spares the others', () => {
    const { send, world } = provider()
    world.settings.faults = [{ kind: 'http-500', operation: 'daraja.reversal' }]
    expect(send().answer.status).toBe(200)
    world.settings.faults = [{ kind: 'http-500', operation: 'daraja.stk-push' }]
    expect(send().answer.status).toBe(500)
  })

  test('a fault for one operation does not meet what was not recognised', () => {
    const { send, world } = provider('find')
    world.settings.faults = [{ kind: 'http-500', operation: 'daraja.stk-push' }]
    expect(send().answer.status).toBe(404)
    world.settings.faults = [{ kind: 'http-500', operation: 'toy.unknown' }]
    expect(send().answer.status).toBe(500)
  })
})

describe('an operation is played', () => {
  const said = (text: string) => () => answerJson(200, { text })
  const handle = byOperation<Call>({ 'stk-push': said('own'), shared: said('shared') }, said('otherwise'))
  const play = (change: Partial<Operation>) => {
    const handled = handle({ operation: { ...operation, ...change } } as Call)
    return 'answer' in handled ? handled.answer.body : handled.body
  }

  test('by the rule of its own name, by the one it shares, or otherwise', () => {
    expect(play({})).toBe('{"text":"own"}')
    expect(play({ answersAs: 'shared' })).toBe('{"text":"shared"}')
    expect(play({ name: 'never-heard-of' })).toBe('{"text":"otherwise"}')
    expect(play({ name: 'toString' })).toBe('{"text":"otherwise"}')
  })
})
