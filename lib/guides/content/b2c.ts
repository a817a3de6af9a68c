import type { Guide } from '../types'

export const b2c: Guide = {
  slug: 'b2c',
  title: 'B2C and the operator behind it',
  summary:
    'Paying customers: the initiator, its role on the organisation portal, the security credential, and which account pays.',
  group: 'Daraja',
  systems: ['daraja'],
  operations: [
    'daraja.b2c-v3',
    'daraja.b2c-v1',
    'daraja.b2pochi',
    'daraja.b2c-hakikisha',
    'daraja.b2c-account-topup',
    'daraja.b2b-mmf-to-utility',
  ],
  sections: [
    {
      id: 'flow',
      title: 'How it goes',
      blocks: [
        { kind: 'flow', title: 'A payout', operation: 'daraja.b2c-v3' },
        {
          kind: 'try',
          label: 'Pay KES 10 to a test phone',
          operation: 'daraja.b2c-v3',
          values: { Amount: '10', PartyB: '254708374149', Remarks: 'First payout' },
        },
        {
          kind: 'list',
          items: [
            {
              text: 'KES 10 to 250,000 in one payment; a customer may receive KES 500,000 a day and hold at most that much.',
              sources: ['Daraja 3.0 portal: Business to Customer'],
            },
            {
              text: '`OriginatorConversationID` is yours in version 3 and must never repeat: [Duplicate OriginatorConversationID](code:daraja/duplicate-originator). Version 1 has no such field.',
              sources: ['Daraja 3.0 portal: Business to Customer'],
            },
            '`CommandID` is SalaryPayment, BusinessPayment or PromotionPayment.',
            'The field for the occasion is spelt `Occassion` here, with two s.',
            {
              text: 'The portal documents version 3 only; a go-live letter of September 2026 names [version 1](op:daraja.b2c-v1) for production.',
              unconfirmed: true,
              sources: ['daraja-js: specs and error notes'],
            },
          ],
        },
      ],
    },
    {
      id: 'operator',
      title: 'The operator on the organisation portal',
      blocks: [
        {
          kind: 'steps',
          items: [
            'A business administrator makes an operator of the API channel on the M-PESA organisation portal.',
            'The operator gets the role of each call that it will make, from the table below.',
            'Somebody with the role Set Restricted ORG API PASSWORD sets its password.',
            'The operator’s name goes into `InitiatorName`, its password, encrypted, into `SecurityCredential`.',
          ],
        },
        {
          kind: 'table',
          caption: 'Roles by call',
          head: ['Call', 'Role'],
          rows: [
            ['[B2C](op:daraja.b2c-v3), [Pochi](op:daraja.b2pochi)', 'ORG B2C API Initiator'],
            ['[Business pay bill](op:daraja.b2b-paybill)', 'Business Paybill Org API initiator'],
            ['[Business buy goods](op:daraja.b2b-buygoods)', 'Business Buy Goods Org API initiator'],
            ['[B2C top-up](op:daraja.b2c-account-topup)', 'Org Business Pay to Bulk API initiator'],
            ['[Tax](op:daraja.tax-remittance)', 'Tax Remittance to KRA API'],
            ['[Transaction status](op:daraja.transaction-status)', 'Transaction Status query ORG API'],
            ['[Balance](op:daraja.account-balance)', 'Balance Query ORG API'],
            ['[Reversal](op:daraja.reversal)', 'Org Reversals Initiator'],
          ],
          sources: ['Daraja 3.0 portal: Business to Customer', 'Daraja 3.0 portal: Account Balance'],
        },
        {
          kind: 'note',
          tone: 'warn',
          title: 'Passwords age',
          text: 'An operator’s password lasts 90 days. Of the special characters only #, &, % and $ are safe; brackets are refused, and @ and the full stop are best left out. Too many wrong ones lock it: [8006](code:daraja/res-8006).',
          sources: ['Daraja 3.0 portal: Business to Customer', 'M-Pesa API tutorial (2018-2019)'],
        },
      ],
    },
    {
      id: 'credential',
      title: 'The security credential',
      blocks: [
        {
          kind: 'text',
          text: 'The password, as plain bytes, is encrypted with the public key in Safaricom’s certificate (RSA, PKCS#1 v1.5) and written as Base64. Sandbox and production have certificates of their own; a credential of one means nothing to the other. Jaribu makes it when the request leaves, and the tool under [Tools](page:/tools?tool=credential) makes one to copy.',
          sources: ['Daraja 3.0 portal: Business to Customer'],
        },
        { kind: 'codes', refs: ['daraja/res-2001', 'daraja/bad-security-credential', 'daraja/res-18'] },
        {
          kind: 'text',
          text: 'Follow [“The initiator information is invalid”](guide:initiator-information-invalid) when it is refused.',
        },
      ],
    },
    {
      id: 'account',
      title: 'Which account pays',
      blocks: [
        {
          kind: 'text',
          text: 'A payout leaves the Utility account. A full Working account does not help: [1](code:daraja/res-1). Money gets there by C2B payments, by a [top-up](op:daraja.b2c-account-topup) from another organisation’s Working account, or, where API support allows it, by [moving float](op:daraja.b2b-mmf-to-utility). The other way round only the organisation portal can do.',
          sources: ['Daraja 3.0 portal: Business to Customer'],
        },
      ],
    },
    {
      id: 'others',
      title: 'Pochi, and names before paying',
      blocks: [
        {
          kind: 'text',
          text: '[Business to Pochi](op:daraja.b2pochi) pays into a Pochi la Biashara wallet; without one the receiver is refused. [B2C Hakikisha](op:daraja.b2c-hakikisha), under an agreement, tells the name behind a number before you pay it.',
        },
        {
          kind: 'note',
          tone: 'bad',
          title: 'No way back',
          text: 'The API does not reverse a payout. Reverse it on the organisation portal.',
          sources: ['Daraja 3.0 portal: Reversal'],
        },
      ],
    },
  ],
}
