import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const b2cCases: readonly GoLiveCase[] = [
  {
    id: 'g2-soap-b2c-d01',
    system: 'g2',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'BusinessPayment succeeds',
    steps: ['Send a valid request.'],
    expected: 'Response 0, result 0 with TransactionReceipt, answer zeros.',
    kind: 'success',
    evidence: {
      text: 'An accepted exchange, a result with 0 and an acknowledgement of zeros.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.b2c-payment'],
          where: [{ field: 'response.body.ResponseCode', op: 'matches', value: '^0+$' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [
            { field: 'body.Result.ResultCode', op: 'equals', value: '0' },
            { field: 'answer.body.ResponseCode', op: 'matches', value: '^0+$' },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'g2.b2c-payment', wait: 'verdict' }],
  },
  {
    id: 'g2-soap-b2c-d02',
    system: 'g2',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'B2C fails: insufficient funds',
    steps: ['Provoke insufficient funds.'],
    expected: 'Result 1.',
    kind: 'negative',
    evidence: {
      text: 'A result with 1.',
      records: [
        { record: 'exchange', operations: ['g2.b2c-payment'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: '1' }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'g2.b2c-payment',
        values: { 'ReceiverParty.Identifier': '254700000001' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'g2-soap-b2c-d03',
    system: 'g2',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'B2C fails: unknown recipient',
    steps: ['Provoke unknown recipient.'],
    expected: 'Result 7.',
    kind: 'negative',
    evidence: {
      text: 'A result with 7.',
      records: [
        { record: 'exchange', operations: ['g2.b2c-payment'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: '7' }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'g2.b2c-payment',
        values: { 'ReceiverParty.Identifier': '12345' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'g2-soap-b2c-d04',
    system: 'g2',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'B2C fails: duplicate OriginatorConversationID',
    steps: ['Provoke duplicate OriginatorConversationID.'],
    expected: 'Result 15.',
    kind: 'negative',
    evidence: {
      text: 'A result with 15.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.b2c-payment'],
          where: [{ field: 'response.body.ResponseCode', op: 'matches', value: '^0+$' }],
        },
        {
          record: 'exchange',
          operations: ['g2.b2c-payment'],
          where: [
            {
              field: 'request.body.OriginatorConversationID',
              op: 'sameAs',
              value: 'first.request.body.OriginatorConversationID',
            },
          ],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: '15' }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'g2.b2c-payment',
        values: { OriginatorConversationID: { $fresh: 20 } },
        times: 2,
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'g2-soap-b2c-d05',
    system: 'g2',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'B2C fails: stale Timestamp',
    steps: ['Provoke stale Timestamp.'],
    expected: 'Result 19.',
    kind: 'negative',
    evidence: {
      text: 'A result with 19.',
      records: [
        { record: 'exchange', operations: ['g2.b2c-payment'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: '19' }],
        },
      ],
    },
    play: [
      { do: 'read-strictly' },
      {
        do: 'send',
        operation: 'g2.b2c-payment',
        values: { Timestamp: '2015-01-01T10:30:00.0000000Z' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'g2-soap-b2c-d06',
    system: 'g2',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'B2C fails: unknown CommandID',
    steps: ['Provoke unknown CommandID.'],
    expected: 'Result 29.',
    kind: 'negative',
    evidence: {
      text: 'A result with 29.',
      records: [
        { record: 'exchange', operations: ['g2.b2c-payment'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: '29' }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'g2.b2c-payment', values: { CommandID: 'NoSuchCommand' }, wait: 'verdict' },
    ],
  },
  {
    id: 'g2-soap-b2c-d07',
    system: 'g2',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Schema error',
    steps: ['Leave Identity out.'],
    expected: 'Response 23.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with 23.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.b2c-payment'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '23' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'g2.b2c-payment', values: { CommandID: null } }],
  },
]
