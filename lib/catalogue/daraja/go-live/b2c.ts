import {
  anyOf,
  doesNotMatch,
  fault,
  fresh,
  is,
  isSameAs,
  letPass,
  matches,
} from '@/lib/catalogue/go-live-words'
import { initiatorRows } from './initiator-rows'
import { customer, queryWithoutReceipt } from './plays'
import { accepted, refused, result, resultOfParty, resultOneOf, succeeds } from './proofs'
import { awaitCallback, called, ownCases, send, sendAndWait, sent, sheetCases, silence } from './words'

const b2c = ['b2c-v3', 'b2c-v1']
const prize = { CommandID: 'PromotionPayment', PartyB: customer }

const rows = initiatorRows({
  name: 'b2c-payment',
  operations: b2c,
  initiator: 'InitiatorName',
  commands: ['SalaryPayment', 'BusinessPayment', 'PromotionPayment'],
  attempt: (changes, more) => [sendAndWait('b2c-v3', { ...prize, ...changes }, more)],
  refusal: (changes) => send('b2c-v3', { ...prize, ...changes }),
})

export const b2cCases = [
  ...sheetCases(
    { sheet: 'B2C', api: 'b2c' },
    {
      ...rows.head,
      'Functionality tests': [
        {
          row: 9,
          title: 'PromotionPayment to a valid customer',
          steps: [
            'Use a valid initiator, credential and recipient.',
            'Send B2C with CommandID PromotionPayment.',
          ],
          expected: 'Accepted; the recipient gets the money; the result is a success.',
          proof: 'Accepted exchange and result callback with ResultCode 0 and a TransactionReceipt.',
          records: [sent(b2c, is('request.body.CommandID', 'PromotionPayment'), accepted), result(0)],
          play: [sendAndWait('b2c-v3', prize)],
        },
        {
          row: 10,
          title: 'PromotionPayment with too little money in the account',
          steps: [
            'Make the amount larger than the utility account holds.',
            'Send B2C with CommandID PromotionPayment.',
          ],
          ...rows.fails('insufficient balance'),
          records: [sent(b2c), result(1)],
          play: [sendAndWait('b2c-v3', { ...prize, PartyB: '254700000001' })],
        },
        {
          row: 11,
          title: 'PromotionPayment with a wrong initiator name',
          steps: 'Send B2C with an InitiatorName that does not exist.',
          ...rows.wrongInitiatorName,
        },
        {
          row: 12,
          title: 'PromotionPayment with a wrong initiator password',
          steps: 'Send B2C with a credential made from another password.',
          ...rows.wrongInitiatorPassword,
        },
        {
          row: 13,
          title: 'Payment to an invalid recipient',
          steps: 'Send B2C to a recipient that is not valid.',
          ...rows.fails('recipient invalid'),
          records: [sent(b2c), resultOfParty],
          or: [[sent(b2c, refused(/party ?b/i))]],
          play: [sendAndWait('b2c-v3', { ...prize, PartyB: '254700000007' })],
          quirk:
            'the sheet row speaks of BusinessBuyGoods with an invalid merchant or store, and its objective repeats the initiator password text',
        },
        { row: 14, ...rows.validCommand },
        { row: 15, ...rows.invalidCommand('PocketMoney') },
        {
          row: 16,
          steps: 'Send B2C with an amount inside the range.',
          ...rows.amountWithinLimits,
          quirk: '70,000 was the limit of 2017',
        },
        {
          row: 17,
          steps: 'Send B2C with a negative amount, then with one of 20 or more digits.',
          ...rows.amountBeyondLimits,
        },
        {
          row: 18,
          title: 'PartyB with 12 digits',
          steps: 'Send B2C to a number of 12 digits (2547...).',
          ...rows.takes(matches('request.body.PartyB', /^\d{12}$/)),
          play: [sendAndWait('b2c-v3', prize)],
        },
        {
          row: 19,
          title: 'PartyB that is not a customer number',
          steps: 'Send B2C with a 12-digit short code as PartyB.',
          ...rows.refuses(
            'PartyB',
            /party ?b/i,
            doesNotMatch('request.body.PartyB', /^254\d{9}$/),
            matches('request.body.PartyB', /^\d+$/),
          ),
          play: [send('b2c-v3', { ...prize, PartyB: '600000600000' })],
        },
        { row: 20, ...rows.remarks('Prize of the November draw') },
        { row: 21, ...rows.longRemarks },
        { row: 22, ...rows.urlWithAddress('ResultURL') },
        { row: 23, ...rows.urlWithoutAddress('ResultURL') },
        { row: 24, ...rows.urlWithAddress('QueueTimeOutURL') },
        { row: 25, ...rows.urlWithoutAddress('QueueTimeOutURL') },
      ],
    },
  ),
  ...ownCases('b2c', [
    {
      own: 1,
      title: 'BusinessPayment succeeds',
      steps: 'Send B2C with CommandID BusinessPayment.',
      ...succeeds(b2c, is('request.body.CommandID', 'BusinessPayment')),
      play: [sendAndWait('b2c-v3', { CommandID: 'BusinessPayment', PartyB: customer })],
    },
    {
      own: 2,
      title: 'SalaryPayment succeeds',
      steps: 'Send B2C with CommandID SalaryPayment.',
      ...succeeds(b2c, is('request.body.CommandID', 'SalaryPayment')),
      play: [sendAndWait('b2c-v3', { CommandID: 'SalaryPayment', PartyB: customer })],
    },
    {
      own: 3,
      title: 'Unregistered recipient',
      kind: 'negative',
      steps: 'Pay a number that is not on M-PESA.',
      expected: 'Result 2040 or SFC_IC0003.',
      proof: 'A result with that code.',
      records: [sent(b2c), resultOneOf(2040, 'SFC_IC0003')],
      play: [sendAndWait('b2c-v3', { PartyB: '254700002040' })],
    },
    {
      own: 4,
      title: 'OriginatorConversationID reused (v3)',
      kind: 'negative',
      steps: 'Send the same OriginatorConversationID twice.',
      expected: 'The second is refused as a duplicate.',
      proof: 'Two exchanges with one id; the second an error that says duplicate.',
      records: [
        sent('b2c-v3', accepted),
        sent(
          'b2c-v3',
          isSameAs('request.body.OriginatorConversationID', 'first.request.body.OriginatorConversationID'),
          refused(/duplicate/i),
        ),
      ],
      play: [
        send('b2c-v3', { PartyB: customer, OriginatorConversationID: fresh(24, 'payout-') }, { times: 2 }),
      ],
    },
    {
      own: 5,
      title: 'Queue timeout',
      kind: 'negative',
      steps: 'Let the request expire in the queue (sandbox scenario).',
      expected: 'QueueTimeOutURL is called; the receiver answers 200 and does not assume failure.',
      proof: 'A queue-timeout callback answered 200.',
      records: [sent(b2c), called('queue-timeout', is('answer.status', 200))],
      play: [
        fault('timeout-instead', { operation: 'daraja.b2c-v3' }),
        send('b2c-v3', { PartyB: customer }),
        awaitCallback('queue-timeout'),
      ],
    },
    {
      own: 6,
      title: 'Lost result recovered by a status query',
      steps: ['Drop the result callback.', 'Query the status of the payment.'],
      expected: 'The query shows the final state.',
      proof: 'A b2c exchange without result and a later status result for it.',
      records: [
        sent(b2c, accepted),
        silence('result', 60),
        sent(
          'transaction-status',
          anyOf(
            [isSameAs('request.body.OriginalConversationID', 'first.response.body.ConversationID')],
            [isSameAs('request.body.OriginalConversationID', 'first.response.body.OriginatorConversationID')],
          ),
          accepted,
        ),
        result(0),
      ],
      play: [
        fault('no-callback', { operation: 'daraja.b2c-v3' }),
        send('b2c-v3', { PartyB: customer }, { as: 'payout' }),
        letPass(65),
        queryWithoutReceipt,
      ],
    },
    {
      own: 7,
      title: 'API role missing',
      kind: 'negative',
      steps: 'Use an operator without the B2C initiator role.',
      expected: 'Result 21.',
      proof: 'A result with ResultCode 21.',
      records: [sent(b2c), result(21)],
      play: [sendAndWait('b2c-v3', { PartyB: '254700000021' })],
    },
  ]),
]
