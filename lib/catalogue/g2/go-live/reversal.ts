import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const reversalCases: readonly GoLiveCase[] = [
  {
    id: 'g2-soap-reversal-d01',
    system: 'g2',
    api: 'reversal',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Reversal succeeds',
    steps: ['Reverse a receipt.'],
    expected: 'Response 0, result 0.',
    kind: 'success',
    evidence: {
      text: 'An accepted exchange and a result with 0.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.transaction-reversal'],
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
      { do: 'send', operation: 'g2.register-url' },
      { do: 'customer-pays', shortcode: '600000', reference: 'INV-2041', amount: 150 },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'g2.transaction-reversal',
        values: { OriginalTransactionID: { $from: 'paid', take: 'receipt' } },
        wait: 'verdict',
      },
    ],
  },
]
