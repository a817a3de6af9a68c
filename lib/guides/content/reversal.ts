import type { Guide } from '../types'

export const reversal: Guide = {
  slug: 'reversal',
  title: 'Reversal',
  summary: 'Giving a customer’s payment back: what can be reversed, by whom, and what each system calls it.',
  group: 'Daraja',
  systems: ['daraja', 'openapi', 'mozambique', 'g2'],
  operations: ['daraja.reversal', 'openapi.reversal', 'mozambique.reversal', 'g2.transaction-reversal'],
  sections: [
    {
      id: 'daraja',
      title: 'Daraja',
      blocks: [
        { kind: 'flow', title: 'A reversal', operation: 'daraja.reversal' },
        {
          kind: 'list',
          items: [
            {
              text: 'Customer payments only. A payout is reversed on the organisation portal.',
              sources: ['Daraja 3.0 portal: Reversal'],
            },
            '`TransactionID` is the receipt of the payment, `ReceiverParty` the shortcode that got it, `Amount` its amount.',
            {
              text: '`RecieverIdentifierType` is 11 according to the portal and 4 in the tutorial; many programs send either.',
              sources: ['Daraja 3.0 portal: Reversal', 'M-Pesa API tutorial (2018-2019)'],
            },
            'The operator needs the role Org Reversals Initiator.',
            'It fails when you no longer have the money. Charges do not come back, and a reversal cannot be reversed.',
            'The `TransactionID` of the result is the receipt of the reversal itself.',
            '`ResultCode` can be text: [R000001](code:daraja/res-r000001) says that it was reversed already.',
          ],
        },
        { kind: 'text', text: 'From a paid run, the button “Reverse this” fills the form.' },
        { kind: 'codes', refs: ['daraja/res-r000001', 'daraja/res-r000002', 'daraja/tut-initiator-invalid'] },
      ],
    },
    {
      id: 'openapi',
      title: 'OpenAPI',
      blocks: [
        {
          kind: 'text',
          text: '[Reversal](op:openapi.reversal) is a PUT; several libraries POST it. `input_ReversalAmount` may be less than the payment. [INS-18](code:openapi/openapi-ins-18) says that the receipt is not of the right form, [INS-35](code:openapi/openapi-ins-35) that the transaction is not yours.',
          sources: ['M-Pesa OpenAPI portal, API documentation'],
        },
      ],
    },
    {
      id: 'mozambique',
      title: 'Mozambique',
      blocks: [
        {
          kind: 'text',
          text: '[Reversal](op:mozambique.reversal) wants `input_InitiatorIdentifier` and `input_SecurityCredential`, which travels in the clear inside the JSON. The amount is `input_ReversalAmount`; older pages said `input_Amount`.',
          sources: ['Mozambique portal, reversal page'],
        },
        { kind: 'codes', refs: ['mozambique/mozambique-ins-24', 'mozambique/mozambique-ins-25'] },
      ],
    },
    {
      id: 'g2',
      title: 'G2 SOAP',
      blocks: [
        {
          kind: 'text',
          text: '[TransactionReversal](op:g2.transaction-reversal) carries `OriginalTransactionID` and no parties. Whether it takes an amount is not confirmed.',
          unconfirmed: true,
          sources: ['B2C API Specification v1.5'],
        },
      ],
    },
  ],
}
