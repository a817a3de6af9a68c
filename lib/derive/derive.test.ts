import { describe, expect, test } from 'vitest'
import { darajaOperations } from '@/lib/catalogue/daraja'
import type { Field, Json, Operation } from '@/lib/catalogue/types'
import {
  bodyOf,
  checkValues,
  exampleOf,
  fieldProblem,
  initialValues,
  referenceOf,
  shapeIssues,
  valuesOf,
} from '.'

const operations: readonly Operation[] = darajaOperations

const accepts = (operation: Operation, values: Record<string, Json>) =>
  shapeIssues(operation, values).length === 0

const without = (values: Record<string, Json>, name: string) => {
  const { [name]: _, ...rest } = values
  return rest
}

/** Text of the wanted length that keeps as much of the field's form as a length test needs. */
const ofLength = (count: number) => 'A'.repeat(count)

const limitBroken = (field: Field, value: Json) => fieldProblem(field, value)?.limit

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  const example = exampleOf(operation)
  const fields = operation.fields

  test('accepts its own example', () => {
    expect(checkValues(operation, example)).toEqual([])
  })

  test('names a source for every field, and for itself', () => {
    expect(fields.filter(({ sources }) => sources.length === 0)).toEqual([])
    expect(operation.sources).not.toEqual([])
  })

  test('explains every field', () => {
    expect(fields.filter(({ help }) => help.length < 10)).toEqual([])
  })

  test('refuses a request without a required field, and allows one without an optional or derived field', () => {
    for (const field of fields) {
      const needed = field.required && !field.derive
      expect([field.name, accepts(operation, without(example, field.name))]).toEqual([field.name, !needed])
    }
  })

  test('takes each documented wire type and no other', () => {
    for (const field of fields.filter(({ kind }) => kind !== 'list')) {
      const types = [field.type, ...(field.alsoAccepts ?? [])]
      const written = String(field.example)
      const asNumber = Number(written)
      if (types.includes('string')) expect(fieldProblem(field, written)).toBeUndefined()
      if (types.includes('integer') || types.includes('number'))
        expect([field.name, fieldProblem(field, asNumber)]).toEqual([field.name, undefined])
      else expect(limitBroken(field, 1)).toBe('type')
      if (!types.includes('string')) expect(limitBroken(field, written)).toBe('type')
      expect(limitBroken(field, true)).toBe('type')
      expect(limitBroken(field, {})).toBe('type')
    }
  })

  test('holds its numeric limits on both sides, and names them', () => {
    for (const field of fields) {
      const takesText = [field.type, ...(field.alsoAccepts ?? [])].includes('string')
      const at = (value: number): Json => (takesText ? String(value) : value)
      const { minimum, maximum } = field
      if (minimum !== undefined) {
        expect(fieldProblem(field, at(minimum))).toBeUndefined()
        const below = fieldProblem(field, at(minimum - 1))
        expect(below?.limit).toBe('minimum')
        expect(below?.message).toContain(minimum.toLocaleString('en'))
      }
      if (maximum !== undefined) {
        expect(fieldProblem(field, at(maximum))).toBeUndefined()
        const above = fieldProblem(field, at(maximum + 1))
        expect(above?.limit).toBe('maximum')
        expect(above?.message).toContain(maximum.toLocaleString('en'))
      }
    }
  })

  test('holds its lengths on both sides, and names them', () => {
    for (const field of fields) {
      const { minLength, maxLength } = field
      // A choice of the right length is still refused, but for another reason.
      const allowed = field.choices ? 'choice' : undefined
      if (maxLength !== undefined) {
        expect(limitBroken(field, ofLength(maxLength))).toBe(allowed)
        const longer = fieldProblem(field, ofLength(maxLength + 1))
        expect(longer?.limit).toBe('maxLength')
        expect(longer?.message).toContain(String(maxLength))
      }
      if (minLength !== undefined) {
        expect(limitBroken(field, ofLength(minLength))).toBe(allowed)
        const shorter = fieldProblem(field, ofLength(minLength - 1))
        expect(shorter?.limit).toBe('minLength')
        expect(shorter?.message).toContain(String(minLength))
      }
    }
  })

  test('holds its patterns on both sides', () => {
    for (const field of fields.filter(({ pattern }) => pattern !== undefined)) {
      expect(fieldProblem(field, field.example)).toBeUndefined()
      const spoilt = `${field.example}§`
      expect([field.name, fieldProblem(field, spoilt) !== undefined]).toEqual([field.name, true])
    }
  })

  test('takes every choice that it lists and nothing else', () => {
    for (const field of fields.filter(({ choices }) => choices !== undefined)) {
      const values = (field.choices ?? []).map(({ value }) => value)
      expect(new Set(values).size).toBe(values.length)
      expect((field.choices ?? []).filter(({ label }) => label === '')).toEqual([])
      expect(values).toContain(String(field.const ?? field.example))
      if (field.const !== undefined) expect(values).toEqual([String(field.const)])
      for (const value of values) expect(fieldProblem(field, value)).toBeUndefined()
      expect(limitBroken(field, '~')).toBe('choice')
    }
  })

  test('gives back the values of its own body', () => {
    const body = bodyOf(operation, example)
    if (operation.body === 'none') return expect(body).toBeUndefined()
    expect(valuesOf(operation, body ?? null)).toEqual(example)
    expect(bodyOf(operation, valuesOf(operation, body ?? null))).toEqual(body)
  })

  test('starts its form without inventing a receipt or remembering another run’s address', () => {
    const start = initialValues(operation, {
      credentials: {
        shortcode: '600000',
        lnmShortcode: '174379',
        tillNumber: '600777',
        initiatorName: 'testapi',
      },
      callbackUrl: 'http://localhost:3000/hook/local/r/01',
      phone: '254700000000',
      last: { CallBackURL: 'http://old', ResultURL: 'http://old', Remarks: 'as before' },
    })
    for (const field of fields) {
      const { value, origin } = start[field.name] ?? {}
      if (field.kind === 'receipt') expect(value).toBeUndefined()
      if (field.prefill?.from === 'inbox')
        expect(value).toMatch(/^http:\/\/localhost:3000\/hook\/local\/r\/01/)
      if (field.derive) expect(origin).toBe('derived')
      if (field.name === 'Remarks') expect({ value, origin }).toEqual({ value: 'as before', origin: 'last' })
      if (field.prefill?.from === 'credential') expect(origin).toBe('environment')
      if (value !== undefined)
        expect([field.name, fieldProblem(field, value)]).toEqual([field.name, undefined])
    }
  })

  test('lists every field on its reference page', () => {
    expect(referenceOf(operation).map(({ name }) => name)).toEqual(fields.map(({ name }) => name))
  })
})

const named = (name: string): Operation => {
  const found = operations.find((operation) => operation.name === name)
  if (!found) throw new Error(`no operation ${name}`)
  return found
}

describe('checkValues', () => {
  test('cites the source of the limit', () => {
    const values = { ...exampleOf(named('stk-push')), AccountReference: 'INVOICE-20410' }
    expect(checkValues(named('stk-push'), values)).toEqual([
      {
        field: 'AccountReference',
        message: '13 characters, and at most 12 are allowed. Shorten it by 1.',
        source: 'Daraja 3.0 portal: M-PESA Express',
      },
    ])
  })

  test.each([
    ['transaction-status', { TransactionID: undefined, OriginalConversationID: undefined }, 'TransactionID'],
    ['c2b-simulate-v2', { CommandID: 'CustomerBuyGoodsOnline' }, 'BillRefNumber'],
    ['b2b-mmf-to-utility', { PartyB: '600000' }, 'PartyB'],
    ['pull-query', { StartDate: '2026-11-21 9:00:00' }, 'EndDate'],
    ['ratiba-create', { EndDate: '20261101' }, 'EndDate'],
  ])('checks what fields of %s must satisfy together', (name, changed, field) => {
    const operation = named(name)
    expect(
      checkValues(operation, { ...exampleOf(operation), ...changed }).map((issue) => issue.field),
    ).toEqual([field])
  })

  test('names the item and the line of a list body', () => {
    const operation = named('billmanager-bulk-invoice')
    const invoice = exampleOf(operation)
    const wrong = { ...invoice, amount: 'eight', invoiceItems: [{ itemName: 'server', amount: '1,0' }] }
    const paths = ['amount', 'invoiceItems.0.amount']
    expect(checkValues(operation, wrong).map(({ field }) => field)).toEqual(paths)
    expect(checkValues(operation, { items: [invoice, wrong] }).map(({ field }) => field)).toEqual(
      paths.map((path) => `items.1.${path}`),
    )
  })

  test('holds the longest list on both sides', () => {
    const operation = named('billmanager-bulk-invoice')
    const many = (count: number) => ({ items: Array.from({ length: count }, () => exampleOf(operation)) })
    expect(checkValues(operation, many(1000))).toEqual([])
    expect(checkValues(operation, many(1001))[0]?.message).toContain('1,000')
  })

  test.each([['20261340091530'], ['20261120250000'], ['20260230091530']])(
    'refuses the timestamp %s, which is no moment',
    (Timestamp) => {
      const operation = named('stk-query')
      const values = { ...exampleOf(operation), Timestamp }
      expect(checkValues(operation, values).map(({ field }) => field)).toEqual(['Timestamp'])
    },
  )
})

describe('bodies edited by hand', () => {
  const nested = named('b2c-hakikisha')
  const list = named('billmanager-bulk-invoice')
  const flat = named('stk-push')

  test.each<[string, Operation, Json]>([
    ['a stranger’s field', flat, { Amount: 1, Extra: { a: [1, null] } }],
    ['a key with a dot of its own', flat, { 'a.b': 1, Amount: '2' }],
    ['a key that looks like a prototype', flat, JSON.parse('{"__proto__":{"a":1},"constructor":2}')],
    ['a stranger within a known group', nested, { header: { requestID: 'x', trace: 1 }, body: {} }],
    ['a group that is no object', nested, { header: 'none', body: null }],
    ['two items', list, [{ externalReference: 'A' }, { externalReference: 'B' }]],
    ['no items', list, []],
    ['one item that is no object', list, ['A']],
    ['one item with a field called items', list, [{ items: [] }]],
    ['a bare number', flat, 5],
    ['a list where an object belongs', flat, [1]],
    ['an object where a list belongs', list, { externalReference: 'A' }],
    ['an empty name', flat, { '': 1 }],
  ])('come back the same: %s', (_, operation, body) => {
    expect(JSON.stringify(bodyOf(operation, valuesOf(operation, body)))).toBe(JSON.stringify(body))
  })
})
