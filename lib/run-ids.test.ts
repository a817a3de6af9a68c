import { expect, test } from 'vitest'
import { createRunIds } from './run-ids'

test('an id never spells a word that is filtered in callback URLs', () => {
  const made = ['01KAEXE000AAEXEBBBBBBBBBBB', '01KA0000000AACMDBBBBBBBBBB', '01KAEXE0000AAABBBBBBBBBBBB']
  const next = createRunIds(() => () => made.shift() ?? '')
  expect(next()).toBe('01KAEXE0000AAABBBBBBBBBBBB')
})

test('ids are ULIDs, each another', () => {
  const next = createRunIds()
  const ids = Array.from({ length: 50 }, next)
  expect(ids.every((id) => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(50)
})
