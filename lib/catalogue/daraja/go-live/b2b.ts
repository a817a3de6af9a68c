import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const b2bCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-b2b-r04',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
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
    id: 'daraja-b2b-r05',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
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
    id: 'daraja-b2b-r06',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 6,
    subject: 'Authentication',
    title: 'Security credential encrypted the right way',
    steps: [
      'Encrypt the initiator password with the certificate of the environment (RSA, PKCS#1 v1.5, base64).',
      'Send a valid request to b2b-payment.',
    ],
    expected:
      'The initiator is recognised: the request is accepted and the result does not complain about the initiator.',
    kind: 'success',
    evidence: {
      text: 'An accepted exchange and its result callback with ResultCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 0 }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', wait: 'verdict' }],
  },
  {
    id: 'daraja-b2b-r07',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 7,
    subject: 'Authentication',
    title: 'Security credential encrypted the wrong way',
    steps: [
      'Send the password in clear, or encrypted with another certificate.',
      'Send the otherwise valid request to b2b-payment.',
    ],
    expected: 'The initiator is refused, at once or in the result (2001).',
    kind: 'negative',
    evidence: {
      text: 'An error answer, or a result callback that says the initiator information is invalid.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
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
            operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
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
        operation: 'daraja.b2b-paybill',
        values: { SecurityCredential: 'the-password-in-clear' },
      },
    ],
  },
  {
    id: 'daraja-b2b-r08',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 8,
    subject: 'Certificate management',
    title: 'Transaction over HTTPS',
    steps: ['Send a valid request to b2b-payment over HTTPS with certificate checks on.'],
    expected: 'The connection is HTTPS and the request is accepted.',
    kind: 'success',
    evidence: {
      text: 'An exchange whose URL is https and whose answer is an acceptance.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            { field: 'request.url', op: 'matches', value: '^https://' },
            { field: 'response.status', op: 'equals', value: 200 },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', wait: 'verdict' }],
    needs: 'https',
  },
  {
    id: 'daraja-b2b-r09',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 9,
    subject: 'Functionality tests',
    title: 'BusinessPayBill to a valid organisation',
    steps: ['Send B2B with CommandID BusinessPayBill and valid parties.'],
    expected: 'Accepted; the other organisation is credited; the result is a success.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and result callback with ResultCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            { field: 'request.body.CommandID', op: 'equals', value: 'BusinessPayBill' },
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
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', wait: 'verdict' }],
  },
  {
    id: 'daraja-b2b-r10',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 10,
    subject: 'Functionality tests',
    title: 'BusinessPayBill with too little money',
    steps: ['Make the amount larger than the working account holds.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: insufficient balance.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        { record: 'exchange', operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'], where: [] },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 1 }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', values: { Amount: '99999999' }, wait: 'verdict' }],
  },
  {
    id: 'daraja-b2b-r11',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 11,
    subject: 'Functionality tests',
    title: 'BusinessPayBill with a wrong initiator name',
    steps: ['Send B2B with an initiator that does not exist.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [{ field: 'request.body.Initiator', op: 'differs', value: 'environment.initiatorName' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [{ field: 'body.Result.ResultCode', op: 'equals', value: 2001 }],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', values: { Initiator: 'nobody' }, wait: 'verdict' }],
  },
  {
    id: 'daraja-b2b-r12',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 12,
    subject: 'Functionality tests',
    title: 'BusinessPayBill with a wrong initiator password',
    steps: ['Send B2B with a credential made from another password.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: initiator invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
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
        operation: 'daraja.b2b-paybill',
        credentials: { initiatorPassword: 'not-the-password' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2b-r13',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 13,
    subject: 'Functionality tests',
    title: 'BusinessPayBill to an invalid organisation',
    steps: ['Send B2B to a short code that does not exist.'],
    expected:
      'The request may be accepted, no money moves, and the result names the reason: receiver invalid.',
    kind: 'negative',
    evidence: {
      text: 'An accepted exchange and a result callback with a non-zero ResultCode.',
      records: [
        { record: 'exchange', operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'], where: [] },
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
            operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
            where: [
              { field: 'response.status', op: 'gte', value: 400 },
              { field: 'response.body.errorMessage', op: 'matches', value: 'party ?b', ignoreCase: true },
            ],
          },
        ],
      ],
    },
    quirk: 'objective on the sheet repeats the initiator password text',
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', values: { PartyB: '699998' }, wait: 'verdict' }],
  },
  {
    id: 'daraja-b2b-r14',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 14,
    subject: 'Functionality tests',
    title: 'Valid CommandID',
    steps: ['Send b2b-payment with CommandID BusinessPayBill or BusinessBuyGoods.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            { field: 'request.body.CommandID', op: 'matches', value: '^(BusinessPayBill|BusinessBuyGoods)$' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.b2b-paybill', wait: 'verdict' },
      { do: 'send', operation: 'daraja.b2b-buygoods', wait: 'verdict' },
    ],
  },
  {
    id: 'daraja-b2b-r15',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 15,
    subject: 'Functionality tests',
    title: 'Invalid CommandID',
    steps: ['Send b2b-payment with a CommandID that does not exist.'],
    expected: 'The request is refused with an error that names CommandID.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about CommandID.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            {
              field: 'request.body.CommandID',
              op: 'notMatches',
              value: '^(BusinessPayBill|BusinessBuyGoods)$',
            },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'command', ignoreCase: true },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', values: { CommandID: 'BusinessPayNobody' } }],
  },
  {
    id: 'daraja-b2b-r16',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 16,
    subject: 'Functionality tests',
    title: 'Amount between 1 and 70,000',
    steps: ['Send B2B with an amount inside the range.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            { field: 'request.body.Amount', op: 'between', value: [1, 70000] },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', values: { Amount: '150' }, wait: 'verdict' }],
  },
  {
    id: 'daraja-b2b-r17',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 17,
    subject: 'Functionality tests',
    title: 'Negative or huge amount',
    steps: ['Send B2B with a negative or absurdly large amount.'],
    expected: 'The request is refused with an error that names Amount.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about Amount.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            { field: 'request.body.Amount', op: 'outside', value: [1, 70000] },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'amount', ignoreCase: true },
          ],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.b2b-paybill', values: { Amount: '-150' } },
      { do: 'send', operation: 'daraja.b2b-paybill', values: { Amount: '15000000000000000000' } },
    ],
  },
  {
    id: 'daraja-b2b-r18',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 18,
    subject: 'Functionality tests',
    title: 'PartyB accepted',
    steps: ['Send B2B with a valid PartyB.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            { field: 'request.body.PartyB', op: 'exists', value: true },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    quirk: 'copied from the B2C sheet: it asks for a 12-digit MSISDN, which is wrong for B2B',
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', values: { PartyB: '600321' }, wait: 'verdict' }],
  },
  {
    id: 'daraja-b2b-r19',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 19,
    subject: 'Functionality tests',
    title: 'PartyB with 12 digits',
    steps: ['Send B2B with a 12-digit short code.'],
    expected: 'The request is refused with an error that names PartyB.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about PartyB.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            { field: 'request.body.PartyB', op: 'matches', value: '^\\d{12}$' },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'party ?b', ignoreCase: true },
          ],
        },
      ],
    },
    quirk: 'copied from the B2C sheet',
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', values: { PartyB: '600000600000' } }],
  },
  {
    id: 'daraja-b2b-r20',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 20,
    subject: 'Functionality tests',
    title: 'Remarks under 200 characters',
    steps: ['Send b2b-payment with Remarks shorter than 200 characters.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            { field: 'request.body.Remarks', op: 'lengthLt', value: 200 },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.b2b-paybill', values: { Remarks: 'November rent' }, wait: 'verdict' },
    ],
  },
  {
    id: 'daraja-b2b-r21',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 21,
    subject: 'Functionality tests',
    title: 'Remarks over 200 characters',
    steps: ['Send b2b-payment with Remarks longer than 200 characters.'],
    expected: 'The request is refused with an error that names Remarks.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about Remarks.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
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
        operation: 'daraja.b2b-paybill',
        values: {
          Remarks:
            'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
        },
      },
    ],
  },
  {
    id: 'daraja-b2b-r22',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 22,
    subject: 'Functionality tests',
    title: 'ResultURL with address and port',
    steps: ['Send b2b-payment with a ResultURL that has an address and a port.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
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
        operation: 'daraja.b2b-paybill',
        values: { ResultURL: { $hook: '/result' } },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2b-r23',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 23,
    subject: 'Functionality tests',
    title: 'ResultURL without address and port',
    steps: ['Send b2b-payment with a ResultURL that lacks host and port.'],
    expected: 'The request is refused with an error that names ResultURL.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about ResultURL.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            { field: 'request.body.ResultURL', op: 'notMatches', value: '^https?://[^/]+' },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'result ?url', ignoreCase: true },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', values: { ResultURL: '/result' } }],
  },
  {
    id: 'daraja-b2b-r24',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 24,
    subject: 'Functionality tests',
    title: 'QueueTimeOutURL with address and port',
    steps: ['Send b2b-payment with a QueueTimeOutURL that has an address and a port.'],
    expected: 'The gateway accepts the request (service request accepted).',
    kind: 'success',
    evidence: {
      text: 'An exchange that shows the value under test and ResponseCode 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            { field: 'request.body.QueueTimeOutURL', op: 'matches', value: '^https?://[^/:]+:\\d+' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    quirk: 'expected text on the sheet is the one for an invalid ResultURL; the title decides',
    play: [
      {
        do: 'send',
        operation: 'daraja.b2b-paybill',
        values: { QueueTimeOutURL: { $hook: '/timeout' } },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-b2b-r25',
    system: 'daraja',
    api: 'b2b',
    source: 'sheet',
    sheet: 'B2B',
    row: 25,
    subject: 'Functionality tests',
    title: 'QueueTimeOutURL without address and port',
    steps: ['Send b2b-payment with a QueueTimeOutURL that lacks host and port.'],
    expected: 'The request is refused with an error that names QueueTimeOutURL.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that shows the wrong value and an error about QueueTimeOutURL.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
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
    quirk: 'expected text on the sheet names ResultURL',
    play: [{ do: 'send', operation: 'daraja.b2b-paybill', values: { QueueTimeOutURL: '/timeout' } }],
  },
  {
    id: 'daraja-b2b-d01',
    system: 'daraja',
    api: 'b2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'BusinessBuyGoods succeeds',
    steps: ['Pay a till or store number.'],
    expected: 'Accepted; result 0.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange and result 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [
            { field: 'request.body.CommandID', op: 'equals', value: 'BusinessBuyGoods' },
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
    play: [{ do: 'send', operation: 'daraja.b2b-buygoods', wait: 'verdict' }],
  },
  {
    id: 'daraja-b2b-d02',
    system: 'daraja',
    api: 'b2b',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Paybill to itself',
    steps: ['Use one short code as both parties.'],
    expected: 'Result with an error.',
    kind: 'negative',
    evidence: {
      text: 'A result with a non-zero code.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.b2b-paybill', 'daraja.b2b-buygoods'],
          where: [{ field: 'request.body.PartyA', op: 'sameAs', value: 'request.body.PartyB' }],
        },
        {
          record: 'callback',
          kinds: ['result'],
          where: [
            { field: 'body.Result.ResultCode', op: 'notIn', value: [0, 1, 17, 18, 20, 26, 2001, 8006] },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.b2b-paybill',
        values: { PartyA: '600000', PartyB: '600000' },
        wait: 'verdict',
      },
    ],
  },
]
