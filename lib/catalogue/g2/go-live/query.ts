import { from, matches } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sendAndWait, sent } from './words'

export const queryCases = ownCases('query', [
  {
    own: 1,
    title: 'queryTransaction',
    steps: 'Query an OriginatorConversationID.',
    expected: 'Zeros and the message lists.',
    proof: 'An exchange with zeros and a submitApiRequest.',
    records: [sent('query-transaction', matches('response.body.ResponseCode', /^0+$/))],
    play: [
      sendAndWait('b2c-payment', {}, { as: 'payment' }),
      send('query-transaction', {
        originatorConversationID: from('payment', 'request.body.OriginatorConversationID'),
      }),
    ],
  },
])
