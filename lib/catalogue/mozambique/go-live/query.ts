import { from, is } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sent } from './words'

export const queryCases = ownCases('query', [
  {
    own: 1,
    title: 'Query a payment',
    steps: 'Query a completed payment.',
    expected: 'INS-0 and its status.',
    proof: 'An exchange with INS-0.',
    records: [sent('query-transaction-status', is('response.body.output_ResponseCode', 'INS-0'))],
    play: [
      send('c2b-payment', {}, { as: 'payment' }),
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
    records: [sent('query-transaction-status', is('response.body.output_ResponseCode', 'INS-23'))],
    play: [send('query-transaction-status', { input_QueryReference: 'NOSUCHREF1' })],
  },
])
