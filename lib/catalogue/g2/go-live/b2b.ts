import { accepted, result } from './proofs'
import { ownCases, sendAndWait, sent } from './words'

export const b2bCases = ownCases('b2b', [
  {
    own: 1,
    title: 'BusinessPayBill succeeds',
    steps: 'Send a valid request.',
    expected: 'Response 0, result 0.',
    proof: 'An accepted exchange and a result with 0.',
    records: [sent('b2b-payment', accepted), result('0')],
    play: [sendAndWait('b2b-payment')],
  },
])
