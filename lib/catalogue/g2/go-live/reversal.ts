import { customerPays, from, is, matches } from '@/lib/catalogue/go-live-words'
import { awaitCallback, called, ownCases, send, sendAndWait, sent } from './words'

export const reversalCases = ownCases('reversal', [
  {
    own: 1,
    title: 'Reversal succeeds',
    steps: 'Reverse a receipt.',
    expected: 'Response 0, result 0.',
    proof: 'An accepted exchange and a result with 0.',
    records: [
      sent('transaction-reversal', matches('response.body.ResponseCode', /^0+$/)),
      called('result', is('body.Result.ResultCode', '0')),
    ],
    play: [
      send('register-url'),
      customerPays('600000', 'INV-2041', 150),
      awaitCallback('c2b-confirmation', 'paid'),
      sendAndWait('transaction-reversal', { OriginalTransactionID: from('paid', 'receipt') }),
    ],
  },
])
