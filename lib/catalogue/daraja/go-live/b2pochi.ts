import { customer } from './plays'
import { succeeds } from './proofs'
import { ownCases, sendAndWait } from './words'

export const b2pochiCases = ownCases('b2pochi', [
  {
    own: 1,
    title: 'Pay a Pochi wallet',
    steps: 'Send a business to Pochi payment.',
    ...succeeds('b2pochi'),
    play: [sendAndWait('b2pochi', { PartyB: customer })],
  },
])
