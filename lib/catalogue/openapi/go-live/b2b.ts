import { is, isOneOf } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sent } from './words'

export const b2bCases = ownCases('b2b', [
  {
    own: 1,
    title: 'Transfer to another organisation',
    steps: 'Pay another short code.',
    expected: 'Success code.',
    proof: 'An exchange with INS-0.',
    records: [sent('b2b-single-stage', is('response.body.output_ResponseCode', 'INS-0'))],
    play: [send('b2b-single-stage')],
  },
  {
    own: 2,
    title: 'Transfer to an unknown organisation',
    kind: 'negative',
    steps: 'Pay a short code that does not exist.',
    expected: 'A non-success code.',
    proof: 'An exchange without INS-0.',
    records: [sent('b2b-single-stage', isOneOf('response.body.output_ResponseCode', 'INS-13', 'INS-2002'))],
    play: [send('b2b-single-stage', { input_ReceiverPartyCode: '999998' })],
  },
])
