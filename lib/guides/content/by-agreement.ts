import type { Guide } from '../types'

export const byAgreement: Guide = {
  slug: 'by-agreement',
  title: 'Products by agreement',
  summary:
    'Bill Manager, standing orders, Bonga points and checks of identity: what each does, and what it takes to get it.',
  group: 'Daraja',
  systems: ['daraja'],
  operations: [
    'daraja.billmanager-optin',
    'daraja.billmanager-change-optin',
    'daraja.billmanager-single-invoice',
    'daraja.billmanager-bulk-invoice',
    'daraja.billmanager-change-invoice',
    'daraja.billmanager-change-invoices',
    'daraja.billmanager-reconciliation',
    'daraja.billmanager-cancel-single',
    'daraja.billmanager-cancel-bulk',
    'daraja.ratiba-create',
    'daraja.bonga-calculate',
    'daraja.bonga-redeem',
    'daraja.imsi-check',
    'daraja.sim-swap',
    'daraja.age-on-network',
    'daraja.mobile-number-validation',
  ],
  sections: [
    {
      id: 'billmanager',
      title: 'Bill Manager',
      blocks: [
        {
          kind: 'steps',
          items: [
            '[Opt in](op:daraja.billmanager-optin) once. The `app_key` of the answer goes into a header of all later calls; Jaribu keeps it with the environment.',
            'Send [one invoice](op:daraja.billmanager-single-invoice) or [up to a thousand](op:daraja.billmanager-bulk-invoice). The bulk body is the list itself, with no object around it.',
            'A payment arrives at `callbackurl`. Answer with `rescode` 200; this is the only product that repeats a callback, up to five times.',
            '[Acknowledge the payment](op:daraja.billmanager-reconciliation); Safaricom then sends the customer an e-receipt.',
          ],
        },
        {
          kind: 'operations',
          ids: [
            'daraja.billmanager-change-optin',
            'daraja.billmanager-change-invoice',
            'daraja.billmanager-change-invoices',
            'daraja.billmanager-cancel-single',
            'daraja.billmanager-cancel-bulk',
          ],
        },
        {
          kind: 'note',
          tone: 'warn',
          title: 'Paths differ by source',
          text: 'A go-live letter of September 2026 gives production addresses with the prefix twice, and other names for changing and cancelling. Change the base URL when yours says so.',
          sources: ['daraja-js: specs and error notes'],
          unconfirmed: true,
        },
      ],
    },
    {
      id: 'ratiba',
      title: 'Standing orders (Ratiba)',
      blocks: [
        {
          kind: 'text',
          text: '[Create a standing order](op:daraja.ratiba-create): the customer agrees on the phone, and the payments arrive later as ordinary C2B confirmations. A name can be used once a customer: [1050](code:daraja/ratiba-1050). For a till the wire says Pay Marchant, misspelt.',
          sources: ['Daraja 3.0 portal: M-PESA Ratiba'],
        },
        { kind: 'flow', title: 'Ratiba', operation: 'daraja.ratiba-create' },
      ],
    },
    {
      id: 'bonga',
      title: 'Lipa na Bonga',
      blocks: [
        {
          kind: 'text',
          text: 'Ask [what points are worth](op:daraja.bonga-calculate), then [take them](op:daraja.bonga-redeem). The outcome comes as a C2B confirmation.',
          sources: ['daraja-js: specs and error notes'],
          unconfirmed: true,
        },
      ],
    },
    {
      id: 'identity',
      title: 'Identity and fraud',
      blocks: [
        {
          kind: 'table',
          caption: 'Checks of a number',
          head: ['Call', 'Tells'],
          rows: [
            ['[IMSI check](op:daraja.imsi-check)', 'a hash of the SIM, at KES 20 a call'],
            [
              '[SIM swap](op:daraja.sim-swap)',
              'the day of the last swap; 01-01-1900 stands for none within three years',
            ],
            [
              '[Age on network](op:daraja.age-on-network)',
              'since when the number exists; the answer’s fields are unconfirmed',
            ],
            [
              '[Number validation](op:daraja.mobile-number-validation)',
              'whether number and id document belong together',
            ],
          ],
          sources: ['Daraja 3.0 portal: IMSI', 'Daraja 3.0 portal: SIM Swap', 'Statum Daraja SDK for PHP'],
        },
        {
          kind: 'text',
          text: 'They go live by e-mail to API support with the company’s registration and a signed agreement; there is no wizard.',
        },
      ],
    },
  ],
}
