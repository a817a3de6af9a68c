import { describe, expect, test } from 'vitest'
import { systems } from '@/lib/systems'
import { explainText } from './explain-text'

/** Texts of the kinds that people ask about in public, and what each of them is. One finding: the rest would be noise. */
const told = (text: string) =>
  explainText(systems, text).findings.map(
    ({ how, code, row, transport, others }) =>
      `${how} ${code ?? '-'} ${row?.id ?? transport?.id ?? `one of ${others.map(({ id }) => id).join(', ')}`}`,
  )
const json = (value: unknown) => JSON.stringify(value)
const fault = (faultstring: string, errorcode: string) =>
  json({ fault: { faultstring, detail: { errorcode } } })
const soapFault = (faultstring: string) =>
  json({
    Envelope: {
      encodingStyle: 'http://schemas.xmlsoap.org/soap/encoding/',
      Body: {
        Fault: {
          faultcode: 'soap:Server',
          faultstring,
          faultactor: {},
          detail: { source: { errorcode: 'steps.servicecallout.ExecutionFailed' } },
        },
      },
    },
  })

describe('an acknowledgement says that the request was taken, and never what became of it', () => {
  test.each([
    [
      'of a push',
      json({
        MerchantRequestID: '77a1-4c2b',
        CheckoutRequestID: 'ws_CO_05032026101500112711000123',
        ResponseCode: '0',
        ResponseDescription: 'Success. Request accepted for processing',
        CustomerMessage: 'Success. Request accepted for processing',
      }),
      'acknowledgement 0 ack-ok',
    ],
    [
      'of a payout, printed by Python',
      "{'ConversationID': 'AG_20260305_2', 'OriginatorConversationID': '1-2-3', 'ResponseCode': '0', 'ResponseDescription': 'Accept the service request successfully.'}",
      'acknowledgement 0 ack-ok',
    ],
    [
      'of a standing order',
      json({
        ResponseHeader: {
          responseRefID: '0d3c1b7e',
          responseCode: '200',
          responseDescription: 'Request accepted for processing',
          ResultDesc: 'The service request is processed successfully.',
        },
        ResponseBody: { responseDescription: 'Request accepted for processing', responseCode: '200' },
      }),
      'acknowledgement 200 ratiba-accepted',
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual([expected])
    const { findings } = explainText(systems, text)
    expect(`${findings[0]?.row?.cause} ${findings[0]?.sentence}`).not.toMatch(/\bpaid\b/i)
  })
})

describe('a printed structure is read as the message that it is', () => {
  const names = {
    ResultType: 0,
    ResultDesc: 'The initiator information is invalid.',
    OriginatorConversationID: '5512-88-1',
    ConversationID: 'AG_20260112_0a1b',
    TransactionID: 'UAC0000000',
  }
  test.each([
    [
      'by Python in a log line',
      `INFO result payload: {'Result': {'ResultType': 0, 'ResultCode': 2001, 'ResultDesc': '${names.ResultDesc}', 'OriginatorConversationID': '5512-88-1', 'ConversationID': 'AG_20260112_0a1b', 'TransactionID': 'UAC0000000'}}`,
      'callback 2001 res-2001',
    ],
    [
      'by PHP',
      "array (\n  'Result' => \n  array (\n    'ResultType' => 0,\n    'ResultCode' => 1,\n    'ResultDesc' => 'The balance is insufficient for the transaction.',\n    'OriginatorConversationID' => '5512-89-1',\n    'ConversationID' => 'AG_20260112_0c2d',\n    'TransactionID' => 'UAC0000000',\n  ),\n)",
      'callback 1 res-1',
    ],
    [
      'by Java',
      `c.e.Payouts - B2cResult{Result=Result{ResultType=0, ResultCode=2001, ResultDesc=${names.ResultDesc}, OriginatorConversationID=5512-88-1, ConversationID=AG_20260112_0a1b, TransactionID=UAC0000000}}`,
      'callback 2001 res-2001',
    ],
    [
      'by Go, of a prompt',
      'map[Body:map[stkCallback:map[CheckoutRequestID:ws_CO_1 MerchantRequestID:1-2-3 ResultCode:2001 ResultDesc:The initiator information is invalid.]]]',
      'callback 2001 stk-2001',
    ],
    [
      'within the object of a client',
      json({ status: 200, config: { url: 'x' }, data: json({ Result: { ...names, ResultCode: 2001 } }) }),
      'callback 2001 res-2001',
    ],
    ['without its wrapper', json({ ...names, ResultCode: 2001 }), 'callback 2001 res-2001'],
    [
      'a prompt’s without its wrapper',
      json({ MerchantRequestID: '1', CheckoutRequestID: 'ws_CO_1', ResultCode: 1032, ResultDesc: 'x' }),
      'callback 1032 stk-1032',
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  test('a list of messages is each of them', () => {
    expect(
      told(
        json([
          { Result: { ...names, ResultCode: 2001 } },
          { errorCode: '404.001.03', errorMessage: 'Invalid Access Token', requestId: '1' },
        ]),
      ),
    ).toEqual(['callback 2001 res-2001', 'refusal 404.001.03 token-404-001-03'])
  })
})

describe('a fault in front of the API is told by its own code', () => {
  test.each([
    [
      fault('Access Token expired', 'keymanagement.service.access_token_expired'),
      'keymanagement.service.access_token_expired fault-token-expired',
    ],
    [
      fault('Spike arrest violation. Allowed rate : 5ps', 'policies.ratelimit.SpikeArrestViolation'),
      'policies.ratelimit.SpikeArrestViolation fault-spike-arrest',
    ],
    [
      fault(
        'Rate limit quota violation. Quota limit exceeded. Identifier : x',
        'policies.ratelimit.QuotaViolation',
      ),
      'policies.ratelimit.QuotaViolation fault-quota',
    ],
    [fault('Invalid ApiKey', 'oauth.v2.InvalidApiKey'), 'oauth.v2.InvalidApiKey fault-api-key'],
    [
      fault('Gateway Timeout', 'messaging.adaptors.http.flow.GatewayTimeout'),
      'messaging.adaptors.http.flow.GatewayTimeout apigee-fault',
    ],
    [fault('Brand new', 'some.new.Code'), 'some.new.Code one of '],
    [
      soapFault(
        'Execution of ServiceCallout SCO-AddURLVault failed. Reason: ResponseCode 409 is treated as error',
      ),
      'steps.servicecallout.ExecutionFailed soap-fault-json',
    ],
    [
      soapFault(
        'Execution of ServiceCallout SC-SearchURL failed. Reason: ResponseCode 503 is treated as error',
      ),
      'steps.servicecallout.ExecutionFailed soap-fault-json',
    ],
    [
      soapFault('Execution of ServiceCallout SC-X failed. Reason: ResponseCode 404 is treated as error'),
      'steps.servicecallout.ExecutionFailed soap-fault-json',
    ],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([`refusal ${expected}`])
  })
})

describe('a code of several meanings', () => {
  const refusal = (errorMessage: string) => json({ requestId: '1', errorCode: '500.002.1001', errorMessage })
  test('is told by its words', () => {
    expect(told(refusal('System internal error.'))).toEqual(['refusal 500.002.1001 internal-500-002-1001'])
    expect(told(refusal('Duplicate OriginatorConversationID.'))).toEqual([
      'refusal 500.002.1001 duplicate-originator',
    ])
  })

  test('with words that nobody knows shows every meaning, and puts none first', () => {
    expect(told(refusal('Something else altogether'))).toEqual([
      'refusal 500.002.1001 one of duplicate-originator, maintenance, internal-500-002-1001',
    ])
  })

  test('without its place is told as open, its readings side by side', () => {
    const [finding] = explainText(systems, 'the job ended with ResultCode 2001').findings
    expect(finding?.row).toBeNull()
    expect(finding?.others.map(({ id }) => id)).toEqual(expect.arrayContaining(['stk-2001', 'res-2001']))
  })

  test('goes by the name of the member that held it', () => {
    const [finding] = explainText(systems, '<return_code>42</return_code> authentication failed').findings
    const all = [finding?.row, ...(finding?.others ?? [])].flatMap((row) => row ?? [])
    expect(all[0]?.where).toBe('checkout')
  })

  test('in a query’s answer has one meaning, whatever the outer code', () => {
    expect(
      told(
        json({
          ResponseCode: '0',
          ResponseDescription: 'The service request has been accepted successfully',
          MerchantRequestID: '1',
          CheckoutRequestID: 'ws_CO_1',
          ResultCode: '1032',
          ResultDesc: 'Request cancelled by user',
        }),
      ),
    ).toEqual(['answer 1032 stk-1032'])
  })

  test('is none where an id stands in its place', () => {
    const made = {
      RequestID: '1',
      ResponseDescription: 'QR Code Successfully Generated.',
      QRCode: 'iVBORw0KGgo=',
    }
    expect(told(json({ ResponseCode: 'AG_20260305_00007fc8', ...made }))).toEqual(['answer 0 qr-ok'])
    expect(told(json({ ResponseCode: '00', ...made }))).toEqual(['answer 00 qr-ok'])
  })
})

describe('words are found as they stand, one after another', () => {
  test.each([
    [
      'Payment failed. MPesa Error 1101: [STK_CB – ]Invalid Input parameter ‘Prompt message prefix’, length should be less than 94 characters',
      'words 1101 stk-1101',
    ],
    [
      'SMS to the payer: Transaction failed, Mpesa cannot process payment ... Organization Receiving the payment is unavailable.',
      'words - tut-sms-unavailable',
    ],
    [
      'Paybill Verification failed due to the following reason: No paybill verification data found\nService Request for Regsitration Failed',
      'words - tut-paybill-verification',
    ],
    ['No till is found for CustomerPayMerchant', 'words - till-not-found'],
    ['daraja says: The element AccountReference is invalid.', 'words - element-invalid'],
    ['My request ends with INVALID_SHORT_CODE_USED', 'name INS-13 mozambique-ins-13'],
    ['catch (ErrorType::INVALID_MSISDN)', 'name INS-2051 mozambique-ins-2051'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  test.each([
    'the phone of the customer has a transaction, and the request is not for this service',
    'my account is invalid and the system failed to process the request of the user',
    'ERROR something went wrong while the payment was processed by our server',
    'HELLO_WORLD FooBar',
  ])('chance is not taken for a message: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('what goes wrong below the API', () => {
  test.each([
    [
      'cURL error 6: Could not resolve host: production.safaricom.co.ke (see https://curl.se/libcurl/c/libcurl-errors.html)',
      'host-not-found',
    ],
    ['Error: getaddrinfo ENOTFOUND api.safaricom.com', 'host-not-found'],
    ['java.net.UnknownHostException: sandbox.safaricom.com', 'host-not-found'],
    [
      'cURL error 60: SSL certificate problem: unable to get local issuer certificate',
      'certificate-not-trusted',
    ],
    [
      'requests.exceptions.SSLError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed',
      'certificate-not-trusted',
    ],
    [
      'cURL error 28: Operation timed out after 30000 milliseconds with 0 bytes received',
      'no-answer-in-time',
    ],
    ['AxiosError: timeout of 5000ms exceeded', 'no-answer-in-time'],
    ['Error: connect ECONNREFUSED 10.1.2.3:18352', 'connection-refused'],
    ['Error: socket hang up', 'connection-broken'],
    [
      '<html>\n<head><title>503 Service Temporarily Unavailable</title></head>\n<body><center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx</center></body>\n</html>',
      'page-502-503-504',
    ],
    [
      '<html><head><title>504 Gateway Time-out</title></head><body><h1>504 Gateway Time-out</h1></body></html>',
      'page-502-503-504',
    ],
    ['<html><head><title>403 Forbidden</title></head><body>nginx</body></html>', 'page-403'],
  ])('%s', (text, id) => {
    expect(told(text)).toEqual([`transport - ${id}`])
  })
})

describe('one line of a log is read as its lines would be', () => {
  test.each([
    [
      'CheckoutRequestID: ws_CO_1 ResultCode: 2001 ResultDesc: The initiator information is invalid.',
      'callback 2001 stk-2001',
    ],
    [
      'ResponseCode: 0 ResponseDescription: Success. Request accepted for processing',
      'acknowledgement 0 ack-ok',
    ],
    ['errorCode: 404.001.03 errorMessage: Invalid Access Token', 'refusal 404.001.03 token-404-001-03'],
    [
      'errorCode: 400.002.02 | errorMessage: Bad Request - Invalid Amount',
      'refusal 400.002.02 tut-invalid-amount-field',
    ],
    [
      '10:02 ERROR errorCode: 400.002.02\terrorMessage: Bad Request - Invalid Amount',
      'refusal 400.002.02 tut-invalid-amount-field',
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual([expected]))
})

describe('a code with its words alone is of no call for certain', () => {
  test.each(['INS-9', 'INS-10', 'INS-2006'])('%s', (code) => {
    const [finding] = explainText(
      systems,
      json({ output_ResponseCode: code, output_ResponseDesc: 'Request timeout' }),
    ).findings
    expect(finding?.operation).toBeNull()
    const meant = [...(finding?.row ? [finding.row] : []), ...(finding?.others ?? [])].map(
      ({ system }) => system,
    )
    expect(new Set(meant)).toEqual(new Set(['openapi', 'mozambique']))
  })
})

test('a query that worked says what it says of the transaction', () => {
  const [finding] = explainText(
    systems,
    json({
      output_ResponseCode: 'INS-0',
      output_ResponseDesc: 'Request processed successfully',
      output_ResponseTransactionStatus: 'Failed',
      output_ConversationID: '5d3f0b1a',
      output_ThirdPartyReference: 'REQ1',
    }),
  ).findings
  expect(finding).toMatchObject({ description: 'The transaction is Failed.', row: null, isPlain: true })
})

test.each([
  [{ ResultCode: '0', ResultDesc: 'Accepted' }, 'c2bv-0'],
  [{ ResultCode: 0, ResultDesc: 'accepted.' }, 'c2bv-0'],
  [{ ResultCode: 'C2B00012', ResultDesc: 'Invalid Account Number' }, 'c2bv-C2B00012'],
])('what an inbox answers to a validation is known by its words: %j', (answer, id) => {
  expect(explainText(systems, json(answer)).findings[0]?.row?.id).toBe(id)
})
