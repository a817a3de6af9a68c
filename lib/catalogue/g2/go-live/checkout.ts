import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const checkoutCases: readonly GoLiveCase[] = [
  {
    id: 'g2-soap-checkout-d01',
    system: 'g2',
    api: 'checkout',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Checkout completes',
    steps: ['Process.', 'Confirm.', 'Receive the notification.'],
    expected: '00 three times, TRX_STATUS Success, receiver prints ok.',
    kind: 'success',
    evidence: {
      text: 'Process and confirm exchanges with 00 and a notification with 00.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.checkout-process'],
          where: [{ field: 'response.body.RETURN_CODE', op: 'equals', value: '00' }],
        },
        {
          record: 'callback',
          kinds: ['checkout-result'],
          where: [{ field: 'body.RETURN_CODE', op: 'equals', value: '00' }],
        },
        {
          record: 'exchange',
          operations: ['g2.checkout-confirm'],
          where: [
            { field: 'request.body.TRX_ID', op: 'sameAs', value: 'first.response.body.TRX_ID' },
            { field: 'response.body.RETURN_CODE', op: 'equals', value: '00' },
          ],
        },
      ],
    },
    play: [
      { do: 'send', as: 'checkout', operation: 'g2.checkout-process' },
      {
        do: 'send',
        operation: 'g2.checkout-confirm',
        values: { TRX_ID: { $from: 'checkout', take: 'TRX_ID' } },
      },
      { do: 'await-callback', kind: 'checkout-result' },
    ],
  },
  {
    id: 'g2-soap-checkout-d02',
    system: 'g2',
    api: 'checkout',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Checkout refused: wrong credentials',
    steps: ['Provoke wrong credentials.'],
    expected: 'RETURN_CODE 36.',
    kind: 'negative',
    evidence: {
      text: 'A process exchange with 36.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.checkout-process'],
          where: [{ field: 'response.body.RETURN_CODE', op: 'equals', value: '36' }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'g2.checkout-process', credentials: { merchantPasskey: 'not-the-passkey' } },
    ],
  },
  {
    id: 'g2-soap-checkout-d03',
    system: 'g2',
    api: 'checkout',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Checkout refused: missing reference',
    steps: ['Provoke missing reference.'],
    expected: 'RETURN_CODE 30.',
    kind: 'negative',
    evidence: {
      text: 'A process exchange with 30.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.checkout-process'],
          where: [{ field: 'response.body.RETURN_CODE', op: 'equals', value: '30' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'g2.checkout-process', values: { REFERENCE_ID: '' } }],
  },
  {
    id: 'g2-soap-checkout-d04',
    system: 'g2',
    api: 'checkout',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Checkout refused: blank amount',
    steps: ['Provoke blank amount.'],
    expected: 'RETURN_CODE 31.',
    kind: 'negative',
    evidence: {
      text: 'A process exchange with 31.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.checkout-process'],
          where: [{ field: 'response.body.RETURN_CODE', op: 'equals', value: '31' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'g2.checkout-process', values: { AMOUNT: '' } }],
  },
  {
    id: 'g2-soap-checkout-d05',
    system: 'g2',
    api: 'checkout',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Checkout refused: duplicate',
    steps: ['Provoke duplicate.'],
    expected: 'RETURN_CODE 35.',
    kind: 'negative',
    evidence: {
      text: 'Two process exchanges with one id; the second with 35.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.checkout-process'],
          where: [{ field: 'response.body.RETURN_CODE', op: 'equals', value: '00' }],
        },
        {
          record: 'exchange',
          operations: ['g2.checkout-process'],
          where: [
            {
              field: 'request.body.MERCHANT_TRANSACTION_ID',
              op: 'sameAs',
              value: 'first.request.body.MERCHANT_TRANSACTION_ID',
            },
            { field: 'response.body.RETURN_CODE', op: 'equals', value: '35' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'g2.checkout-process',
        values: { MERCHANT_TRANSACTION_ID: { $fresh: 12 } },
        times: 2,
      },
    ],
  },
  {
    id: 'g2-soap-checkout-d06',
    system: 'g2',
    api: 'checkout',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Checkout refused: bad MSISDN',
    steps: ['Provoke bad MSISDN.'],
    expected: 'RETURN_CODE 41.',
    kind: 'negative',
    evidence: {
      text: 'A process exchange with 41.',
      records: [
        {
          record: 'exchange',
          operations: ['g2.checkout-process'],
          where: [{ field: 'response.body.RETURN_CODE', op: 'equals', value: '41' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'g2.checkout-process', values: { MSISDN: '12345' } }],
  },
  {
    id: 'g2-soap-checkout-d07',
    system: 'g2',
    api: 'checkout',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Customer has too little money',
    steps: ['Confirm with a low balance.'],
    expected: 'Notification 01, TRX_STATUS Failed.',
    kind: 'negative',
    evidence: {
      text: 'A notification with 01.',
      records: [
        { record: 'exchange', operations: ['g2.checkout-process'], where: [] },
        {
          record: 'callback',
          kinds: ['checkout-result'],
          where: [{ field: 'body.RETURN_CODE', op: 'equals', value: '01' }],
        },
      ],
    },
    play: [
      { do: 'send', as: 'checkout', operation: 'g2.checkout-process', values: { MSISDN: '254700000001' } },
      {
        do: 'send',
        operation: 'g2.checkout-confirm',
        values: { TRX_ID: { $from: 'checkout', take: 'TRX_ID' } },
      },
      { do: 'await-callback', kind: 'checkout-result' },
    ],
  },
]
