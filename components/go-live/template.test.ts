import { expect, test } from 'vitest'
import type { TemplateRowView } from '@/lib/workspace/go-live/views'
import { aCase } from '@/tests/go-live-views'
import { candidatesFor, isUnsure, rowsBySheet } from './template'

const row: TemplateRowView = {
  sheet: 'B2C',
  row: 8,
  title: 'Pay with the wrong initiator password',
  expected: 'The request is refused',
  target: 'E8',
  present: '',
  blocked: null,
  because: 'Both say password.',
  caseId: 'a',
  likeness: 0.9,
  isChosen: false,
}

test('a row wants a look when nothing fits well and nobody has chosen', () => {
  expect(isUnsure(row)).toBe(false)
  expect(isUnsure({ ...row, likeness: 0.5 })).toBe(true)
  expect(isUnsure({ ...row, caseId: null, likeness: 0 })).toBe(true)
  expect(isUnsure({ ...row, likeness: 0.5, isChosen: true })).toBe(false)
})

test('cases are offered the most alike first, and none is left out', () => {
  const cases = [
    aCase({ id: 'balance', title: 'Insufficient balance' }),
    aCase({ id: 'password', title: 'Wrong initiator password', expected: 'The request is refused' }),
  ]
  expect(candidatesFor(row, cases).map(({ each }) => each.id)).toEqual(['password', 'balance'])
})

test('rows keep the order of their sheets', () => {
  const rows = [row, { ...row, sheet: 'C2B' }, { ...row, row: 9 }]
  expect(rowsBySheet(rows).map(({ sheet, rows }) => [sheet, rows.length])).toEqual([
    ['B2C', 2],
    ['C2B', 1],
  ])
})
