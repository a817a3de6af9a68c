import { answerPrompt, fresh, is, isSameAs } from '@/lib/catalogue/go-live-words'
import { accepted, code, fails } from './proofs'
import { ownCases, send, sent } from './words'

export const c2bCases = ownCases('c2b', [
  {
    own: 1,
    title: 'Payment approved',
    steps: 'Charge a test number and approve.',
    expected: 'INS-0 with transaction and conversation ids.',
    proof: 'An exchange with INS-0.',
    records: [sent('c2b-payment', accepted)],
    play: [
      send('c2b-payment', { input_CustomerMSISDN: '258840000000' }, { wait: 'no' }),
      answerPrompt('pin'),
    ],
  },
  {
    own: 2,
    title: 'Payment cancelled by the customer',
    steps: 'Cancel the prompt.',
    ...fails('c2b-payment', is(code, 'INS-5')),
    play: [send('c2b-payment', { input_CustomerMSISDN: '258840000005' })],
  },
  {
    own: 3,
    title: 'Payment times out',
    steps: 'Leave the prompt alone.',
    ...fails('c2b-payment', is(code, 'INS-9')),
    play: [send('c2b-payment', { input_CustomerMSISDN: '258840000009' })],
  },
  {
    own: 4,
    title: 'Payment balance too low',
    steps: 'Charge more than the balance.',
    ...fails('c2b-payment', is(code, 'INS-2006')),
    play: [send('c2b-payment', { input_CustomerMSISDN: '258840002006' })],
  },
  {
    own: 5,
    title: 'Payment duplicate reference',
    kind: 'negative',
    steps: 'Reuse input_ThirdPartyReference.',
    expected: 'A non-success code.',
    proof: 'Two exchanges with one reference; the second with INS-10.',
    records: [
      sent('c2b-payment', accepted),
      sent(
        'c2b-payment',
        isSameAs('request.body.input_ThirdPartyReference', 'first.request.body.input_ThirdPartyReference'),
        is(code, 'INS-10'),
      ),
    ],
    play: [send('c2b-payment', { input_ThirdPartyReference: fresh(10) }, { times: 2 })],
  },
  {
    own: 6,
    title: 'Payment invalid number',
    steps: 'Charge an invalid MSISDN.',
    ...fails('c2b-payment', is(code, 'INS-2051')),
    play: [send('c2b-payment', { input_CustomerMSISDN: '12345' })],
  },
  {
    own: 7,
    title: 'Payment invalid amount',
    steps: 'Send a negative or empty amount.',
    ...fails('c2b-payment', is(code, 'INS-15')),
    play: [send('c2b-payment', { input_Amount: '-1' })],
  },
  {
    own: 8,
    title: 'Payment parameters missing',
    steps: 'Leave a field out.',
    ...fails('c2b-payment', is(code, 'INS-20')),
    play: [send('c2b-payment', { input_TransactionReference: null })],
  },
])
