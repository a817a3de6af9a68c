import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const c2bCases: readonly GoLiveCase[] = [
  {
    id: 'mozambique-c2b-d01',
    system: 'mozambique',
    api: 'c2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Payment approved',
    steps: ['Charge a test number and approve.'],
    expected: 'INS-0 with transaction and conversation ids.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'mozambique.c2b-payment',
        values: { input_CustomerMSISDN: '258840000000' },
        wait: 'no',
      },
      { do: 'answer-prompt', answer: { answer: 'pin' } },
    ],
  },
  {
    id: 'mozambique-c2b-d02',
    system: 'mozambique',
    api: 'c2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Payment cancelled by the customer',
    steps: ['Cancel the prompt.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-5' }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'mozambique.c2b-payment', values: { input_CustomerMSISDN: '258840000005' } },
    ],
  },
  {
    id: 'mozambique-c2b-d03',
    system: 'mozambique',
    api: 'c2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Payment times out',
    steps: ['Leave the prompt alone.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-9' }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'mozambique.c2b-payment', values: { input_CustomerMSISDN: '258840000009' } },
    ],
  },
  {
    id: 'mozambique-c2b-d04',
    system: 'mozambique',
    api: 'c2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Payment balance too low',
    steps: ['Charge more than the balance.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-2006' }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'mozambique.c2b-payment', values: { input_CustomerMSISDN: '258840002006' } },
    ],
  },
  {
    id: 'mozambique-c2b-d05',
    system: 'mozambique',
    api: 'c2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Payment duplicate reference',
    steps: ['Reuse input_ThirdPartyReference.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'Two exchanges with one reference; the second with INS-10.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [
            {
              field: 'request.body.input_ThirdPartyReference',
              op: 'sameAs',
              value: 'first.request.body.input_ThirdPartyReference',
            },
            { field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-10' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'mozambique.c2b-payment',
        values: { input_ThirdPartyReference: { $fresh: 10 } },
        times: 2,
      },
    ],
  },
  {
    id: 'mozambique-c2b-d06',
    system: 'mozambique',
    api: 'c2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Payment invalid number',
    steps: ['Charge an invalid MSISDN.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-2051' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'mozambique.c2b-payment', values: { input_CustomerMSISDN: '12345' } }],
  },
  {
    id: 'mozambique-c2b-d07',
    system: 'mozambique',
    api: 'c2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Payment invalid amount',
    steps: ['Send a negative or empty amount.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-15' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'mozambique.c2b-payment', values: { input_Amount: '-1' } }],
  },
  {
    id: 'mozambique-c2b-d08',
    system: 'mozambique',
    api: 'c2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Payment parameters missing',
    steps: ['Leave a field out.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-20' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'mozambique.c2b-payment', values: { input_TransactionReference: null } }],
  },
]
