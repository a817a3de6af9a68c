import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const directDebitPayCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-direct-debit-pay-d01',
    system: 'openapi',
    api: 'direct-debit-pay',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Collect under a mandate',
    steps: ['Collect under a mandate.'],
    expected: 'Success code.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.direct-debit-payment'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [
      { do: 'send', as: 'mandate', operation: 'openapi.direct-debit-create' },
      {
        do: 'send',
        operation: 'openapi.direct-debit-payment',
        values: {
          input_ThirdPartyReference: { $from: 'mandate', take: 'request.body.input_ThirdPartyReference' },
        },
      },
    ],
  },
  {
    id: 'openapi-direct-debit-pay-d02',
    system: 'openapi',
    api: 'direct-debit-pay',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Collect after cancelling',
    steps: ['Collect under a cancelled mandate.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0 after a cancel.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.direct-debit-cancel'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
        {
          record: 'exchange',
          operations: ['openapi.direct-debit-payment'],
          where: [
            {
              field: 'request.body.input_ThirdPartyReference',
              op: 'sameAs',
              value: 'first.request.body.input_ThirdPartyReference',
            },
            { field: 'response.body.output_ResponseCode', op: 'exists', value: true },
            { field: 'response.body.output_ResponseCode', op: 'notEquals', value: 'INS-0' },
          ],
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
      {
        do: 'send',
        operation: 'openapi.direct-debit-payment',
        values: {
          input_ThirdPartyReference: { $from: 'mandate', take: 'request.body.input_ThirdPartyReference' },
        },
      },
    ],
    against: 'meant',
  },
]
