import { onlyByHand } from '@/lib/catalogue/go-live-words'
import { expectedTextIsWrong, rightToken, wrongToken } from './shared-rows'
import { sheetCases } from './words'

/** What the sheet asks of an API that is gone. */
const retired = onlyByHand(
  'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
)

const wrongValue = {
  kind: 'negative' as const,
  steps: 'Change only the value named in the title.',
  expected: 'Refused, or a result with an error.',
  proof: 'An exchange with an error.',
  ...retired,
}

export const checkIdentityCases = sheetCases(
  { sheet: 'Check Identity', api: 'check-identity' },
  {
    Authentication: [
      { row: 4, ...rightToken },
      { row: 5, ...wrongToken },
    ],
    'Certificate management': [
      {
        row: 6,
        title: 'Transaction over HTTPS',
        steps: 'Send a valid request to check-identity over HTTPS with certificate checks on.',
        expected: 'The connection is HTTPS and the request is accepted.',
        proof: 'An exchange whose URL is https and whose answer is an acceptance.',
        ...retired,
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
        ...retired,
        quirk: 'the Check Identity API is no longer in the Daraja catalogue',
      },
      { row: 8, title: 'Wrong short code', ...wrongValue },
      { row: 9, title: 'Wrong password', ...wrongValue },
      { row: 10, title: 'Wrong timestamp', ...wrongValue },
      { row: 11, title: 'Invalid phone number', ...wrongValue },
      {
        row: 12,
        title: 'Valid CommandID',
        steps: 'Send CommandID CheckIdentity.',
        expected: 'Accepted.',
        proof: 'Accepted exchange.',
        ...retired,
      },
      {
        row: 13,
        title: 'Invalid CommandID',
        kind: 'negative',
        steps: 'Send another CommandID.',
        expected: 'Refused with an error about CommandID.',
        proof: 'An exchange with an error.',
        ...retired,
      },
      {
        row: 14,
        title: 'Callback URL with address and port',
        steps: 'Send a URL with address and port.',
        expected: 'Accepted.',
        proof: 'Accepted exchange.',
        ...retired,
      },
      {
        row: 15,
        title: 'Callback URL without address and port',
        kind: 'negative',
        steps: 'Send a URL that lacks host and port.',
        expected: 'Refused.',
        proof: 'An exchange with an error.',
        ...retired,
      },
      {
        row: 16,
        title: 'TransactionDesc under 200 characters',
        steps: 'Send a short description.',
        expected: 'Accepted.',
        proof: 'Accepted exchange.',
        ...retired,
        quirk: expectedTextIsWrong,
      },
      {
        row: 17,
        title: 'TransactionDesc over 200 characters',
        kind: 'negative',
        steps: 'Send a long description.',
        expected: 'Refused.',
        proof: 'An exchange with an error.',
        ...retired,
      },
    ],
  },
)
