import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const oauthCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-oauth-d01',
    system: 'daraja',
    api: 'oauth',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Expired token',
    steps: ['Reuse a token after expires_in has passed.'],
    expected: 'The API call is refused as an invalid access token; a fresh token works.',
    kind: 'negative',
    evidence: {
      text: 'An API exchange with an access token error, followed by a token exchange and a success.',
      records: [
        {
          record: 'exchange',
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'access token', ignoreCase: true },
          ],
        },
        {
          record: 'exchange',
          operations: ['daraja.oauth-token'],
          where: [{ field: 'response.status', op: 'equals', value: 200 }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.dynamic-qr', token: 'a-token-that-has-expired-long-ago' },
      { do: 'send', operation: 'daraja.oauth-token' },
    ],
  },
  {
    id: 'daraja-oauth-d02',
    system: 'daraja',
    api: 'oauth',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Missing Authorization header',
    steps: ['Call any API without the header.'],
    expected: 'Refused (404.001.04 or similar).',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an authorisation error.',
      records: [
        {
          record: 'exchange',
          where: [
            { field: 'request.headers.Authorization', op: 'exists', value: false },
            { field: 'response.status', op: 'gte', value: 400 },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.dynamic-qr', token: null }],
  },
  {
    id: 'daraja-oauth-d03',
    system: 'daraja',
    api: 'oauth',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Wrong grant type',
    steps: ['Ask for a token with another grant_type.'],
    expected: 'Refused.',
    kind: 'negative',
    evidence: {
      text: 'A token exchange with status 400 or above.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.oauth-token'],
          where: [
            { field: 'request.url', op: 'notMatches', value: 'grant_type=client_credentials' },
            { field: 'response.status', op: 'gte', value: 400 },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.oauth-token', values: { grant_type: 'password' } }],
  },
]
