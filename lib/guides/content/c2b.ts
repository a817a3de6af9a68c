import type { Guide } from '../types'

export const c2b: Guide = {
  slug: 'c2b',
  title: 'C2B with validation and its clock',
  summary:
    'Customers who pay from their own menu: registering URLs, answering a validation in time, masked numbers, pulling what was missed.',
  group: 'Daraja',
  systems: ['daraja'],
  operations: [
    'daraja.c2b-register-v2',
    'daraja.c2b-register-v1',
    'daraja.c2b-simulate-v2',
    'daraja.c2b-simulate-v1',
    'daraja.pull-register',
    'daraja.pull-query',
    'daraja.c2b-hakikisha-notify',
  ],
  sections: [
    {
      id: 'flow',
      title: 'How it goes',
      blocks: [
        {
          kind: 'flow',
          title: 'A paybill payment with validation',
          steps: [
            { from: 'phone', to: 'provider', label: 'pays the paybill, with PIN' },
            { from: 'provider', to: 'inbox', label: 'validation → ValidationURL', tone: 'pending' },
            { from: 'inbox', to: 'provider', label: 'accept or refuse, within 8 s', dashed: true },
            { from: 'provider', to: 'inbox', label: 'confirmation → ConfirmationURL', tone: 'good' },
            { from: 'inbox', to: 'provider', label: '200', dashed: true },
          ],
        },
        {
          kind: 'text',
          text: 'Without external validation only the confirmation comes, after the money has moved.',
        },
      ],
    },
    {
      id: 'register',
      title: 'Registering the URLs',
      blocks: [
        {
          kind: 'steps',
          items: [
            '[Register](op:daraja.c2b-register-v2) `ConfirmationURL` and `ValidationURL` for the shortcode. Mind which is which: swapping them is the most common mistake, and the local sandbox notes on the run when the paths look swapped.',
            '`ResponseType` says what happens when your validation cannot be reached: Completed lets the payment through, Cancelled ends it. Exactly these words.',
            'In production ask for external validation to be switched on: registering alone does not do it.',
            'Production takes a registration once; to change it, delete the pair under URL Management in the portal’s self service, where two operators approve, then register again. The sandbox takes it any number of times.',
          ],
        },
        { kind: 'codes', refs: ['daraja/urls-already-registered', 'daraja/duplicate-notification-info'] },
        {
          kind: 'note',
          tone: 'warn',
          title: 'Version 1 or 2',
          text: 'The application has the product of one version. The other version’s path answers [no apiproduct match found](code:daraja/token-401-003-01). Version 1 hands over the payer’s number as a SHA-256 digest, version 2 as a masked number.',
          sources: ['mpesa-node-library, issue 56', 'osen-wc-mpesa, issue 69'],
        },
        {
          kind: 'text',
          text: 'The M-PESA Express shortcode 174379 cannot be registered. Use one of the published 600xxx ones.',
        },
      ],
    },
    {
      id: 'validation',
      title: 'Answering a validation',
      blocks: [
        {
          kind: 'text',
          text: 'You have about eight seconds. Answer `ResultCode` 0 to accept, or one of the codes below to refuse; any other code refuses as well. What you put into `ThirdPartyTransID` comes back in the confirmation.',
          sources: ['Daraja 3.0 portal: Customer to Business'],
        },
        {
          kind: 'codes',
          refs: [
            'daraja/c2bv-C2B00011',
            'daraja/c2bv-C2B00012',
            'daraja/c2bv-C2B00013',
            'daraja/c2bv-C2B00014',
            'daraja/c2bv-C2B00015',
            'daraja/c2bv-C2B00016',
          ],
        },
        {
          kind: 'text',
          text: 'A refused customer reads that [the organisation is unavailable](code:daraja/tut-sms-unavailable), whatever your reason was.',
        },
        {
          kind: 'text',
          text: 'In the local sandbox the clock is real: have the [inbox](page:/inbox) stay silent and see what `ResponseType` makes of it. Sources differ on whether the accepting 0 may be text; Jaribu takes both.',
        },
      ],
    },
    {
      id: 'simulate',
      title: 'Simulating',
      blocks: [
        {
          kind: 'text',
          text: '[Simulate](op:daraja.c2b-simulate-v2) exists in the sandbox only, although the portal prints a production address. Many report that its notices never come there; in the local sandbox they do, and a customer can pay from the virtual phone’s menu as well.',
          sources: ['Daraja 3.0 portal: Customer to Business'],
        },
        {
          kind: 'try',
          label: 'Simulate KES 250 for INV-9',
          operation: 'daraja.c2b-simulate-v2',
          values: { Amount: '250', BillRefNumber: 'INV-9' },
        },
        { kind: 'operations', ids: ['daraja.c2b-register-v1', 'daraja.c2b-simulate-v1'] },
      ],
    },
    {
      id: 'missed',
      title: 'What you missed',
      blocks: [
        {
          kind: 'text',
          text: 'Confirmations are sent once. [Pull](op:daraja.pull-query) lists the payments of the last 48 hours, after [registering](op:daraja.pull-register) the shortcode once. It is also said to carry the whole phone number.',
          sources: ['Daraja 3.0 portal: Pull Transactions'],
        },
        {
          kind: 'text',
          text: '`OffSetValue` pages through the rows. Remove what you know already by its transaction id.',
        },
      ],
    },
    {
      id: 'names',
      title: 'Being asked for a name',
      blocks: [
        {
          kind: 'text',
          text: 'Under a contract, Safaricom [asks you](op:daraja.c2b-hakikisha-notify) for the name behind an account number before the customer pays. You host that call.',
          sources: ['Community Daraja SDK examples (Python, TypeScript)'],
          unconfirmed: true,
        },
      ],
    },
  ],
}
