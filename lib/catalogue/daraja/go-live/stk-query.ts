import {
  answerPrompt,
  anyOf,
  from,
  has,
  is,
  isAtLeast,
  isSameAs,
  lacks,
  matches,
} from '@/lib/catalogue/go-live-words'
import { called, ownCases, send, sendAndWait, sent, sheetCases } from './words'

export const stkQueryCases = [
  ...sheetCases(
    { sheet: 'STK Push Query Request', api: 'stk-query' },
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
          proof: 'A token exchange with status 400 or above and no access_token.',
          records: [
            sent('oauth-token', isAtLeast('response.status', 400), lacks('response.body.access_token')),
          ],
          play: [send('oauth-token', {}, { credentials: { consumerSecret: 'not-the-secret-of-this-app' } })],
        },
      ],
      'Certificate management': [
        {
          row: 6,
          title: 'Transaction over HTTPS',
          steps: 'Send a valid request to stk-query over HTTPS with certificate checks on.',
          expected: 'The connection is HTTPS and the request is accepted.',
          proof: 'An exchange whose URL is https and whose answer is an acceptance.',
          records: [sent('stk-query', matches('request.url', /^https:\/\//), is('response.status', 200))],
          needs: 'https',
          play: [
            sendAndWait('stk-push', {}, { as: 'push' }),
            send('stk-query', { CheckoutRequestID: from('push', 'CheckoutRequestID') }),
          ],
        },
      ],
      'Functionality tests': [
        {
          row: 7,
          title: 'Query of a valid CheckoutRequestID',
          steps: 'Query with valid short code, password, timestamp and CheckoutRequestID.',
          expected: 'The outcome of the push is returned.',
          proof: 'An exchange with ResponseCode 0 and a ResultCode.',
          records: [
            sent('stk-query', is('response.body.ResponseCode', '0'), has('response.body.ResultCode')),
          ],
          play: [
            sendAndWait('stk-push', {}, { as: 'push' }),
            send('stk-query', { CheckoutRequestID: from('push', 'CheckoutRequestID') }),
          ],
          observed: 'details returned',
        },
        {
          row: 8,
          title: 'Invalid query',
          kind: 'negative',
          steps: 'Send a query with a broken body.',
          expected: 'Refused with an error about the request.',
          proof: 'An exchange with an error about the request.',
          records: [
            sent('stk-query', isAtLeast('response.status', 400), matches('response.body.errorMessage', /.+/)),
          ],
          play: [send('stk-query', {}, { body: '{' })],
          quirk: 'the sheet calls the query invalid but lists only valid values',
        },
        {
          row: 9,
          title: 'Wrong short code',
          kind: 'negative',
          steps: 'Change only the short code.',
          expected: 'Refused with an error about the short code.',
          proof: 'An exchange with an error about the short code.',
          records: [
            sent(
              'stk-query',
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /merchant|short ?code/i),
            ),
          ],
          play: [
            sendAndWait('stk-push', {}, { as: 'push' }),
            send('stk-query', {
              CheckoutRequestID: from('push', 'CheckoutRequestID'),
              BusinessShortCode: '999999',
            }),
          ],
          observed: 'Merchant does not exist; when empty: Bad Request - Invalid BusinessShortCode',
        },
        {
          row: 10,
          title: 'Wrong password',
          kind: 'negative',
          steps: 'Change only the password.',
          expected: 'Refused with an error about the credentials.',
          proof: 'An exchange with an error about the credentials.',
          records: [
            sent(
              'stk-query',
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /credentials/i),
            ),
          ],
          play: [
            sendAndWait('stk-push', {}, { as: 'push' }),
            send(
              'stk-query',
              { CheckoutRequestID: from('push', 'CheckoutRequestID') },
              { credentials: { lnmPasskey: 'not-the-passkey' } },
            ),
          ],
          observed: 'Wrong credentials',
        },
        {
          row: 11,
          title: 'Wrong timestamp',
          kind: 'negative',
          steps: 'Change only the timestamp.',
          expected: 'Refused with an error about Timestamp.',
          proof: 'An exchange with an error about Timestamp.',
          records: [
            sent(
              'stk-query',
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /timestamp/i),
            ),
          ],
          play: [
            sendAndWait('stk-push', {}, { as: 'push' }),
            send('stk-query', {
              CheckoutRequestID: from('push', 'CheckoutRequestID'),
              Timestamp: 'yesterday',
            }),
          ],
          observed: 'Bad Request - Invalid Timestamp',
        },
        {
          row: 12,
          title: 'Wrong timestamp (repeated)',
          kind: 'negative',
          steps: 'As the row before.',
          expected: 'Refused with an error about Timestamp.',
          proof: 'An exchange with an error about Timestamp.',
          records: [
            sent(
              'stk-query',
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /timestamp/i),
            ),
          ],
          play: [
            sendAndWait('stk-push', {}, { as: 'push' }),
            send('stk-query', {
              CheckoutRequestID: from('push', 'CheckoutRequestID'),
              Timestamp: 'yesterday',
            }),
          ],
          quirk: 'duplicate of row 11',
          observed: 'Bad Request - Invalid Timestamp',
        },
        {
          row: 13,
          title: 'Wrong CheckoutRequestID',
          kind: 'negative',
          steps: 'Change only the CheckoutRequestID.',
          expected: 'Refused with an error about the transaction.',
          proof: 'An exchange with an error about the transaction.',
          records: [
            sent(
              'stk-query',
              isAtLeast('response.status', 400),
              matches('response.body.errorMessage', /transaction does not exist|checkout/i),
            ),
          ],
          play: [send('stk-query', { CheckoutRequestID: 'ws_CO_01012020000000000000000000' })],
          observed: 'This transaction does not exist',
        },
      ],
    },
  ),
  ...ownCases('stk-query', [
    {
      own: 1,
      title: 'Query agrees with the callback',
      steps: 'Query after the callback.',
      expected: 'Same ResultCode in both.',
      proof: 'A query exchange and a callback with equal codes for one CheckoutRequestID.',
      records: [
        sent('stk-push', is('response.body.ResponseCode', '0')),
        called('stk-result', has('body.Body.stkCallback.ResultCode')),
        sent(
          'stk-query',
          isSameAs('request.body.CheckoutRequestID', 'previous.body.Body.stkCallback.CheckoutRequestID'),
          is('response.body.ResponseCode', '0'),
          isSameAs('response.body.ResultCode', 'previous.body.Body.stkCallback.ResultCode'),
        ),
      ],
      play: [
        sendAndWait('stk-push', {}, { as: 'push' }),
        send('stk-query', { CheckoutRequestID: from('push', 'CheckoutRequestID') }),
      ],
    },
    {
      own: 2,
      title: 'Query while the prompt is open',
      kind: 'negative',
      steps: 'Query before the customer answers.',
      expected: 'An answer that says the request is still being processed.',
      proof: 'A query exchange with an error or pending code.',
      records: [
        sent(
          'stk-query',
          anyOf(
            [isAtLeast('response.status', 400), matches('response.body.errorMessage', /process/i)],
            [is('response.body.ResultCode', 4999)],
          ),
        ),
      ],
      play: [
        send('stk-push', { PhoneNumber: '254700000000', PartyA: '254700000000' }, { as: 'push' }),
        send('stk-query', { CheckoutRequestID: from('push', 'CheckoutRequestID') }),
        answerPrompt('cancel'),
      ],
    },
  ]),
]
