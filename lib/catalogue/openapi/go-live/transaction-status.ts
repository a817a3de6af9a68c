import { from, has, is, isAtLeast, isNoneOf } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sent } from './words'

export const transactionStatusCases = ownCases('transaction-status', [
  {
    own: 1,
    title: 'Query a payment',
    steps: 'Query a completed payment.',
    expected: 'Its status.',
    proof: 'An exchange with INS-0 and a status field.',
    records: [sent('query-transaction-status', is('response.body.output_ResponseCode', 'INS-0'))],
    play: [
      send('c2b-single-stage', {}, { as: 'payment' }),
      send('query-transaction-status', { input_QueryReference: from('payment', 'output_TransactionID') }),
    ],
  },
  {
    own: 2,
    title: 'Query an unknown reference',
    kind: 'negative',
    steps: 'Query a made-up reference.',
    expected: 'A non-success code.',
    proof: 'An exchange without INS-0.',
    records: [
      sent(
        'query-transaction-status',
        isAtLeast('response.status', 400),
        has('response.body.output_ResponseCode'),
        isNoneOf('response.body.output_ResponseCode', 'INS-0', 'INS-2', 'INS-10', 'INS-15', 'INS-2006'),
      ),
    ],
    play: [send('query-transaction-status', { input_QueryReference: '9X9X9X9X9X9X' })],
  },
])
