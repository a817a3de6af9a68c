import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const directDebitCreateCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-direct-debit-create-d01',
    system: 'openapi',
    api: 'direct-debit-create',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Create a mandate',
    steps: ['Create a mandate.'],
    expected: 'Success code.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.direct-debit-create'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'openapi.direct-debit-create' }],
  },
  {
    id: 'openapi-direct-debit-create-d02',
    system: 'openapi',
    api: 'direct-debit-create',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Customer declines the mandate',
    steps: ['Decline the prompt.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.direct-debit-create'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-5', 'INS-6'] }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'openapi.direct-debit-create',
        values: { input_CustomerMSISDN: '000000000003' },
      },
    ],
  },
]
