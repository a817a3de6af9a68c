import { has, is, isAtLeast, lacks, onlyByHand } from '@/lib/catalogue/go-live-words'
import { send, sent, sheetCases } from './words'

export const checkIdentityCases = sheetCases(
  { sheet: 'Check Identity', api: 'check-identity' },
  {
    Authentication: [
      {
        row: 4,
        title: 'Token with the right consumer key and secret',
        steps: 'Ask the token end point for a token with the app key and secret in HTTP Basic form.',
        expected: 'HTTP 200 with access_token and expires_in.',
        proof: 'A token exchange that answered 200 with an access_token.',
        records: [sent('oauth-token', is('response.status', 200), has('response.body.access_token'))],
        play: [send('oauth-token')],
      },
      {
        row: 5,
        title: 'Token with a wrong consumer key or secret',
        kind: 'negative',
        steps: 'Repeat the token call after changing one character of the key or the secret.',
        expected: 'The call is refused and no token is returned.',
        proof: 'A token exchange with status 400 or above and no access_token.',
        records: [
          sent('oauth-token', isAtLeast('response.status', 400), lacks('response.body.access_token')),
        ],
        play: [send('oauth-token', {}, { credentials: { consumerSecret: 'not-the-secret-of-this-app' } })],
      },
    ],
    'Certificate management': [
      {
        row: 6,
        title: 'Transaction over HTTPS',
        steps: 'Send a valid request to check-identity over HTTPS with certificate checks on.',
        expected: 'The connection is HTTPS and the request is accepted.',
        proof: 'An exchange whose URL is https and whose answer is an acceptance.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
      },
    ],
    'Functionality tests': [
      {
        row: 7,
        title: 'Check identity with all values valid',
        steps:
          'Send CheckIdentity with valid short code, password, timestamp, type, phone, callback and description.',
        expected: 'Accepted; the prompt appears.',
        proof: 'Accepted exchange and callback.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
        quirk: 'the Check Identity API is no longer in the Daraja catalogue',
      },
      {
        row: 8,
        title: 'Wrong short code',
        kind: 'negative',
        steps: 'Change only the value named in the title.',
        expected: 'Refused, or a result with an error.',
        proof: 'An exchange with an error.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
      },
      {
        row: 9,
        title: 'Wrong password',
        kind: 'negative',
        steps: 'Change only the value named in the title.',
        expected: 'Refused, or a result with an error.',
        proof: 'An exchange with an error.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
      },
      {
        row: 10,
        title: 'Wrong timestamp',
        kind: 'negative',
        steps: 'Change only the value named in the title.',
        expected: 'Refused, or a result with an error.',
        proof: 'An exchange with an error.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
      },
      {
        row: 11,
        title: 'Invalid phone number',
        kind: 'negative',
        steps: 'Change only the value named in the title.',
        expected: 'Refused, or a result with an error.',
        proof: 'An exchange with an error.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
      },
      {
        row: 12,
        title: 'Valid CommandID',
        steps: 'Send CommandID CheckIdentity.',
        expected: 'Accepted.',
        proof: 'Accepted exchange.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
      },
      {
        row: 13,
        title: 'Invalid CommandID',
        kind: 'negative',
        steps: 'Send another CommandID.',
        expected: 'Refused with an error about CommandID.',
        proof: 'An exchange with an error.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
      },
      {
        row: 14,
        title: 'Callback URL with address and port',
        steps: 'Send a URL with address and port.',
        expected: 'Accepted.',
        proof: 'Accepted exchange.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
      },
      {
        row: 15,
        title: 'Callback URL without address and port',
        kind: 'negative',
        steps: 'Send a URL that lacks host and port.',
        expected: 'Refused.',
        proof: 'An exchange with an error.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
      },
      {
        row: 16,
        title: 'TransactionDesc under 200 characters',
        steps: 'Send a short description.',
        expected: 'Accepted.',
        proof: 'Accepted exchange.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
        quirk:
          'the Expected Results text on the sheet says the request shall not go through, yet names the success message; the title decides',
      },
      {
        row: 17,
        title: 'TransactionDesc over 200 characters',
        kind: 'negative',
        steps: 'Send a long description.',
        expected: 'Refused.',
        proof: 'An exchange with an error.',
        ...onlyByHand(
          'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        ),
      },
    ],
  },
)
