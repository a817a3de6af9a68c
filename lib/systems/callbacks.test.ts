import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { trackedFiles } from '@/tests/repository'
import { systemOf, systems } from '.'
import { callbackEntry, kindTitle, knownKinds, owedAnswer, owedBodies, receiptKinds } from './callbacks'
import type { CallbackMeaning } from './types'

describe('the kinds of all systems', () => {
  test('are told apart by their titles', () => {
    const titles = knownKinds.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('have words for people', () => {
    for (const { title, about } of knownKinds) expect(`${title}. ${about}`).toMatch(/^[A-Z].+\. [A-Z].+\.$/)
  })

  test('are every entry there is, and Unknown', () => {
    const entries = systems.flatMap(({ id, callbacks }) =>
      Object.keys(callbacks).map((kind) => `${id}.${kind}`),
    )
    expect(knownKinds.map(({ id }) => id)).toEqual([...entries, 'unknown'])
  })

  test.each([
    ['daraja', 'result', 'Daraja result'],
    ['g2', 'result', 'G2 result'],
    ['openapi', 'result', 'OpenAPI result'],
    ['mozambique', 'result', 'Mozambique result'],
    ['g2', 'checkout-result', 'Checkout result'],
    [null, 'unknown', 'Unknown'],
    // Rows of a version that knew more, or of a system that has gone.
    ['daraja', 'fee-charged', 'Fee charged'],
    ['gone', 'fee-charged', 'Fee charged'],
    ['daraja', 'constructor', 'Constructor'],
  ])('%s %s is called %s', (system, kind, title) => expect(kindTitle(system, kind)).toBe(title))

  test('keep their names: rows and scripts say them', () => {
    const stored = {
      daraja: [
        'stk-result',
        'result',
        'queue-timeout',
        'c2b-validation',
        'c2b-confirmation',
        'c2b-name-check',
        'ratiba-result',
        'b2b-express-result',
        'bill-payment',
        'pull-transactions',
      ],
      openapi: ['result', 'mandate-result', 'two-stage-result'],
      mozambique: ['result'],
      g2: ['result', 'queue-timeout', 'c2b-validation', 'c2b-confirmation', 'checkout-result'],
    }
    for (const [id, kinds] of Object.entries(stored))
      expect(Object.keys(systemOf(id).callbacks)).toEqual(expect.arrayContaining(kinds))
  })
})

describe('triggers of the database', () => {
  const migrations = trackedFiles().filter((file) => /^db\/migrations\/.*\.sql$/.test(file))
  const named = migrations.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/new\.`kind` (?:IN \(([^)]*)\)|= ('[^']*'))/g)].map(
      ([, list, one]) => [...(list ?? one ?? '').matchAll(/'([^']*)'/g)].map(([, kind]) => kind),
    ),
  )

  test('name the kinds that join by receipt, all of them and no other', () => {
    expect(named).not.toEqual([])
    for (const kinds of named) expect(kinds.toSorted()).toEqual(receiptKinds.toSorted())
  })
})

const validation: CallbackMeaning = {
  system: 'g2',
  kind: 'c2b-validation',
  sentence: 'Asks.',
  outcome: 'question',
  keys: [],
  facts: {},
}

describe('an owed answer', () => {
  test('is filled in so that the document stays whole', () => {
    const confirmation = { ...validation, kind: 'c2b-confirmation', facts: { receipt: '<A&B>' } } as const
    expect(owedAnswer(confirmation)?.body).toContain('Transaction &lt;A&amp;B&gt; result')
    const question = {
      ...validation,
      system: 'daraja',
      kind: 'c2b-name-check',
      facts: { reference: '"<{code}>' },
    } as const
    expect(owedAnswer(question)).toEqual({
      status: 200,
      headers: [['Content-Type', 'application/json']],
      body: '{"accountName":"Account \\"<{code}>"}',
    })
  })

  test('turns down what can be turned down, and nothing else', () => {
    expect(owedAnswer(validation, 'C2B00012')?.body).toContain('<ResultCode>C2B00012</ResultCode>')
    const confirmation = { ...validation, kind: 'c2b-confirmation' } as const
    expect(owedAnswer(confirmation, 'C2B00012')).toEqual(owedAnswer(confirmation))
  })

  test('is shown once for all kinds of the asked systems that share it', () => {
    const shown = owedBodies(['daraja', 'openapi'])
    expect(new Set(shown.map(({ body }) => body)).size).toBe(shown.length)
    expect(shown.flatMap(({ to }) => to).toSorted()).toEqual(
      knownKinds
        .filter(({ system }) => system === 'daraja' || system === 'openapi')
        .map(({ title }) => title)
        .toSorted(),
    )
    expect(shown).toContainEqual({ to: ['Bill payment'], body: '{"resmsg":"Success","rescode":"200"}' })
    expect(owedBodies([])).toEqual([])
  })

  test('is not known for a kind that the system does not have', () => {
    expect(owedAnswer({ ...validation, kind: 'stk-result' })).toBeUndefined()
    for (const kind of ['stk-result', 'constructor']) expect(callbackEntry('g2', kind)).toBeUndefined()
  })
})
