import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const b2cCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-b2c-d01',
    system: 'openapi',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Payout succeeds',
    steps: ['Pay a test number.'],
    expected: 'Success code.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.b2c-single-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'openapi.b2c-single-stage' }],
  },
  {
    id: 'openapi-b2c-d02',
    system: 'openapi',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Payout with too little money',
    steps: ['Pay more than the organisation holds.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.b2c-single-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-2006' }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'openapi.b2c-single-stage', values: { input_CustomerMSISDN: '000000000006' } },
    ],
  },
]
