import { describe, expect, test } from 'vitest'
import type { Operation } from '@/lib/catalogue/types'
import { systems } from '@/lib/systems'
import type { System } from '@/lib/systems/types'
import type { Fault, FaultKind } from '@/lib/world/types'
import { type SystemBench, systemBench } from '@/tests/system-bench'

const paymentOf = ({ operations }: System): Operation => {
  const found = operations.find(({ direction, movesMoney }) => direction === 'outbound' && movesMoney)
  if (!found) throw new Error('no payment')
  return found
}

/** A code that any system has for a call of its own, and which an honest call never brings. */
const codeOf = ({ codes }: System, { id }: Operation): string => {
  const row = codes.find(({ where, success, operations, code, whyNot }) => {
    return where === 'api' && !success && code !== null && !whyNot && operations.includes(id)
  })
  if (!row) throw new Error('no code')
  return row.id
}

type Asking = (bench: SystemBench, fault: Fault) => [string, string][]

const ways: [string, Asking][] = [
  [
    'the settings, as the screen and the API write them',
    (bench, fault) => {
      bench.world.settings.faults = [{ ...fault, times: 1 }]
      return []
    },
  ],
  [
    'the header',
    (_, { kind, code, ms }) => [
      ['X-Jaribu-Fault', [kind, ...(code ? [`id=${code}`] : []), ...(ms ? [`ms=${ms}`] : [])].join('; ')],
    ],
  ],
]

const kinds: FaultKind[] = [
  'code',
  'http-500',
  'html-200',
  'spike-arrest',
  'expired-token',
  'truncated',
  'dropped',
  'slow',
]

describe.each(systems)('the next call of $id', (system) => {
  describe.each(ways)('by %s', (_, ask) => {
    test.each(kinds)('goes wrong with %s, and the one after it does not', (kind) => {
      const bench = systemBench(system)
      const operation = paymentOf(system)
      const fault: Fault = {
        kind,
        ...(kind === 'code' && { code: codeOf(system, operation) }),
        ...(kind === 'slow' && { ms: 3000 }),
      }
      const headers = ask(bench, fault)
      const request = bench.plan(operation)
      const first = bench.send({ ...request, headers: [...request.headers, ...headers] })
      expect(first.fault).toContain(kind)
      expect(bench.world.settings.faults).toEqual([])
      bench.run()
      expect(bench.send(bench.plan(operation)).fault).toBeUndefined()
    })
  })

  test('is the one that a token is for, not the one that gets it', () => {
    if (!system.session) return
    const bench = systemBench(system)
    bench.world.settings.faults = [{ kind: 'http-500', times: 1 }]
    expect(bench.send(system.session.plan(bench.context).request).answer.status).toBe(200)
    expect(bench.send(bench.plan(paymentOf(system))).fault).toBe('http-500')
  })

  test('is not spoilt by a fault that it cannot meet, nor is any later one', () => {
    const bench = systemBench(system)
    const request = bench.plan(paymentOf(system))
    const { fault, notes } = bench.send({
      ...request,
      headers: [...request.headers, ['X-Jaribu-Fault', 'code; id=no-such-code']],
    })
    expect(fault).toBeUndefined()
    expect(notes.join(' ')).toContain('“no-such-code”, with which this call cannot end')
    expect(bench.world.settings.faults).toEqual([])
  })
})
