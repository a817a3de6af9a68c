import {
  differsFrom,
  doesNotMatch,
  has,
  hook,
  is,
  isAtLeast,
  isBetween,
  isLongerThan,
  isNoneOf,
  isOneOf,
  isOutside,
  isSameAs,
  isShorterThan,
  lacks,
  matches,
  readStrictly,
} from '@/lib/catalogue/go-live-words'
import { called, ownCases, send, sendAndWait, sent, sheetCases } from './words'

export const b2bCases = [
  ...sheetCases(
    { sheet: 'B2B', api: 'b2b' },
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
            'Send a valid request to b2b-payment.',
          ],
          expected:
            'The initiator is recognised: the request is accepted and the result does not complain about the initiator.',
          proof: 'An accepted exchange and its result callback with ResultCode 0.',
          records: [
            sent(['b2b-paybill', 'b2b-buygoods'], is('response.body.ResponseCode', '0')),
            called('result', is('body.Result.ResultCode', 0)),
          ],
          play: [sendAndWait('b2b-paybill')],
        },
        {
          row: 7,
          title: 'Security credential encrypted the wrong way',
          kind: 'negative',
          steps: [
            'Send the password in clear, or encrypted with another certificate.',
            'Send the otherwise valid request to b2b-payment.',
          ],
          expected: 'The initiator is refused, at once or in the result (2001).',
          proof: 'An error answer, or a result callback that says the initiator information is invalid.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              isSameAs('request.body.Initiator', 'environment.initiatorName'),
            ),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          or: [
            [
              sent(
                ['b2b-paybill', 'b2b-buygoods'],
                isSameAs('request.body.Initiator', 'environment.initiatorName'),
                isAtLeast('response.status', 400),
                matches('response.body.errorMessage', /security ?credential|initiator/i),
              ),
            ],
          ],
          against: 'meant',
          play: [send('b2b-paybill', { SecurityCredential: 'the-password-in-clear' })],
        },
      ],
      'Certificate management': [
        {
          row: 8,
          title: 'Transaction over HTTPS',
          steps: 'Send a valid request to b2b-payment over HTTPS with certificate checks on.',
          expected: 'The connection is HTTPS and the request is accepted.',
          proof: 'An exchange whose URL is https and whose answer is an acceptance.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              matches('request.url', /^https:\/\//),
              is('response.status', 200),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          needs: 'https',
          play: [sendAndWait('b2b-paybill')],
        },
      ],
      'Functionality tests': [
        {
          row: 9,
          title: 'BusinessPayBill to a valid organisation',
          steps: 'Send B2B with CommandID BusinessPayBill and valid parties.',
          expected: 'Accepted; the other organisation is credited; the result is a success.',
          proof: 'Accepted exchange and result callback with ResultCode 0.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              is('request.body.CommandID', 'BusinessPayBill'),
              is('response.body.ResponseCode', '0'),
            ),
            called('result', is('body.Result.ResultCode', 0)),
          ],
          play: [sendAndWait('b2b-paybill')],
        },
        {
          row: 10,
          title: 'BusinessPayBill with too little money',
          kind: 'negative',
          steps: 'Make the amount larger than the working account holds.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: insufficient balance.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [sent(['b2b-paybill', 'b2b-buygoods']), called('result', is('body.Result.ResultCode', 1))],
          play: [sendAndWait('b2b-paybill', { Amount: '99999999' })],
        },
        {
          row: 11,
          title: 'BusinessPayBill with a wrong initiator name',
          kind: 'negative',
          steps: 'Send B2B with an initiator that does not exist.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              differsFrom('request.body.Initiator', 'environment.initiatorName'),
            ),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          play: [sendAndWait('b2b-paybill', { Initiator: 'nobody' })],
        },
        {
          row: 12,
          title: 'BusinessPayBill with a wrong initiator password',
          kind: 'negative',
          steps: 'Send B2B with a credential made from another password.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              isSameAs('request.body.Initiator', 'environment.initiatorName'),
            ),
            called('result', is('body.Result.ResultCode', 2001)),
          ],
          against: 'meant',
          play: [sendAndWait('b2b-paybill', {}, { credentials: { initiatorPassword: 'not-the-password' } })],
        },
        {
          row: 13,
          title: 'BusinessPayBill to an invalid organisation',
          kind: 'negative',
          steps: 'Send B2B to a short code that does not exist.',
          expected:
            'The request may be accepted, no money moves, and the result names the reason: receiver invalid.',
          proof: 'An accepted exchange and a result callback with a non-zero ResultCode.',
          records: [
            sent(['b2b-paybill', 'b2b-buygoods']),
            called('result', isOneOf('body.Result.ResultCode', 7, 12, 14, 2028, 2040, 'SFC_IC0003')),
          ],
          or: [
            [
              sent(
                ['b2b-paybill', 'b2b-buygoods'],
                isAtLeast('response.status', 400),
                matches('response.body.errorMessage', /party ?b/i),
              ),
            ],
          ],
          play: [sendAndWait('b2b-paybill', { PartyB: '699998' })],
          quirk: 'objective on the sheet repeats the initiator password text',
        },
        {
          row: 14,
          title: 'Valid CommandID',
          steps: 'Send b2b-payment with CommandID BusinessPayBill or BusinessBuyGoods.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              matches('request.body.CommandID', /^(BusinessPayBill|BusinessBuyGoods)$/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('b2b-paybill'), sendAndWait('b2b-buygoods')],
        },
        {
          row: 15,
          title: 'Invalid CommandID',
          kind: 'negative',
          steps: 'Send b2b-payment with a CommandID that does not exist.',
          expected: 'The request is refused with an error that names CommandID.',
          proof: 'An exchange that shows the wrong value and an error about CommandID.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              doesNotMatch('request.body.CommandID', /^(BusinessPayBill|BusinessBuyGoods)$/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /command/i),
            ),
          ],
          play: [send('b2b-paybill', { CommandID: 'BusinessPayNobody' })],
        },
        {
          row: 16,
          title: 'Amount between 1 and 70,000',
          steps: 'Send B2B with an amount inside the range.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              isBetween('request.body.Amount', 1, 70000),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('b2b-paybill', { Amount: '150' })],
        },
        {
          row: 17,
          title: 'Negative or huge amount',
          kind: 'negative',
          steps: 'Send B2B with a negative or absurdly large amount.',
          expected: 'The request is refused with an error that names Amount.',
          proof: 'An exchange that shows the wrong value and an error about Amount.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              isOutside('request.body.Amount', 1, 70000),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /amount/i),
            ),
          ],
          play: [
            send('b2b-paybill', { Amount: '-150' }),
            send('b2b-paybill', { Amount: '15000000000000000000' }),
          ],
        },
        {
          row: 18,
          title: 'PartyB accepted',
          steps: 'Send B2B with a valid PartyB.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              has('request.body.PartyB'),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('b2b-paybill', { PartyB: '600321' })],
          quirk: 'copied from the B2C sheet: it asks for a 12-digit MSISDN, which is wrong for B2B',
        },
        {
          row: 19,
          title: 'PartyB with 12 digits',
          kind: 'negative',
          steps: 'Send B2B with a 12-digit short code.',
          expected: 'The request is refused with an error that names PartyB.',
          proof: 'An exchange that shows the wrong value and an error about PartyB.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              matches('request.body.PartyB', /^\d{12}$/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /party ?b/i),
            ),
          ],
          play: [send('b2b-paybill', { PartyB: '600000600000' })],
          quirk: 'copied from the B2C sheet',
        },
        {
          row: 20,
          title: 'Remarks under 200 characters',
          steps: 'Send b2b-payment with Remarks shorter than 200 characters.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              isShorterThan('request.body.Remarks', 200),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('b2b-paybill', { Remarks: 'November rent' })],
        },
        {
          row: 21,
          title: 'Remarks over 200 characters',
          kind: 'negative',
          steps: 'Send b2b-payment with Remarks longer than 200 characters.',
          expected: 'The request is refused with an error that names Remarks.',
          proof: 'An exchange that shows the wrong value and an error about Remarks.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              isLongerThan('request.body.Remarks', 200),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /remark/i),
            ),
          ],
          play: [
            readStrictly,
            send('b2b-paybill', {
              Remarks:
                'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
            }),
          ],
        },
        {
          row: 22,
          title: 'ResultURL with address and port',
          steps: 'Send b2b-payment with a ResultURL that has an address and a port.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              matches('request.body.ResultURL', /^https?:\/\/[^/:]+:\d+/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('b2b-paybill', { ResultURL: hook('/result') })],
        },
        {
          row: 23,
          title: 'ResultURL without address and port',
          kind: 'negative',
          steps: 'Send b2b-payment with a ResultURL that lacks host and port.',
          expected: 'The request is refused with an error that names ResultURL.',
          proof: 'An exchange that shows the wrong value and an error about ResultURL.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              doesNotMatch('request.body.ResultURL', /^https?:\/\/[^/]+/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /result ?url/i),
            ),
          ],
          play: [send('b2b-paybill', { ResultURL: '/result' })],
        },
        {
          row: 24,
          title: 'QueueTimeOutURL with address and port',
          steps: 'Send b2b-payment with a QueueTimeOutURL that has an address and a port.',
          expected: 'The gateway accepts the request (service request accepted).',
          proof: 'An exchange that shows the value under test and ResponseCode 0.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              matches('request.body.QueueTimeOutURL', /^https?:\/\/[^/:]+:\d+/),
              is('response.body.ResponseCode', '0'),
            ),
          ],
          play: [sendAndWait('b2b-paybill', { QueueTimeOutURL: hook('/timeout') })],
          quirk: 'expected text on the sheet is the one for an invalid ResultURL; the title decides',
        },
        {
          row: 25,
          title: 'QueueTimeOutURL without address and port',
          kind: 'negative',
          steps: 'Send b2b-payment with a QueueTimeOutURL that lacks host and port.',
          expected: 'The request is refused with an error that names QueueTimeOutURL.',
          proof: 'An exchange that shows the wrong value and an error about QueueTimeOutURL.',
          records: [
            sent(
              ['b2b-paybill', 'b2b-buygoods'],
              doesNotMatch('request.body.QueueTimeOutURL', /^https?:\/\/[^/]+/),
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /(queue|result) ?(time ?out)? ?url/i),
            ),
          ],
          play: [send('b2b-paybill', { QueueTimeOutURL: '/timeout' })],
          quirk: 'expected text on the sheet names ResultURL',
        },
      ],
    },
  ),
  ...ownCases('b2b', [
    {
      own: 1,
      title: 'BusinessBuyGoods succeeds',
      steps: 'Pay a till or store number.',
      expected: 'Accepted; result 0.',
      proof: 'Accepted exchange and result 0.',
      records: [
        sent(
          ['b2b-paybill', 'b2b-buygoods'],
          is('request.body.CommandID', 'BusinessBuyGoods'),
          is('response.body.ResponseCode', '0'),
        ),
        called('result', is('body.Result.ResultCode', 0)),
      ],
      play: [sendAndWait('b2b-buygoods')],
    },
    {
      own: 2,
      title: 'Paybill to itself',
      kind: 'negative',
      steps: 'Use one short code as both parties.',
      expected: 'Result with an error.',
      proof: 'A result with a non-zero code.',
      records: [
        sent(['b2b-paybill', 'b2b-buygoods'], isSameAs('request.body.PartyA', 'request.body.PartyB')),
        called('result', isNoneOf('body.Result.ResultCode', 0, 1, 17, 18, 20, 26, 2001, 8006)),
      ],
      play: [sendAndWait('b2b-paybill', { PartyA: '600000', PartyB: '600000' })],
    },
  ]),
]
