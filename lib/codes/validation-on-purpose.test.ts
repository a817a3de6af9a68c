import { describe, expect, test } from 'vitest'
import type { Code } from '@/lib/catalogue/types'
import { systems } from '@/lib/systems'
import { owedAnswer } from '@/lib/systems/callbacks'
import type { System } from '@/lib/systems/types'
import type { Due } from '@/lib/world/types'
import { type SystemBench, systemBench } from '@/tests/system-bench'
import { formOf } from './form'
import { waysTo } from './on-purpose'

/** Switches validation on, lets a customer pay, and refuses with the code whatever asks. */
const refused = ({ system, world, run }: SystemBench, code: string): string[] => {
  const organisation = world.store.organisation('kenya', '600000')
  if (!organisation) throw new Error('no organisation')
  world.store.putOrganisation({ ...organisation, validation: true })
  const payment = { market: 'kenya', msisdn: '254700000000', shortcode: '600000', reference: 'A1' }
  const paid = system.customerPays?.({ ...payment, amountCents: 100_00, pin: '1234' }, world)
  expect(paid?.kind).toBe('started')
  return run(120_000, (due) => ({
    kind: 'answered',
    status: 200,
    body: answerOf(system, due, code),
    ms: 3,
  })).map(({ due }) => due.kind)
}

/** The answer that refuses, in the words of the system. */
const answerOf = (system: System, { request }: Due, code: string): string => {
  if (!request) throw new Error('nobody was asked')
  const { method, url, headers, body } = request
  const path = new URL(url).pathname
  const meaning = system.callback({
    method,
    path,
    query: '',
    headers,
    body: Buffer.from(body),
    remoteAddress: '',
  })
  return String((meaning && owedAnswer(meaning, code))?.body ?? '')
}

const rows = systems.flatMap((system) =>
  system.codes
    .filter((row) => row.where === 'c2b-validation' && !row.success && row.code && !row.whyNot)
    .map((row): [string, System, Code] => [row.id, system, row]),
)

describe('a refused validation', () => {
  test.each(rows)(
    '%s takes the registration that its way names, and nothing is asked before',
    (_, system, row) => {
      expect(refused(systemBench(system), row.code ?? '')).not.toContain('c2b-validation')
      const [{ sentence } = { sentence: '' }] = waysTo(row)
      const registration = system.operations.find(({ title }) =>
        sentence.startsWith(`Register the shortcode’s URLs with “${title}” first`),
      )
      if (!registration) throw new Error(`no registration in: ${sentence}`)
      const bench = systemBench(system)
      bench.send(system.plan(registration, formOf(registration), bench.context).request)
      expect(refused(bench, row.code ?? '')).toEqual(['c2b-validation'])
    },
  )
})
