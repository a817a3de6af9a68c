import { customerPays, from } from '@/lib/catalogue/go-live-words'
import { accepted, result } from './proofs'
import { awaitCallback, ownCases, send, sendAndWait, sent } from './words'

export const reversalCases = ownCases('reversal', [
  {
    own: 1,
    title: 'Reversal succeeds',
    steps: 'Reverse a receipt.',
    expected: 'Response 0, result 0.',
    proof: 'An accepted exchange and a result with 0.',
    records: [sent('transaction-reversal', accepted), result('0')],
    play: [
      send('register-url'),
      customerPays('600000', 'INV-2041', 150),
      awaitCallback('c2b-confirmation', 'paid'),
      sendAndWait('transaction-reversal', { OriginalTransactionID: from('paid', 'receipt') }),
    ],
  },
])
