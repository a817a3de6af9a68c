import { succeeds } from './proofs'
import { ownCases, sendAndWait } from './words'

export const b2cTopupCases = ownCases('b2c-topup', [
  {
    own: 1,
    title: 'Top up the B2C account',
    steps: 'Move money from the paybill to the B2C short code.',
    ...succeeds('b2c-account-topup'),
    play: [sendAndWait('b2c-account-topup')],
  },
])
