import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const pullTransactionsCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-pull-transactions-d01',
    system: 'daraja',
    api: 'pull-transactions',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Register for pull',
    steps: ['Register the short code.'],
    expected: '1000 or 1001 (already registered).',
    kind: 'success',
    evidence: {
      text: 'A register exchange with 1000 or 1001.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.pull-register'],
          where: [
            {
              op: 'anyOf',
              any: [
                [{ field: 'response.body.ResponseStatus', op: 'in', value: [1000, 1001] }],
                [{ field: 'response.body.ResponseCode', op: 'in', value: [1000, 1001] }],
              ],
            },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.pull-register' }],
  },
  {
    id: 'daraja-pull-transactions-d02',
    system: 'daraja',
    api: 'pull-transactions',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Pull a period with payments',
    steps: ['Query a period of the last 48 hours.'],
    expected: '1000 and a list.',
    kind: 'success',
    evidence: {
      text: 'A query exchange with 1000.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.pull-query'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: 1000 }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.pull-register' },
      { do: 'customer-pays', shortcode: '600000', reference: 'INV-2041', amount: 150 },
      { do: 'let-pass', seconds: 5 },
      {
        do: 'send',
        operation: 'daraja.pull-query',
        values: { StartDate: { $ago: 86400 }, EndDate: { $ago: 0 } },
      },
    ],
  },
  {
    id: 'daraja-pull-transactions-d03',
    system: 'daraja',
    api: 'pull-transactions',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Pull a period without payments',
    steps: ['Query an empty period.'],
    expected: '1001 and an empty list.',
    kind: 'negative',
    evidence: {
      text: 'A query exchange with 1001.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.pull-query'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: 1001 }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.pull-register' },
      {
        do: 'send',
        operation: 'daraja.pull-query',
        values: { StartDate: { $ago: 172000 }, EndDate: { $ago: 171900 } },
      },
    ],
  },
]
