import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const c2bTwoStepCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-c2b-two-step-d01',
    system: 'openapi',
    api: 'c2b-two-step',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Two-step payment completed',
    steps: ['Reserve the amount.', 'Complete it.'],
    expected: 'Both steps succeed.',
    kind: 'success',
    evidence: {
      text: 'Two exchanges with INS-0 for one transaction.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.c2b-multi-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
        {
          record: 'exchange',
          operations: ['openapi.update-transaction-status'],
          where: [
            {
              field: 'request.body.input_TransactionID',
              op: 'sameAs',
              value: 'first.response.body.output_TransactionID',
            },
            { field: 'request.body.input_CustomerMSISDN', op: 'equals', value: 1 },
            { field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-0', 'INS-GAR-0'] },
          ],
        },
      ],
    },
    play: [
      { do: 'send', as: 'reserve', operation: 'openapi.c2b-multi-stage' },
      {
        do: 'send',
        operation: 'openapi.update-transaction-status',
        values: {
          input_TransactionID: { $from: 'reserve', take: 'output_TransactionID' },
          input_VoucherCode: { $from: 'reserve', take: 'output_VoucherCode' },
          input_CustomerMSISDN: '1',
        },
      },
    ],
  },
  {
    id: 'openapi-c2b-two-step-d02',
    system: 'openapi',
    api: 'c2b-two-step',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Two-step payment cancelled',
    steps: ['Reserve the amount.', 'Cancel it.'],
    expected: 'The reservation is released.',
    kind: 'negative',
    evidence: {
      text: 'A reserve exchange and a cancel exchange.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.c2b-multi-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
        {
          record: 'exchange',
          operations: ['openapi.update-transaction-status'],
          where: [
            {
              field: 'request.body.input_TransactionID',
              op: 'sameAs',
              value: 'first.response.body.output_TransactionID',
            },
            { field: 'request.body.input_CustomerMSISDN', op: 'equals', value: 0 },
            { field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-0', 'INS-GAR-0'] },
          ],
        },
      ],
    },
    play: [
      { do: 'send', as: 'reserve', operation: 'openapi.c2b-multi-stage' },
      {
        do: 'send',
        operation: 'openapi.update-transaction-status',
        values: {
          input_TransactionID: { $from: 'reserve', take: 'output_TransactionID' },
          input_VoucherCode: { $from: 'reserve', take: 'output_VoucherCode' },
          input_CustomerMSISDN: '0',
        },
      },
    ],
  },
]
