import {
  type Changes,
  differsFrom,
  doesNotMatch,
  has,
  hasKey,
  isEmpty,
  isSameAs,
  matches,
  type SendOptions,
} from '@/lib/catalogue/go-live-words'
import { initiatorRows } from './initiator-rows'
import { customer, payout, queryWithoutReceipt, receiptOfPayout } from './plays'
import { accepted, result, resultOneOf } from './proofs'
import { expectedTextIsWrong } from './shared-rows'
import { ownCases, send, sendAndWait, sent, sheetCases } from './words'

const unknownReceipt = { TransactionID: 'UKK0000404' }

/** Asks about the payout that was made before it. */
const query = (changes: Changes = {}, more?: SendOptions) =>
  sendAndWait('transaction-status', { TransactionID: receiptOfPayout, ...changes }, more)

const rows = initiatorRows({
  name: 'transaction-status',
  operations: 'transaction-status',
  initiator: 'Initiator',
  commands: ['TransactionStatusQuery'],
  attempt: (changes, more) => [payout(), query(changes, more)],
  refusal: (changes) => send('transaction-status', { ...unknownReceipt, ...changes }),
})

export const transactionStatusCases = [
  ...sheetCases(
    { sheet: 'Transaction Status', api: 'transaction-status' },
    {
      ...rows.head,
      'Functionality tests': [
        {
          row: 9,
          title: 'Status of a valid payment',
          steps: 'Send TransactionStatusQuery with a valid receipt, identifier type and PartyA.',
          expected: 'Accepted; the result carries the details of the payment.',
          proof: 'Accepted exchange and result callback with a ReceiptNo and TransactionStatus.',
          records: [
            sent('transaction-status', accepted),
            result(0, hasKey('body.Result.ResultParameters', 'TransactionStatus')),
          ],
          play: [payout(), query()],
        },
        {
          row: 10,
          title: 'Status with a wrong initiator name',
          steps: 'Use an initiator that does not exist.',
          ...rows.wrongInitiatorName,
        },
        {
          row: 11,
          title: 'Status with a wrong initiator password',
          steps: 'Use a credential made from another password.',
          ...rows.wrongInitiatorPassword,
        },
        {
          row: 12,
          title: 'Status with an invalid PartyA',
          steps: 'Use a PartyA that does not exist or had no part in the payment.',
          ...rows.failsForParty(
            'party invalid',
            /party ?a/i,
            differsFrom('request.body.PartyA', 'environment.shortcode'),
            matches('request.body.PartyA', /^(\d{5,9}|254\d{9})$/),
          ),
          play: [payout(), query({ PartyA: '600638' })],
          quirk: 'objective on the sheet was copied',
        },
        { row: 13, ...rows.validCommand },
        { row: 14, ...rows.invalidCommand('TransactionStatus') },
        { row: 15, ...rows.invalidIdentifierType('IdentifierType') },
        {
          row: 16,
          title: 'PartyA as a phone number',
          steps: 'Send PartyA as a customer number with IdentifierType 1.',
          ...rows.takes(matches('request.body.PartyA', /^\d{10,12}$/)),
          play: [payout(), query({ PartyA: customer, IdentifierType: '1' })],
          quirk: 'the sheet says 10 digits (07...); the API uses 12 (2547...)',
        },
        {
          row: 17,
          title: 'PartyA with the wrong number of digits',
          steps: 'Send a phone number with too many or too few digits.',
          ...rows.refuses(
            'PartyA',
            /party ?a/i,
            doesNotMatch('request.body.PartyA', /^\d{10}$|^\d{12}$/),
            matches('request.body.PartyA', /^(0|254)\d+$/),
          ),
          play: [
            send('transaction-status', { ...unknownReceipt, PartyA: '2547083741490', IdentifierType: '1' }),
            send('transaction-status', { ...unknownReceipt, PartyA: '25470837414', IdentifierType: '1' }),
          ],
        },
        { row: 18, ...rows.remarks('Was it paid') },
        { row: 19, ...rows.longRemarks },
        { row: 20, ...rows.urlWithAddress('ResultURL') },
        { row: 21, ...rows.urlWithoutAddress('ResultURL') },
        { row: 22, ...rows.urlWithAddress('QueueTimeOutURL') },
        { row: 23, ...rows.urlWithoutAddress('QueueTimeOutURL') },
        {
          row: 24,
          title: 'Receipt that does not exist',
          steps: 'Query a made-up receipt.',
          ...rows.fails('transaction not found'),
          proof:
            'An accepted exchange and a result callback that says that the receipt is unknown (2032) or cannot be read (25).',
          records: [
            sent(
              'transaction-status',
              has('request.body.TransactionID'),
              isSameAs('request.body.PartyA', 'environment.shortcode'),
            ),
            resultOneOf(25, 2032),
          ],
          against: 'meant',
          play: [sendAndWait('transaction-status', unknownReceipt)],
        },
        {
          row: 25,
          steps: 'Send a query with a short Occasion.',
          ...rows.occasion('Check'),
          quirk: expectedTextIsWrong,
        },
        { row: 26, steps: 'Send a query with a long Occasion.', ...rows.longOccasion },
      ],
    },
  ),
  ...ownCases('transaction-status', [
    {
      own: 1,
      title: 'Query by OriginalConversationID',
      steps: 'Query without a receipt.',
      expected: 'Accepted; details in the result.',
      proof: 'Accepted exchange without TransactionID and result 0.',
      records: [sent('transaction-status', isEmpty('request.body.TransactionID'), accepted), result(0)],
      play: [payout(), queryWithoutReceipt],
    },
  ]),
]
