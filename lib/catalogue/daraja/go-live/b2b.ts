import { has, is, isSameAs, matches } from '@/lib/catalogue/go-live-words'
import { initiatorRows } from './initiator-rows'
import { accepted, failedResult, refused, result, resultOfParty, succeeds } from './proofs'
import { ownCases, send, sendAndWait, sent, sheetCases } from './words'

const b2b = ['b2b-paybill', 'b2b-buygoods']

const rows = initiatorRows({
  name: 'b2b-payment',
  operations: b2b,
  initiator: 'Initiator',
  commands: ['BusinessPayBill', 'BusinessBuyGoods'],
  attempt: (changes, more) => [sendAndWait('b2b-paybill', changes, more)],
  refusal: (changes) => send('b2b-paybill', changes),
})

export const b2bCases = [
  ...sheetCases(
    { sheet: 'B2B', api: 'b2b' },
    {
      ...rows.head,
      'Functionality tests': [
        {
          row: 9,
          title: 'BusinessPayBill to a valid organisation',
          steps: 'Send B2B with CommandID BusinessPayBill and valid parties.',
          expected: 'Accepted; the other organisation is credited; the result is a success.',
          proof: 'Accepted exchange and result callback with ResultCode 0.',
          records: [sent(b2b, is('request.body.CommandID', 'BusinessPayBill'), accepted), result(0)],
          play: [sendAndWait('b2b-paybill')],
        },
        {
          row: 10,
          title: 'BusinessPayBill with too little money',
          steps: 'Make the amount larger than the working account holds.',
          ...rows.fails('insufficient balance'),
          records: [sent(b2b), result(1)],
          play: [sendAndWait('b2b-paybill', { Amount: '99999999' })],
        },
        {
          row: 11,
          title: 'BusinessPayBill with a wrong initiator name',
          steps: 'Send B2B with an initiator that does not exist.',
          ...rows.wrongInitiatorName,
        },
        {
          row: 12,
          title: 'BusinessPayBill with a wrong initiator password',
          steps: 'Send B2B with a credential made from another password.',
          ...rows.wrongInitiatorPassword,
        },
        {
          row: 13,
          title: 'BusinessPayBill to an invalid organisation',
          steps: 'Send B2B to a short code that does not exist.',
          ...rows.fails('receiver invalid'),
          records: [sent(b2b), resultOfParty],
          or: [[sent(b2b, refused(/party ?b/i))]],
          play: [sendAndWait('b2b-paybill', { PartyB: '699998' })],
          quirk: 'objective on the sheet repeats the initiator password text',
        },
        {
          row: 14,
          ...rows.validCommand,
          play: [sendAndWait('b2b-paybill'), sendAndWait('b2b-buygoods')],
        },
        { row: 15, ...rows.invalidCommand('BusinessPayNobody') },
        { row: 16, steps: 'Send B2B with an amount inside the range.', ...rows.amountWithinLimits },
        { row: 17, steps: 'Send B2B with a negative or absurdly large amount.', ...rows.amountBeyondLimits },
        {
          row: 18,
          title: 'PartyB accepted',
          steps: 'Send B2B with a valid PartyB.',
          ...rows.takes(has('request.body.PartyB')),
          play: [sendAndWait('b2b-paybill', { PartyB: '600321' })],
          quirk: 'copied from the B2C sheet: it asks for a 12-digit MSISDN, which is wrong for B2B',
        },
        {
          row: 19,
          title: 'PartyB with 12 digits',
          steps: 'Send B2B with a 12-digit short code.',
          ...rows.refuses('PartyB', /party ?b/i, matches('request.body.PartyB', /^\d{12}$/)),
          play: [send('b2b-paybill', { PartyB: '600000600000' })],
          quirk: 'copied from the B2C sheet',
        },
        { row: 20, ...rows.remarks('November rent') },
        { row: 21, ...rows.longRemarks },
        { row: 22, ...rows.urlWithAddress('ResultURL') },
        { row: 23, ...rows.urlWithoutAddress('ResultURL') },
        {
          row: 24,
          ...rows.urlWithAddress('QueueTimeOutURL'),
          quirk: 'expected text on the sheet is the one for an invalid ResultURL; the title decides',
        },
        {
          row: 25,
          ...rows.urlWithoutAddress('QueueTimeOutURL'),
          quirk: 'expected text on the sheet names ResultURL',
        },
      ],
    },
  ),
  ...ownCases('b2b', [
    {
      own: 1,
      title: 'BusinessBuyGoods succeeds',
      steps: 'Pay a till or store number.',
      ...succeeds(b2b, is('request.body.CommandID', 'BusinessBuyGoods')),
      play: [sendAndWait('b2b-buygoods')],
    },
    {
      own: 2,
      title: 'Paybill to itself',
      kind: 'negative',
      steps: 'Use one short code as both parties.',
      expected: 'Result with an error.',
      proof: 'A result with a non-zero code.',
      records: [sent(b2b, isSameAs('request.body.PartyA', 'request.body.PartyB')), failedResult(1, 20, 2001)],
      play: [sendAndWait('b2b-paybill', { PartyA: '600000', PartyB: '600000' })],
    },
  ]),
]
