import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const directDebitQueryCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-direct-debit-query-d01',
    system: 'openapi',
    api: 'direct-debit-query',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Query a mandate',
    steps: ['Query a mandate.'],
    expected: 'Success code.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.direct-debit-query'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [
      { do: 'send', as: 'mandate', operation: 'openapi.direct-debit-create' },
      {
        do: 'send',
        operation: 'openapi.direct-debit-query',
        values: {
          input_ThirdPartyReference: { $from: 'mandate', take: 'request.body.input_ThirdPartyReference' },
        },
      },
    ],
  },
]
