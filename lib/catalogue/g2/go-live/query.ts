import { from } from '@/lib/catalogue/go-live-words'
import { payment } from './plays'
import { accepted } from './proofs'
import { ownCases, send, sent } from './words'

export const queryCases = ownCases('query', [
  {
    own: 1,
    title: 'queryTransaction',
    steps: 'Query an OriginatorConversationID.',
    expected: 'Zeros and the message lists.',
    proof: 'An exchange with zeros and a submitApiRequest.',
    records: [sent('query-transaction', accepted)],
    play: [
      payment,
      send('query-transaction', {
        originatorConversationID: from('payment', 'request.body.OriginatorConversationID'),
      }),
    ],
  },
])
