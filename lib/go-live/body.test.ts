import { expect, test } from 'vitest'
import { bodyOf, plainOf } from './body'

test.each([
  ['{"Body":{"stkCallback":{"ResultCode":0}}}', 'Body.stkCallback.ResultCode', 0],
  ['<a:R xmlns:a="u"><a:Code> 0 </a:Code></a:R>', 'Code', '0'],
  ['<M><![CDATA[<r><ResponseCode>0</ResponseCode></r>]]></M>', 'ResponseCode', '0'],
  ['RETURN_CODE=00&DESCRIPTION=It+went+well&ENC_PARAMS=', 'DESCRIPTION', 'It went well'],
  ['RETURN_CODE=00', 'RETURN_CODE', '00'],
  ['no code here', 'code', undefined],
  ['a = b', 'a', undefined],
  ['', 'a', undefined],
])('%s at %s is %s', (text, path, value) => {
  expect(plainOf(bodyOf(text).at(path))).toBe(value)
})
