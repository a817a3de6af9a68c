import { describe, expect, test } from 'vitest'
import { systems } from '@/lib/systems'
import { explainText } from './explain-text'

/** What a text is told as: kind, code, and the row or the rows that it may be. */
const told = (text: string) =>
  explainText(systems, text).findings.map(({ how, code, row, transport, others }) => {
    const name = row?.id ?? transport?.id ?? (others.length > 0 ? 'several' : 'none')
    return `${how} ${code ?? '-'} ${name}`
  })
const rowsOf = (text: string) =>
  explainText(systems, text).findings.flatMap(({ row, others }) =>
    [row, ...others].flatMap((one) => one?.id ?? []),
  )

describe('a structure is read however its program printed it', () => {
  test.each([
    [
      'Rust, with names of its own',
      'StkCallback { merchant_request_id: "a-1", checkout_request_id: "ws_CO_7", result_code: 1037, result_desc: "No response from user" }',
      'callback 1037 stk-1037',
    ],
    [
      'a Python model',
      "result_code=2001 result_desc='The initiator information is invalid.' conversation_id='AG_8' originator_conversation_id='8-1' transaction_id='UKR0000000'",
      'callback 2001 res-2001',
    ],
    [
      'Ruby symbols of an acknowledgement',
      '{:merchant_request_id=>"a-1", :checkout_request_id=>"ws_CO_7", :response_code=>"0", :response_description=>"Success. Request accepted for processing"}',
      'acknowledgement 0 ack-ok',
    ],
    [
      'Elixir',
      '%{"Body" => %{"stkCallback" => %{"CheckoutRequestID" => "ws_CO_7", "MerchantRequestID" => "a-1", "ResultCode" => 17, "ResultDesc" => "Rule limited."}}}',
      'callback 17 stk-17',
    ],
    [
      'Go, with types and lengths',
      '(main.Callback) {\n Body: (main.Body) {\n  StkCallback: (main.Stk) {\n   MerchantRequestID: (string) (len=3) "a-1",\n   CheckoutRequestID: (string) (len=7) "ws_CO_7",\n   ResultCode: (int) 1032,\n   ResultDesc: (string) (len=25) "Request cancelled by user"\n  }\n }\n}',
      'callback 1032 stk-1032',
    ],
    [
      'a form body',
      'CheckoutRequestID=ws_CO_7&MerchantRequestID=a-1&ResultCode=1032&ResultDesc=Request+cancelled+by+user',
      'callback 1032 stk-1032',
    ],
    [
      'an address with its query',
      'GET https://shop.example.com/back?CheckoutRequestID=ws_CO_7&ResultCode=1&ResultDesc=The%20balance%20is%20insufficient%20for%20the%20transaction.',
      'callback 1 stk-1',
    ],
    [
      'XML without its envelope',
      '<Result><ResultType>0</ResultType><ResultCode>2001</ResultCode><ResultDesc>The initiator information is invalid.</ResultDesc><ConversationID>AG_8</ConversationID></Result>',
      'callback 2001 g2-newer-2001',
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual([expected])
  })
})

describe('an acknowledgement is told as one', () => {
  test('in its words alone, as any of the calls that say them', () => {
    expect(rowsOf('Success. Request accepted for processing')).toContain('ack-ok')
    expect(explainText(systems, 'Request accepted for processing').findings.length).toBeGreaterThan(1)
  })

  test('with its code further inside than usual', () => {
    const text =
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><api:Response xmlns:api="urn:a" xmlns:res="urn:r"><res:Header><res:ConversationID>AG_8</res:ConversationID><res:OriginatorConversationID>8-1</res:OriginatorConversationID></res:Header><res:Body><res:ResponseCode>0</res:ResponseCode><res:ResponseDesc>Accept the service request successfully.</res:ResponseDesc></res:Body></api:Response></s:Body></s:Envelope>'
    const [finding] = explainText(systems, text).findings
    expect(finding).toMatchObject({ how: 'acknowledgement', code: '0' })
  })

  test('and a token is none', () => {
    const [finding, ...more] = explainText(systems, '{"access_token":"q7Zr","expires_in":"3599"}').findings
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      how: 'answer',
      operation: 'daraja.oauth-token',
      row: null,
      isPlain: true,
      code: null,
    })
  })
})

describe('a code without its place', () => {
  test.each(['1032', ' 2001 ', '17', 'ins-6'])('alone is told with its readings: %j', (text) => {
    const [finding, ...more] = explainText(systems, text).findings
    expect(more).toEqual([])
    expect(finding).toMatchObject({ how: 'code' })
    expect([finding?.row, ...(finding?.others ?? [])].filter(Boolean).length).toBeGreaterThan(0)
  })

  test.each(['error 2001', 'Error: 1032 from Daraja', 'it failed with 1037 again', 'we got result 1025'])(
    'after a word that announces one: %s',
    (text) => {
      expect(told(text)).toEqual([expect.stringMatching(/^code (2001|1032|1037|1025) /)])
    },
  )

  test.each([
    'KES 1032 were paid',
    'order 2001 was shipped',
    'process exited with code 2001',
    'exit code: 17',
    'error 404',
    'returned 1000 rows',
    '254722001032',
    '2026-11-27 10:32:01',
  ])('is none where the number is another one: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

test('a message that somebody quotes is found, whatever is said around it', () => {
  const asked =
    'Has anybody met this before? Since this morning our push says "Invalid Access Token", and I fetched a new one.'
  expect(rowsOf(asked)).toContain('token-404-001-03')
  expect(rowsOf(asked.replaceAll('"', ''))).not.toContain('token-404-001-03')
})

describe('what is of no provider is told as none of theirs', () => {
  test.each([
    '{"kind":"Status","apiVersion":"v1","status":"Failure","code":404}',
    '{"status":{"code":"200","message":"SUCCESS"},"data":{"id":7}}',
    '{"id":4,"name":"x","status":"failed"}',
    '{"message":"fail","success":false}',
  ])('%s', (text) => {
    expect(told(text)).toEqual([])
  })

  test('and its code, where it has one, is open', () => {
    expect(told('{"id":4,"status":"failed","code":1032}')).toEqual(['code 1032 several'])
    expect(told('code=1')).toEqual(['code 1 several'])
  })

  test('no status is made up beside a code', () => {
    const cut =
      'resulted in a `400 Bad Request` response:\n{"requestId":"7-1","errorCode":"400.008.01","errorMess (truncated...)'
    expect(explainText(systems, cut).findings).toMatchObject([{ code: '400.008.01', description: null }])
  })
})

describe('what a program says when the answer was no JSON, or was left out', () => {
  test.each([
    ['SyntaxError: Unexpected token \'<\', "<html>..." is not valid JSON', 'no-json'],
    ['json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)', 'no-json'],
    ["invalid character '<' looking for beginning of value", 'no-json'],
    ['SyntaxError: Unexpected end of JSON input', 'no-json'],
    ["Unexpected character ('<' (code 60)): expected a valid value", 'no-json'],
    ['AxiosError: Request failed with status code 400', 'status-alone'],
    [
      'requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://x.example/',
      'status-alone',
    ],
    [
      'java.io.IOException: Server returned HTTP response code: 400 for URL: https://x.example/',
      'status-alone',
    ],
    ['<html><head><title>404 Not Found</title></head><body>nginx</body></html>', 'page-404'],
    ['<html><head><title>500 Internal Server Error</title></head></html>', 'page-500'],
  ])('%s', (text, id) => {
    expect(told(text)).toEqual([`transport - ${id}`])
  })

  test.each([
    ['retrofit2.HttpException: HTTP 400 Bad Request', 'status-alone'],
    ['DioException [bad response]: status code of 404', 'status-alone'],
    ["Access to fetch at 'https://x.example' has been blocked by CORS policy", 'cors'],
    ['ERR_NGROK_3200 The endpoint a1b2.ngrok.io is offline.', 'tunnel-offline'],
    ['<html><head><title>Access denied</title></head><body>error code: 1020</body></html>', 'page-403'],
  ])('and what stands between a program and the API: %s', (text, id) => {
    expect(told(text)).toEqual([`transport - ${id}`])
  })

  test('the code beside it counts more', () => {
    const text =
      'AxiosError: Request failed with status code 400 {"errorCode":"400.002.02","errorMessage":"Bad Request - Invalid Amount"}'
    expect(told(text)).toEqual(['refusal 400.002.02 tut-invalid-amount-field'])
  })
})

describe('a SOAP fault', () => {
  test.each([
    [
      '<faultcode>env:Server</faultcode><faultstring>Policy Falsified</faultstring>',
      'env:Server',
      'Policy Falsified',
    ],
    ['<faultcode>SVC0403</faultcode><faultstring>Unauthorized</faultstring>', 'SVC0403', 'Unauthorized'],
  ])('is a refusal in its own words: %s', (fault, code, description) => {
    const text = `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body><env:Fault>${fault}</env:Fault></env:Body></env:Envelope>`
    expect(explainText(systems, text).findings).toMatchObject([{ how: 'refusal', code, description }])
  })
})

test('a query that tells of a transaction says nothing of its own code elsewhere', () => {
  const text = JSON.stringify({
    output_ConversationID: 'c-1',
    output_ResponseCode: 'INS-0',
    output_ResponseDesc: 'Request processed successfully',
    output_ResponseTransactionStatus: 'Cancelled',
    output_ThirdPartyReference: 'R1',
  })
  expect(explainText(systems, text).findings).toMatchObject([{ isPlain: true, row: null, others: [] }])
})
