import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const accountBalanceCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-account-bal-r04',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
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
    id: 'daraja-account-bal-r05',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 5,
    subject: 'Authentication',
    title: 'Token with a wrong consumer key or secret',
    steps: ['Repeat the token call after changing one character of the key or the secret.'],
    expected: 'The call is refused and no token is returned.',
    kind: 'negative',
    evidence: {
      text: 'A token exchange with status 400 to 499 and no access_token.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.oauth-token'],
          where: [
            { field: 'response.status', op: 'between', value: [400, 499] },
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
    id: 'daraja-account-bal-r06',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 6,
    subject: 'Authentication',
    title: 'Security credential encrypted the right way',
    steps: [
      'Encrypt the initiator password with the certificate of the environment (RSA, PKCS#1 v1.5, base64).',
      'Send a valid request to account-balance.',
    ],
    expected:
      'The initiator is recognised: the request is accepted and the result does not complain about the initiator.',
    kind: 'success',
    evidence: {
      text: 'An accepted exchange and its result callback with ResultCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 0 }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.account-balance', wait: 'verdict' }],
  },
  {
    id: 'daraja-account-bal-r07',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 7,
    subject: 'Authentication',
    title: 'Security credential encrypted the wrong way',
    steps: [
      'Send the password in clear, or encrypted with another certificate.',
      'Send the otherwise valid request to account-balance.',
    ],
    expected: 'The initiator is refused, at once or in the result (2001).',
    kind: 'negative',
    evidence: {
      text: 'An error answer, or a result callback that says the initiator information is invalid.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.body.Initiator', op: 'sameAs', value: 'environment.initiatorName' },
            { field: 'request.body.PartyA', op: 'sameAs', value: 'environment.shortcode' },
          ],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 2001 }],
        },
      ],
      or: [
        [
          {
            record: 'exchange',
            operations: ['daraja.account-balance'],
            where: [
              { field: 'request.body.Initiator', op: 'sameAs', value: 'environment.initiatorName' },
              { field: 'response.status', op: 'gte', value: 400 },
              {
                field: 'response.body.errorMessage',
                op: 'matches',
                value: 'security ?credential|initiator',
                ignoreCase: true,
              },
            ],
          },
        ],
      ],
    },
    against: 'meant',
    play: [
      {
        do: 'send',
        operation: 'daraja.account-balance',
        values: { SecurityCredential: 'the-password-in-clear' },
      },
    ],
  },
  {
    id: 'daraja-account-bal-r08',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 8,
    subject: 'Certificate management',
    title: 'Transaction over HTTPS',
    steps: ['Send a valid request to account-balance over HTTPS with certificate checks on.'],
    expected: 'The connection is HTTPS and the request is accepted.',
    kind: 'success',
    evidence: {
      text: 'An exchange whose URL is https and whose answer is an acceptance.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.url', op: 'matches', value: '^https://' },
            { field: 'response.status', op: 'equals', value: 200 },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.account-balance', wait: 'verdict' }],
    needs: 'https',
  },
  {
    id: 'daraja-account-bal-r09',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 9,
    subject: 'Functionality tests',
    title: 'Balance of the own short code',
    steps: ['Send AccountBalance with a valid initiator, credential and PartyA.'],
    expected: 'Accepted; the result lists the account balances.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and result callback with an AccountBalance parameter.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [
            { field: 'body.Result.ResultCode', op: 'equals', value: 0 },
            { field: 'body.Result.ResultParameters', op: 'hasKey', value: 'AccountBalance' },
          ],
        },
      ],
    },
    quirk: 'objective on the sheet was copied from B2C',
    play: [{ do: 'send', operation: 'daraja.account-balance', wait: 'verdict' }],
  },
  {
    id: 'daraja-account-bal-r10',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 10,
    subject: 'Functionality tests',
    title: 'Balance with a wrong initiator name',
    steps: ['Use an initiator that does not exist.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [{ field: 'request.body.Initiator', op: 'differs', value: 'environment.initiatorName' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 2001 }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.account-balance', values: { Initiator: 'nobody' }, wait: 'verdict' },
    ],
  },
  {
    id: 'daraja-account-bal-r11',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 11,
    subject: 'Functionality tests',
    title: 'Balance with a wrong initiator password',
    steps: ['Use a credential made from another password.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.body.Initiator', op: 'sameAs', value: 'environment.initiatorName' },
            { field: 'request.body.PartyA', op: 'sameAs', value: 'environment.shortcode' },
          ],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 2001 }],
        },
      ],
    },
    against: 'meant',
    play: [
      {
        do: 'send',
        operation: 'daraja.account-balance',
        credentials: { initiatorPassword: 'not-the-password' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-account-bal-r12',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 12,
    subject: 'Functionality tests',
    title: 'Balance of an invalid short code',
    steps: ['Use a PartyA that does not exist or is not yours.'],
    expected: 'The request may be accepted, no money moves, and the result names the reason: party invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback whose ResultCode is that of a party, not of a locked credential or a fault.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [{ field: 'request.body.PartyA', op: 'differs', value: 'environment.shortcode' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'notIn', value: [0, 17, 18, 26, 8006] }],
        },
      ],
      or: [
        [
          {
            record: 'exchange',
            operations: ['daraja.account-balance'],
            where: [
              { field: 'request.body.PartyA', op: 'differs', value: 'environment.shortcode' },
              { field: 'response.status', op: 'gte', value: 400 },
              { field: 'response.body.errorMessage', op: 'matches', value: 'party ?a', ignoreCase: true },
            ],
          },
        ],
      ],
    },
    quirk: 'objective on the sheet was copied',
    against: 'meant',
    play: [
      { do: 'send', operation: 'daraja.account-balance', values: { PartyA: '699998' }, wait: 'verdict' },
    ],
  },
  {
    id: 'daraja-account-bal-r13',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 13,
    subject: 'Functionality tests',
    title: 'Valid CommandID',
    steps: ['Send account-balance with CommandID AccountBalance.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.body.CommandID', op: 'matches', value: '^(AccountBalance)$' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.account-balance', wait: 'verdict' }],
  },
  {
    id: 'daraja-account-bal-r14',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 14,
    subject: 'Functionality tests',
    title: 'Invalid CommandID',
    steps: ['Send account-balance with a CommandID that does not exist.'],
    expected: 'The request is refused with an error that names CommandID.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about CommandID.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.body.CommandID', op: 'notMatches', value: '^(AccountBalance)$' },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'command', ignoreCase: true },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.account-balance', values: { CommandID: 'AccountBalances' } }],
  },
  {
    id: 'daraja-account-bal-r15',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 15,
    subject: 'Functionality tests',
    title: 'Invalid identifier type',
    steps: ['Send IdentifierType 6.'],
    expected: 'The request is refused with an error that names the identifier type.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about the identifier type.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.body.IdentifierType', op: 'in', value: [6] },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'identifier', ignoreCase: true },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.account-balance', values: { IdentifierType: '6' } }],
  },
  {
    id: 'daraja-account-bal-r16',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 16,
    subject: 'Functionality tests',
    title: 'Remarks under 200 characters',
    steps: ['Send account-balance with Remarks shorter than 200 characters.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.body.Remarks', op: 'lengthLt', value: 200 },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.account-balance',
        values: { Remarks: 'Balance at the close of day' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-account-bal-r17',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 17,
    subject: 'Functionality tests',
    title: 'Remarks over 200 characters',
    steps: ['Send account-balance with Remarks longer than 200 characters.'],
    expected: 'The request is refused with an error that names Remarks.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about Remarks.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.body.Remarks', op: 'lengthGt', value: 200 },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'remark', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      { do: 'read-strictly' },
      {
        do: 'send',
        operation: 'daraja.account-balance',
        values: {
          Remarks:
            'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
        },
      },
    ],
  },
  {
    id: 'daraja-account-bal-r18',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 18,
    subject: 'Functionality tests',
    title: 'ResultURL with address and port',
    steps: ['Send account-balance with a ResultURL that has an address and a port.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.body.ResultURL', op: 'matches', value: '^https?://[^/:]+:\\d+' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.account-balance',
        values: { ResultURL: { $hook: '/result' } },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-account-bal-r19',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 19,
    subject: 'Functionality tests',
    title: 'ResultURL without address and port',
    steps: ['Send account-balance with a ResultURL that lacks host and port.'],
    expected: 'The request is refused with an error that names ResultURL.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about ResultURL.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.body.ResultURL', op: 'notMatches', value: '^https?://[^/]+' },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'result ?url', ignoreCase: true },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.account-balance', values: { ResultURL: '/result' } }],
  },
  {
    id: 'daraja-account-bal-r20',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 20,
    subject: 'Functionality tests',
    title: 'QueueTimeOutURL with address and port',
    steps: ['Send account-balance with a QueueTimeOutURL that has an address and a port.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.body.QueueTimeOutURL', op: 'matches', value: '^https?://[^/:]+:\\d+' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.account-balance',
        values: { QueueTimeOutURL: { $hook: '/timeout' } },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-account-bal-r21',
    system: 'daraja',
    api: 'account-balance',
    source: 'sheet',
    sheet: 'Account Bal',
    row: 21,
    subject: 'Functionality tests',
    title: 'QueueTimeOutURL without address and port',
    steps: ['Send account-balance with a QueueTimeOutURL that lacks host and port.'],
    expected: 'The request is refused with an error that names QueueTimeOutURL.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about QueueTimeOutURL.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.account-balance'],
          where: [
            { field: 'request.body.QueueTimeOutURL', op: 'notMatches', value: '^https?://[^/]+' },
            { field: 'response.status', op: 'gte', value: 400 },
            {
              field: 'response.body.errorMessage',
              op: 'matches',
              value: '(queue|result) ?(time ?out)? ?url',
              ignoreCase: true,
            },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.account-balance', values: { QueueTimeOutURL: '/timeout' } }],
  },
  {
    id: 'daraja-account-balance-d01',
    system: 'daraja',
    api: 'account-balance',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'All accounts parsed',
    steps: ['Read the balance of a short code with several accounts.'],
    expected: 'Each account appears with currency and amounts.',
    kind: 'success',
    evidence: {
      text: 'A result of 0 whose AccountBalance holds at least two accounts, each with currency and amount.',
      records: [
        { record: 'exchange', operations: ['daraja.account-balance'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [
            { field: 'body.Result.ResultCode', op: 'equals', value: 0 },
            {
              field: 'body.Result.ResultParameters.AccountBalance',
              op: 'matches',
              value: '^[^|&]+\\|[A-Z]{3}\\|-?[\\d.]+\\|[^&]*&[^|&]+\\|[A-Z]{3}\\|-?[\\d.]+\\|',
            },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.account-balance', wait: 'verdict' }],
  },
]
