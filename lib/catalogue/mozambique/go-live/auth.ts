import { is } from '@/lib/catalogue/go-live-words'
import { accepted, code } from './proofs'
import { ownCases, send, sentAny } from './words'

export const authCases = ownCases('auth', [
  {
    own: 1,
    title: 'Bearer from API key and public key',
    steps: 'Encrypt the API key (RSA) and call.',
    expected: 'The call is authenticated.',
    proof: 'An exchange with INS-0.',
    records: [sentAny(accepted)],
    play: [send('c2b-payment')],
  },
  {
    own: 2,
    title: 'Wrong API key',
    kind: 'negative',
    steps: 'Use another API key.',
    expected: 'Refused.',
    proof: 'An exchange refused for authentication.',
    records: [sentAny(is(code, 'INS-2'))],
    play: [send('c2b-payment', {}, { credentials: { apiKey: 'nokeyofthisplatform0000000000001' } })],
  },
])
