import { is } from '@/lib/catalogue/go-live-words'
import { idOfPayment, payment } from './plays'
import { accepted, code, fails } from './proofs'
import { ownCases, send, sent } from './words'

export const queryCases = ownCases('query', [
  {
    own: 1,
    title: 'Query a payment',
    steps: 'Query a completed payment.',
    expected: 'INS-0 and its status.',
    proof: 'An exchange with INS-0.',
    records: [sent('query-transaction-status', accepted)],
    play: [payment, send('query-transaction-status', { input_QueryReference: idOfPayment })],
  },
  {
    own: 2,
    title: 'Query an unknown reference',
    steps: 'Query a made-up reference.',
    ...fails('query-transaction-status', is(code, 'INS-23')),
    play: [send('query-transaction-status', { input_QueryReference: 'NOSUCHREF1' })],
  },
])
