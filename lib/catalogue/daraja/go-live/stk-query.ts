import {
  answerPrompt,
  anyOf,
  type Changes,
  from,
  has,
  is,
  isSameAs,
  type SendOptions,
} from '@/lib/catalogue/go-live-words'
import { phone, push, waits } from './plays'
import { accepted, refused, refusesOf } from './proofs'
import { overHttps, rightToken, wrongToken } from './shared-rows'
import { called, ownCases, send, sent, sheetCases } from './words'

/** Asks about the push that was made before it. */
const query = (changes: Changes = {}, more?: SendOptions) =>
  send('stk-query', { CheckoutRequestID: from('push', 'CheckoutRequestID'), ...changes }, more)

const refuses = refusesOf('stk-query')

const wrongTimestamp = {
  ...refuses('Timestamp', /timestamp/i),
  play: [push, query({ Timestamp: 'yesterday' })],
  observed: 'Bad Request - Invalid Timestamp',
}

export const stkQueryCases = [
  ...sheetCases(
    { sheet: 'STK Push Query Request', api: 'stk-query' },
    {
      Authentication: [
        { row: 4, ...rightToken },
        { row: 5, ...wrongToken },
      ],
      'Certificate management': [
        { row: 6, ...overHttps('stk-query', 'stk-query', [push, query()], accepted) },
      ],
      'Functionality tests': [
        {
          row: 7,
          title: 'Query of a valid CheckoutRequestID',
          steps: 'Query with valid short code, password, timestamp and CheckoutRequestID.',
          expected: 'The outcome of the push is returned.',
          proof: 'An exchange with ResponseCode 0 and a ResultCode.',
          records: [sent('stk-query', accepted, has('response.body.ResultCode'))],
          play: [push, query()],
          observed: 'details returned',
        },
        {
          row: 8,
          title: 'Invalid query',
          steps: 'Send a query with a broken body.',
          ...refuses('the request', /.+/),
          play: [send('stk-query', {}, { body: '{' })],
          quirk: 'the sheet calls the query invalid but lists only valid values',
        },
        {
          row: 9,
          title: 'Wrong short code',
          steps: 'Change only the short code.',
          ...refuses('the short code', /merchant|short ?code/i),
          play: [push, query({ BusinessShortCode: '999999' })],
          observed: 'Merchant does not exist; when empty: Bad Request - Invalid BusinessShortCode',
        },
        {
          row: 10,
          title: 'Wrong password',
          steps: 'Change only the password.',
          ...refuses('the credentials', /credentials/i),
          play: [push, query({}, { credentials: { lnmPasskey: 'not-the-passkey' } })],
          observed: 'Wrong credentials',
        },
        { row: 11, title: 'Wrong timestamp', steps: 'Change only the timestamp.', ...wrongTimestamp },
        {
          row: 12,
          title: 'Wrong timestamp (repeated)',
          steps: 'As the row before.',
          ...wrongTimestamp,
          quirk: 'duplicate of row 11',
        },
        {
          row: 13,
          title: 'Wrong CheckoutRequestID',
          steps: 'Change only the CheckoutRequestID.',
          ...refuses('the transaction', /transaction does not exist|checkout/i),
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
        sent('stk-push', accepted),
        called('stk-result', has('body.Body.stkCallback.ResultCode')),
        sent(
          'stk-query',
          isSameAs('request.body.CheckoutRequestID', 'previous.body.Body.stkCallback.CheckoutRequestID'),
          accepted,
          isSameAs('response.body.ResultCode', 'previous.body.Body.stkCallback.ResultCode'),
        ),
      ],
      play: [push, query()],
    },
    {
      own: 2,
      title: 'Query while the prompt is open',
      kind: 'negative',
      steps: 'Query before the customer answers.',
      expected: 'An answer that says the request is still being processed.',
      proof: 'A query exchange with an error or pending code.',
      records: [sent('stk-query', anyOf([refused(/process/i)], [is('response.body.ResultCode', 4999)]))],
      play: [send('stk-push', phone(waits), { as: 'push' }), query(), answerPrompt('cancel')],
    },
  ]),
]
