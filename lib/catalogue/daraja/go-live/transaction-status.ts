import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const transactionStatusCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-transaction-status-r04',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
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
    id: 'daraja-transaction-status-r05',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
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
    id: 'daraja-transaction-status-r06',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 6,
    subject: 'Authentication',
    title: 'Security credential encrypted the right way',
    steps: [
      'Encrypt the initiator password with the certificate of the environment (RSA, PKCS#1 v1.5, base64).',
      'Send a valid request to transaction-status.',
    ],
    expected:
      'The initiator is recognised: the request is accepted and the result does not complain about the initiator.',
    kind: 'success',
    evidence: {
      text: 'An accepted exchange and its result callback with ResultCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 0 }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' } },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r07',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 7,
    subject: 'Authentication',
    title: 'Security credential encrypted the wrong way',
    steps: [
      'Send the password in clear, or encrypted with another certificate.',
      'Send the otherwise valid request to transaction-status.',
    ],
    expected: 'The initiator is refused, at once or in the result (2001).',
    kind: 'negative',
    evidence: {
      text: 'An error answer, or a result callback that says the initiator information is invalid.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [{ field: 'request.body.Initiator', op: 'sameAs', value: 'environment.initiatorName' }],
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
            operations: ['daraja.transaction-status'],
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
        operation: 'daraja.transaction-status',
        values: { TransactionID: 'UKK0000404', SecurityCredential: 'the-password-in-clear' },
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r08',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 8,
    subject: 'Certificate management',
    title: 'Transaction over HTTPS',
    steps: ['Send a valid request to transaction-status over HTTPS with certificate checks on.'],
    expected: 'The connection is HTTPS and the request is accepted.',
    kind: 'success',
    evidence: {
      text: 'An exchange whose URL is https and whose answer is an acceptance.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [
            { field: 'request.url', op: 'matches', value: '^https://' },
            { field: 'response.status', op: 'equals', value: 200 },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' } },
        wait: 'verdict',
      },
    ],
    needs: 'https',
  },
  {
    id: 'daraja-transaction-status-r09',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 9,
    subject: 'Functionality tests',
    title: 'Status of a valid payment',
    steps: ['Send TransactionStatusQuery with a valid receipt, identifier type and PartyA.'],
    expected: 'Accepted; the result carries the details of the payment.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and result callback with a ReceiptNo and TransactionStatus.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [
            { field: 'body.Result.ResultCode', op: 'equals', value: 0 },
            { field: 'body.Result.ResultParameters', op: 'hasKey', value: 'TransactionStatus' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' } },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r10',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 10,
    subject: 'Functionality tests',
    title: 'Status with a wrong initiator name',
    steps: ['Use an initiator that does not exist.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
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
      {
        do: 'send',
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: {
          TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' },
          Initiator: 'nobody',
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r11',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 11,
    subject: 'Functionality tests',
    title: 'Status with a wrong initiator password',
    steps: ['Use a credential made from another password.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [{ field: 'request.body.Initiator', op: 'sameAs', value: 'environment.initiatorName' }],
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
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' } },
        credentials: { initiatorPassword: 'not-the-password' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r12',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 12,
    subject: 'Functionality tests',
    title: 'Status with an invalid PartyA',
    steps: ['Use a PartyA that does not exist or had no part in the payment.'],
    expected: 'The request may be accepted, no money moves, and the result names the reason: party invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback whose ResultCode is that of a party, not of a locked credential or a fault.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
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
            operations: ['daraja.transaction-status'],
            where: [
              { field: 'request.body.PartyA', op: 'differs', value: 'environment.shortcode' },
              { field: 'request.body.PartyA', op: 'matches', value: '^(\\d{5,9}|254\\d{9})$' },
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
      {
        do: 'send',
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: {
          TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' },
          PartyA: '600638',
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r13',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 13,
    subject: 'Functionality tests',
    title: 'Valid CommandID',
    steps: ['Send transaction-status with CommandID TransactionStatusQuery.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [
            { field: 'request.body.CommandID', op: 'matches', value: '^(TransactionStatusQuery)$' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' } },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r14',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 14,
    subject: 'Functionality tests',
    title: 'Invalid CommandID',
    steps: ['Send transaction-status with a CommandID that does not exist.'],
    expected: 'The request is refused with an error that names CommandID.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about CommandID.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [
            { field: 'request.body.CommandID', op: 'notMatches', value: '^(TransactionStatusQuery)$' },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'command', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: 'UKK0000404', CommandID: 'TransactionStatus' },
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r15',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
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
          operations: ['daraja.transaction-status'],
          where: [
            { field: 'request.body.IdentifierType', op: 'in', value: [6] },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'identifier', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: 'UKK0000404', IdentifierType: '6' },
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r16',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 16,
    subject: 'Functionality tests',
    title: 'PartyA as a phone number',
    steps: ['Send PartyA as a customer number with IdentifierType 1.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [
            { field: 'request.body.PartyA', op: 'matches', value: '^\\d{10,12}$' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    quirk: 'the sheet says 10 digits (07...); the API uses 12 (2547...)',
    play: [
      {
        do: 'send',
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: {
          TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' },
          PartyA: '254708374149',
          IdentifierType: '1',
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r17',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 17,
    subject: 'Functionality tests',
    title: 'PartyA with the wrong number of digits',
    steps: ['Send a phone number with too many or too few digits.'],
    expected: 'The request is refused with an error that names PartyA.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about PartyA.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [
            { field: 'request.body.PartyA', op: 'notMatches', value: '^\\d{10}$|^\\d{12}$' },
            { field: 'request.body.PartyA', op: 'matches', value: '^(0|254)\\d+$' },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'party ?a', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: 'UKK0000404', PartyA: '2547083741490', IdentifierType: '1' },
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: 'UKK0000404', PartyA: '25470837414', IdentifierType: '1' },
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r18',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 18,
    subject: 'Functionality tests',
    title: 'Remarks under 200 characters',
    steps: ['Send transaction-status with Remarks shorter than 200 characters.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
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
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: {
          TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' },
          Remarks: 'Was it paid',
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r19',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 19,
    subject: 'Functionality tests',
    title: 'Remarks over 200 characters',
    steps: ['Send transaction-status with Remarks longer than 200 characters.'],
    expected: 'The request is refused with an error that names Remarks.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about Remarks.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
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
        operation: 'daraja.transaction-status',
        values: {
          TransactionID: 'UKK0000404',
          Remarks:
            'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
        },
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r20',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 20,
    subject: 'Functionality tests',
    title: 'ResultURL with address and port',
    steps: ['Send transaction-status with a ResultURL that has an address and a port.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
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
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: {
          TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' },
          ResultURL: { $hook: '/result' },
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r21',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 21,
    subject: 'Functionality tests',
    title: 'ResultURL without address and port',
    steps: ['Send transaction-status with a ResultURL that lacks host and port.'],
    expected: 'The request is refused with an error that names ResultURL.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about ResultURL.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [
            { field: 'request.body.ResultURL', op: 'notMatches', value: '^https?://[^/]+' },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'result ?url', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: 'UKK0000404', ResultURL: '/result' },
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r22',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 22,
    subject: 'Functionality tests',
    title: 'QueueTimeOutURL with address and port',
    steps: ['Send transaction-status with a QueueTimeOutURL that has an address and a port.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
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
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: {
          TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' },
          QueueTimeOutURL: { $hook: '/timeout' },
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r23',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 23,
    subject: 'Functionality tests',
    title: 'QueueTimeOutURL without address and port',
    steps: ['Send transaction-status with a QueueTimeOutURL that lacks host and port.'],
    expected: 'The request is refused with an error that names QueueTimeOutURL.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about QueueTimeOutURL.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
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
    play: [
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: 'UKK0000404', QueueTimeOutURL: '/timeout' },
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r24',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 24,
    subject: 'Functionality tests',
    title: 'Receipt that does not exist',
    steps: ['Query a made-up receipt.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: transaction not found.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback that says that the receipt is unknown (2032) or cannot be read (25).',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [
            { field: 'request.body.TransactionID', op: 'exists', value: true },
            { field: 'request.body.PartyA', op: 'sameAs', value: 'environment.shortcode' },
          ],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'in', value: [25, 2032] }],
        },
      ],
    },
    against: 'meant',
    play: [
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: { TransactionID: 'UKK0000404' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r25',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 25,
    subject: 'Functionality tests',
    title: 'Occasion under 200 characters',
    steps: ['Send a query with a short Occasion.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [
            { field: 'request.body.Occasion', op: 'lengthLt', value: 200 },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    quirk:
      'the Expected Results text on the sheet says the request shall not go through, yet names the success message; the title decides',
    play: [
      {
        do: 'send',
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: {
          TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' },
          Occasion: 'Check',
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-transaction-status-r26',
    system: 'daraja',
    api: 'transaction-status',
    source: 'sheet',
    sheet: 'Transaction Status',
    row: 26,
    subject: 'Functionality tests',
    title: 'Occasion over 200 characters',
    steps: ['Send a query with a long Occasion.'],
    expected: 'The request is refused with an error that names Occasion.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about Occasion.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [
            { field: 'request.body.Occasion', op: 'lengthGt', value: 200 },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'occasion', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      { do: 'read-strictly' },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: {
          TransactionID: 'UKK0000404',
          Occasion:
            'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
        },
      },
    ],
  },
  {
    id: 'daraja-transaction-status-d01',
    system: 'daraja',
    api: 'transaction-status',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Query by OriginalConversationID',
    steps: ['Query without a receipt.'],
    expected: 'Accepted; details in the result.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange without TransactionID and result 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [
            { field: 'request.body.TransactionID', op: 'empty', value: true },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 0 }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.transaction-status',
        values: {
          TransactionID: null,
          OriginalConversationID: { $from: 'payout', take: 'OriginatorConversationID' },
        },
        wait: 'verdict',
      },
    ],
  },
]
