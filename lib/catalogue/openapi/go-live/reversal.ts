import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const reversalCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-reversal-d01',
    system: 'openapi',
    api: 'reversal',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Reverse a payment',
    steps: ['Reverse a completed payment.'],
    expected: 'Success code.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.reversal'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [
      { do: 'send', as: 'payment', operation: 'openapi.c2b-single-stage' },
      {
        do: 'send',
        operation: 'openapi.reversal',
        values: { input_TransactionID: { $from: 'payment', take: 'output_TransactionID' } },
      },
    ],
  },
  {
    id: 'openapi-reversal-d02',
    system: 'openapi',
    api: 'reversal',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Reverse an unknown payment',
    steps: ['Reverse a made-up transaction.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.reversal'],
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
    play: [{ do: 'send', operation: 'openapi.reversal', values: { input_TransactionID: '9X9X9X9X9X9X' } }],
  },
]
