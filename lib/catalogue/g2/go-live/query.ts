import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const queryCases: readonly GoLiveCase[] = [
  {
    id: 'g2-soap-query-d01',
    system: 'g2',
    api: 'query',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'queryTransaction',
    steps: ['Query an OriginatorConversationID.'],
    expected: 'Zeros and the message lists.',
    kind: 'success',
    evidence: {
      text: 'An exchange with zeros and a submitApiRequest.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.query-transaction'],
          where: [{ field: 'response.body.ResponseCode', op: 'matches', value: '^0+$' }],
        },
      ],
    },
    play: [
      { do: 'send', as: 'payment', operation: 'g2.b2c-payment', wait: 'verdict' },
      {
        do: 'send',
        operation: 'g2.query-transaction',
        values: {
          originatorConversationID: { $from: 'payment', take: 'request.body.OriginatorConversationID' },
        },
      },
    ],
  },
]
