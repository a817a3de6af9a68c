import { fresh, from, is, isSameAs, type SendOptions } from '@/lib/catalogue/go-live-words'
import { billIsPaid } from './plays'
import { awaitCallback, called, ownCases, send, sent } from './words'

const done = is('response.body.rescode', 200)
const optIn = send('billmanager-optin')
const invoice = (more?: SendOptions) =>
  send(
    'billmanager-single-invoice',
    { externalReference: fresh(14, 'JR-'), accountReference: fresh(12, 'ACC-') },
    more,
  )

export const billManagerCases = ownCases('bill-manager', [
  {
    own: 1,
    title: 'Opt in',
    steps: 'Opt the short code in.',
    expected: '200 and an app key.',
    proof: 'An opt-in exchange with success.',
    records: [sent('billmanager-optin', done)],
    against: 'meant',
    play: [optIn],
  },
  {
    own: 2,
    title: 'Send one invoice',
    steps: 'Send a single invoice.',
    expected: 'Accepted; the customer gets it.',
    proof: 'An invoice exchange with success.',
    records: [sent('billmanager-single-invoice', done)],
    play: [optIn, invoice()],
  },
  {
    own: 3,
    title: 'Payment notice acknowledged',
    steps: 'Receive a payment notice and send the acknowledgement.',
    expected: 'Acknowledged.',
    proof: 'A notice callback answered 200 and an acknowledgement exchange.',
    records: [
      called('bill-payment', is('answer.status', 200)),
      sent(
        'billmanager-reconciliation',
        done,
        isSameAs('request.body.transactionId', 'first.body.transactionId'),
      ),
    ],
    play: [
      optIn,
      billIsPaid,
      awaitCallback('bill-payment', 'notice'),
      send('billmanager-reconciliation', { transactionId: from('notice', 'transactionId') }),
    ],
  },
  {
    own: 4,
    title: 'Cancel an invoice',
    steps: 'Cancel an invoice that was not paid.',
    expected: 'Accepted.',
    proof: 'A cancel exchange with success.',
    records: [sent(['billmanager-cancel-single', 'billmanager-cancel-bulk'], done)],
    play: [
      optIn,
      invoice({ as: 'invoice' }),
      send('billmanager-cancel-single', {
        externalReference: from('invoice', 'request.body.externalReference'),
      }),
    ],
  },
])
