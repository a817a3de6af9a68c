import { doesNotMatch, is, isAtLeast, lacks } from '@/lib/catalogue/go-live-words'
import { refused } from './proofs'
import { ownCases, send, sent, sentAny } from './words'

export const oauthCases = ownCases('oauth', [
  {
    own: 1,
    title: 'Expired token',
    kind: 'negative',
    steps: 'Reuse a token after expires_in has passed.',
    expected: 'The API call is refused as an invalid access token; a fresh token works.',
    proof: 'An API exchange with an access token error, followed by a token exchange and a success.',
    records: [sentAny(refused(/access token/i)), sent('oauth-token', is('response.status', 200))],
    play: [send('dynamic-qr', {}, { token: 'a-token-that-has-expired-long-ago' }), send('oauth-token')],
  },
  {
    own: 2,
    title: 'Missing Authorization header',
    kind: 'negative',
    steps: 'Call any API without the header.',
    expected: 'Refused (404.001.04 or similar).',
    proof: 'An exchange with an authorisation error.',
    records: [sentAny(lacks('request.headers.Authorization'), isAtLeast('response.status', 400))],
    play: [send('dynamic-qr', {}, { token: null })],
  },
  {
    own: 3,
    title: 'Wrong grant type',
    kind: 'negative',
    steps: 'Ask for a token with another grant_type.',
    expected: 'Refused.',
    proof: 'A token exchange with status 400 or above.',
    records: [
      sent(
        'oauth-token',
        doesNotMatch('request.url', /grant_type=client_credentials/),
        isAtLeast('response.status', 400),
      ),
    ],
    play: [send('oauth-token', { grant_type: 'password' })],
  },
])
