import { from } from '@/lib/catalogue/go-live-words'
import { payment } from './plays'
import { accepted, result } from './proofs'
import { ownCases, sendAndWait, sent } from './words'

export const transactionStatusCases = ownCases('transaction-status', [
  {
    own: 1,
    title: 'Status found',
    steps: 'Query a receipt.',
    expected: 'Result 0 with details.',
    proof: 'A result with 0.',
    records: [sent('transaction-status-query', accepted), result('0')],
    play: [payment, sendAndWait('transaction-status-query', { ReceiptNumber: from('payment', 'receipt') })],
  },
  {
    own: 2,
    title: 'Status not found',
    kind: 'negative',
    steps: 'Query a made-up receipt.',
    expected: 'Result 49.',
    proof: 'A result with 49.',
    records: [sent('transaction-status-query'), result('49')],
    play: [sendAndWait('transaction-status-query', { ReceiptNumber: 'AAA0000000' })],
  },
])
