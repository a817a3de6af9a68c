import { differsFrom, hasKey, isSameAs, matches } from '@/lib/catalogue/go-live-words'
import { initiatorRows } from './initiator-rows'
import { accepted, result } from './proofs'
import { ownCases, send, sendAndWait, sent, sheetCases } from './words'

const rows = initiatorRows({
  name: 'account-balance',
  operations: 'account-balance',
  initiator: 'Initiator',
  // Another short code's balance is refused with 2001 as well.
  rightParty: isSameAs('request.body.PartyA', 'environment.shortcode'),
  commands: ['AccountBalance'],
  attempt: (changes, more) => [sendAndWait('account-balance', changes, more)],
  refusal: (changes) => send('account-balance', changes),
})

export const accountBalanceCases = [
  ...sheetCases(
    { sheet: 'Account Bal', api: 'account-balance' },
    {
      ...rows.head,
      'Functionality tests': [
        {
          row: 9,
          title: 'Balance of the own short code',
          steps: 'Send AccountBalance with a valid initiator, credential and PartyA.',
          expected: 'Accepted; the result lists the account balances.',
          proof: 'Accepted exchange and result callback with an AccountBalance parameter.',
          records: [
            sent('account-balance', accepted),
            result(0, hasKey('body.Result.ResultParameters', 'AccountBalance')),
          ],
          play: [sendAndWait('account-balance')],
          quirk: 'objective on the sheet was copied from B2C',
        },
        {
          row: 10,
          title: 'Balance with a wrong initiator name',
          steps: 'Use an initiator that does not exist.',
          ...rows.wrongInitiatorName,
        },
        {
          row: 11,
          title: 'Balance with a wrong initiator password',
          steps: 'Use a credential made from another password.',
          ...rows.wrongInitiatorPassword,
        },
        {
          row: 12,
          title: 'Balance of an invalid short code',
          steps: 'Use a PartyA that does not exist or is not yours.',
          ...rows.failsForParty(
            'party invalid',
            /party ?a/i,
            differsFrom('request.body.PartyA', 'environment.shortcode'),
          ),
          play: [sendAndWait('account-balance', { PartyA: '699998' })],
          quirk: 'objective on the sheet was copied',
        },
        { row: 13, ...rows.validCommand },
        { row: 14, ...rows.invalidCommand('AccountBalances') },
        { row: 15, ...rows.invalidIdentifierType('IdentifierType') },
        { row: 16, ...rows.remarks('Balance at the close of day') },
        { row: 17, ...rows.longRemarks },
        { row: 18, ...rows.urlWithAddress('ResultURL') },
        { row: 19, ...rows.urlWithoutAddress('ResultURL') },
        { row: 20, ...rows.urlWithAddress('QueueTimeOutURL') },
        { row: 21, ...rows.urlWithoutAddress('QueueTimeOutURL') },
      ],
    },
  ),
  ...ownCases('account-balance', [
    {
      own: 1,
      title: 'All accounts parsed',
      steps: 'Read the balance of a short code with several accounts.',
      expected: 'Each account appears with currency and amounts.',
      proof: 'A result of 0 whose AccountBalance holds at least two accounts, each with currency and amount.',
      records: [
        sent('account-balance'),
        result(
          0,
          matches(
            'body.Result.ResultParameters.AccountBalance',
            /^[^|&]+\|[A-Z]{3}\|-?[\d.]+\|[^&]*&[^|&]+\|[A-Z]{3}\|-?[\d.]+\|/,
          ),
        ),
      ],
      play: [sendAndWait('account-balance')],
    },
  ]),
]
