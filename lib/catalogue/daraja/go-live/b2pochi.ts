import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const b2pochiCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-b2pochi-d01',
    system: 'daraja',
    api: 'b2pochi',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Pay a Pochi wallet',
    steps: ['Send a business to Pochi payment.'],
    expected: 'Accepted; result 0.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and result 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2pochi'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 0 }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2pochi', values: { PartyB: '254708374149' }, wait: 'verdict' }],
  },
]
