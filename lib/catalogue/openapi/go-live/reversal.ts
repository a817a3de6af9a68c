import { idOfPayment, payment } from './plays'
import { refusedForItself, succeeds } from './proofs'
import { ownCases, send, sent } from './words'

export const reversalCases = ownCases('reversal', [
  {
    own: 1,
    title: 'Reverse a payment',
    steps: 'Reverse a completed payment.',
    ...succeeds('reversal'),
    play: [payment, send('reversal', { input_TransactionID: idOfPayment })],
  },
  {
    own: 2,
    title: 'Reverse an unknown payment',
    kind: 'negative',
    steps: 'Reverse a made-up transaction.',
    expected: 'A non-success code.',
    proof: 'An exchange without INS-0.',
    records: [sent('reversal', refusedForItself)],
    play: [send('reversal', { input_TransactionID: '9X9X9X9X9X9X' })],
  },
])
