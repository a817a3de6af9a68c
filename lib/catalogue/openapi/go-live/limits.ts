import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const limitsCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-limits-d01',
    system: 'openapi',
    api: 'limits',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Single transaction limit',
    steps: ['Send one payment above the limit of the application.'],
    expected: 'Refused until a new session key is made or the limit window ends.',
    kind: 'negative',
    evidence: {
      text: 'An exchange refused for a limit.',
      records: [
        {
          record: 'exchange',
          where: [{ field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-995', 'INS-992'] }],
        },
      ],
    },
    play: [
      { do: 'arrange', with: { products: { 'c2b-single-stage': { isOn: true, singleCents: 500 } } } },
      { do: 'send', operation: 'openapi.c2b-single-stage', values: { input_Amount: '10' } },
    ],
  },
  {
    id: 'openapi-limits-d02',
    system: 'openapi',
    api: 'limits',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Daily value limit',
    steps: ['Send payments until their sum passes the daily limit.'],
    expected: 'Refused until a new session key is made or the limit window ends.',
    kind: 'negative',
    evidence: {
      text: 'An exchange refused for a limit.',
      records: [
        {
          record: 'exchange',
          where: [{ field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-994', 'INS-992'] }],
        },
      ],
    },
    play: [
      { do: 'arrange', with: { products: { 'c2b-single-stage': { isOn: true, dailyCents: 500 } } } },
      { do: 'send', operation: 'openapi.c2b-single-stage', values: { input_Amount: '10' } },
    ],
  },
  {
    id: 'openapi-limits-d03',
    system: 'openapi',
    api: 'limits',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Number of transactions limit',
    steps: ['Send one payment more than allowed.'],
    expected: 'Refused until a new session key is made or the limit window ends.',
    kind: 'negative',
    evidence: {
      text: 'An exchange refused for a limit.',
      records: [
        {
          record: 'exchange',
          where: [{ field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-993', 'INS-992'] }],
        },
      ],
    },
    play: [
      { do: 'arrange', with: { products: { 'c2b-single-stage': { isOn: true, dailyCount: 0 } } } },
      { do: 'send', operation: 'openapi.c2b-single-stage' },
    ],
  },
  {
    id: 'openapi-limits-d04',
    system: 'openapi',
    api: 'limits',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Usage time',
    steps: ['Call outside the allowed hours.'],
    expected: 'Refused until a new session key is made or the limit window ends.',
    kind: 'negative',
    evidence: {
      text: 'An exchange refused for a limit.',
      records: [
        {
          record: 'exchange',
          where: [{ field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-996', 'INS-992'] }],
        },
      ],
    },
    play: [
      {
        do: 'arrange',
        with: { products: { 'c2b-single-stage': { isOn: true, from: '00:00', until: '00:00' } } },
      },
      { do: 'send', operation: 'openapi.c2b-single-stage' },
    ],
  },
  {
    id: 'openapi-limits-d05',
    system: 'openapi',
    api: 'limits',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Customer daily limit',
    steps: ['Pass the daily value for one customer.'],
    expected: 'Refused until a new session key is made or the limit window ends.',
    kind: 'negative',
    evidence: {
      text: 'An exchange refused for a limit.',
      records: [
        {
          record: 'exchange',
          where: [
            {
              field: 'response.body.output_ResponseCode',
              op: 'in',
              value: ['INS-990', 'INS-991', 'INS-992'],
            },
          ],
        },
      ],
    },
    play: [
      { do: 'arrange', with: { products: { 'c2b-single-stage': { isOn: true, customerDailyCents: 500 } } } },
      { do: 'send', operation: 'openapi.c2b-single-stage', values: { input_Amount: '10' } },
    ],
  },
]
