import { describe, expect, test } from 'vitest'
import type { Field } from '@/lib/catalogue/types'
import { viewOf } from './field-view'
import type { Start } from './origins'

const field = (change: Partial<Field> = {}): Field => ({
  name: 'AccountReference',
  kind: 'text',
  type: 'string',
  required: true,
  maxLength: 12,
  help: '',
  example: 'INV-1',
  sources: ['test'],
  ...change,
})

const derived = field({ name: 'Password', derive: 'stk-password' as Field['derive'] })
const example: Start = { value: 'INV-1', origin: 'example' }
const none: Start = { value: undefined, origin: 'derived' }

const view = (of: Field, value: string | undefined, start: Start, computed?: string, isFollowing = false) =>
  viewOf(of, { value, start, computed, isFollowing })

describe('the row of a field', () => {
  test('says where an untouched value comes from, and counts its characters', () => {
    expect(view(field(), 'INV-1', example)).toMatchObject({
      text: 'INV-1',
      length: { count: 5, most: 12 },
      hint: { kind: 'origin', words: 'example' },
    })
  })

  test('says that a value was edited, and what it goes back to', () => {
    expect(view(field(), 'INV-2', example)).toMatchObject({
      hint: { kind: 'edited', words: 'edited' },
      resetTitle: 'Back to INV-1',
    })
  })

  test('shows what was computed, until somebody types over it', () => {
    expect(view(derived, undefined, none, 'abc')).toMatchObject({
      text: 'abc',
      hint: { kind: 'origin', words: 'derived' },
    })
    expect(view(derived, 'mine', none, 'abc')).toMatchObject({
      text: 'mine',
      hint: { kind: 'edited', words: 'by hand' },
      resetTitle: 'Compute it again',
    })
  })

  test('shows a masked value beside the control only, and does not count it', () => {
    expect(view(derived, undefined, none, '••••')).toMatchObject({
      text: '',
      placeholder: '••••',
      length: { count: null, most: 12 },
    })
  })

  test('says which field it follows', () => {
    const follower = field({ name: 'PartyA', follows: 'PhoneNumber' })
    expect(view(follower, '254', example, undefined, true).hint).toEqual({
      kind: 'follows',
      words: 'same as PhoneNumber',
    })
  })

  test('counts nothing where a value is chosen', () => {
    expect(view(field({ kind: 'choice' }), 'x', example).length).toBeUndefined()
  })
})
