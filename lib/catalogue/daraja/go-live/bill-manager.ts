import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const billManagerCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-bill-manager-d01',
    system: 'daraja',
    api: 'bill-manager',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Opt in',
    steps: ['Opt the short code in.'],
    expected: '200 and an app key.',
    kind: 'success',
    evidence: {
      text: 'An opt-in exchange with success.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.billmanager-optin'],
          where: [{ field: 'response.body.rescode', op: 'equals', value: 200 }],
        },
      ],
    },
    against: 'meant',
    play: [{ do: 'send', operation: 'daraja.billmanager-optin' }],
  },
  {
    id: 'daraja-bill-manager-d02',
    system: 'daraja',
    api: 'bill-manager',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Send one invoice',
    steps: ['Send a single invoice.'],
    expected: 'Accepted; the customer gets it.',
    kind: 'success',
    evidence: {
      text: 'An invoice exchange with success.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.billmanager-single-invoice'],
          where: [{ field: 'response.body.rescode', op: 'equals', value: 200 }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.billmanager-optin' },
      {
        do: 'send',
        operation: 'daraja.billmanager-single-invoice',
        values: {
          externalReference: { $fresh: 14, prefix: 'JR-' },
          accountReference: { $fresh: 12, prefix: 'ACC-' },
        },
      },
    ],
  },
  {
    id: 'daraja-bill-manager-d03',
    system: 'daraja',
    api: 'bill-manager',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Payment notice acknowledged',
    steps: ['Receive a payment notice and send the acknowledgement.'],
    expected: 'Acknowledged.',
    kind: 'success',
    evidence: {
      text: 'A notice callback answered 200 and an acknowledgement exchange.',
      records: [
        {
          record: 'callback',
          kinds: ['bill-payment'],
          where: [{ field: 'answer.status', op: 'equals', value: 200 }],
        },
        {
          record: 'exchange',
          operations: ['daraja.billmanager-reconciliation'],
          where: [
            { field: 'response.body.rescode', op: 'equals', value: 200 },
            { field: 'request.body.transactionId', op: 'sameAs', value: 'first.body.transactionId' },
          ],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.billmanager-optin' },
      { do: 'customer-pays', shortcode: '600000', reference: 'INV-2041', amount: 150 },
      { do: 'await-callback', kind: 'bill-payment', as: 'notice' },
      {
        do: 'send',
        operation: 'daraja.billmanager-reconciliation',
        values: { transactionId: { $from: 'notice', take: 'transactionId' } },
      },
    ],
  },
  {
    id: 'daraja-bill-manager-d04',
    system: 'daraja',
    api: 'bill-manager',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Cancel an invoice',
    steps: ['Cancel an invoice that was not paid.'],
    expected: 'Accepted.',
    kind: 'success',
    evidence: {
      text: 'A cancel exchange with success.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.billmanager-cancel-single', 'daraja.billmanager-cancel-bulk'],
          where: [{ field: 'response.body.rescode', op: 'equals', value: 200 }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.billmanager-optin' },
      {
        do: 'send',
        as: 'invoice',
        operation: 'daraja.billmanager-single-invoice',
        values: {
          externalReference: { $fresh: 14, prefix: 'JR-' },
          accountReference: { $fresh: 12, prefix: 'ACC-' },
        },
      },
      {
        do: 'send',
        operation: 'daraja.billmanager-cancel-single',
        values: { externalReference: { $from: 'invoice', take: 'request.body.externalReference' } },
      },
    ],
  },
]
