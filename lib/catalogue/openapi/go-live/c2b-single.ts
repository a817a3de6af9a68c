import type { Condition } from '@/lib/catalogue/go-live'
import { fresh, is, isOneOf, isSameAs } from '@/lib/catalogue/go-live-words'
import { accepted, code } from './proofs'
import { ownCases, send, sent } from './words'

const failsFor = (reason: Condition) => ({
  kind: 'negative' as const,
  expected: 'A non-success code that names the reason.',
  proof: 'An exchange or callback with a code other than INS-0.',
  records: [sent('c2b-single-stage', reason)],
})

export const c2bSingleCases = ownCases('c2b-single', [
  {
    own: 1,
    title: 'Single-step payment approved',
    steps: 'Charge a test number and approve.',
    expected: 'Success, with transaction and conversation ids.',
    proof: 'An exchange (or asynchronous callback) with INS-0.',
    records: [sent('c2b-single-stage', accepted)],
    play: [send('c2b-single-stage')],
  },
  {
    own: 2,
    title: 'Single-step payment: customer rejects',
    steps: 'Reject the prompt.',
    ...failsFor(isOneOf(code, 'INS-5', 'INS-6')),
    play: [send('c2b-single-stage', { input_CustomerMSISDN: '000000000004' })],
  },
  {
    own: 3,
    title: 'Single-step payment: prompt times out',
    steps: 'Leave the prompt alone.',
    ...failsFor(is(code, 'INS-9')),
    play: [send('c2b-single-stage', { input_CustomerMSISDN: '255700000009' })],
  },
  {
    own: 4,
    title: 'Single-step payment: customer has too little money',
    steps: 'Charge more than the balance.',
    ...failsFor(is(code, 'INS-2006')),
    play: [send('c2b-single-stage', { input_CustomerMSISDN: '000000000008' })],
  },
  {
    own: 5,
    title: 'Single-step payment: transaction fails',
    steps: 'Use the failing scenario.',
    ...failsFor(isOneOf(code, 'INS-1', 'INS-6')),
    play: [send('c2b-single-stage', { input_CustomerMSISDN: '000000000005' })],
  },
  {
    own: 6,
    title: 'Duplicate conversation id',
    kind: 'negative',
    steps: 'Send one third-party conversation id twice.',
    expected: 'The second is refused as a duplicate.',
    proof: 'Two exchanges with one id; the second without INS-0.',
    records: [
      sent('c2b-single-stage', accepted),
      sent(
        'c2b-single-stage',
        isSameAs(
          'request.body.input_ThirdPartyConversationID',
          'first.request.body.input_ThirdPartyConversationID',
        ),
        is(code, 'INS-10'),
      ),
    ],
    play: [send('c2b-single-stage', { input_ThirdPartyConversationID: fresh(26) }, { times: 2 })],
  },
])
