import { expect, test } from 'vitest'
import { isDue, startingWith, type Typing, withHandedOn, withHeard } from './typed'

const still: Typing = startingWith('pay')

test.each<[string, Typing, string, string]>([
  ['a value that stays changes nothing', { ...still, text: 'pay m' }, 'pay', 'pay m'],
  [
    'the echo of what was handed on leaves what was typed since',
    { ...withHandedOn(still, 'pai'), text: 'paid' },
    'pai',
    'paid',
  ],
  [
    'of two that were handed on the echo of the first leaves the text',
    { ...withHandedOn(withHandedOn(still, 'pai'), 'paid'), text: 'paid b' },
    'pai',
    'paid b',
  ],
  [
    'and so does that of the second, where the first was passed over',
    { ...withHandedOn(withHandedOn(still, 'pai'), 'paid'), text: 'paid b' },
    'paid',
    'paid b',
  ],
  [
    'what was heard once is no echo again',
    { ...withHeard(withHandedOn(still, 'paid'), 'paid'), text: 'paid b', heard: 'x' },
    'paid',
    'paid',
  ],
  ['another value replaces the text, as Clear and Back do', { ...still, text: 'pay m' }, '', ''],
  [
    'a value put in order replaces what was handed on',
    { ...withHandedOn(startingWith(''), '+254 7'), text: '+254 7' },
    '2547',
    '2547',
  ],
])('%s', (_, typing, value, text) => {
  const after = withHeard(typing, value)
  expect(after.text).toBe(text)
  expect(withHeard(after, value)).toBe(after)
})

test.each<[string, Typing, string, boolean]>([
  ['what was typed and rested is handed on', { ...still, text: 'pay m' }, 'pay m', true],
  ['what is handed on already is not handed on again', still, 'pay', false],
  ['what was typed further waits for its own rest', { ...still, text: 'pay me' }, 'pay m', false],
  ['what Clear or Back replaced meanwhile does not come back', withHeard(still, ''), 'pay', false],
  ['nor does it where something was typed since', { ...withHeard(still, ''), text: 'p' }, 'pay', false],
])('%s', (_, typing, rested, due) => expect(isDue(typing, rested)).toBe(due))
