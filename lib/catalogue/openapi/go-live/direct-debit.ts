import { from, isOneOf, isSameAs } from '@/lib/catalogue/go-live-words'
import { accepted, code, fails, refused, succeeds } from './proofs'
import { ownCases, send, sent } from './words'

/** A mandate that the steps after it can speak of. */
const mandate = send('direct-debit-create', {}, { as: 'mandate' })
const ofMandate = { input_ThirdPartyReference: from('mandate', 'request.body.input_ThirdPartyReference') }
const collect = send('direct-debit-payment', ofMandate)
const query = send('direct-debit-query', ofMandate)
const cancel = send('direct-debit-cancel', ofMandate)

export const directDebitCreateCases = ownCases('direct-debit-create', [
  {
    own: 1,
    title: 'Create a mandate',
    steps: 'Create a mandate.',
    ...succeeds('direct-debit-create'),
    play: [send('direct-debit-create')],
  },
  {
    own: 2,
    title: 'Customer declines the mandate',
    steps: 'Decline the prompt.',
    ...fails('direct-debit-create', isOneOf(code, 'INS-5', 'INS-6')),
    play: [send('direct-debit-create', { input_CustomerMSISDN: '000000000003' })],
  },
])

export const directDebitPayCases = ownCases('direct-debit-pay', [
  {
    own: 1,
    title: 'Collect under a mandate',
    steps: 'Collect under a mandate.',
    ...succeeds('direct-debit-payment'),
    play: [mandate, collect],
  },
  {
    own: 2,
    title: 'Collect after cancelling',
    kind: 'negative',
    steps: 'Collect under a cancelled mandate.',
    expected: 'A non-success code.',
    proof: 'An exchange without INS-0 after a cancel.',
    records: [
      sent('direct-debit-cancel', accepted),
      sent(
        'direct-debit-payment',
        isSameAs('request.body.input_ThirdPartyReference', 'first.request.body.input_ThirdPartyReference'),
        refused,
      ),
    ],
    against: 'meant',
    play: [mandate, cancel, collect],
  },
])

export const directDebitQueryCases = ownCases('direct-debit-query', [
  {
    own: 1,
    title: 'Query a mandate',
    steps: 'Query a mandate.',
    ...succeeds('direct-debit-query'),
    play: [mandate, query],
  },
])

export const directDebitCancelCases = ownCases('direct-debit-cancel', [
  {
    own: 1,
    title: 'Cancel a mandate',
    steps: 'Cancel a mandate.',
    ...succeeds('direct-debit-cancel'),
    play: [mandate, cancel],
  },
])
