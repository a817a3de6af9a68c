import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const b2bCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-b2b-d01',
    system: 'openapi',
    api: 'b2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Transfer to another organisation',
    steps: ['Pay another short code.'],
    expected: 'Success code.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.b2b-single-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'openapi.b2b-single-stage' }],
  },
  {
    id: 'openapi-b2b-d02',
    system: 'openapi',
    api: 'b2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Transfer to an unknown organisation',
    steps: ['Pay a short code that does not exist.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.b2b-single-stage'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-13', 'INS-2002'] }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'openapi.b2b-single-stage', values: { input_ReceiverPartyCode: '999998' } },
    ],
  },
]
