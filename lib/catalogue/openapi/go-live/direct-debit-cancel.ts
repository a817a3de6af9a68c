import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const directDebitCancelCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-direct-debit-cancel-d01',
    system: 'openapi',
    api: 'direct-debit-cancel',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Cancel a mandate',
    steps: ['Cancel a mandate.'],
    expected: 'Success code.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.direct-debit-cancel'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [
      { do: 'send', as: 'mandate', operation: 'openapi.direct-debit-create' },
      {
        do: 'send',
        operation: 'openapi.direct-debit-cancel',
        values: {
          input_ThirdPartyReference: { $from: 'mandate', take: 'request.body.input_ThirdPartyReference' },
        },
      },
    ],
  },
]
