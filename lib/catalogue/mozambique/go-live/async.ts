import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const asyncCases: readonly GoLiveCase[] = [
  {
    id: 'mozambique-async-d01',
    system: 'mozambique',
    api: 'async',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Asynchronous mode',
    steps: ['Register a response URL and charge a number.'],
    expected: 'The call answers at once and the result arrives at the URL.',
    kind: 'success',
    evidence: {
      text: 'An exchange and a callback with the same conversation id.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
        { record: 'callback', kinds: ['result'], where: [] },
      ],
    },
    play: [
      { do: 'arrange', with: { responseUrl: { $hook: '' } } },
      { do: 'send', operation: 'mozambique.c2b-payment', wait: 'verdict' },
    ],
  },
  {
    id: 'mozambique-async-d02',
    system: 'mozambique',
    api: 'async',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Back to synchronous mode',
    steps: ['Clear the response URL and charge again.'],
    expected: 'The result comes in the answer.',
    kind: 'success',
    evidence: {
      text: 'An exchange with the final code and no callback.',
      records: [
        {
          record: 'exchange',
          operations: ['mozambique.c2b-payment'],
          where: [
            { field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' },
            { field: 'response.body.output_TransactionID', op: 'exists', value: true },
            { field: 'response.body.output_TransactionID', op: 'notEquals', value: 'N/A' },
          ],
        },
      ],
    },
    play: [
      { do: 'arrange', with: { responseUrl: null } },
      { do: 'send', operation: 'mozambique.c2b-payment' },
    ],
  },
]
