import { expect, test } from 'vitest'
import { indentJson } from './indent'

test.each([
  ['{"a":1,"b":[true,null]}', '{\n  "a": 1,\n  "b": [\n    true,\n    null\n  ]\n}'],
  ['{ "Value" : 1.0 , "n":12345678901234567890 }', '{\n  "Value": 1.0,\n  "n": 12345678901234567890\n}'],
  ['{"a":{},"b":[ ]}', '{\n  "a": {},\n  "b": []\n}'],
  ['{"a":"x, {y}: \\" [z]\\\\"}', '{\n  "a": "x, {y}: \\" [z]\\\\"\n}'],
  ['"text"', '"text"'],
  [' 7 ', '7'],
])('indents %s and keeps every lexeme', (text, expected) => {
  expect(indentJson(text)).toBe(expected)
})
