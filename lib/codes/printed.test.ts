import { describe, expect, test } from 'vitest'
import { readLoosePairs, readPrinted } from './printed'

const result = {
  Result: {
    ResultType: 0,
    ResultCode: 2001,
    ResultDesc: 'The initiator information is invalid.',
    ConversationID: 'AG_20260112_0a1b',
  },
}

describe('a printed structure is read, whatever printed it', () => {
  test.each([
    ['JSON', JSON.stringify(result)],
    [
      'Python',
      "{'Result': {'ResultType': 0, 'ResultCode': 2001, 'ResultDesc': 'The initiator information is invalid.', 'ConversationID': 'AG_20260112_0a1b'}}",
    ],
    [
      'JavaScript',
      "{\n  Result: {\n    ResultType: 0,\n    ResultCode: 2001,\n    ResultDesc: 'The initiator information is invalid.',\n    ConversationID: 'AG_20260112_0a1b',\n  },\n}",
    ],
    [
      'Ruby',
      '{"Result"=>{"ResultType"=>0, "ResultCode"=>2001, "ResultDesc"=>"The initiator information is invalid.", "ConversationID"=>"AG_20260112_0a1b"}}',
    ],
    [
      'Ruby with symbols',
      '{:Result=>{:ResultType=>0, :ResultCode=>2001, :ResultDesc=>"The initiator information is invalid.", :ConversationID=>"AG_20260112_0a1b"}}',
    ],
    [
      'var_export of PHP',
      "array (\n  'Result' => \n  array (\n    'ResultType' => 0,\n    'ResultCode' => 2001,\n    'ResultDesc' => 'The initiator information is invalid.',\n    'ConversationID' => 'AG_20260112_0a1b',\n  ),\n)",
    ],
    [
      'print_r of PHP',
      'Array\n(\n    [Result] => Array\n        (\n            [ResultType] => 0\n            [ResultCode] => 2001\n            [ResultDesc] => The initiator information is invalid.\n            [ConversationID] => AG_20260112_0a1b\n        )\n\n)\n',
    ],
    [
      'print_r of an object of PHP',
      'stdClass Object\n(\n    [Result] => stdClass Object\n        (\n            [ResultType] => 0\n            [ResultCode] => 2001\n            [ResultDesc] => The initiator information is invalid.\n            [ConversationID] => AG_20260112_0a1b\n        )\n\n)\n',
    ],
    [
      'var_dump of PHP',
      'array(1) {\n  ["Result"]=>\n  array(4) {\n    ["ResultType"]=>\n    int(0)\n    ["ResultCode"]=>\n    int(2001)\n    ["ResultDesc"]=>\n    string(37) "The initiator information is invalid."\n    ["ConversationID"]=>\n    string(16) "AG_20260112_0a1b"\n  }\n}',
    ],
    [
      'a map of Go',
      'map[Result:map[ResultType:0 ResultCode:2001 ResultDesc:The initiator information is invalid. ConversationID:AG_20260112_0a1b]]',
    ],
    [
      'a struct of Go',
      '{Result:{ResultType:0 ResultCode:2001 ResultDesc:The initiator information is invalid. ConversationID:AG_20260112_0a1b}}',
    ],
    [
      'a map of Java',
      '{Result={ResultType=0, ResultCode=2001, ResultDesc=The initiator information is invalid., ConversationID=AG_20260112_0a1b}}',
    ],
    [
      'a data class of Kotlin',
      'B2cResponse(Result=Result(ResultType=0, ResultCode=2001, ResultDesc=The initiator information is invalid., ConversationID=AG_20260112_0a1b))',
    ],
    [
      'a record of C#',
      'B2cResponse { Result = Result { ResultType = 0, ResultCode = 2001, ResultDesc = The initiator information is invalid., ConversationID = AG_20260112_0a1b } }',
    ],
  ])('%s', (_, text) => {
    expect(readPrinted(text, 0)?.value).toEqual(result)
  })

  test.each([
    ['{a: [1, 2, {b: true}], c: null}', { a: [1, 2, { b: true }], c: null }],
    [
      "{'Value': None, 'ok': True, 'url': 'https://a.example/x', 'q': 'it\\'s'}",
      { Value: null, ok: true, url: 'https://a.example/x', q: "it's" },
    ],
    ['{Desc=Paid, to Wanjiku, Code=0}', { Desc: 'Paid, to Wanjiku', Code: 0 }],
    ['{Time=10:15:00, Url=https://a.example/x?a=1}', { Time: '10:15:00', Url: 'https://a.example/x?a=1' }],
    ['[\n  {\n    a: 1\n  },\n  {\n    a: 2\n  }\n]', [{ a: 1 }, { a: 2 }]],
    [
      '{"big": 254708374149, "long": 12345678901234567890}',
      { big: 254708374149, long: '12345678901234567890' },
    ],
    ['{"trailing": 1,}', { trailing: 1 }],
    ['Array\n(\n    [Desc] => \n    [Code] => 1\n)', { Desc: '', Code: 1 }],
  ])('%s', (text, value) => {
    expect(readPrinted(text, 0)?.value).toEqual(value)
  })

  test.each(['', '{', '{a', '[[[[', '('.repeat(90), '{a:{b:{c:', 'plain words', '{"a" "b"'])(
    'what never ends is none: %j',
    (text) => {
      expect(readPrinted(text, 0)).toBeUndefined()
    },
  )
})

test('pairs without brackets are one object, until a name comes again', () => {
  const known = new Set(['ResultCode', 'ResultDesc'])
  const isKnown = (name: string) => known.has(name)
  expect(
    readLoosePairs('level=warn ResultCode=2001 ResultDesc="The initiator is invalid" id=7', isKnown),
  ).toEqual([{ ResultCode: 2001, ResultDesc: 'The initiator is invalid' }])
  expect(readLoosePairs('[ResultCode] => 1037 [ResultDesc] => No response from user.', isKnown)).toEqual([
    { ResultCode: 1037, ResultDesc: 'No response from user.' },
  ])
  expect(readLoosePairs('ResultCode: 1\nResultCode: 2', isKnown)).toEqual([
    { ResultCode: 1 },
    { ResultCode: 2 },
  ])
  expect(readLoosePairs('Note: nothing here', isKnown)).toEqual([])
})

test.each([' ', '   ', '\t', ' | ', '|'])('a known name ends the value before it: %j', (between) => {
  const isKnown = (name: string) => ['errorCode', 'errorMessage'].includes(name)
  expect(
    readLoosePairs(`errorCode: 404.001.03${between}errorMessage: Invalid Access Token: at 10:20`, isKnown),
  ).toEqual([{ errorCode: '404.001.03', errorMessage: 'Invalid Access Token: at 10:20' }])
})
