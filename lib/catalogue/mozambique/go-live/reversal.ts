import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const reversalCases: readonly GoLiveCase[] = [
  {
    id: 'mozambique-reversal-d01',
    system: 'mozambique',
    api: 'reversal',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Reverse a payment',
    steps: ['Reverse a completed payment.'],
    expected: 'INS-0.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.reversal'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [
      { do: 'send', as: 'payment', operation: 'mozambique.c2b-payment' },
      {
        do: 'send',
        operation: 'mozambique.reversal',
        values: { input_TransactionID: { $from: 'payment', take: 'output_TransactionID' } },
      },
    ],
  },
  {
    id: 'mozambique-reversal-d02',
    system: 'mozambique',
    api: 'reversal',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Reverse an unknown payment',
    steps: ['Reverse a made-up transaction.'],
    expected: 'A non-success code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.reversal'],
          where: [
            { field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-18', 'INS-23', 'INS-997'] },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'mozambique.reversal', values: { input_TransactionID: '9XXXXXXXXXXX' } }],
  },
]
