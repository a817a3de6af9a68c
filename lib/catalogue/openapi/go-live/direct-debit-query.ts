import { from, is } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sent } from './words'

export const directDebitQueryCases = ownCases('direct-debit-query', [
  {
    own: 1,
    title: 'Query a mandate',
    steps: 'Query a mandate.',
    expected: 'Success code.',
    proof: 'An exchange with INS-0.',
    records: [sent('direct-debit-query', is('response.body.output_ResponseCode', 'INS-0'))],
    play: [
      send('direct-debit-create', {}, { as: 'mandate' }),
      send('direct-debit-query', {
        input_ThirdPartyReference: from('mandate', 'request.body.input_ThirdPartyReference'),
      }),
    ],
  },
])
