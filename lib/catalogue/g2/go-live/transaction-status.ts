import { from, is, matches } from '@/lib/catalogue/go-live-words'
import { called, ownCases, sendAndWait, sent } from './words'

export const transactionStatusCases = ownCases('transaction-status', [
  {
    own: 1,
    title: 'Status found',
    steps: 'Query a receipt.',
    expected: 'Result 0 with details.',
    proof: 'A result with 0.',
    records: [
      sent('transaction-status-query', matches('response.body.ResponseCode', /^0+$/)),
      called('result', is('body.Result.ResultCode', '0')),
    ],
    play: [
      sendAndWait('b2c-payment', {}, { as: 'payment' }),
      sendAndWait('transaction-status-query', { ReceiptNumber: from('payment', 'receipt') }),
    ],
  },
  {
    own: 2,
    title: 'Status not found',
    kind: 'negative',
    steps: 'Query a made-up receipt.',
    expected: 'Result 49.',
    proof: 'A result with 49.',
    records: [sent('transaction-status-query'), called('result', is('body.Result.ResultCode', '49'))],
    play: [sendAndWait('transaction-status-query', { ReceiptNumber: 'AAA0000000' })],
  },
])
