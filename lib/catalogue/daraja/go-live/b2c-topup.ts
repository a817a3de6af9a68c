import { is } from '@/lib/catalogue/go-live-words'
import { called, ownCases, sendAndWait, sent } from './words'

export const b2cTopupCases = ownCases('b2c-topup', [
  {
    own: 1,
    title: 'Top up the B2C account',
    steps: 'Move money from the paybill to the B2C short code.',
    expected: 'Accepted; result 0.',
    proof: 'Accepted exchange and result 0.',
    records: [
      sent('b2c-account-topup', is('response.body.ResponseCode', '0')),
      called('result', is('body.Result.ResultCode', 0)),
    ],
    play: [sendAndWait('b2c-account-topup')],
  },
])
