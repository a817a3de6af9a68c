import { expect, test } from 'vitest'
import { unseenText } from './unseen'

const newest = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: 100 - index, isOfCase: false }))

test.each([
  ['before anybody has looked here nothing is new', newest(3), null, undefined],
  ['on the server nothing is known', newest(3), undefined, undefined],
  ['after the newest was seen nothing is new', newest(3), 100, undefined],
  ['what came since is counted', newest(3), 98, '2'],
  ['what may be more says so', newest(50), 1, '50+'],
  ['where one of all was seen, the rest is exact', newest(50), 51, '49'],
  ['what test cases brought is not counted', [{ id: 101, isOfCase: true }, ...newest(3)], 99, '1'],
])('%s', (_, callbacks, seen, expected) => expect(unseenText(callbacks, seen)).toBe(expected))
