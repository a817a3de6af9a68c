import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const authCases: readonly GoLiveCase[] = [
  {
    id: 'mozambique-auth-d01',
    system: 'mozambique',
    api: 'auth',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Bearer from API key and public key',
    steps: ['Encrypt the API key (RSA) and call.'],
    expected: 'The call is authenticated.',
    kind: 'success',
    evidence: {
      text: 'An exchange with INS-0.',
      records: [
        {
          record: 'exchange',
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'mozambique.c2b-payment' }],
  },
  {
    id: 'mozambique-auth-d02',
    system: 'mozambique',
    api: 'auth',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Wrong API key',
    steps: ['Use another API key.'],
    expected: 'Refused.',
    kind: 'negative',
    evidence: {
      text: 'An exchange refused for authentication.',
      records: [
        {
          record: 'exchange',
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-2' }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'mozambique.c2b-payment',
        credentials: { apiKey: 'nokeyofthisplatform0000000000001' },
      },
    ],
  },
]
