import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const transactionStatusCases: readonly GoLiveCase[] = [
  {
    id: 'g2-soap-transaction-status-d01',
    system: 'g2',
    api: 'transaction-status',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Status found',
    steps: ['Query a receipt.'],
    expected: 'Result 0 with details.',
    kind: 'success',
    evidence: {
      text: 'A result with 0.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.transaction-status-query'],
          where: [{ field: 'response.body.ResponseCode', op: 'matches', value: '^0+$' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: '0' }],
        },
      ],
    },
    play: [
      { do: 'send', as: 'payment', operation: 'g2.b2c-payment', wait: 'verdict' },
      {
        do: 'send',
        operation: 'g2.transaction-status-query',
        values: { ReceiptNumber: { $from: 'payment', take: 'receipt' } },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'g2-soap-transaction-status-d02',
    system: 'g2',
    api: 'transaction-status',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Status not found',
    steps: ['Query a made-up receipt.'],
    expected: 'Result 49.',
    kind: 'negative',
    evidence: {
      text: 'A result with 49.',
      records: [
        { record: 'exchange', operations: ['g2.transaction-status-query'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: '49' }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'g2.transaction-status-query',
        values: { ReceiptNumber: 'AAA0000000' },
        wait: 'verdict',
      },
    ],
  },
]
