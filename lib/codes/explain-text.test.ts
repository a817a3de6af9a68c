import { describe, expect, test } from 'vitest'
import { systems } from '@/lib/systems'
import { explainText } from './explain-text'
import { searchCodes } from './search'

const rows = systems.flatMap(({ codes }) => codes)
const explained = (text: string) =>
  explainText(systems, text).findings.map(
    ({ how, system, code, row }) => `${how} ${system} ${code} ${row?.id ?? 'unexplained'}`,
  )

const stkCancelled = JSON.stringify({
  Body: {
    stkCallback: {
      MerchantRequestID: '5d7a-4c0b',
      CheckoutRequestID: 'ws_CO_201120260915304708374149',
      ResultCode: 1032,
      ResultDesc: 'Request Cancelled by user.',
    },
  },
})
const b2cFailed = JSON.stringify({
  Result: {
    ResultType: 0,
    ResultCode: 2001,
    ResultDesc: 'The initiator information is invalid.',
    OriginatorConversationID: '18204-30571946-1',
    ConversationID: 'AG_20261120_20106c1f8a9e0b4d2f73',
    TransactionID: 'UKK0000000',
  },
})
const wrongCredentials =
  '{"requestId":"5d7a-4c0b","errorCode":"500.001.1001","errorMessage":"Wrong credentials"}'
const mozambique =
  '{"output_ResponseCode":"INS-996","output_ResponseDesc":"Customer Account Status Not Active","output_TransactionID":"N/A","output_ConversationID":"a1","output_ThirdPartyReference":"111PA2D"}'
const openapi =
  '{"output_ResponseCode":"INS-996","output_ResponseDesc":"API Being Used Outside Of Usage Time","output_TransactionID":"N/A","output_ConversationID":"a1","output_ThirdPartyConversationID":"1e9b"}'
const soap = (inner: string) =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:req="http://api-v1.gen.mm.vodafone.com/mminterface/request"><soapenv:Body>${inner}</soapenv:Body></soapenv:Envelope>`
const g2Refused = soap(
  '<req:ResponseMsg><![CDATA[<?xml version="1.0" encoding="UTF-8"?><response xmlns="http://api-v1.gen.mm.vodafone.com/mminterface/response"><ResponseCode>100000007</ResponseCode><ResponseDesc>Authentication failed</ResponseDesc></response>]]></req:ResponseMsg>',
)

describe('a pasted text is read', () => {
  test.each([
    ['an STK callback', stkCancelled, 'callback daraja 1032 stk-1032'],
    ['a result callback', b2cFailed, 'callback daraja 2001 res-2001'],
    ['an error answer', wrongCredentials, 'refusal daraja 500.001.1001 stk-wrong-credentials'],
    [
      'an answer in a log line',
      `2026-11-20T09:15:31Z ERROR [pay] POST /mpesa/stkpush 500 41ms body=${wrongCredentials} retry=0`,
      'refusal daraja 500.001.1001 stk-wrong-credentials',
    ],
    [
      'an answer quoted by a logger',
      JSON.stringify({ level: 'error', message: wrongCredentials }).slice(1, -1),
      'refusal daraja 500.001.1001 stk-wrong-credentials',
    ],
    ['an answer of Mozambique', mozambique, 'answer mozambique INS-996 mozambique-ins-996'],
    ['an answer of OpenAPI', openapi, 'refusal openapi INS-996 openapi-ins-996'],
    ['an envelope', g2Refused, 'refusal g2 100000007 g2-broker-100000007'],
    [
      'an envelope escaped by a page',
      g2Refused.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      'refusal g2 100000007 g2-broker-100000007',
    ],
    [
      'a printed array',
      '[ResultCode] => 1037 [ResultDesc] => No response from user.',
      'code daraja 1037 stk-1037',
    ],
    [
      'a Python dictionary',
      "{'errorCode': '404.001.03', 'errorMessage': 'Invalid Access Token'}",
      'refusal daraja 404.001.03 token-404-001-03',
    ],
    ['words with a code', 'payment failed with INS-2006 for order 12', 'code null INS-2006 unexplained'],
    [
      'a page of the firewall',
      '<html><head><META NAME="robots"></head><body>Request unsuccessful. Incapsula incident ID: 509000990021-998</body></html>',
      'words daraja null waf-html',
    ],
    [
      'a fault of the gateway',
      '{"fault":{"faultstring":"Gateway Timeout","detail":{"errorcode":"messaging.adaptors.http.flow.GatewayTimeout"}}}',
      'refusal daraja messaging.adaptors.http.flow.GatewayTimeout apigee-fault',
    ],
    [
      'words alone, typed by a phone',
      'Transaction failed, M-PESA cannot complete payment of Ksh 500 to DUKA. Organization receiving the payment is unavailable, try again later.',
      'words daraja null tut-sms-unavailable',
    ],
  ])('%s', (_, text, expected) => {
    expect(explained(text)[0]).toBe(expected)
  })

  test('a code that no source explains passes through as it came', () => {
    expect(explained('{"requestId":"1","errorCode":"599.009.77","errorMessage":"Brand new"}')).toEqual([
      'refusal daraja 599.009.77 unexplained',
    ])
    expect(explained('ResultCode: 7777')).toEqual(['code null 7777 unexplained'])
  })

  test('a code of two systems is shown for both when the form does not tell', () => {
    const [finding] = explainText(systems, 'the gateway said INS-993').findings
    expect(finding?.row).toBeNull()
    expect(finding?.others.map((row) => row.id).sort()).toEqual(['mozambique-ins-993', 'openapi-ins-993'])
  })

  test.each(['', '   ', '{', '{"a":', '<', '{'.repeat(5000), '<a'.repeat(2000), '\u0000{}'])(
    'nothing that is pasted breaks it: %j',
    (text) => {
      expect(explainText(systems, text).findings).toEqual([])
    },
  )

  test('two messages in one log are both explained', () => {
    expect(explained(`${stkCancelled}\n--\n${b2cFailed}`)).toEqual([
      'callback daraja 1032 stk-1032',
      'callback daraja 2001 res-2001',
    ])
  })
})

describe('every row of the tutorial’s table', () => {
  const table = rows.filter(({ tutorialRow }) => tutorialRow !== undefined)

  test('is there', () => {
    expect(table.map(({ tutorialRow }) => tutorialRow).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  test.each(table.map((row) => [row.tutorialRow, row.message, row.id]))(
    'row %i is found by its message: %s',
    (_, message, id) => {
      const typed = searchCodes(rows, message).map((row) => row.id)
      expect(typed.slice(0, 3)).toContain(id)
      const shouted = searchCodes(rows, ` ${message.toUpperCase().replaceAll("'", '’')}. `).map(
        (row) => row.id,
      )
      expect(shouted.slice(0, 3)).toContain(id)
    },
  )

  test.each(table.map((row) => [row.tutorialRow, row.message, row.id]))(
    'row %i is found in a log line: %s',
    (_, message, id) => {
      const line = `Nov 20 09:15:31 shop app[411]: daraja said "${message}" (attempt 2)`
      const { findings } = explainText(systems, line)
      const same = findings.flatMap(({ row, others }) => [row, ...others])
      const ids = [...same.map((row) => row?.id), ...searchCodes(rows, line).map((row) => row.id)]
      expect(ids).toContain(id)
    },
  )
})

test('every code is found by typing it', () => {
  const missing = rows.filter(({ code }) => code !== null)
  expect(missing.filter((row) => !searchCodes(rows, row.code ?? '').includes(row))).toEqual([])
})
