import {
  anyOf,
  differsFrom,
  doesNotMatch,
  fault,
  fresh,
  from,
  has,
  hook,
  is,
  isAtLeast,
  isBetween,
  isLongerThan,
  isOneOf,
  isOutside,
  isSameAs,
  isShorterThan,
  lacks,
  letPass,
  matches,
  readStrictly,
} from '@/lib/catalogue/go-live-words'
import { awaitCallback, called, ownCases, send, sendAndWait, sent, sheetCases, silence } from './words'

export const b2cCases = [
  ...sheetCases(
    { sheet: 'B2C', api: 'b2c' },
    {
      Authentication: [
        {
          row: 4,
          title: 'Token with the right consumer key and secret',
          steps: 'Ask the token end point for a token with the app key and secret in HTTP Basic form.',
          expected: 'HTTP 200 with access_token and expires_in.',
          proof: 'A token exchange that answered 200 with an access_token.',
          records: [sent('oauth-token', is('response.status', 200), has('response.body.access_token'))],
          play: [send('oauth-token')],
        },
        {
          row: 5,
          title: 'Token with a wrong consumer key or secret',
          kind: 'negative',
          steps: 'Repeat the token call after changing one character of the key or the secret.',
          expected: 'The call is refused and no token is returned.',
          proof: 'A token exchange with status 400 to 499 and no access_token.',
          records: [
            sent('oauth-token', isBetween('response.status', 400, 499), lacks('response.body.access_token')),
          ],
          play: [send('oauth-token', {}, { credentials: { consumerSecret: 'not-the-secret-of-this-app' } })],
        },
        {
          row: 6,
          title: 'Security credential encrypted the right way',
          steps: [
            'Encrypt the initiator password with the certificate of the environment (RSA, PKCS#1 v1.5, base64).',
            'Send a valid request to b2c-payment.',
          ],
          expected:
            'The initiator is recognised: the request is accepted and the result does not complain about the initiator.',
          proof: 'An accepted exchange and its result callback with ResultCode 0.',
          records: [
            sent(['b2c-v3', 'b2c-v1'], is('response.body.ResponseCode', '0')),
            called('result', is('body.Result.ResultCode', 0)),
          ],
          play: [sendAndWait('b2c-v3', { CommandID: 'PromotionPayment', PartyB: '254708374149' })],
        },
        {
          row: 7,
          title: 'Security credential encrypted the wrong way',
          kind: 'negative',
          steps: [
            'Send the password in clear, or encrypted with another certificate.',
            'Send the otherwise valid request to b2c-payment.',
          ],
          expected: 'The initiator is refused, at once or in the result (2001).',
          proof: 'An error answer, or a result callback that says the initiator information is invalid.',
          records: [
            sent(['b2c-v3', 'b2c-v1'], isSameAs('request.body.InitiatorName', 'environment.initiatorName')),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          or: [
            [
              sent(
                ['b2c-v3', 'b2c-v1'],
                isSameAs('request.body.InitiatorName', 'environment.initiatorName'),
                isAtLeast('response.status', 400),
                matches('response.body.errorMessage', /security ?credential|initiator/i),
              ),
            ],
          ],
          against: 'meant',
          play: [
            send('b2c-v3', {
              CommandID: 'PromotionPayment',
              PartyB: '254708374149',
              SecurityCredential: 'the-password-in-clear',
            }),
          ],
        },
      ],
      'Certificate management': [
        {
          row: 8,
          title: 'Transaction over HTTPS',
          steps: 'Send a valid request to b2c-payment over HTTPS with certificate checks on.',
          expected: 'The connection is HTTPS and the request is accepted.',
          proof: 'An exchange whose URL is https and whose answer is an acceptance.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              matches('request.url', /^https:\/\//),
              is('response.status', 200),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          needs: 'https',
          play: [sendAndWait('b2c-v3', { CommandID: 'PromotionPayment', PartyB: '254708374149' })],
        },
      ],
      'Functionality tests': [
        {
          row: 9,
          title: 'PromotionPayment to a valid customer',
          steps: [
            'Use a valid initiator, credential and recipient.',
            'Send B2C with CommandID PromotionPayment.',
          ],
          expected: 'Accepted; the recipient gets the money; the result is a success.',
          proof: 'Accepted exchange and result callback with ResultCode 0 and a TransactionReceipt.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              is('request.body.CommandID', 'PromotionPayment'),
              is('response.body.ResponseCode', '0'),
            ),
            called('result', is('body.Result.ResultCode', 0)),
          ],
          play: [sendAndWait('b2c-v3', { CommandID: 'PromotionPayment', PartyB: '254708374149' })],
        },
        {
          row: 10,
          title: 'PromotionPayment with too little money in the account',
          kind: 'negative',
          steps: [
            'Make the amount larger than the utility account holds.',
            'Send B2C with CommandID PromotionPayment.',
          ],
          expected:
            'The request may be accepted, no money moves, and the result names the reason: insufficient balance.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [sent(['b2c-v3', 'b2c-v1']), called('result', is('body.Result.ResultCode', 1))],
          play: [sendAndWait('b2c-v3', { CommandID: 'PromotionPayment', PartyB: '254700000001' })],
        },
        {
          row: 11,
          title: 'PromotionPayment with a wrong initiator name',
          kind: 'negative',
          steps: 'Send B2C with an InitiatorName that does not exist.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              differsFrom('request.body.InitiatorName', 'environment.initiatorName'),
            ),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          play: [
            sendAndWait('b2c-v3', {
              CommandID: 'PromotionPayment',
              PartyB: '254708374149',
              InitiatorName: 'nobody',
            }),
          ],
        },
        {
          row: 12,
          title: 'PromotionPayment with a wrong initiator password',
          kind: 'negative',
          steps: 'Send B2C with a credential made from another password.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [
            sent(['b2c-v3', 'b2c-v1'], isSameAs('request.body.InitiatorName', 'environment.initiatorName')),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          against: 'meant',
          play: [
            sendAndWait(
              'b2c-v3',
              { CommandID: 'PromotionPayment', PartyB: '254708374149' },
              { credentials: { initiatorPassword: 'not-the-password' } },
            ),
          ],
        },
        {
          row: 13,
          title: 'Payment to an invalid recipient',
          kind: 'negative',
          steps: 'Send B2C to a recipient that is not valid.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: recipient invalid.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [
            sent(['b2c-v3', 'b2c-v1']),
            called('result', isOneOf('body.Result.ResultCode', 7, 12, 14, 2028, 2040, 'SFC_IC0003')),
          ],
          or: [
            [
              sent(
                ['b2c-v3', 'b2c-v1'],
                isAtLeast('response.status', 400),
                matches('response.body.errorMessage', /party ?b/i),
              ),
            ],
          ],
          play: [sendAndWait('b2c-v3', { CommandID: 'PromotionPayment', PartyB: '254700000007' })],
          quirk:
            'the sheet row speaks of BusinessBuyGoods with an invalid merchant or store, and its objective repeats the initiator password text',
        },
        {
          row: 14,
          title: 'Valid CommandID',
          steps: 'Send b2c-payment with CommandID SalaryPayment or BusinessPayment or PromotionPayment.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              matches('request.body.CommandID', /^(SalaryPayment|BusinessPayment|PromotionPayment)$/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('b2c-v3', { CommandID: 'PromotionPayment', PartyB: '254708374149' })],
        },
        {
          row: 15,
          title: 'Invalid CommandID',
          kind: 'negative',
          steps: 'Send b2c-payment with a CommandID that does not exist.',
          expected: 'The request is refused with an error that names CommandID.',
          proof: 'An exchange that shows the wrong value and an error about CommandID.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              doesNotMatch('request.body.CommandID', /^(SalaryPayment|BusinessPayment|PromotionPayment)$/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /command/i),
            ),
          ],
          play: [send('b2c-v3', { CommandID: 'PocketMoney', PartyB: '254708374149' })],
        },
        {
          row: 16,
          title: 'Amount between 1 and 70,000',
          steps: 'Send B2C with an amount inside the range.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              isBetween('request.body.Amount', 1, 70000),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [
            sendAndWait('b2c-v3', { CommandID: 'PromotionPayment', PartyB: '254708374149', Amount: '150' }),
          ],
          quirk: '70,000 was the limit of 2017',
        },
        {
          row: 17,
          title: 'Negative or huge amount',
          kind: 'negative',
          steps: 'Send B2C with a negative amount, then with one of 20 or more digits.',
          expected: 'The request is refused with an error that names Amount.',
          proof: 'An exchange that shows the wrong value and an error about Amount.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              isOutside('request.body.Amount', 1, 70000),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /amount/i),
            ),
          ],
          play: [
            send('b2c-v3', { CommandID: 'PromotionPayment', PartyB: '254708374149', Amount: '-150' }),
            send('b2c-v3', {
              CommandID: 'PromotionPayment',
              PartyB: '254708374149',
              Amount: '15000000000000000000',
            }),
          ],
        },
        {
          row: 18,
          title: 'PartyB with 12 digits',
          steps: 'Send B2C to a number of 12 digits (2547...).',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              matches('request.body.PartyB', /^\d{12}$/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('b2c-v3', { CommandID: 'PromotionPayment', PartyB: '254708374149' })],
        },
        {
          row: 19,
          title: 'PartyB that is not a customer number',
          kind: 'negative',
          steps: 'Send B2C with a 12-digit short code as PartyB.',
          expected: 'The request is refused with an error that names PartyB.',
          proof: 'An exchange that shows the wrong value and an error about PartyB.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              doesNotMatch('request.body.PartyB', /^254\d{9}$/),
              matches('request.body.PartyB', /^\d+$/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /party ?b/i),
            ),
          ],
          play: [send('b2c-v3', { CommandID: 'PromotionPayment', PartyB: '600000600000' })],
        },
        {
          row: 20,
          title: 'Remarks under 200 characters',
          steps: 'Send b2c-payment with Remarks shorter than 200 characters.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              isShorterThan('request.body.Remarks', 200),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [
            sendAndWait('b2c-v3', {
              CommandID: 'PromotionPayment',
              PartyB: '254708374149',
              Remarks: 'Prize of the November draw',
            }),
          ],
        },
        {
          row: 21,
          title: 'Remarks over 200 characters',
          kind: 'negative',
          steps: 'Send b2c-payment with Remarks longer than 200 characters.',
          expected: 'The request is refused with an error that names Remarks.',
          proof: 'An exchange that shows the wrong value and an error about Remarks.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              isLongerThan('request.body.Remarks', 200),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /remark/i),
            ),
          ],
          play: [
            readStrictly,
            send('b2c-v3', {
              Remarks:
                'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
            }),
          ],
        },
        {
          row: 22,
          title: 'ResultURL with address and port',
          steps: 'Send b2c-payment with a ResultURL that has an address and a port.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              matches('request.body.ResultURL', /^https?:\/\/[^/:]+:\d+/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [
            sendAndWait('b2c-v3', {
              CommandID: 'PromotionPayment',
              PartyB: '254708374149',
              ResultURL: hook('/result'),
            }),
          ],
        },
        {
          row: 23,
          title: 'ResultURL without address and port',
          kind: 'negative',
          steps: 'Send b2c-payment with a ResultURL that lacks host and port.',
          expected: 'The request is refused with an error that names ResultURL.',
          proof: 'An exchange that shows the wrong value and an error about ResultURL.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              doesNotMatch('request.body.ResultURL', /^https?:\/\/[^/]+/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /result ?url/i),
            ),
          ],
          play: [
            send('b2c-v3', { CommandID: 'PromotionPayment', PartyB: '254708374149', ResultURL: '/result' }),
          ],
        },
        {
          row: 24,
          title: 'QueueTimeOutURL with address and port',
          steps: 'Send b2c-payment with a QueueTimeOutURL that has an address and a port.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              matches('request.body.QueueTimeOutURL', /^https?:\/\/[^/:]+:\d+/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [
            sendAndWait('b2c-v3', {
              CommandID: 'PromotionPayment',
              PartyB: '254708374149',
              QueueTimeOutURL: hook('/timeout'),
            }),
          ],
        },
        {
          row: 25,
          title: 'QueueTimeOutURL without address and port',
          kind: 'negative',
          steps: 'Send b2c-payment with a QueueTimeOutURL that lacks host and port.',
          expected: 'The request is refused with an error that names QueueTimeOutURL.',
          proof: 'An exchange that shows the wrong value and an error about QueueTimeOutURL.',
          records: [
            sent(
              ['b2c-v3', 'b2c-v1'],
              doesNotMatch('request.body.QueueTimeOutURL', /^https?:\/\/[^/]+/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /(queue|result) ?(time ?out)? ?url/i),
            ),
          ],
          play: [
            send('b2c-v3', {
              CommandID: 'PromotionPayment',
              PartyB: '254708374149',
              QueueTimeOutURL: '/timeout',
            }),
          ],
        },
      ],
    },
  ),
  ...ownCases('b2c', [
    {
      own: 1,
      title: 'BusinessPayment succeeds',
      steps: 'Send B2C with CommandID BusinessPayment.',
      expected: 'Accepted; result 0.',
      proof: 'Accepted exchange and result 0.',
      records: [
        sent(
          ['b2c-v3', 'b2c-v1'],
          is('request.body.CommandID', 'BusinessPayment'),
          is('response.body.ResponseCode', '0'),
        ),
        called('result', is('body.Result.ResultCode', 0)),
      ],
      play: [sendAndWait('b2c-v3', { CommandID: 'BusinessPayment', PartyB: '254708374149' })],
    },
    {
      own: 2,
      title: 'SalaryPayment succeeds',
      steps: 'Send B2C with CommandID SalaryPayment.',
      expected: 'Accepted; result 0.',
      proof: 'Accepted exchange and result 0.',
      records: [
        sent(
          ['b2c-v3', 'b2c-v1'],
          is('request.body.CommandID', 'SalaryPayment'),
          is('response.body.ResponseCode', '0'),
        ),
        called('result', is('body.Result.ResultCode', 0)),
      ],
      play: [sendAndWait('b2c-v3', { CommandID: 'SalaryPayment', PartyB: '254708374149' })],
    },
    {
      own: 3,
      title: 'Unregistered recipient',
      kind: 'negative',
      steps: 'Pay a number that is not on M-PESA.',
      expected: 'Result 2040 or SFC_IC0003.',
      proof: 'A result with that code.',
      records: [
        sent(['b2c-v3', 'b2c-v1']),
        called('result', isOneOf('body.Result.ResultCode', 2040, 'SFC_IC0003')),
      ],
      play: [sendAndWait('b2c-v3', { PartyB: '254700002040' })],
    },
    {
      own: 4,
      title: 'OriginatorConversationID reused (v3)',
      kind: 'negative',
      steps: 'Send the same OriginatorConversationID twice.',
      expected: 'The second is refused as a duplicate.',
      proof: 'Two exchanges with one id; the second an error that says duplicate.',
      records: [
        sent('b2c-v3', is('response.body.ResponseCode', '0')),
        sent(
          'b2c-v3',
          isSameAs('request.body.OriginatorConversationID', 'first.request.body.OriginatorConversationID'),
          isAtLeast('response.status', 400),
          matches('response.body.errorMessage', /duplicate/i),
        ),
      ],
      play: [
        send(
          'b2c-v3',
          { PartyB: '254708374149', OriginatorConversationID: fresh(24, 'payout-') },
          { times: 2 },
        ),
      ],
    },
    {
      own: 5,
      title: 'Queue timeout',
      kind: 'negative',
      steps: 'Let the request expire in the queue (sandbox scenario).',
      expected: 'QueueTimeOutURL is called; the receiver answers 200 and does not assume failure.',
      proof: 'A queue-timeout callback answered 200.',
      records: [sent(['b2c-v3', 'b2c-v1']), called('queue-timeout', is('answer.status', 200))],
      play: [
        fault('timeout-instead', { operation: 'daraja.b2c-v3' }),
        send('b2c-v3', { PartyB: '254708374149' }),
        awaitCallback('queue-timeout'),
      ],
    },
    {
      own: 6,
      title: 'Lost result recovered by a status query',
      steps: ['Drop the result callback.', 'Query the status of the payment.'],
      expected: 'The query shows the final state.',
      proof: 'A b2c exchange without result and a later status result for it.',
      records: [
        sent(['b2c-v3', 'b2c-v1'], is('response.body.ResponseCode', '0')),
        silence('result', 60),
        sent(
          'transaction-status',
          anyOf(
            [isSameAs('request.body.OriginalConversationID', 'first.response.body.ConversationID')],
            [isSameAs('request.body.OriginalConversationID', 'first.response.body.OriginatorConversationID')],
          ),
          is('response.body.ResponseCode', '0'),
        ),
        called('result', is('body.Result.ResultCode', 0)),
      ],
      play: [
        fault('no-callback', { operation: 'daraja.b2c-v3' }),
        send('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
        letPass(65),
        sendAndWait('transaction-status', {
          TransactionID: null,
          OriginalConversationID: from('payout', 'OriginatorConversationID'),
        }),
      ],
    },
    {
      own: 7,
      title: 'API role missing',
      kind: 'negative',
      steps: 'Use an operator without the B2C initiator role.',
      expected: 'Result 21.',
      proof: 'A result with ResultCode 21.',
      records: [sent(['b2c-v3', 'b2c-v1']), called('result', is('body.Result.ResultCode', 21))],
      play: [sendAndWait('b2c-v3', { PartyB: '254700000021' })],
    },
  ]),
]
