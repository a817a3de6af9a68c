import { expect, test } from 'vitest'
import { environmentHere } from './environment-here'

const [first, second, other] = [
  { id: '1', system: 'one' },
  { id: '2', system: 'one' },
  { id: '3', system: 'two' },
]
const all = [first, second, other]

test.each([
  ['/try/two/pay', second, other],
  ['/try/one/pay', second, second],
  ['/try/one/pay', other, first],
  ['/try/three/pay', other, other],
  ['/try', other, other],
  ['/history', second, second],
  ['/try/two/pay', null, other],
])('on %s with %o chosen it is %o', (pathname, chosen, expected) => {
  expect(environmentHere(pathname, all, chosen)).toBe(expected)
})
