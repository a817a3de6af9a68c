import { from, has, is, isAtLeast, isNoneOf } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sent } from './words'

export const reversalCases = ownCases('reversal', [
  {
    own: 1,
    title: 'Reverse a payment',
    steps: 'Reverse a completed payment.',
    expected: 'Success code.',
    proof: 'An exchange with INS-0.',
    records: [sent('reversal', is('response.body.output_ResponseCode', 'INS-0'))],
    play: [
      send('c2b-single-stage', {}, { as: 'payment' }),
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
    records: [
      sent(
        'reversal',
        isAtLeast('response.status', 400),
        has('response.body.output_ResponseCode'),
        isNoneOf('response.body.output_ResponseCode', 'INS-0', 'INS-2', 'INS-10', 'INS-15', 'INS-2006'),
      ),
    ],
    play: [send('reversal', { input_TransactionID: '9X9X9X9X9X9X' })],
  },
])
