import {
  differsFrom,
  doesNotMatch,
  has,
  hasKey,
  hook,
  is,
  isAtLeast,
  isBetween,
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

export const accountBalanceCases = [
  ...sheetCases(
    { sheet: 'Account Bal', api: 'account-balance' },
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
            'Send a valid request to account-balance.',
          ],
          expected:
            'The initiator is recognised: the request is accepted and the result does not complain about the initiator.',
          proof: 'An accepted exchange and its result callback with ResultCode 0.',
          records: [
            sent('account-balance', is('response.body.ResponseCode', '0')),
            called('result', is('body.Result.ResultCode', 0)),
          ],
          play: [sendAndWait('account-balance')],
        },
        {
          row: 7,
          title: 'Security credential encrypted the wrong way',
          kind: 'negative',
          steps: [
            'Send the password in clear, or encrypted with another certificate.',
            'Send the otherwise valid request to account-balance.',
          ],
          expected: 'The initiator is refused, at once or in the result (2001).',
          proof: 'An error answer, or a result callback that says the initiator information is invalid.',
          records: [
            sent(
              'account-balance',
              isSameAs('request.body.Initiator', 'environment.initiatorName'),
              isSameAs('request.body.PartyA', 'environment.shortcode'),
            ),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          or: [
            [
              sent(
                'account-balance',
                isSameAs('request.body.Initiator', 'environment.initiatorName'),
                isAtLeast('response.status', 400),
                matches('response.body.errorMessage', /security ?credential|initiator/i),
              ),
            ],
          ],
          against: 'meant',
          play: [send('account-balance', { SecurityCredential: 'the-password-in-clear' })],
        },
      ],
      'Certificate management': [
        {
          row: 8,
          title: 'Transaction over HTTPS',
          steps: 'Send a valid request to account-balance over HTTPS with certificate checks on.',
          expected: 'The connection is HTTPS and the request is accepted.',
          proof: 'An exchange whose URL is https and whose answer is an acceptance.',
          records: [
            sent(
              'account-balance',
              matches('request.url', /^https:\/\//),
              is('response.status', 200),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          needs: 'https',
          play: [sendAndWait('account-balance')],
        },
      ],
      'Functionality tests': [
        {
          row: 9,
          title: 'Balance of the own short code',
          steps: 'Send AccountBalance with a valid initiator, credential and PartyA.',
          expected: 'Accepted; the result lists the account balances.',
          proof: 'Accepted exchange and result callback with an AccountBalance parameter.',
          records: [
            sent('account-balance', is('response.body.ResponseCode', '0')),
            called(
              'result',
              is('body.Result.ResultCode', 0),
              hasKey('body.Result.ResultParameters', 'AccountBalance'),
            ),
          ],
          play: [sendAndWait('account-balance')],
          quirk: 'objective on the sheet was copied from B2C',
        },
        {
          row: 10,
          title: 'Balance with a wrong initiator name',
          kind: 'negative',
          steps: 'Use an initiator that does not exist.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [
            sent('account-balance', differsFrom('request.body.Initiator', 'environment.initiatorName')),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          play: [sendAndWait('account-balance', { Initiator: 'nobody' })],
        },
        {
          row: 11,
          title: 'Balance with a wrong initiator password',
          kind: 'negative',
          steps: 'Use a credential made from another password.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [
            sent(
              'account-balance',
              isSameAs('request.body.Initiator', 'environment.initiatorName'),
              isSameAs('request.body.PartyA', 'environment.shortcode'),
            ),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          against: 'meant',
          play: [
            sendAndWait('account-balance', {}, { credentials: { initiatorPassword: 'not-the-password' } }),
          ],
        },
        {
          row: 12,
          title: 'Balance of an invalid short code',
          kind: 'negative',
          steps: 'Use a PartyA that does not exist or is not yours.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: party invalid.',
          proof:
            'An accepted exchange and a result callback whose ResultCode is that of a party, not of a locked credential or a fault.',
          records: [
            sent('account-balance', differsFrom('request.body.PartyA', 'environment.shortcode')),
            called('result', isNoneOf('body.Result.ResultCode', 0, 17, 18, 26, 8006)),
          ],
          or: [
            [
              sent(
                'account-balance',
                differsFrom('request.body.PartyA', 'environment.shortcode'),
                isAtLeast('response.status', 400),
                matches('response.body.errorMessage', /party ?a/i),
              ),
            ],
          ],
          against: 'meant',
          play: [sendAndWait('account-balance', { PartyA: '699998' })],
          quirk: 'objective on the sheet was copied',
        },
        {
          row: 13,
          title: 'Valid CommandID',
          steps: 'Send account-balance with CommandID AccountBalance.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              'account-balance',
              matches('request.body.CommandID', /^(AccountBalance)$/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('account-balance')],
        },
        {
          row: 14,
          title: 'Invalid CommandID',
          kind: 'negative',
          steps: 'Send account-balance with a CommandID that does not exist.',
          expected: 'The request is refused with an error that names CommandID.',
          proof: 'An exchange that shows the wrong value and an error about CommandID.',
          records: [
            sent(
              'account-balance',
              doesNotMatch('request.body.CommandID', /^(AccountBalance)$/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /command/i),
            ),
          ],
          play: [send('account-balance', { CommandID: 'AccountBalances' })],
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
              'account-balance',
              isOneOf('request.body.IdentifierType', 6),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /identifier/i),
            ),
          ],
          play: [send('account-balance', { IdentifierType: '6' })],
        },
        {
          row: 16,
          title: 'Remarks under 200 characters',
          steps: 'Send account-balance with Remarks shorter than 200 characters.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              'account-balance',
              isShorterThan('request.body.Remarks', 200),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('account-balance', { Remarks: 'Balance at the close of day' })],
        },
        {
          row: 17,
          title: 'Remarks over 200 characters',
          kind: 'negative',
          steps: 'Send account-balance with Remarks longer than 200 characters.',
          expected: 'The request is refused with an error that names Remarks.',
          proof: 'An exchange that shows the wrong value and an error about Remarks.',
          records: [
            sent(
              'account-balance',
              isLongerThan('request.body.Remarks', 200),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /remark/i),
            ),
          ],
          play: [
            readStrictly,
            send('account-balance', {
              Remarks:
                'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
            }),
          ],
        },
        {
          row: 18,
          title: 'ResultURL with address and port',
          steps: 'Send account-balance with a ResultURL that has an address and a port.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              'account-balance',
              matches('request.body.ResultURL', /^https?:\/\/[^/:]+:\d+/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('account-balance', { ResultURL: hook('/result') })],
        },
        {
          row: 19,
          title: 'ResultURL without address and port',
          kind: 'negative',
          steps: 'Send account-balance with a ResultURL that lacks host and port.',
          expected: 'The request is refused with an error that names ResultURL.',
          proof: 'An exchange that shows the wrong value and an error about ResultURL.',
          records: [
            sent(
              'account-balance',
              doesNotMatch('request.body.ResultURL', /^https?:\/\/[^/]+/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /result ?url/i),
            ),
          ],
          play: [send('account-balance', { ResultURL: '/result' })],
        },
        {
          row: 20,
          title: 'QueueTimeOutURL with address and port',
          steps: 'Send account-balance with a QueueTimeOutURL that has an address and a port.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              'account-balance',
              matches('request.body.QueueTimeOutURL', /^https?:\/\/[^/:]+:\d+/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('account-balance', { QueueTimeOutURL: hook('/timeout') })],
        },
        {
          row: 21,
          title: 'QueueTimeOutURL without address and port',
          kind: 'negative',
          steps: 'Send account-balance with a QueueTimeOutURL that lacks host and port.',
          expected: 'The request is refused with an error that names QueueTimeOutURL.',
          proof: 'An exchange that shows the wrong value and an error about QueueTimeOutURL.',
          records: [
            sent(
              'account-balance',
              doesNotMatch('request.body.QueueTimeOutURL', /^https?:\/\/[^/]+/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /(queue|result) ?(time ?out)? ?url/i),
            ),
          ],
          play: [send('account-balance', { QueueTimeOutURL: '/timeout' })],
        },
      ],
    },
  ),
  ...ownCases('account-balance', [
    {
      own: 1,
      title: 'All accounts parsed',
      steps: 'Read the balance of a short code with several accounts.',
      expected: 'Each account appears with currency and amounts.',
      proof: 'A result of 0 whose AccountBalance holds at least two accounts, each with currency and amount.',
      records: [
        sent('account-balance'),
        called(
          'result',
          is('body.Result.ResultCode', 0),
          matches(
            'body.Result.ResultParameters.AccountBalance',
            /^[^|&]+\|[A-Z]{3}\|-?[\d.]+\|[^&]*&[^|&]+\|[A-Z]{3}\|-?[\d.]+\|/,
          ),
        ),
      ],
      play: [sendAndWait('account-balance')],
    },
  ]),
]
