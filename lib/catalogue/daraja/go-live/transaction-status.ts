import {
  differsFrom,
  doesNotMatch,
  from,
  has,
  hasKey,
  hook,
  is,
  isAtLeast,
  isBetween,
  isEmpty,
  isLongerThan,
  isNoneOf,
  isOneOf,
  isSameAs,
  isShorterThan,
  lacks,
  matches,
  readStrictly,
} from '@/lib/catalogue/go-live-words'
import { called, ownCases, send, sendAndWait, sent, sheetCases } from './words'

export const transactionStatusCases = [
  ...sheetCases(
    { sheet: 'Transaction Status', api: 'transaction-status' },
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
            'Send a valid request to transaction-status.',
          ],
          expected:
            'The initiator is recognised: the request is accepted and the result does not complain about the initiator.',
          proof: 'An accepted exchange and its result callback with ResultCode 0.',
          records: [
            sent('transaction-status', is('response.body.ResponseCode', '0')),
            called('result', is('body.Result.ResultCode', 0)),
          ],
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait('transaction-status', {
              TransactionID: from('payout', 'callback.Result.TransactionID'),
            }),
          ],
        },
        {
          row: 7,
          title: 'Security credential encrypted the wrong way',
          kind: 'negative',
          steps: [
            'Send the password in clear, or encrypted with another certificate.',
            'Send the otherwise valid request to transaction-status.',
          ],
          expected: 'The initiator is refused, at once or in the result (2001).',
          proof: 'An error answer, or a result callback that says the initiator information is invalid.',
          records: [
            sent('transaction-status', isSameAs('request.body.Initiator', 'environment.initiatorName')),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          or: [
            [
              sent(
                'transaction-status',
                isSameAs('request.body.Initiator', 'environment.initiatorName'),
                isAtLeast('response.status', 400),
                matches('response.body.errorMessage', /security ?credential|initiator/i),
              ),
            ],
          ],
          against: 'meant',
          play: [
            send('transaction-status', {
              TransactionID: 'UKK0000404',
              SecurityCredential: 'the-password-in-clear',
            }),
          ],
        },
      ],
      'Certificate management': [
        {
          row: 8,
          title: 'Transaction over HTTPS',
          steps: 'Send a valid request to transaction-status over HTTPS with certificate checks on.',
          expected: 'The connection is HTTPS and the request is accepted.',
          proof: 'An exchange whose URL is https and whose answer is an acceptance.',
          records: [
            sent(
              'transaction-status',
              matches('request.url', /^https:\/\//),
              is('response.status', 200),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          needs: 'https',
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait('transaction-status', {
              TransactionID: from('payout', 'callback.Result.TransactionID'),
            }),
          ],
        },
      ],
      'Functionality tests': [
        {
          row: 9,
          title: 'Status of a valid payment',
          steps: 'Send TransactionStatusQuery with a valid receipt, identifier type and PartyA.',
          expected: 'Accepted; the result carries the details of the payment.',
          proof: 'Accepted exchange and result callback with a ReceiptNo and TransactionStatus.',
          records: [
            sent('transaction-status', is('response.body.ResponseCode', '0')),
            called(
              'result',
              is('body.Result.ResultCode', 0),
              hasKey('body.Result.ResultParameters', 'TransactionStatus'),
            ),
          ],
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait('transaction-status', {
              TransactionID: from('payout', 'callback.Result.TransactionID'),
            }),
          ],
        },
        {
          row: 10,
          title: 'Status with a wrong initiator name',
          kind: 'negative',
          steps: 'Use an initiator that does not exist.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [
            sent('transaction-status', differsFrom('request.body.Initiator', 'environment.initiatorName')),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait('transaction-status', {
              TransactionID: from('payout', 'callback.Result.TransactionID'),
              Initiator: 'nobody',
            }),
          ],
        },
        {
          row: 11,
          title: 'Status with a wrong initiator password',
          kind: 'negative',
          steps: 'Use a credential made from another password.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [
            sent('transaction-status', isSameAs('request.body.Initiator', 'environment.initiatorName')),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          against: 'meant',
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait(
              'transaction-status',
              { TransactionID: from('payout', 'callback.Result.TransactionID') },
              { credentials: { initiatorPassword: 'not-the-password' } },
            ),
          ],
        },
        {
          row: 12,
          title: 'Status with an invalid PartyA',
          kind: 'negative',
          steps: 'Use a PartyA that does not exist or had no part in the payment.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: party invalid.',
          proof:
            'An accepted exchange and a result callback whose ResultCode is that of a party, not of a locked credential or a fault.',
          records: [
            sent('transaction-status', differsFrom('request.body.PartyA', 'environment.shortcode')),
            called('result', isNoneOf('body.Result.ResultCode', 0, 17, 18, 26, 8006)),
          ],
          or: [
            [
              sent(
                'transaction-status',
                differsFrom('request.body.PartyA', 'environment.shortcode'),
                matches('request.body.PartyA', /^(\d{5,9}|254\d{9})$/),
                isAtLeast('response.status', 400),
                matches('response.body.errorMessage', /party ?a/i),
              ),
            ],
          ],
          against: 'meant',
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait('transaction-status', {
              TransactionID: from('payout', 'callback.Result.TransactionID'),
              PartyA: '600638',
            }),
          ],
          quirk: 'objective on the sheet was copied',
        },
        {
          row: 13,
          title: 'Valid CommandID',
          steps: 'Send transaction-status with CommandID TransactionStatusQuery.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              'transaction-status',
              matches('request.body.CommandID', /^(TransactionStatusQuery)$/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait('transaction-status', {
              TransactionID: from('payout', 'callback.Result.TransactionID'),
            }),
          ],
        },
        {
          row: 14,
          title: 'Invalid CommandID',
          kind: 'negative',
          steps: 'Send transaction-status with a CommandID that does not exist.',
          expected: 'The request is refused with an error that names CommandID.',
          proof: 'An exchange that shows the wrong value and an error about CommandID.',
          records: [
            sent(
              'transaction-status',
              doesNotMatch('request.body.CommandID', /^(TransactionStatusQuery)$/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /command/i),
            ),
          ],
          play: [send('transaction-status', { TransactionID: 'UKK0000404', CommandID: 'TransactionStatus' })],
        },
        {
          row: 15,
          title: 'Invalid identifier type',
          kind: 'negative',
          steps: 'Send IdentifierType 6.',
          expected: 'The request is refused with an error that names the identifier type.',
          proof: 'An exchange that shows the wrong value and an error about the identifier type.',
          records: [
            sent(
              'transaction-status',
              isOneOf('request.body.IdentifierType', 6),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /identifier/i),
            ),
          ],
          play: [send('transaction-status', { TransactionID: 'UKK0000404', IdentifierType: '6' })],
        },
        {
          row: 16,
          title: 'PartyA as a phone number',
          steps: 'Send PartyA as a customer number with IdentifierType 1.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              'transaction-status',
              matches('request.body.PartyA', /^\d{10,12}$/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait('transaction-status', {
              TransactionID: from('payout', 'callback.Result.TransactionID'),
              PartyA: '254708374149',
              IdentifierType: '1',
            }),
          ],
          quirk: 'the sheet says 10 digits (07...); the API uses 12 (2547...)',
        },
        {
          row: 17,
          title: 'PartyA with the wrong number of digits',
          kind: 'negative',
          steps: 'Send a phone number with too many or too few digits.',
          expected: 'The request is refused with an error that names PartyA.',
          proof: 'An exchange that shows the wrong value and an error about PartyA.',
          records: [
            sent(
              'transaction-status',
              doesNotMatch('request.body.PartyA', /^\d{10}$|^\d{12}$/),
              matches('request.body.PartyA', /^(0|254)\d+$/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /party ?a/i),
            ),
          ],
          play: [
            send('transaction-status', {
              TransactionID: 'UKK0000404',
              PartyA: '2547083741490',
              IdentifierType: '1',
            }),
            send('transaction-status', {
              TransactionID: 'UKK0000404',
              PartyA: '25470837414',
              IdentifierType: '1',
            }),
          ],
        },
        {
          row: 18,
          title: 'Remarks under 200 characters',
          steps: 'Send transaction-status with Remarks shorter than 200 characters.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              'transaction-status',
              isShorterThan('request.body.Remarks', 200),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait('transaction-status', {
              TransactionID: from('payout', 'callback.Result.TransactionID'),
              Remarks: 'Was it paid',
            }),
          ],
        },
        {
          row: 19,
          title: 'Remarks over 200 characters',
          kind: 'negative',
          steps: 'Send transaction-status with Remarks longer than 200 characters.',
          expected: 'The request is refused with an error that names Remarks.',
          proof: 'An exchange that shows the wrong value and an error about Remarks.',
          records: [
            sent(
              'transaction-status',
              isLongerThan('request.body.Remarks', 200),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /remark/i),
            ),
          ],
          play: [
            readStrictly,
            send('transaction-status', {
              TransactionID: 'UKK0000404',
              Remarks:
                'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
            }),
          ],
        },
        {
          row: 20,
          title: 'ResultURL with address and port',
          steps: 'Send transaction-status with a ResultURL that has an address and a port.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              'transaction-status',
              matches('request.body.ResultURL', /^https?:\/\/[^/:]+:\d+/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait('transaction-status', {
              TransactionID: from('payout', 'callback.Result.TransactionID'),
              ResultURL: hook('/result'),
            }),
          ],
        },
        {
          row: 21,
          title: 'ResultURL without address and port',
          kind: 'negative',
          steps: 'Send transaction-status with a ResultURL that lacks host and port.',
          expected: 'The request is refused with an error that names ResultURL.',
          proof: 'An exchange that shows the wrong value and an error about ResultURL.',
          records: [
            sent(
              'transaction-status',
              doesNotMatch('request.body.ResultURL', /^https?:\/\/[^/]+/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /result ?url/i),
            ),
          ],
          play: [send('transaction-status', { TransactionID: 'UKK0000404', ResultURL: '/result' })],
        },
        {
          row: 22,
          title: 'QueueTimeOutURL with address and port',
          steps: 'Send transaction-status with a QueueTimeOutURL that has an address and a port.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              'transaction-status',
              matches('request.body.QueueTimeOutURL', /^https?:\/\/[^/:]+:\d+/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait('transaction-status', {
              TransactionID: from('payout', 'callback.Result.TransactionID'),
              QueueTimeOutURL: hook('/timeout'),
            }),
          ],
        },
        {
          row: 23,
          title: 'QueueTimeOutURL without address and port',
          kind: 'negative',
          steps: 'Send transaction-status with a QueueTimeOutURL that lacks host and port.',
          expected: 'The request is refused with an error that names QueueTimeOutURL.',
          proof: 'An exchange that shows the wrong value and an error about QueueTimeOutURL.',
          records: [
            sent(
              'transaction-status',
              doesNotMatch('request.body.QueueTimeOutURL', /^https?:\/\/[^/]+/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /(queue|result) ?(time ?out)? ?url/i),
            ),
          ],
          play: [send('transaction-status', { TransactionID: 'UKK0000404', QueueTimeOutURL: '/timeout' })],
        },
        {
          row: 24,
          title: 'Receipt that does not exist',
          kind: 'negative',
          steps: 'Query a made-up receipt.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: transaction not found.',
          proof:
            'An accepted exchange and a result callback that says that the receipt is unknown (2032) or cannot be read (25).',
          records: [
            sent(
              'transaction-status',
              has('request.body.TransactionID'),
              isSameAs('request.body.PartyA', 'environment.shortcode'),
            ),
            called('result', isOneOf('body.Result.ResultCode', 25, 2032)),
          ],
          against: 'meant',
          play: [sendAndWait('transaction-status', { TransactionID: 'UKK0000404' })],
        },
        {
          row: 25,
          title: 'Occasion under 200 characters',
          steps: 'Send a query with a short Occasion.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              'transaction-status',
              isShorterThan('request.body.Occasion', 200),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [
            sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
            sendAndWait('transaction-status', {
              TransactionID: from('payout', 'callback.Result.TransactionID'),
              Occasion: 'Check',
            }),
          ],
          quirk:
            'the Expected Results text on the sheet says the request shall not go through, yet names the success message; the title decides',
        },
        {
          row: 26,
          title: 'Occasion over 200 characters',
          kind: 'negative',
          steps: 'Send a query with a long Occasion.',
          expected: 'The request is refused with an error that names Occasion.',
          proof: 'An exchange that shows the wrong value and an error about Occasion.',
          records: [
            sent(
              'transaction-status',
              isLongerThan('request.body.Occasion', 200),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /occasion/i),
            ),
          ],
          play: [
            readStrictly,
            send('transaction-status', {
              TransactionID: 'UKK0000404',
              Occasion:
                'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
            }),
          ],
        },
      ],
    },
  ),
  ...ownCases('transaction-status', [
    {
      own: 1,
      title: 'Query by OriginalConversationID',
      steps: 'Query without a receipt.',
      expected: 'Accepted; details in the result.',
      proof: 'Accepted exchange without TransactionID and result 0.',
      records: [
        sent(
          'transaction-status',
          isEmpty('request.body.TransactionID'),
          is('response.body.ResponseCode', '0'),
        ),
        called('result', is('body.Result.ResultCode', 0)),
      ],
      play: [
        sendAndWait('b2c-v3', { PartyB: '254708374149' }, { as: 'payout' }),
        sendAndWait('transaction-status', {
          TransactionID: null,
          OriginalConversationID: from('payout', 'OriginatorConversationID'),
        }),
      ],
    },
  ]),
]
