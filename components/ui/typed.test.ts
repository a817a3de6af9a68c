import { expect, test } from 'vitest'
import { isDue, type Typing, withHeard } from './typed'

const still: Typing = { text: 'pay', handedOn: 'pay', heard: 'pay' }

test.each<[string, Typing, string, string]>([
  ['a value that stays changes nothing', { ...still, text: 'pay m' }, 'pay', 'pay m'],
  [
    'the echo of what was handed on leaves what was typed since',
    { text: 'paid', handedOn: 'pai', heard: 'pay' },
    'pai',
    'paid',
  ],
  ['another value replaces the text, as Clear and Back do', { ...still, text: 'pay m' }, '', ''],
  [
    'a value put in order replaces what was handed on',
    { text: '+254 7', handedOn: '+254 7', heard: '' },
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
