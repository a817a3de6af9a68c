import { is } from '@/lib/catalogue/go-live-words'
import { called, ownCases, sendAndWait, sent } from './words'

export const b2pochiCases = ownCases('b2pochi', [
  {
    own: 1,
    title: 'Pay a Pochi wallet',
    steps: 'Send a business to Pochi payment.',
    expected: 'Accepted; result 0.',
    proof: 'Accepted exchange and result 0.',
    records: [
      sent('b2pochi', is('response.body.ResponseCode', '0')),
      called('result', is('body.Result.ResultCode', 0)),
    ],
    play: [sendAndWait('b2pochi', { PartyB: '254708374149' })],
  },
])
