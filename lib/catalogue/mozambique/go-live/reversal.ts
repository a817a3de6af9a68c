import { from, is, isOneOf } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sent } from './words'

export const reversalCases = ownCases('reversal', [
  {
    own: 1,
    title: 'Reverse a payment',
    steps: 'Reverse a completed payment.',
    expected: 'INS-0.',
    proof: 'An exchange with INS-0.',
    records: [sent('reversal', is('response.body.output_ResponseCode', 'INS-0'))],
    play: [
      send('c2b-payment', {}, { as: 'payment' }),
      send('reversal', { input_TransactionID: from('payment', 'output_TransactionID') }),
    ],
  },
  {
    own: 2,
    title: 'Reverse an unknown payment',
    kind: 'negative',
    steps: 'Reverse a made-up transaction.',
    expected: 'A non-success code.',
    proof: 'An exchange without INS-0.',
    records: [sent('reversal', isOneOf('response.body.output_ResponseCode', 'INS-18', 'INS-23', 'INS-997'))],
    play: [send('reversal', { input_TransactionID: '9XXXXXXXXXXX' })],
  },
])
