import { fresh, from, is, isSameAs } from '@/lib/catalogue/go-live-words'
import { awaitCallback, called, ownCases, send, sent } from './words'

const returned = (code: string) => is('response.body.RETURN_CODE', code)

const refuses = (why: string, code: string) => ({
  title: `Checkout refused: ${why}`,
  kind: 'negative' as const,
  steps: `Provoke ${why}.`,
  expected: `RETURN_CODE ${code}.`,
  proof: `A process exchange with ${code}.`,
  records: [sent('checkout-process', returned(code))],
})

/** The second step of the checkout that was begun before, and its end. */
const confirmed = [
  send('checkout-confirm', { TRX_ID: from('checkout', 'TRX_ID') }),
  awaitCallback('checkout-result'),
]

export const checkoutCases = ownCases('checkout', [
  {
    own: 1,
    title: 'Checkout completes',
    steps: ['Process.', 'Confirm.', 'Receive the notification.'],
    expected: '00 three times, TRX_STATUS Success, receiver prints ok.',
    proof: 'Process and confirm exchanges with 00 and a notification with 00.',
    records: [
      sent('checkout-process', returned('00')),
      called('checkout-result', is('body.RETURN_CODE', '00')),
      sent('checkout-confirm', isSameAs('request.body.TRX_ID', 'first.response.body.TRX_ID'), returned('00')),
    ],
    play: [send('checkout-process', {}, { as: 'checkout' }), ...confirmed],
  },
  {
    own: 2,
    ...refuses('wrong credentials', '36'),
    play: [send('checkout-process', {}, { credentials: { merchantPasskey: 'not-the-passkey' } })],
  },
  {
    own: 3,
    ...refuses('missing reference', '30'),
    play: [send('checkout-process', { REFERENCE_ID: '' })],
  },
  {
    own: 4,
    ...refuses('blank amount', '31'),
    play: [send('checkout-process', { AMOUNT: '' })],
  },
  {
    own: 5,
    ...refuses('duplicate', '35'),
    proof: 'Two process exchanges with one id; the second with 35.',
    records: [
      sent('checkout-process', returned('00')),
      sent(
        'checkout-process',
        isSameAs('request.body.MERCHANT_TRANSACTION_ID', 'first.request.body.MERCHANT_TRANSACTION_ID'),
        returned('35'),
      ),
    ],
    play: [send('checkout-process', { MERCHANT_TRANSACTION_ID: fresh(12) }, { times: 2 })],
  },
  {
    own: 6,
    ...refuses('bad MSISDN', '41'),
    play: [send('checkout-process', { MSISDN: '12345' })],
  },
  {
    own: 7,
    title: 'Customer has too little money',
    kind: 'negative',
    steps: 'Confirm with a low balance.',
    expected: 'Notification 01, TRX_STATUS Failed.',
    proof: 'A notification with 01.',
    records: [sent('checkout-process'), called('checkout-result', is('body.RETURN_CODE', '01'))],
    play: [send('checkout-process', { MSISDN: '254700000001' }, { as: 'checkout' }), ...confirmed],
  },
])
