import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const b2bCases: readonly GoLiveCase[] = [
  {
    id: 'g2-soap-b2b-d01',
    system: 'g2',
    api: 'b2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'BusinessPayBill succeeds',
    steps: ['Send a valid request.'],
    expected: 'Response 0, result 0.',
    kind: 'success',
    evidence: {
      text: 'An accepted exchange and a result with 0.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.b2b-payment'],
          where: [{ field: 'response.body.ResponseCode', op: 'matches', value: '^0+$' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: '0' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'g2.b2b-payment', wait: 'verdict' }],
  },
]
