import { from, is } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sent } from './words'

export const directDebitCancelCases = ownCases('direct-debit-cancel', [
  {
    own: 1,
    title: 'Cancel a mandate',
    steps: 'Cancel a mandate.',
    expected: 'Success code.',
    proof: 'An exchange with INS-0.',
    records: [sent('direct-debit-cancel', is('response.body.output_ResponseCode', 'INS-0'))],
    play: [
      send('direct-debit-create', {}, { as: 'mandate' }),
      send('direct-debit-cancel', {
        input_ThirdPartyReference: from('mandate', 'request.body.input_ThirdPartyReference'),
      }),
    ],
  },
])
