import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const ratibaCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-ratiba-d01',
    system: 'daraja',
    api: 'ratiba',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Customer approves a standing order',
    steps: ['Create a standing order and approve it.'],
    expected: 'Accepted; callback reports success.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and callback.',
      records: [
        { record: 'exchange', operations: ['daraja.ratiba-create'], where: [] },
        {
          record: 'callback',
          kinds: ['ratiba-result'],
          where: [
            {
              op: 'anyOf',
              any: [
                [{ field: 'body.responseHeader.responseCode', op: 'in', value: [0, 200] }],
                [{ field: 'body.ResponseHeader.responseCode', op: 'in', value: [0, 200] }],
              ],
            },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.ratiba-create',
        values: { StandingOrderName: { $fresh: 20, prefix: 'Rent ' } },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-ratiba-d02',
    system: 'daraja',
    api: 'ratiba',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Customer declines a standing order',
    steps: ['Create a standing order and decline it.'],
    expected: 'Callback reports the refusal.',
    kind: 'negative',
    evidence: {
      text: 'A callback that reports a failure.',
      records: [
        { record: 'exchange', operations: ['daraja.ratiba-create'], where: [] },
        {
          record: 'callback',
          kinds: ['ratiba-result'],
          where: [
            {
              op: 'anyOf',
              any: [
                [{ field: 'body.responseHeader.responseCode', op: 'notIn', value: [0, 200] }],
                [{ field: 'body.ResponseHeader.responseCode', op: 'notIn', value: [0, 200] }],
              ],
            },
            {
              op: 'anyOf',
              any: [
                [{ field: 'body.responseHeader.responseCode', op: 'exists', value: true }],
                [{ field: 'body.ResponseHeader.responseCode', op: 'exists', value: true }],
              ],
            },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.ratiba-create',
        values: { StandingOrderName: { $fresh: 20, prefix: 'Rent ' }, PartyA: '254700001032' },
        wait: 'verdict',
      },
    ],
  },
]
