import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const queryCases: readonly GoLiveCase[] = [
  {
    id: 'mozambique-query-d01',
    system: 'mozambique',
    api: 'query',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Query a payment',
    steps: ['Query a completed payment.'],
    expected: 'INS-0 and its status.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.query-transaction-status'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [
      { do: 'send', as: 'payment', operation: 'mozambique.c2b-payment' },
      {
        do: 'send',
        operation: 'mozambique.query-transaction-status',
        values: { input_QueryReference: { $from: 'payment', take: 'output_TransactionID' } },
      },
    ],
  },
  {
    id: 'mozambique-query-d02',
    system: 'mozambique',
    api: 'query',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Query an unknown reference',
    steps: ['Query a made-up reference.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.query-transaction-status'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-23' }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'mozambique.query-transaction-status',
        values: { input_QueryReference: 'NOSUCHREF1' },
      },
    ],
  },
]
