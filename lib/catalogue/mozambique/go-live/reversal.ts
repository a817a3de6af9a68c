import { isOneOf } from '@/lib/catalogue/go-live-words'
import { idOfPayment, payment } from './plays'
import { code, fails, succeeds } from './proofs'
import { ownCases, send } from './words'

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
    steps: 'Reverse a made-up transaction.',
    ...fails('reversal', isOneOf(code, 'INS-18', 'INS-23', 'INS-997')),
    play: [send('reversal', { input_TransactionID: '9XXXXXXXXXXX' })],
  },
])
