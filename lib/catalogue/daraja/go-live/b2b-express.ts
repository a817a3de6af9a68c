import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const b2bExpressCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-b2b-express-d01',
    system: 'daraja',
    api: 'b2b-express',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Merchant approves the prompt',
    steps: ['Start B2B Express checkout and approve.'],
    expected: 'Accepted; callback reports success.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and success callback.',
      records: [
        { record: 'exchange', operations: ['daraja.b2b-express-checkout'], where: [] },
        {
          record: 'callback',
          kinds: ['b2b-express-result'],
          where: [{ field: 'body.resultCode', op: 'equals', value: 0 }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2b-express-checkout', wait: 'verdict' }],
  },
  {
    id: 'daraja-b2b-express-d02',
    system: 'daraja',
    api: 'b2b-express',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Merchant cancels the prompt',
    steps: ['Start B2B Express checkout and cancel.'],
    expected: 'Callback reports the cancellation.',
    kind: 'negative',
    evidence: {
      text: 'A callback that reports a cancellation.',
      records: [
        { record: 'exchange', operations: ['daraja.b2b-express-checkout'], where: [] },
        {
          record: 'callback',
          kinds: ['b2b-express-result'],
          where: [{ field: 'body.resultCode', op: 'equals', value: 4001 }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.b2b-express-checkout',
        values: { primaryShortCode: '604001' },
        wait: 'verdict',
      },
    ],
  },
]
