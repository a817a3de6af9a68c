import { expect, test } from 'vitest'
import { unsaidOf } from '@/components/address/address'
import type { Code } from '@/lib/catalogue/types'
import { type CodeFilters, codeNames, codesFor } from './code-filters'

const codeOf = (id: string, some: Partial<Code> = {}): Code => ({
  id,
  system: 'daraja',
  code: id,
  where: 'api',
  message: `Message ${id}`,
  cause: '',
  cure: '',
  retry: false,
  success: false,
  confirmed: true,
  operations: [],
  source: 'a test',
  ...some,
})
const codes = [
  codeOf('own', { operations: ['daraja.b2b'], where: 'result' }),
  codeOf('other', { operations: ['daraja.b2c'], confirmed: false }),
  codeOf('any'),
  codeOf('elsewhere', { system: 'g2' }),
  codeOf('beside', { context: 'the portal' }),
]

test.each<[Partial<CodeFilters>, string[]]>([
  [{}, ['own', 'other', 'any', 'elsewhere', 'beside']],
  [{ system: 'g2' }, ['elsewhere']],
  [{ where: 'result' }, ['own']],
  [{ evidence: 'unconfirmed' }, ['other']],
  [{ q: 'elsewhere' }, ['elsewhere']],
  [{ system: 'g2', q: 'own' }, []],
])('filters %j leave %j', (some, expected) => {
  const listed = codesFor(codes, { ...unsaidOf(codeNames), ...some }, undefined)
  expect(listed.map(({ id }) => id)).toEqual(expected)
})

test('an operation can answer its own codes, and those that any call of its system can', () => {
  const listed = codesFor(codes, unsaidOf(codeNames), { id: 'daraja.b2b', system: 'daraja' })
  expect(listed.map(({ id }) => id)).toEqual(['own', 'any'])
})
