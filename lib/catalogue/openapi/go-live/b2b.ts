import { isOneOf } from '@/lib/catalogue/go-live-words'
import { code, fails, succeeds } from './proofs'
import { ownCases, send } from './words'

export const b2bCases = ownCases('b2b', [
  {
    own: 1,
    title: 'Transfer to another organisation',
    steps: 'Pay another short code.',
    ...succeeds('b2b-single-stage'),
    play: [send('b2b-single-stage')],
  },
  {
    own: 2,
    title: 'Transfer to an unknown organisation',
    steps: 'Pay a short code that does not exist.',
    ...fails('b2b-single-stage', isOneOf(code, 'INS-13', 'INS-2002')),
    play: [send('b2b-single-stage', { input_ReceiverPartyCode: '999998' })],
  },
])
