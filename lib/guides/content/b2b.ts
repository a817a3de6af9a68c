import type { Guide } from '../types'

export const b2b: Guide = {
  slug: 'b2b',
  title: 'B2B: paying organisations',
  summary:
    'Paybill, till, tax and top-up share one shape; express checkout asks an operator’s phone instead.',
  group: 'Daraja',
  systems: ['daraja'],
  operations: [
    'daraja.b2b-paybill',
    'daraja.b2b-buygoods',
    'daraja.b2c-account-topup',
    'daraja.b2b-mmf-to-utility',
    'daraja.tax-remittance',
    'daraja.b2b-express-checkout',
    'daraja.query-org-info',
    'daraja.b2b-historic-disburse',
    'daraja.b2b-historic-transfer',
    'daraja.b2b-historic-merchant',
  ],
  sections: [
    {
      id: 'flow',
      title: 'How it goes',
      blocks: [
        { kind: 'flow', title: 'Business pay bill', operation: 'daraja.b2b-paybill' },
        {
          kind: 'text',
          text: 'Money leaves the Working account of `PartyA`, on the word of an operator with the right [role](guide:b2c#operator).',
        },
      ],
    },
    {
      id: 'commands',
      title: 'One shape, several commands',
      blocks: [
        {
          kind: 'table',
          caption: 'What to send for whom',
          head: ['Call', '`CommandID`', 'Receiver'],
          rows: [
            [
              '[Business pay bill](op:daraja.b2b-paybill)',
              'BusinessPayBill',
              'a paybill; `RecieverIdentifierType` 4',
            ],
            [
              '[Business buy goods](op:daraja.b2b-buygoods)',
              'BusinessBuyGoods',
              'a till; 4 according to the portal, 2 in one library’s production notes',
            ],
            ['[B2C top-up](op:daraja.b2c-account-topup)', 'BusinessPayToBulk', 'a B2C shortcode'],
            [
              '[Tax](op:daraja.tax-remittance)',
              'PayTaxToKRA',
              '572572, with KRA’s payment registration number as `AccountReference`',
            ],
            [
              '[Move float](op:daraja.b2b-mmf-to-utility)',
              'BusinessTransferFromMMFToUtility',
              'your own shortcode',
            ],
          ],
          sources: [
            'Daraja 3.0 portal: Business Pay Bill',
            'Daraja 3.0 portal: Tax Remittance',
            'daraja-js: specs and error notes',
          ],
        },
        {
          kind: 'list',
          items: [
            'The field is spelt `RecieverIdentifierType`. Spelt rightly, it is missing.',
            'The operator’s field is `Initiator` here, and `InitiatorName` for payouts.',
            'Balances come as {Amount={…}} or with bars between the parts: read them leniently.',
            'In a failure `ResultParameter` can shrink to one object.',
          ],
        },
        {
          kind: 'codes',
          refs: ['daraja/res-21', 'daraja/res-22', 'daraja/res-2028', 'daraja/tut-receiver-invalid'],
        },
        {
          kind: 'try',
          label: 'Pay KES 100 to a paybill',
          operation: 'daraja.b2b-paybill',
          values: { Amount: '100', AccountReference: 'INV-7' },
        },
      ],
    },
    {
      id: 'express',
      title: 'Express checkout: the other side pays',
      blocks: [
        {
          kind: 'text',
          text: '[B2B express checkout](op:daraja.b2b-express-checkout) prompts the operator of a merchant’s till to pay you. It needs no initiator; the prompt goes to the nominated number of the shortcode, and without one the answer is [4104](code:daraja/express-4104). Body and callback are unlike all others: camelCase and flat.',
          sources: ['Daraja 3.0 portal: B2B Express Checkout'],
        },
        { kind: 'flow', title: 'Express checkout', operation: 'daraja.b2b-express-checkout' },
      ],
    },
    {
      id: 'names',
      title: 'Who is behind a number',
      blocks: [
        {
          kind: 'text',
          text: '[Query organisation info](op:daraja.query-org-info) tells an organisation’s name before you pay it. It is there by agreement.',
          sources: ['daraja-js: specs and error notes'],
        },
      ],
    },
    {
      id: 'historic',
      title: 'Commands that are gone',
      blocks: [
        {
          kind: 'text',
          text: 'Three commands of the first B2B API were switched off in January 2019 and stand here for old integrations and test sheets.',
          sources: ['M-Pesa API tutorial (2018-2019)'],
        },
        {
          kind: 'operations',
          ids: [
            'daraja.b2b-historic-disburse',
            'daraja.b2b-historic-transfer',
            'daraja.b2b-historic-merchant',
          ],
        },
      ],
    },
  ],
}
