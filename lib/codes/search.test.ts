import { describe, expect, test } from 'vitest'
import { darajaCodes } from '@/lib/catalogue/daraja'
import { searchCodes } from './search'

const first = (text: string) => searchCodes(darajaCodes, text)[0]?.id

test('lists everything when nothing is asked', () => {
  expect(searchCodes(darajaCodes, ' ')).toHaveLength(darajaCodes.length)
})

test.each([
  ['1032', 'stk-1032'],
  ['c2b00012', 'c2bv-C2B00012'],
  ['Wrong credentials', 'stk-wrong-credentials'],
  ['certificate padding', 'res-18'],
  ['{"requestId":"1","errorCode":"404.001.03","errorMessage":"Invalid Access Token"}', 'token-404-001-03'],
  [
    '{"requestId":"9","errorCode":"500.001.1001","errorMessage":"Unable to lock subscriber, a transaction is already in process for the current subscriber"}',
    'stk-lock',
  ],
  ['{"Body":{"stkCallback":{"ResultCode":1032,"ResultDesc":"Request Cancelled by user."}}}', 'stk-1032'],
  [
    'Error: Request failed with 400 Bad Request - Invalid CallBackURL at postmaster',
    'bad-request-callbackurl',
  ],
])('finds %s', (text, id) => {
  expect(first(text)).toBe(id)
})

test('finds nothing for what no row says', () => {
  expect(searchCodes(darajaCodes, 'zebra')).toEqual([])
})

describe('what is alike stands in the text as a phrase', () => {
  const ids = (text: string) => searchCodes(darajaCodes, text).map(({ id }) => id)

  test.each([
    'AxiosError: Request failed with status code 400 in my shop',
    '{"id":4,"status":"failed","success":false}',
    'the user paid with a PIN and the request was sent to the phone',
  ])('and a bag of its words is none: %s', (text) => {
    expect(ids(text)).toEqual([])
  })

  test('a code by its name comes before words', () => {
    expect(ids('{"id":4,"status":"failed","code":1032}')[0]).toMatch(/1032$/)
    expect(ids('{"errorCode":"404.001.03","errorMessage":"Invalid Access Token"}')[0]).toBe(
      'token-404-001-03',
    )
  })
})
