import { expect, test } from 'vitest'
import { runIdOf, tabOf } from './address'

test.each([
  ['wire', 'wire'],
  ['elsewhere', 'form'],
  [null, 'form'],
])('an address with tab=%s opens %s', (text, tab) => expect(tabOf(text)).toBe(tab))

test.each([
  ['01KC3Y6W8XQ5T2V9Z7M4N1P0RS', '01KC3Y6W8XQ5T2V9Z7M4N1P0RS'],
  ['not a run', null],
  ['', null],
  [null, null],
])('an address with run=%s shows %s', (text, id) => expect(runIdOf(text)).toBe(id))
