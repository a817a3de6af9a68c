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
      text: 'An exchange that is not refused for authentication.',
      records: [
        {
          record: 'exchange',
          where: [
            { field: 'response.status', op: 'notIn', value: [401, 403] },
            { field: 'response.body.output_ResponseCode', op: 'exists', value: true },
            { field: 'response.body.output_ResponseCode', op: 'notEquals', value: 'INS-2' },
          ],
        },
      ],
    },
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
  },
]
