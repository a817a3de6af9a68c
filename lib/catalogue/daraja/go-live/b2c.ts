import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const b2cCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-b2c-r04',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
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
    id: 'daraja-b2c-r05',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
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
    id: 'daraja-b2c-r06',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 6,
    subject: 'Authentication',
    title: 'Security credential encrypted the right way',
    steps: [
      'Encrypt the initiator password with the certificate of the environment (RSA, PKCS#1 v1.5, base64).',
      'Send a valid request to b2c-payment.',
    ],
    expected:
      'The initiator is recognised: the request is accepted and the result does not complain about the initiator.',
    kind: 'success',
    evidence: {
      text: 'An accepted exchange and its result callback with ResultCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
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
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r07',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 7,
    subject: 'Authentication',
    title: 'Security credential encrypted the wrong way',
    steps: [
      'Send the password in clear, or encrypted with another certificate.',
      'Send the otherwise valid request to b2c-payment.',
    ],
    expected: 'The initiator is refused, at once or in the result (2001).',
    kind: 'negative',
    evidence: {
      text: 'An error answer, or a result callback that says the initiator information is invalid.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [{ field: 'request.body.InitiatorName', op: 'sameAs', value: 'environment.initiatorName' }],
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
            operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
            where: [
              { field: 'request.body.InitiatorName', op: 'sameAs', value: 'environment.initiatorName' },
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
        operation: 'daraja.b2c-v3',
        values: {
          CommandID: 'PromotionPayment',
          PartyB: '254708374149',
          SecurityCredential: 'the-password-in-clear',
        },
      },
    ],
  },
  {
    id: 'daraja-b2c-r08',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 8,
    subject: 'Certificate management',
    title: 'Transaction over HTTPS',
    steps: ['Send a valid request to b2c-payment over HTTPS with certificate checks on.'],
    expected: 'The connection is HTTPS and the request is accepted.',
    kind: 'success',
    evidence: {
      text: 'An exchange whose URL is https and whose answer is an acceptance.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
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
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149' },
        wait: 'verdict',
      },
    ],
    needs: 'https',
  },
  {
    id: 'daraja-b2c-r09',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 9,
    subject: 'Functionality tests',
    title: 'PromotionPayment to a valid customer',
    steps: ['Use a valid initiator, credential and recipient.', 'Send B2C with CommandID PromotionPayment.'],
    expected: 'Accepted; the recipient gets the money; the result is a success.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and result callback with ResultCode 0 and a TransactionReceipt.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [
            { field: 'request.body.CommandID', op: 'equals', value: 'PromotionPayment' },
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
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r10',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 10,
    subject: 'Functionality tests',
    title: 'PromotionPayment with too little money in the account',
    steps: [
      'Make the amount larger than the utility account holds.',
      'Send B2C with CommandID PromotionPayment.',
    ],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: insufficient balance.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        { record: 'exchange', operations: ['daraja.b2c-v3', 'daraja.b2c-v1'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 1 }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254700000001' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r11',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 11,
    subject: 'Functionality tests',
    title: 'PromotionPayment with a wrong initiator name',
    steps: ['Send B2C with an InitiatorName that does not exist.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [{ field: 'request.body.InitiatorName', op: 'differs', value: 'environment.initiatorName' }],
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
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149', InitiatorName: 'nobody' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r12',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 12,
    subject: 'Functionality tests',
    title: 'PromotionPayment with a wrong initiator password',
    steps: ['Send B2C with a credential made from another password.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [{ field: 'request.body.InitiatorName', op: 'sameAs', value: 'environment.initiatorName' }],
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
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149' },
        credentials: { initiatorPassword: 'not-the-password' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r13',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 13,
    subject: 'Functionality tests',
    title: 'Payment to an invalid recipient',
    steps: ['Send B2C to a recipient that is not valid.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: recipient invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        { record: 'exchange', operations: ['daraja.b2c-v3', 'daraja.b2c-v1'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [
            { field: 'body.Result.ResultCode', op: 'in', value: [7, 12, 14, 2028, 2040, 'SFC_IC0003'] },
          ],
        },
      ],
      or: [
        [
          {
            record: 'exchange',
            operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
            where: [
              { field: 'response.status', op: 'gte', value: 400 },
              { field: 'response.body.errorMessage', op: 'matches', value: 'party ?b', ignoreCase: true },
            ],
          },
        ],
      ],
    },
    quirk:
      'the sheet row speaks of BusinessBuyGoods with an invalid merchant or store, and its objective repeats the initiator password text',
    play: [
      {
        do: 'send',
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254700000007' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r14',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 14,
    subject: 'Functionality tests',
    title: 'Valid CommandID',
    steps: ['Send b2c-payment with CommandID SalaryPayment or BusinessPayment or PromotionPayment.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [
            {
              field: 'request.body.CommandID',
              op: 'matches',
              value: '^(SalaryPayment|BusinessPayment|PromotionPayment)$',
            },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r15',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 15,
    subject: 'Functionality tests',
    title: 'Invalid CommandID',
    steps: ['Send b2c-payment with a CommandID that does not exist.'],
    expected: 'The request is refused with an error that names CommandID.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about CommandID.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [
            {
              field: 'request.body.CommandID',
              op: 'notMatches',
              value: '^(SalaryPayment|BusinessPayment|PromotionPayment)$',
            },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'command', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PocketMoney', PartyB: '254708374149' },
      },
    ],
  },
  {
    id: 'daraja-b2c-r16',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 16,
    subject: 'Functionality tests',
    title: 'Amount between 1 and 70,000',
    steps: ['Send B2C with an amount inside the range.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [
            { field: 'request.body.Amount', op: 'between', value: [1, 70000] },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    quirk: '70,000 was the limit of 2017',
    play: [
      {
        do: 'send',
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149', Amount: '150' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r17',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 17,
    subject: 'Functionality tests',
    title: 'Negative or huge amount',
    steps: ['Send B2C with a negative amount, then with one of 20 or more digits.'],
    expected: 'The request is refused with an error that names Amount.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about Amount.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [
            { field: 'request.body.Amount', op: 'outside', value: [1, 70000] },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'amount', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149', Amount: '-150' },
      },
      {
        do: 'send',
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149', Amount: '15000000000000000000' },
      },
    ],
  },
  {
    id: 'daraja-b2c-r18',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 18,
    subject: 'Functionality tests',
    title: 'PartyB with 12 digits',
    steps: ['Send B2C to a number of 12 digits (2547...).'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [
            { field: 'request.body.PartyB', op: 'matches', value: '^\\d{12}$' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r19',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 19,
    subject: 'Functionality tests',
    title: 'PartyB that is not a customer number',
    steps: ['Send B2C with a 12-digit short code as PartyB.'],
    expected: 'The request is refused with an error that names PartyB.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about PartyB.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [
            { field: 'request.body.PartyB', op: 'notMatches', value: '^254\\d{9}$' },
            { field: 'request.body.PartyB', op: 'matches', value: '^\\d+$' },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'party ?b', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '600000600000' },
      },
    ],
  },
  {
    id: 'daraja-b2c-r20',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 20,
    subject: 'Functionality tests',
    title: 'Remarks under 200 characters',
    steps: ['Send b2c-payment with Remarks shorter than 200 characters.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
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
        operation: 'daraja.b2c-v3',
        values: {
          CommandID: 'PromotionPayment',
          PartyB: '254708374149',
          Remarks: 'Prize of the November draw',
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r21',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 21,
    subject: 'Functionality tests',
    title: 'Remarks over 200 characters',
    steps: ['Send b2c-payment with Remarks longer than 200 characters.'],
    expected: 'The request is refused with an error that names Remarks.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about Remarks.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
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
        operation: 'daraja.b2c-v3',
        values: {
          Remarks:
            'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
        },
      },
    ],
  },
  {
    id: 'daraja-b2c-r22',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 22,
    subject: 'Functionality tests',
    title: 'ResultURL with address and port',
    steps: ['Send b2c-payment with a ResultURL that has an address and a port.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
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
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149', ResultURL: { $hook: '/result' } },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r23',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 23,
    subject: 'Functionality tests',
    title: 'ResultURL without address and port',
    steps: ['Send b2c-payment with a ResultURL that lacks host and port.'],
    expected: 'The request is refused with an error that names ResultURL.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about ResultURL.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
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
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149', ResultURL: '/result' },
      },
    ],
  },
  {
    id: 'daraja-b2c-r24',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 24,
    subject: 'Functionality tests',
    title: 'QueueTimeOutURL with address and port',
    steps: ['Send b2c-payment with a QueueTimeOutURL that has an address and a port.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
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
        operation: 'daraja.b2c-v3',
        values: {
          CommandID: 'PromotionPayment',
          PartyB: '254708374149',
          QueueTimeOutURL: { $hook: '/timeout' },
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-r25',
    system: 'daraja',
    api: 'b2c',
    source: 'sheet',
    sheet: 'B2C',
    row: 25,
    subject: 'Functionality tests',
    title: 'QueueTimeOutURL without address and port',
    steps: ['Send b2c-payment with a QueueTimeOutURL that lacks host and port.'],
    expected: 'The request is refused with an error that names QueueTimeOutURL.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about QueueTimeOutURL.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
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
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'PromotionPayment', PartyB: '254708374149', QueueTimeOutURL: '/timeout' },
      },
    ],
  },
  {
    id: 'daraja-b2c-d01',
    system: 'daraja',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'BusinessPayment succeeds',
    steps: ['Send B2C with CommandID BusinessPayment.'],
    expected: 'Accepted; result 0.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and result 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [
            { field: 'request.body.CommandID', op: 'equals', value: 'BusinessPayment' },
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
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'BusinessPayment', PartyB: '254708374149' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-d02',
    system: 'daraja',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'SalaryPayment succeeds',
    steps: ['Send B2C with CommandID SalaryPayment.'],
    expected: 'Accepted; result 0.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and result 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [
            { field: 'request.body.CommandID', op: 'equals', value: 'SalaryPayment' },
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
        operation: 'daraja.b2c-v3',
        values: { CommandID: 'SalaryPayment', PartyB: '254708374149' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2c-d03',
    system: 'daraja',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Unregistered recipient',
    steps: ['Pay a number that is not on M-PESA.'],
    expected: 'Result 2040 or SFC_IC0003.',
    kind: 'negative',
    evidence: {
      text: 'A result with that code.',
      records: [
        { record: 'exchange', operations: ['daraja.b2c-v3', 'daraja.b2c-v1'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'in', value: [2040, 'SFC_IC0003'] }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2c-v3', values: { PartyB: '254700002040' }, wait: 'verdict' }],
  },
  {
    id: 'daraja-b2c-d04',
    system: 'daraja',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'OriginatorConversationID reused (v3)',
    steps: ['Send the same OriginatorConversationID twice.'],
    expected: 'The second is refused as a duplicate.',
    kind: 'negative',
    evidence: {
      text: 'Two exchanges with one id; the second an error that says duplicate.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3'],
          where: [
            {
              field: 'request.body.OriginatorConversationID',
              op: 'sameAs',
              value: 'first.request.body.OriginatorConversationID',
            },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'duplicate', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149', OriginatorConversationID: { $fresh: 24, prefix: 'payout-' } },
        times: 2,
      },
    ],
  },
  {
    id: 'daraja-b2c-d05',
    system: 'daraja',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Queue timeout',
    steps: ['Let the request expire in the queue (sandbox scenario).'],
    expected: 'QueueTimeOutURL is called; the receiver answers 200 and does not assume failure.',
    kind: 'negative',
    evidence: {
      text: 'A queue-timeout callback answered 200.',
      records: [
        { record: 'exchange', operations: ['daraja.b2c-v3', 'daraja.b2c-v1'], where: [] },
        {
          record: 'callback',
          kinds: ['queue-timeout'],
          where: [{ field: 'answer.status', op: 'equals', value: 200 }],
        },
      ],
    },
    play: [
      { do: 'fault', name: 'timeout-instead', value: { operation: 'daraja.b2c-v3' } },
      { do: 'send', operation: 'daraja.b2c-v3', values: { PartyB: '254708374149' } },
      { do: 'await-callback', kind: 'queue-timeout' },
    ],
  },
  {
    id: 'daraja-b2c-d06',
    system: 'daraja',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Lost result recovered by a status query',
    steps: ['Drop the result callback.', 'Query the status of the payment.'],
    expected: 'The query shows the final state.',
    kind: 'success',
    evidence: {
      text: 'A b2c exchange without result and a later status result for it.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2c-v3', 'daraja.b2c-v1'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        { record: 'absence', kinds: ['result'], withinSeconds: 60, where: [] },
        {
          record: 'exchange',
          operations: ['daraja.transaction-status'],
          where: [
            {
              op: 'anyOf',
              any: [
                [
                  {
                    field: 'request.body.OriginalConversationID',
                    op: 'sameAs',
                    value: 'first.response.body.ConversationID',
                  },
                ],
                [
                  {
                    field: 'request.body.OriginalConversationID',
                    op: 'sameAs',
                    value: 'first.response.body.OriginatorConversationID',
                  },
                ],
              ],
            },
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
      { do: 'fault', name: 'no-callback', value: { operation: 'daraja.b2c-v3' } },
      { do: 'send', as: 'payout', operation: 'daraja.b2c-v3', values: { PartyB: '254708374149' } },
      { do: 'let-pass', seconds: 65 },
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
  {
    id: 'daraja-b2c-d07',
    system: 'daraja',
    api: 'b2c',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'API role missing',
    steps: ['Use an operator without the B2C initiator role.'],
    expected: 'Result 21.',
    kind: 'negative',
    evidence: {
      text: 'A result with ResultCode 21.',
      records: [
        { record: 'exchange', operations: ['daraja.b2c-v3', 'daraja.b2c-v1'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 21 }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2c-v3', values: { PartyB: '254700000021' }, wait: 'verdict' }],
  },
]
