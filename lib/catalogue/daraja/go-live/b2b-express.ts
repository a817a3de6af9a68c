import { is } from '@/lib/catalogue/go-live-words'
import { called, ownCases, sendAndWait, sent } from './words'

export const b2bExpressCases = ownCases('b2b-express', [
  {
    own: 1,
    title: 'Merchant approves the prompt',
    steps: 'Start B2B Express checkout and approve.',
    expected: 'Accepted; callback reports success.',
    proof: 'Accepted exchange and success callback.',
    records: [sent('b2b-express-checkout'), called('b2b-express-result', is('body.resultCode', 0))],
    play: [sendAndWait('b2b-express-checkout')],
  },
  {
    own: 2,
    title: 'Merchant cancels the prompt',
    kind: 'negative',
    steps: 'Start B2B Express checkout and cancel.',
    expected: 'Callback reports the cancellation.',
    proof: 'A callback that reports a cancellation.',
    records: [sent('b2b-express-checkout'), called('b2b-express-result', is('body.resultCode', 4001))],
    play: [sendAndWait('b2b-express-checkout', { primaryShortCode: '604001' })],
  },
])
