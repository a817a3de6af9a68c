import { type Changes, differsFrom, has, isSameAs, type SendOptions } from '@/lib/catalogue/go-live-words'
import { initiatorRows } from './initiator-rows'
import { paid, payout, receiptOfPaid, receiptOfPayout } from './plays'
import { accepted, failedResult, result, resultOneOf } from './proofs'
import { expectedTextIsWrong } from './shared-rows'
import { ownCases, send, sendAndWait, sent, sheetCases } from './words'

const unknownReceipt = { TransactionID: 'UKK0000404', Amount: '150' }

/** Reverses the payment that was made before it. */
const reverse = (changes: Changes = {}, more?: SendOptions) =>
  sendAndWait('reversal', { TransactionID: receiptOfPaid, Amount: '150', ...changes }, more)

const rows = initiatorRows({
  name: 'reversal',
  operations: 'reversal',
  initiator: 'Initiator',
  commands: ['TransactionReversal'],
  attempt: (changes, more) => [...paid, reverse(changes, more)],
  refusal: (changes) => send('reversal', { ...unknownReceipt, ...changes }),
})

export const reversalCases = [
  ...sheetCases(
    { sheet: 'Reversal', api: 'reversal' },
    {
      ...rows.head,
      'Functionality tests': [
        {
          row: 9,
          title: 'Reverse a valid payment',
          steps: 'Send TransactionReversal for a payment received by the short code, with the right amount.',
          expected: 'Accepted; the payment is reversed; the result is a success.',
          proof: 'Accepted exchange and result callback with ResultCode 0.',
          records: [sent('reversal', accepted), result(0)],
          play: [...paid, reverse()],
        },
        {
          row: 10,
          title: 'Reversal with a wrong initiator name',
          steps: 'Use an initiator that does not exist.',
          ...rows.wrongInitiatorName,
        },
        {
          row: 11,
          title: 'Reversal with a wrong initiator password',
          steps: 'Use a credential made from another password.',
          ...rows.wrongInitiatorPassword,
        },
        {
          row: 12,
          title: 'Reversal with an invalid ReceiverParty',
          steps: 'Use a ReceiverParty that does not exist or did not receive the payment.',
          ...rows.failsForParty(
            'receiver invalid',
            /receiver ?party|recei?ver/i,
            differsFrom('request.body.ReceiverParty', 'environment.shortcode'),
          ),
          play: [...paid, reverse({ ReceiverParty: '600638' })],
        },
        { row: 13, ...rows.validCommand },
        { row: 14, ...rows.invalidCommand('TransactionReverse') },
        {
          row: 15,
          ...rows.invalidIdentifierType('RecieverIdentifierType'),
          quirk: 'the sheet says the valid value is 1; the tutorial seed uses 4 and current Daraja 11',
        },
        { row: 16, ...rows.remarks('Paid twice') },
        { row: 17, ...rows.longRemarks },
        { row: 18, ...rows.urlWithAddress('ResultURL') },
        { row: 19, ...rows.urlWithoutAddress('ResultURL') },
        { row: 20, ...rows.urlWithAddress('QueueTimeOutURL') },
        { row: 21, ...rows.urlWithoutAddress('QueueTimeOutURL') },
        {
          row: 22,
          steps: 'Send a reversal with a short Occasion.',
          ...rows.occasion('Wrong account'),
          quirk: expectedTextIsWrong,
        },
        { row: 23, steps: 'Send a reversal with a long Occasion.', ...rows.longOccasion },
        {
          row: 24,
          title: 'Amount that differs from the original',
          steps: 'Reverse a valid receipt with another amount.',
          ...rows.fails('amount mismatch'),
          records: [sent('reversal'), failedResult(1, 20, 21, 22, 2001, 2006, 2028, 'R000001', 'R000002')],
          play: [...paid, reverse({ Amount: '100' })],
        },
        {
          row: 25,
          title: 'Receipt that does not exist',
          steps: 'Reverse a made-up receipt.',
          ...rows.fails('original transaction invalid (R000002 on current Daraja)'),
          records: [
            sent('reversal', isSameAs('request.body.ReceiverParty', 'environment.shortcode')),
            resultOneOf('R000002', 2032),
          ],
          against: 'meant',
          play: [sendAndWait('reversal', unknownReceipt)],
        },
        {
          row: 26,
          title: 'Valid receipt and short code',
          steps: 'Reverse a valid receipt of the own short code.',
          ...rows.takes(has('request.body.TransactionID')),
          play: [...paid, reverse()],
          quirk: `${expectedTextIsWrong}; the objective talks of querying`,
        },
      ],
    },
  ),
  ...ownCases('reversal', [
    {
      own: 1,
      title: 'Reverse twice',
      kind: 'negative',
      steps: 'Reverse a receipt that was reversed.',
      expected: 'Result R000001.',
      proof: 'A result with R000001.',
      records: [sent('reversal'), result('R000001')],
      play: [...paid, reverse(), reverse()],
    },
    {
      own: 2,
      title: 'Reverse an own payout',
      kind: 'negative',
      steps: 'Reverse a payment the short code sent.',
      expected: 'Result with an error: only the credited side may reverse.',
      proof: 'A result with a non-zero code.',
      records: [
        sent(['b2c-v3', 'b2c-v1'], accepted),
        result(0),
        sent('reversal', isSameAs('request.body.TransactionID', 'previous.body.Result.TransactionID')),
        failedResult(20, 2001),
      ],
      play: [payout({ Amount: '150' }), reverse({ TransactionID: receiptOfPayout })],
    },
  ]),
]
