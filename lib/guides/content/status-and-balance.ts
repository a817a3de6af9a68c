import type { Guide } from '../types'

export const statusAndBalance: Guide = {
  slug: 'status-and-balance',
  title: 'Transaction status and balance',
  summary: 'Asking what became of a payment, and how much is in each account.',
  group: 'Daraja',
  systems: ['daraja', 'openapi', 'mozambique', 'g2'],
  operations: [
    'daraja.transaction-status',
    'daraja.account-balance',
    'daraja.stk-query',
    'daraja.pull-query',
    'openapi.query-transaction-status',
    'mozambique.query-transaction-status',
    'g2.transaction-status-query',
    'g2.account-balance',
    'g2.query-transaction',
  ],
  sections: [
    {
      id: 'which',
      title: 'Which question to ask',
      blocks: [
        {
          kind: 'table',
          caption: 'By what you hold',
          head: ['You hold', 'Ask'],
          rows: [
            ['a `CheckoutRequestID`', '[M-PESA Express query](op:daraja.stk-query): answers at once'],
            [
              'a receipt',
              '[Transaction status](op:daraja.transaction-status) with `TransactionID`: answers by callback',
            ],
            ['only a conversation id', 'the same with `OriginalConversationID`'],
            ['nothing but a date', '[Pull](op:daraja.pull-query): C2B payments of the last 48 hours'],
            ['an OpenAPI reference', '[Query transaction status](op:openapi.query-transaction-status)'],
            ['a Mozambique reference', '[Query transaction status](op:mozambique.query-transaction-status)'],
            [
              'a G2 receipt',
              '[TransactionStatusQuery](op:g2.transaction-status-query); for the broker’s own copies [queryTransaction](op:g2.query-transaction)',
            ],
          ],
        },
      ],
    },
    {
      id: 'status',
      title: 'Transaction status',
      blocks: [
        { kind: 'flow', title: 'The question is asynchronous, too', operation: 'daraja.transaction-status' },
        {
          kind: 'list',
          items: [
            {
              text: 'It knows customer payments, payouts, B2B, reversals and international transfers.',
              sources: ['Daraja 3.0 portal: Transaction Status'],
            },
            {
              text: 'The state moves from Initiated over Authorized or Pending Authorized to Completed, Cancelled, Declined or Expired.',
              sources: ['Daraja 3.0 portal: Transaction Status'],
            },
            {
              text: 'Portals of two generations spell the key of the conversation differently; `OriginalConversationID` was accepted live.',
              sources: ['mpesa-api: live sandbox captures, Sept-Oct 2026'],
            },
            'A `ResultCode` of 0 says that the question was answered. What became of the payment is in the parameter TransactionStatus.',
          ],
        },
        { kind: 'codes', refs: ['daraja/res-2032'] },
      ],
    },
    {
      id: 'balance',
      title: 'Balance',
      blocks: [
        {
          kind: 'text',
          text: '[Account balance](op:daraja.account-balance) answers by callback with one line for all accounts, joined by &; each is name, currency, current, available, reserved and uncleared money, with bars between. Jaribu shows it as a table.',
          sources: ['Daraja 3.0 portal: Account Balance'],
        },
        {
          kind: 'table',
          caption: 'Accounts behind a shortcode',
          head: ['Account', 'What it is for'],
          rows: [
            ['Utility', 'receives paybill payments, pays B2C'],
            ['Merchant', 'receives till payments'],
            ['Working (MMF)', 'pays B2B, waits for settlement'],
            ['Charges paid', 'runs negative: fees'],
            ['Organization settlement', 'money on its way to the bank'],
          ],
        },
        {
          kind: 'text',
          text: 'Over SOAP a [balance](op:g2.account-balance) existed, but no source shows its shape.',
          unconfirmed: true,
          sources: ['B2C API Specification v1.5'],
        },
      ],
    },
  ],
}
