import { describe, expect, test } from 'vitest'
import type { Field, Operation } from '@/lib/catalogue/types'
import { generalIssues, present, subjectOf, whyBlocked, withoutPrefix, wrongSlots } from './request-values'

const field = (name: string, kind: Field['kind']): Field => ({
  name,
  kind,
  type: 'string',
  required: true,
  help: '',
  example: '1',
  sources: ['test'],
})

const operation = {
  fields: [
    field('Amount', 'amount'),
    field('PhoneNumber', 'msisdn'),
    field('items', 'list'),
    field('Key.With.Dots', 'text'),
  ],
} as unknown as Operation

describe('what a person confirms', () => {
  test.each([
    [{ Amount: '150', PhoneNumber: '254700000000' }, ': KES 150, 254700000000'],
    [{ Amount: '150' }, ': KES 150'],
    [{}, ''],
  ])('of %j is “%s”', (values, words) => expect(subjectOf(operation, values, 'KES')).toBe(words))
})

test('values that are absent are not sent', () => {
  expect(present({ Amount: 1, Remarks: undefined })).toEqual({ Amount: 1 })
})

describe('an issue stands below the form', () => {
  const values = { Amount: 1, extra: { deep: 1 } }
  test.each([
    ['of a field, at its row', 'Amount', false],
    ['of an item, at the row of its list', 'items.0.name', false],
    ['of something below an unknown field that is sent, at that field', 'extra.deep', false],
    ['of an unknown field', 'extra', true],
    ['of the whole request', '', true],
  ])('%s', (_, name, isBelow) => {
    const issue = { field: name, message: 'Wrong.' }
    expect(generalIssues([issue], operation, values)).toEqual(isBelow ? [issue] : [])
  })
})

test('issues of one field are one entry of the form, items with their list', () => {
  const issues = [
    { field: 'items.0.name', message: 'One.' },
    { field: 'items.1.name', message: 'Two.' },
    { field: 'Key.With.Dots', message: 'Three.' },
  ]
  expect(wrongSlots(operation, issues)).toEqual({
    'v.$items': ['One.', 'Two.'],
    'v.$Key~2e~With~2e~Dots': ['Three.'],
  })
})

test('a refusal of the server finds the field of the form', () => {
  expect(withoutPrefix({ 'values.Amount': ['No.'], credential: ['Missing.'] })).toEqual({
    Amount: ['No.'],
    credential: ['Missing.'],
  })
})

describe('the send button says why it is off', () => {
  const fine = { isAllowed: true, isInbound: false, isCredentialMissing: false, isTextUnread: false }
  test.each([
    [{}, null],
    [{ isAllowed: false, isInbound: true }, 'Viewers can look at everything, but cannot send.'],
    [{ isInbound: true }, 'M-Pesa makes this call.'],
    [{ isCredentialMissing: true, isTextUnread: true }, 'A credential is missing.'],
    [{ isTextUnread: true }, 'The text of the body cannot be read yet.'],
  ])('when %j: %s', (change, words) => {
    const why = whyBlocked({ ...fine, ...change })
    if (words === null) expect(why).toBeNull()
    else expect(why).toContain(words)
  })
})
