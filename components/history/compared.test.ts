import { expect, test } from 'vitest'
import { chooseToCompare } from './compared'

test.each([
  ['the first one', [], 'a', ['a']],
  ['a second one', ['a'], 'b', ['a', 'b']],
  ['a third one takes the place of the first', ['a', 'b'], 'c', ['b', 'c']],
  ['one that is chosen already is given back', ['a', 'b'], 'a', ['b']],
])('choosing %s', (_, chosen, id, expected) => expect(chooseToCompare(chosen, id)).toEqual(expected))
