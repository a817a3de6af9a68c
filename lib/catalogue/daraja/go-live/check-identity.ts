import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const checkIdentityCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-check-identity-r04',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 4,
    subject: 'Authentication',
    title: 'Token with the right consumer key and secret',
    steps: ['Ask the token end point for a token with the app key and secret in HTTP Basic form.'],
    expected: 'HTTP 200 with access_token and expires_in.',
    kind: 'success',
    evidence: {
      text: 'A token exchange that answered 200 with an access_token.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.oauth-token'],
          where: [
            { field: 'response.status', op: 'equals', value: 200 },
            { field: 'response.body.access_token', op: 'exists', value: true },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.oauth-token' }],
  },
  {
    id: 'daraja-check-identity-r05',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 5,
    subject: 'Authentication',
    title: 'Token with a wrong consumer key or secret',
    steps: ['Repeat the token call after changing one character of the key or the secret.'],
    expected: 'The call is refused and no token is returned.',
    kind: 'negative',
    evidence: {
      text: 'A token exchange with status 400 or above and no access_token.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.oauth-token'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.access_token', op: 'exists', value: false },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.oauth-token',
        credentials: { consumerSecret: 'not-the-secret-of-this-app' },
      },
    ],
  },
  {
    id: 'daraja-check-identity-r06',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 6,
    subject: 'Certificate management',
    title: 'Transaction over HTTPS',
    steps: ['Send a valid request to check-identity over HTTPS with certificate checks on.'],
    expected: 'The connection is HTTPS and the request is accepted.',
    kind: 'success',
    evidence: {
      text: 'An exchange whose URL is https and whose answer is an acceptance.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
  {
    id: 'daraja-check-identity-r07',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 7,
    subject: 'Functionality tests',
    title: 'Check identity with all values valid',
    steps: [
      'Send CheckIdentity with valid short code, password, timestamp, type, phone, callback and description.',
    ],
    expected: 'Accepted; the prompt appears.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and callback.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    quirk: 'the Check Identity API is no longer in the Daraja catalogue',
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
  {
    id: 'daraja-check-identity-r08',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 8,
    subject: 'Functionality tests',
    title: 'Wrong short code',
    steps: ['Change only the value named in the title.'],
    expected: 'Refused, or a result with an error.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
  {
    id: 'daraja-check-identity-r09',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 9,
    subject: 'Functionality tests',
    title: 'Wrong password',
    steps: ['Change only the value named in the title.'],
    expected: 'Refused, or a result with an error.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
  {
    id: 'daraja-check-identity-r10',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 10,
    subject: 'Functionality tests',
    title: 'Wrong timestamp',
    steps: ['Change only the value named in the title.'],
    expected: 'Refused, or a result with an error.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
  {
    id: 'daraja-check-identity-r11',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 11,
    subject: 'Functionality tests',
    title: 'Invalid phone number',
    steps: ['Change only the value named in the title.'],
    expected: 'Refused, or a result with an error.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
  {
    id: 'daraja-check-identity-r12',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 12,
    subject: 'Functionality tests',
    title: 'Valid CommandID',
    steps: ['Send CommandID CheckIdentity.'],
    expected: 'Accepted.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
  {
    id: 'daraja-check-identity-r13',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 13,
    subject: 'Functionality tests',
    title: 'Invalid CommandID',
    steps: ['Send another CommandID.'],
    expected: 'Refused with an error about CommandID.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
  {
    id: 'daraja-check-identity-r14',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 14,
    subject: 'Functionality tests',
    title: 'Callback URL with address and port',
    steps: ['Send a URL with address and port.'],
    expected: 'Accepted.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
  {
    id: 'daraja-check-identity-r15',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 15,
    subject: 'Functionality tests',
    title: 'Callback URL without address and port',
    steps: ['Send a URL that lacks host and port.'],
    expected: 'Refused.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
  {
    id: 'daraja-check-identity-r16',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 16,
    subject: 'Functionality tests',
    title: 'TransactionDesc under 200 characters',
    steps: ['Send a short description.'],
    expected: 'Accepted.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    quirk:
      'the Expected Results text on the sheet says the request shall not go through, yet names the success message; the title decides',
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
  {
    id: 'daraja-check-identity-r17',
    system: 'daraja',
    api: 'check-identity',
    source: 'sheet',
    sheet: 'Check Identity',
    row: 17,
    subject: 'Functionality tests',
    title: 'TransactionDesc over 200 characters',
    steps: ['Send a long description.'],
    expected: 'Refused.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error.',
      records: [
        {
          record: 'manual',
          why: 'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
        },
      ],
    },
    byHand:
      'The Check Identity API is no longer in the Daraja catalogue: there is nothing to send. Mark it as not applicable.',
  },
]
