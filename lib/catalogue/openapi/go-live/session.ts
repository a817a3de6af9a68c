import { anyOf, arrange, has, is, isOneOf, matches } from '@/lib/catalogue/go-live-words'
import { accepted, code, refused } from './proofs'
import { ownCases, send, sent, sentAny } from './words'

export const sessionCases = ownCases('session', [
  {
    own: 1,
    title: 'Session key with the right API key',
    steps: 'Encrypt the API key with the market public key and ask for a session.',
    expected: 'Success code and a session id.',
    proof: 'A session exchange with INS-0 and output_SessionID.',
    records: [sent('get-session', accepted, has('response.body.output_SessionID'))],
    play: [send('get-session')],
  },
  {
    own: 2,
    title: 'Session key with a wrong API key',
    kind: 'negative',
    steps: 'Use another key, or another public key.',
    expected: 'Refused.',
    proof: 'A session exchange without INS-0.',
    records: [sent('get-session', refused)],
    play: [send('get-session', {}, { credentials: { apiKey: 'no-key-of-this-platform-000000001' } })],
  },
  {
    own: 3,
    title: 'Expired session key',
    kind: 'negative',
    steps: 'Use a session key after its lifetime.',
    expected: 'The call is refused; a new session works.',
    proof: 'A payment exchange refused for its session and a new session exchange.',
    records: [
      sentAny(
        anyOf(
          [isOneOf(code, 'INS-2', 'INS-989')],
          [is('response.status', 401), matches('response.body.output_error', /session/i)],
        ),
      ),
      sent('get-session', accepted),
    ],
    against: 'meant',
    play: [send('c2b-single-stage', {}, { token: '00000000000000000000000000000000' }), send('get-session')],
  },
  {
    own: 4,
    title: 'Call from an untrusted source',
    kind: 'negative',
    steps: 'Limit the application to one address and call from another.',
    expected: 'Refused.',
    proof: 'An exchange refused for its origin.',
    records: [sentAny(isOneOf(code, 'INS-2', 'INS-989'))],
    against: 'meant',
    play: [arrange({ trustedSources: ['203.0.113.9'] }), send('get-session')],
  },
])
