import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const c2bSingleCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-c2b-single-d01',
    system: 'openapi',
    api: 'c2b-single',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Single-step payment approved',
    steps: ['Charge a test number and approve.'],
    expected: 'Success, with transaction and conversation ids.',
    kind: 'success',
    evidence: {
      text: 'An exchange (or asynchronous callback) with INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.c2b-single-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'openapi.c2b-single-stage' }],
  },
  {
    id: 'openapi-c2b-single-d02',
    system: 'openapi',
    api: 'c2b-single',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Single-step payment: customer rejects',
    steps: ['Reject the prompt.'],
    expected: 'A non-success code that names the reason.',
    kind: 'negative',
    evidence: {
      text: 'An exchange or callback with a code other than INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.c2b-single-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-5', 'INS-6'] }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'openapi.c2b-single-stage', values: { input_CustomerMSISDN: '000000000004' } },
    ],
  },
  {
    id: 'openapi-c2b-single-d03',
    system: 'openapi',
    api: 'c2b-single',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Single-step payment: prompt times out',
    steps: ['Leave the prompt alone.'],
    expected: 'A non-success code that names the reason.',
    kind: 'negative',
    evidence: {
      text: 'An exchange or callback with a code other than INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.c2b-single-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-9' }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'openapi.c2b-single-stage', values: { input_CustomerMSISDN: '255700000009' } },
    ],
  },
  {
    id: 'openapi-c2b-single-d04',
    system: 'openapi',
    api: 'c2b-single',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Single-step payment: customer has too little money',
    steps: ['Charge more than the balance.'],
    expected: 'A non-success code that names the reason.',
    kind: 'negative',
    evidence: {
      text: 'An exchange or callback with a code other than INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.c2b-single-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-2006' }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'openapi.c2b-single-stage', values: { input_CustomerMSISDN: '000000000008' } },
    ],
  },
  {
    id: 'openapi-c2b-single-d05',
    system: 'openapi',
    api: 'c2b-single',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Single-step payment: transaction fails',
    steps: ['Use the failing scenario.'],
    expected: 'A non-success code that names the reason.',
    kind: 'negative',
    evidence: {
      text: 'An exchange or callback with a code other than INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.c2b-single-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-1', 'INS-6'] }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'openapi.c2b-single-stage', values: { input_CustomerMSISDN: '000000000005' } },
    ],
  },
  {
    id: 'openapi-c2b-single-d06',
    system: 'openapi',
    api: 'c2b-single',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Duplicate conversation id',
    steps: ['Send one third-party conversation id twice.'],
    expected: 'The second is refused as a duplicate.',
    kind: 'negative',
    evidence: {
      text: 'Two exchanges with one id; the second without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.c2b-single-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
        {
          record: 'exchange',
          operations: ['openapi.c2b-single-stage'],
          where: [
            {
              field: 'request.body.input_ThirdPartyConversationID',
              op: 'sameAs',
              value: 'first.request.body.input_ThirdPartyConversationID',
            },
            { field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-10' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'openapi.c2b-single-stage',
        values: { input_ThirdPartyConversationID: { $fresh: 26 } },
        times: 2,
      },
    ],
  },
]
