import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const b2cTopupCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-b2c-topup-d01',
    system: 'daraja',
    api: 'b2c-topup',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Top up the B2C account',
    steps: ['Move money from the paybill to the B2C short code.'],
    expected: 'Accepted; result 0.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and result 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-account-topup'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 0 }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2c-account-topup', wait: 'verdict' }],
  },
]
