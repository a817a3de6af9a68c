import { idOfPayment, payment } from './plays'
import { accepted, refusedForItself } from './proofs'
import { ownCases, send, sent } from './words'

export const transactionStatusCases = ownCases('transaction-status', [
  {
    own: 1,
    title: 'Query a payment',
    steps: 'Query a completed payment.',
    expected: 'Its status.',
    proof: 'An exchange with INS-0 and a status field.',
    records: [sent('query-transaction-status', accepted)],
    play: [payment, send('query-transaction-status', { input_QueryReference: idOfPayment })],
  },
  {
    own: 2,
    title: 'Query an unknown reference',
    kind: 'negative',
    steps: 'Query a made-up reference.',
    expected: 'A non-success code.',
    proof: 'An exchange without INS-0.',
    records: [sent('query-transaction-status', refusedForItself)],
    play: [send('query-transaction-status', { input_QueryReference: '9X9X9X9X9X9X' })],
  },
])
