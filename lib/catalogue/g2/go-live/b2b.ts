import { is, matches } from '@/lib/catalogue/go-live-words'
import { called, ownCases, sendAndWait, sent } from './words'

export const b2bCases = ownCases('b2b', [
  {
    own: 1,
    title: 'BusinessPayBill succeeds',
    steps: 'Send a valid request.',
    expected: 'Response 0, result 0.',
    proof: 'An accepted exchange and a result with 0.',
    records: [
      sent('b2b-payment', matches('response.body.ResponseCode', /^0+$/)),
      called('result', is('body.Result.ResultCode', '0')),
    ],
    play: [sendAndWait('b2b-payment')],
  },
])
