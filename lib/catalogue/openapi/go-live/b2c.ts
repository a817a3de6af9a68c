import { is } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sent } from './words'

export const b2cCases = ownCases('b2c', [
  {
    own: 1,
    title: 'Payout succeeds',
    steps: 'Pay a test number.',
    expected: 'Success code.',
    proof: 'An exchange with INS-0.',
    records: [sent('b2c-single-stage', is('response.body.output_ResponseCode', 'INS-0'))],
    play: [send('b2c-single-stage')],
  },
  {
    own: 2,
    title: 'Payout with too little money',
    kind: 'negative',
    steps: 'Pay more than the organisation holds.',
    expected: 'A non-success code.',
    proof: 'An exchange without INS-0.',
    records: [sent('b2c-single-stage', is('response.body.output_ResponseCode', 'INS-2006'))],
    play: [send('b2c-single-stage', { input_CustomerMSISDN: '000000000006' })],
  },
])
