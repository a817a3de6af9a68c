import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const transactionStatusCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-transaction-status-d01',
    system: 'openapi',
    api: 'transaction-status',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Query a payment',
    steps: ['Query a completed payment.'],
    expected: 'Its status.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0 and a status field.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.query-transaction-status'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [
      { do: 'send', as: 'payment', operation: 'openapi.c2b-single-stage' },
      {
        do: 'send',
        operation: 'openapi.query-transaction-status',
        values: { input_QueryReference: { $from: 'payment', take: 'output_TransactionID' } },
      },
    ],
  },
  {
    id: 'openapi-transaction-status-d02',
    system: 'openapi',
    api: 'transaction-status',
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
          operations: ['openapi.query-transaction-status'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.output_ResponseCode', op: 'exists', value: true },
            {
              field: 'response.body.output_ResponseCode',
              op: 'notIn',
              value: ['INS-0', 'INS-2', 'INS-10', 'INS-15', 'INS-2006'],
            },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'openapi.query-transaction-status',
        values: { input_QueryReference: '9X9X9X9X9X9X' },
      },
    ],
  },
]
