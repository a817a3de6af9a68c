import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const sessionCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-session-d01',
    system: 'openapi',
    api: 'session',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Session key with the right API key',
    steps: ['Encrypt the API key with the market public key and ask for a session.'],
    expected: 'Success code and a session id.',
    kind: 'success',
    evidence: {
      text: 'A session exchange with INS-0 and output_SessionID.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.get-session'],
          where: [
            { field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' },
            { field: 'response.body.output_SessionID', op: 'exists', value: true },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'openapi.get-session' }],
  },
  {
    id: 'openapi-session-d02',
    system: 'openapi',
    api: 'session',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Session key with a wrong API key',
    steps: ['Use another key, or another public key.'],
    expected: 'Refused.',
    kind: 'negative',
    evidence: {
      text: 'A session exchange without INS-0.',
      records: [
        {
          record: 'exchange',
          operations: ['openapi.get-session'],
          where: [
            { field: 'response.body.output_ResponseCode', op: 'exists', value: true },
            { field: 'response.body.output_ResponseCode', op: 'notEquals', value: 'INS-0' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'openapi.get-session',
        credentials: { apiKey: 'no-key-of-this-platform-000000001' },
      },
    ],
  },
  {
    id: 'openapi-session-d03',
    system: 'openapi',
    api: 'session',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Expired session key',
    steps: ['Use a session key after its lifetime.'],
    expected: 'The call is refused; a new session works.',
    kind: 'negative',
    evidence: {
      text: 'A payment exchange refused for its session and a new session exchange.',
      records: [
        {
          record: 'exchange',
          where: [
            {
              op: 'anyOf',
              any: [
                [{ field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-2', 'INS-989'] }],
                [
                  { field: 'response.status', op: 'equals', value: 401 },
                  { field: 'response.body.output_error', op: 'matches', value: 'session', ignoreCase: true },
                ],
              ],
            },
          ],
        },
        {
          record: 'exchange',
          operations: ['openapi.get-session'],
          where: [{ field: 'response.body.output_ResponseCode', op: 'equals', value: 'INS-0' }],
        },
      ],
    },
    against: 'meant',
    play: [
      { do: 'send', operation: 'openapi.c2b-single-stage', token: '00000000000000000000000000000000' },
      { do: 'send', operation: 'openapi.get-session' },
    ],
  },
  {
    id: 'openapi-session-d04',
    system: 'openapi',
    api: 'session',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Call from an untrusted source',
    steps: ['Limit the application to one address and call from another.'],
    expected: 'Refused.',
    kind: 'negative',
    evidence: {
      text: 'An exchange refused for its origin.',
      records: [
        {
          record: 'exchange',
          where: [{ field: 'response.body.output_ResponseCode', op: 'in', value: ['INS-2', 'INS-989'] }],
        },
      ],
    },
    against: 'meant',
    play: [
      { do: 'arrange', with: { trustedSources: ['203.0.113.9'] } },
      { do: 'send', operation: 'openapi.get-session' },
    ],
  },
]
