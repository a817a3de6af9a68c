import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const taxRemittanceCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-tax-remittance-d01',
    system: 'daraja',
    api: 'tax-remittance',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Remit tax',
    steps: ['Send PayTaxToKRA with a payment registration number.'],
    expected: 'Accepted; result 0.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and result 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.tax-remittance'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 0 }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.tax-remittance', wait: 'verdict' }],
  },
  {
    id: 'daraja-tax-remittance-d02',
    system: 'daraja',
    api: 'tax-remittance',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Wrong registration number',
    steps: ['Send a registration number that does not exist.'],
    expected: 'Result with an error.',
    kind: 'negative',
    evidence: {
      text: 'A result with a non-zero code.',
      records: [
        { record: 'exchange', operations: ['daraja.tax-remittance'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [
            {
              field: 'body.Result.ResultCode',
              op: 'notIn',
              value: [0, 1, 17, 18, 20, 21, 22, 26, 2001, 2006, 2028, 8006],
            },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.tax-remittance',
        values: { AccountReference: 'PRN0000' },
        wait: 'verdict',
      },
    ],
  },
]
