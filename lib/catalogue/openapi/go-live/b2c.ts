import { is } from '@/lib/catalogue/go-live-words'
import { code, fails, succeeds } from './proofs'
import { ownCases, send } from './words'

export const b2cCases = ownCases('b2c', [
  {
    own: 1,
    title: 'Payout succeeds',
    steps: 'Pay a test number.',
    ...succeeds('b2c-single-stage'),
    play: [send('b2c-single-stage')],
  },
  {
    own: 2,
    title: 'Payout with too little money',
    steps: 'Pay more than the organisation holds.',
    ...fails('b2c-single-stage', is(code, 'INS-2006')),
    play: [send('b2c-single-stage', { input_CustomerMSISDN: '000000000006' })],
  },
])
