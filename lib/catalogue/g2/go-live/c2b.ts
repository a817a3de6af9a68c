import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const c2bCases: readonly GoLiveCase[] = [
  {
    id: 'g2-soap-c2b-d01',
    system: 'g2',
    api: 'c2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Register URLs',
    steps: ['Send RegisterURL with both URLs.'],
    expected: 'Zeros.',
    kind: 'success',
    evidence: {
      text: 'An exchange with zeros.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.register-url'],
          where: [{ field: 'response.body.ResponseCode', op: 'matches', value: '^0+$' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'g2.register-url' }],
  },
  {
    id: 'g2-soap-c2b-d02',
    system: 'g2',
    api: 'c2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Validation accepted and confirmed',
    steps: ['Answer validation with 0 and acknowledge the confirmation.'],
    expected: 'Both callbacks with one TransID.',
    kind: 'success',
    evidence: {
      text: 'A validation answered 0 and a confirmation with the same TransID.',
      records: [
        {
          record: 'callback',
          kinds: ['c2b-validation'],
          where: [{ field: 'answer.body.ResultCode', op: 'equals', value: '0' }],
        },
        { record: 'callback', kinds: ['c2b-confirmation'], where: [] },
      ],
    },
    play: [
      { do: 'send', operation: 'g2.register-url' },
      { do: 'answer-validation', with: 'accept' },
      { do: 'customer-pays', shortcode: '600000', reference: 'INV-9', amount: 10 },
      { do: 'await-callback', kind: 'c2b-confirmation' },
    ],
  },
  {
    id: 'g2-soap-c2b-d03',
    system: 'g2',
    api: 'c2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Validation rejected',
    steps: ['Answer with a non-zero code.'],
    expected: 'No confirmation.',
    kind: 'negative',
    evidence: {
      text: 'A validation answered non-zero and no confirmation.',
      records: [
        {
          record: 'callback',
          kinds: ['c2b-validation'],
          where: [{ field: 'answer.body.ResultCode', op: 'notEquals', value: '0' }],
        },
        { record: 'absence', kinds: ['c2b-confirmation'], withinSeconds: 60, where: [] },
      ],
    },
    play: [
      { do: 'send', operation: 'g2.register-url' },
      { do: 'answer-validation', with: 'C2B00012' },
      { do: 'customer-pays', shortcode: '600000', reference: 'INV-9', amount: 10 },
      { do: 'await-callback', kind: 'c2b-validation' },
      { do: 'let-pass', seconds: 65 },
    ],
  },
]
