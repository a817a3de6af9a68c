import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const reversalCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-reversal-r04',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
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
    id: 'daraja-reversal-r05',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
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
    id: 'daraja-reversal-r06',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 6,
    subject: 'Authentication',
    title: 'Security credential encrypted the right way',
    steps: [
      'Encrypt the initiator password with the certificate of the environment (RSA, PKCS#1 v1.5, base64).',
      'Send a valid request to reversal.',
    ],
    expected:
      'The initiator is recognised: the request is accepted and the result does not complain about the initiator.',
    kind: 'success',
    evidence: {
      text: 'An accepted exchange and its result callback with ResultCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
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
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: { $from: 'paid', take: 'receipt' }, Amount: '150' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r07',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 7,
    subject: 'Authentication',
    title: 'Security credential encrypted the wrong way',
    steps: [
      'Send the password in clear, or encrypted with another certificate.',
      'Send the otherwise valid request to reversal.',
    ],
    expected: 'The initiator is refused, at once or in the result (2001).',
    kind: 'negative',
    evidence: {
      text: 'An error answer, or a result callback that says the initiator information is invalid.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
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
            operations: ['daraja.reversal'],
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
        operation: 'daraja.reversal',
        values: { TransactionID: 'UKK0000404', Amount: '150', SecurityCredential: 'the-password-in-clear' },
      },
    ],
  },
  {
    id: 'daraja-reversal-r08',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 8,
    subject: 'Certificate management',
    title: 'Transaction over HTTPS',
    steps: ['Send a valid request to reversal over HTTPS with certificate checks on.'],
    expected: 'The connection is HTTPS and the request is accepted.',
    kind: 'success',
    evidence: {
      text: 'An exchange whose URL is https and whose answer is an acceptance.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
          where: [
            { field: 'request.url', op: 'matches', value: '^https://' },
            { field: 'response.status', op: 'equals', value: 200 },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: { $from: 'paid', take: 'receipt' }, Amount: '150' },
        wait: 'verdict',
      },
    ],
    needs: 'https',
  },
  {
    id: 'daraja-reversal-r09',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 9,
    subject: 'Functionality tests',
    title: 'Reverse a valid payment',
    steps: ['Send TransactionReversal for a payment received by the short code, with the right amount.'],
    expected: 'Accepted; the payment is reversed; the result is a success.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and result callback with ResultCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
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
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: { $from: 'paid', take: 'receipt' }, Amount: '150' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r10',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 10,
    subject: 'Functionality tests',
    title: 'Reversal with a wrong initiator name',
    steps: ['Use an initiator that does not exist.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
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
        operation: 'daraja.reversal',
        values: { TransactionID: 'UKK0000404', Amount: '150', Initiator: 'nobody' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r11',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 11,
    subject: 'Functionality tests',
    title: 'Reversal with a wrong initiator password',
    steps: ['Use a credential made from another password.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
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
        operation: 'daraja.reversal',
        values: { TransactionID: 'UKK0000404', Amount: '150' },
        credentials: { initiatorPassword: 'not-the-password' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r12',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 12,
    subject: 'Functionality tests',
    title: 'Reversal with an invalid ReceiverParty',
    steps: ['Use a ReceiverParty that does not exist or did not receive the payment.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: receiver invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback whose ResultCode is that of a party, not of a locked credential or a fault.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
          where: [{ field: 'request.body.ReceiverParty', op: 'differs', value: 'environment.shortcode' }],
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
            operations: ['daraja.reversal'],
            where: [
              { field: 'request.body.ReceiverParty', op: 'differs', value: 'environment.shortcode' },
              { field: 'response.status', op: 'gte', value: 400 },
              {
                field: 'response.body.errorMessage',
                op: 'matches',
                value: 'receiver ?party|recei?ver',
                ignoreCase: true,
              },
            ],
          },
        ],
      ],
    },
    against: 'meant',
    play: [
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: { $from: 'paid', take: 'receipt' }, Amount: '150', ReceiverParty: '600638' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r13',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 13,
    subject: 'Functionality tests',
    title: 'Valid CommandID',
    steps: ['Send reversal with CommandID TransactionReversal.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
          where: [
            { field: 'request.body.CommandID', op: 'matches', value: '^(TransactionReversal)$' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: { $from: 'paid', take: 'receipt' }, Amount: '150' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r14',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 14,
    subject: 'Functionality tests',
    title: 'Invalid CommandID',
    steps: ['Send reversal with a CommandID that does not exist.'],
    expected: 'The request is refused with an error that names CommandID.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about CommandID.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
          where: [
            { field: 'request.body.CommandID', op: 'notMatches', value: '^(TransactionReversal)$' },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'command', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: 'UKK0000404', Amount: '150', CommandID: 'TransactionReverse' },
      },
    ],
  },
  {
    id: 'daraja-reversal-r15',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 15,
    subject: 'Functionality tests',
    title: 'Invalid identifier type',
    steps: ['Send RecieverIdentifierType 6.'],
    expected: 'The request is refused with an error that names the identifier type.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about the identifier type.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
          where: [
            { field: 'request.body.RecieverIdentifierType', op: 'in', value: [6] },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'identifier', ignoreCase: true },
          ],
        },
      ],
    },
    quirk: 'the sheet says the valid value is 1; the tutorial seed uses 4 and current Daraja 11',
    play: [
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: 'UKK0000404', Amount: '150', RecieverIdentifierType: '6' },
      },
    ],
  },
  {
    id: 'daraja-reversal-r16',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 16,
    subject: 'Functionality tests',
    title: 'Remarks under 200 characters',
    steps: ['Send reversal with Remarks shorter than 200 characters.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
          where: [
            { field: 'request.body.Remarks', op: 'lengthLt', value: 200 },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: { $from: 'paid', take: 'receipt' }, Amount: '150', Remarks: 'Paid twice' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r17',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 17,
    subject: 'Functionality tests',
    title: 'Remarks over 200 characters',
    steps: ['Send reversal with Remarks longer than 200 characters.'],
    expected: 'The request is refused with an error that names Remarks.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about Remarks.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
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
        operation: 'daraja.reversal',
        values: {
          TransactionID: 'UKK0000404',
          Amount: '150',
          Remarks:
            'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
        },
      },
    ],
  },
  {
    id: 'daraja-reversal-r18',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 18,
    subject: 'Functionality tests',
    title: 'ResultURL with address and port',
    steps: ['Send reversal with a ResultURL that has an address and a port.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
          where: [
            { field: 'request.body.ResultURL', op: 'matches', value: '^https?://[^/:]+:\\d+' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: {
          TransactionID: { $from: 'paid', take: 'receipt' },
          Amount: '150',
          ResultURL: { $hook: '/result' },
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r19',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 19,
    subject: 'Functionality tests',
    title: 'ResultURL without address and port',
    steps: ['Send reversal with a ResultURL that lacks host and port.'],
    expected: 'The request is refused with an error that names ResultURL.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about ResultURL.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
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
        operation: 'daraja.reversal',
        values: { TransactionID: 'UKK0000404', Amount: '150', ResultURL: '/result' },
      },
    ],
  },
  {
    id: 'daraja-reversal-r20',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 20,
    subject: 'Functionality tests',
    title: 'QueueTimeOutURL with address and port',
    steps: ['Send reversal with a QueueTimeOutURL that has an address and a port.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
          where: [
            { field: 'request.body.QueueTimeOutURL', op: 'matches', value: '^https?://[^/:]+:\\d+' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: {
          TransactionID: { $from: 'paid', take: 'receipt' },
          Amount: '150',
          QueueTimeOutURL: { $hook: '/timeout' },
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r21',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 21,
    subject: 'Functionality tests',
    title: 'QueueTimeOutURL without address and port',
    steps: ['Send reversal with a QueueTimeOutURL that lacks host and port.'],
    expected: 'The request is refused with an error that names QueueTimeOutURL.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about QueueTimeOutURL.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
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
        operation: 'daraja.reversal',
        values: { TransactionID: 'UKK0000404', Amount: '150', QueueTimeOutURL: '/timeout' },
      },
    ],
  },
  {
    id: 'daraja-reversal-r22',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 22,
    subject: 'Functionality tests',
    title: 'Occasion under 200 characters',
    steps: ['Send a reversal with a short Occasion.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
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
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: {
          TransactionID: { $from: 'paid', take: 'receipt' },
          Amount: '150',
          Occasion: 'Wrong account',
        },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r23',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 23,
    subject: 'Functionality tests',
    title: 'Occasion over 200 characters',
    steps: ['Send a reversal with a long Occasion.'],
    expected: 'The request is refused with an error that names Occasion.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about Occasion.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
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
        operation: 'daraja.reversal',
        values: {
          TransactionID: 'UKK0000404',
          Amount: '150',
          Occasion:
            'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
        },
      },
    ],
  },
  {
    id: 'daraja-reversal-r24',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 24,
    subject: 'Functionality tests',
    title: 'Amount that differs from the original',
    steps: ['Reverse a valid receipt with another amount.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: amount mismatch.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        { record: 'exchange', operations: ['daraja.reversal'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [
            {
              field: 'body.Result.ResultCode',
              op: 'notIn',
              value: [0, 1, 17, 18, 20, 21, 22, 26, 2001, 2006, 2028, 8006, 'R000001', 'R000002'],
            },
          ],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: { $from: 'paid', take: 'receipt' }, Amount: '100' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r25',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 25,
    subject: 'Functionality tests',
    title: 'Receipt that does not exist',
    steps: ['Reverse a made-up receipt.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: original transaction invalid (R000002 on current Daraja).',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
          where: [{ field: 'request.body.ReceiverParty', op: 'sameAs', value: 'environment.shortcode' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'in', value: ['R000002', 2032] }],
        },
      ],
    },
    against: 'meant',
    play: [
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: 'UKK0000404', Amount: '150' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-r26',
    system: 'daraja',
    api: 'reversal',
    source: 'sheet',
    sheet: 'Reversal',
    row: 26,
    subject: 'Functionality tests',
    title: 'Valid receipt and short code',
    steps: ['Reverse a valid receipt of the own short code.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
          where: [
            { field: 'request.body.TransactionID', op: 'exists', value: true },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    quirk:
      'the Expected Results text on the sheet says the request shall not go through, yet names the success message; the title decides; the objective talks of querying',
    play: [
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: { $from: 'paid', take: 'receipt' }, Amount: '150' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-d01',
    system: 'daraja',
    api: 'reversal',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Reverse twice',
    steps: ['Reverse a receipt that was reversed.'],
    expected: 'Result R000001.',
    kind: 'negative',
    evidence: {
      text: 'A result with R000001.',
      records: [
        { record: 'exchange', operations: ['daraja.reversal'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 'R000001' }],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.c2b-register-v2' },
      {
        do: 'send',
        operation: 'daraja.c2b-simulate-v2',
        values: {
          CommandID: 'CustomerPayBillOnline',
          Amount: 150,
          Msisdn: '254708374149',
          BillRefNumber: '20410001',
        },
      },
      { do: 'await-callback', kind: 'c2b-confirmation', as: 'paid' },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: { $from: 'paid', take: 'receipt' }, Amount: '150' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: { $from: 'paid', take: 'receipt' }, Amount: '150' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-reversal-d02',
    system: 'daraja',
    api: 'reversal',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Reverse an own payout',
    steps: ['Reverse a payment the short code sent.'],
    expected: 'Result with an error: only the credited side may reverse.',
    kind: 'negative',
    evidence: {
      text: 'A result with a non-zero code.',
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
        {
          record: 'exchange',
          operations: ['daraja.reversal'],
          where: [
            {
              field: 'request.body.TransactionID',
              op: 'sameAs',
              value: 'previous.body.Result.TransactionID',
            },
          ],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'notIn', value: [0, 17, 18, 20, 26, 2001, 8006] }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        as: 'payout',
        operation: 'daraja.b2c-v3',
        values: { PartyB: '254708374149', Amount: '150' },
        wait: 'verdict',
      },
      {
        do: 'send',
        operation: 'daraja.reversal',
        values: { TransactionID: { $from: 'payout', take: 'callback.Result.TransactionID' }, Amount: '150' },
        wait: 'verdict',
      },
    ],
  },
]
