import { describe, expect, test } from 'vitest'
import { darajaOperations } from '@/lib/catalogue/daraja'
import type { Json, Operation } from '@/lib/catalogue/types'
import { exampleOf, followersOf } from '@/lib/derive'
import {
  bodyText,
  draftOf,
  mergeStart,
  nameOf,
  partsOf,
  readText,
  slotOf,
  strangersIn,
  valuesOfDraft,
  withDerived,
  withUrlIssues,
} from './draft'

const find = (name: string): Operation => {
  const operation = darajaOperations.find((entry) => entry.name === name)
  if (!operation) throw new Error(name)
  return operation
}
const stk = find('stk-push')

test.each(['Amount', 'header.requestID', 'a[0]', "it's", '~2e~', '0', '__proto__'])(
  'the name %s survives the form',
  (name) => {
    expect(slotOf(name)).not.toMatch(/[.[\]'"]/)
    expect(nameOf(slotOf(name))).toBe(name)
  },
)

describe.each(darajaOperations.map((entry) => [entry.name, entry] as const))('%s', (_, operation) => {
  test('reads the same values back from its own body', () => {
    const values = exampleOf(operation)
    const text = bodyText(operation, values, {})
    if (text === '') return
    expect(readText(operation, text, values, {})).toEqual({ values })
  })
  test('carries its values through the form', () => {
    const values = exampleOf(operation)
    expect(valuesOfDraft(operation, draftOf(operation, values))).toEqual(values)
  })
  test('shows every field once', () => {
    const { open, filled } = partsOf(operation)
    expect(open.length + filled.length).toBe(operation.fields.length)
  })
})

describe('the two views of one value', () => {
  const derived = { Timestamp: '20261121090000', Password: 'abc=' }
  const values = { BusinessShortCode: 174379, Amount: 1 }

  test('derived values are in the text and stay derived when read back', () => {
    const text = bodyText(stk, values, derived)
    expect(JSON.parse(text)).toMatchObject({ ...values, ...derived })
    expect(readText(stk, text, values, derived)).toEqual({ values })
  })

  test('a derived value that is changed by hand is kept as typed', () => {
    const text = bodyText(stk, values, derived).replace('20261121090000', '20200101000000')
    expect(readText(stk, text, values, derived)).toEqual({
      values: { ...values, Timestamp: '20200101000000' },
    })
  })

  test('fields that nobody documented and types that nobody asked for are kept', () => {
    const read = readText(stk, '{"Amount":"1","Extra":{"a":[1,null]},"BusinessShortCode":""}', {}, {})
    expect(read).toEqual({ values: { Amount: '1', Extra: { a: [1, null] }, BusinessShortCode: '' } })
    if ('values' in read) {
      expect(strangersIn(stk, read.values)).toEqual(['Extra'])
      expect(JSON.parse(bodyText(stk, read.values, {}))).toEqual({
        Amount: '1',
        Extra: { a: [1, null] },
        BusinessShortCode: '',
      })
    }
  })

  test('a body of another shape is kept whole', () => {
    const read = readText(stk, '[1]', values, derived)
    expect('values' in read && bodyText(stk, read.values, derived)).toBe('[\n  1\n]')
  })

  test.each([
    ['{\n  "Amount": 1,\n  oops\n}', 3],
    ['{\n  "Amount": 1,\n', 3],
    ['', 1],
  ])('an error names its line: %j', (text, line) => {
    expect(readText(stk, text, values, derived)).toMatchObject({ line })
  })

  test('a list of several items reads back as the same list', () => {
    const bulk = find('billmanager-bulk-invoice')
    const values = { items: [exampleOf(bulk), exampleOf(bulk)] as Json }
    expect(readText(bulk, bodyText(bulk, values, {}), values, {})).toEqual({ values })
  })
})

test('values go out in the order of the entry', () => {
  expect(
    Object.keys(withDerived(stk, { Amount: 1, BusinessShortCode: 1, Zebra: 1 }, { Password: 'x' })),
  ).toEqual(['BusinessShortCode', 'Password', 'Amount', 'Zebra'])
})

test('a new environment refills only what nobody touched', () => {
  expect(
    mergeStart({ a: 'typed', b: 'old' }, { a: 'old', b: 'old' }, { a: 'new', b: 'new', c: 'new' }),
  ).toEqual({
    a: 'typed',
    b: 'new',
    c: 'new',
  })
})

test('the payer follows the phone that is prompted until somebody types another', () => {
  const same = { PhoneNumber: 254700000000, PartyA: '254700000000' }
  expect(followersOf(stk, same, 'PhoneNumber', '254708374149')).toEqual([
    { name: 'PartyA', value: '254708374149' },
  ])
  expect(followersOf(stk, { ...same, PartyA: '254711111111' }, 'PhoneNumber', '254708374149')).toEqual([])
})

test('what the server says of a URL joins the checks of the form, once', () => {
  const amount = { field: 'Amount', message: 'at least 1' }
  const url = { field: 'CallBackURL', message: 'Production takes https only.' }
  expect(withUrlIssues(stk, [amount], [amount, url])).toEqual([amount, url])
  expect(withUrlIssues(stk, [], [{ field: 'Amount', message: 'typed a moment ago' }])).toEqual([])
  const own = { field: 'CallBackURL', message: 'This is no URL.' }
  expect(withUrlIssues(stk, [own], [url])).toEqual([own])
})
