import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const stkPushCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-stk-push-request-r04',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
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
    id: 'daraja-stk-push-request-r05',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
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
    id: 'daraja-stk-push-request-r06',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 6,
    subject: 'Certificate management',
    title: 'Transaction over HTTPS',
    steps: ['Send a valid request to stk-push over HTTPS with certificate checks on.'],
    expected: 'The connection is HTTPS and the request is accepted.',
    kind: 'success',
    evidence: {
      text: 'An exchange whose URL is https and whose answer is an acceptance.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'request.url', op: 'matches', value: '^https://' },
            { field: 'response.status', op: 'equals', value: 200 },
          ],
        },
      ],
    },
    play: [{ do: 'send', operation: 'daraja.stk-push', wait: 'verdict' }],
    needs: 'https',
  },
  {
    id: 'daraja-stk-push-request-r07',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 7,
    subject: 'Functionality tests',
    title: 'Push with all values valid',
    steps: [
      'Send CustomerPayBillOnline with a valid short code, password, timestamp, amount, parties and phone.',
    ],
    expected: 'Accepted; the prompt appears on the phone.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange (ResponseCode 0 and a CheckoutRequestID) and the callback.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
            { field: 'response.body.CheckoutRequestID', op: 'exists', value: true },
          ],
        },
        {
          record: 'callback',
          kinds: ['stk-result'],
          where: [{ field: 'body.Body.stkCallback.ResultCode', op: 'notIn', value: [1025, 1037] }],
        },
      ],
    },
    observed: 'request sent and prompt shown',
    play: [{ do: 'send', operation: 'daraja.stk-push', wait: 'verdict' }],
  },
  {
    id: 'daraja-stk-push-request-r08',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 8,
    subject: 'Functionality tests',
    title: 'Wrong short code',
    steps: ['Change the short code, keep password and timestamp.'],
    expected: 'Refused with an error about BusinessShortCode.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that answered with an error about BusinessShortCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            {
              field: 'response.body.errorMessage',
              op: 'matches',
              value: 'short ?code|merchant does not exist',
              ignoreCase: true,
            },
          ],
        },
      ],
    },
    observed: 'Bad Request - Invalid BusinessShortCode',
    play: [{ do: 'send', operation: 'daraja.stk-push', values: { BusinessShortCode: '999999' } }],
  },
  {
    id: 'daraja-stk-push-request-r09',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 9,
    subject: 'Functionality tests',
    title: 'Wrong password',
    steps: ['Change the password, keep short code and timestamp.'],
    expected: 'Refused with an error about the credentials.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that answered with an error about the credentials.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            {
              field: 'response.body.errorMessage',
              op: 'matches',
              value: 'wrong credentials|password',
              ignoreCase: true,
            },
          ],
        },
      ],
    },
    observed: '[MerchantValidate] - Wrong credentials',
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-push',
        credentials: { lnmPasskey: 'not-the-passkey-of-this-shortcode' },
      },
    ],
  },
  {
    id: 'daraja-stk-push-request-r10',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 10,
    subject: 'Functionality tests',
    title: 'Wrong timestamp',
    steps: ['Change the timestamp, keep short code and password.'],
    expected: 'Refused with an error about Timestamp.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that answered with an error about Timestamp.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            {
              field: 'response.body.errorMessage',
              op: 'matches',
              value: 'timestamp|wrong credentials',
              ignoreCase: true,
            },
          ],
        },
      ],
    },
    observed: 'Bad Request - Invalid Timestamp',
    play: [{ do: 'send', operation: 'daraja.stk-push', values: { Timestamp: 'yesterday' } }],
  },
  {
    id: 'daraja-stk-push-request-r11',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 11,
    subject: 'Functionality tests',
    title: 'Invalid PartyA',
    steps: ['Send a PartyA that is not a valid number.'],
    expected: 'Refused with an error about PartyA.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that answered with an error about PartyA.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'party ?a', ignoreCase: true },
          ],
        },
      ],
    },
    observed: 'Bad Request - Invalid PartyA; a PartyA that merely differs from PhoneNumber was accepted',
    play: [{ do: 'send', operation: 'daraja.stk-push', values: { PartyA: '12345' } }],
  },
  {
    id: 'daraja-stk-push-request-r12',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 12,
    subject: 'Functionality tests',
    title: 'Invalid phone number',
    steps: ['Send a PhoneNumber with too many or too few digits.'],
    expected: 'Refused with an error about PhoneNumber.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that answered with an error about PhoneNumber.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'phone', ignoreCase: true },
          ],
        },
      ],
    },
    observed: 'Bad Request - Invalid PhoneNumber',
    play: [{ do: 'send', operation: 'daraja.stk-push', values: { PhoneNumber: '2547083741490000' } }],
  },
  {
    id: 'daraja-stk-push-request-r13',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 13,
    subject: 'Functionality tests',
    title: 'Valid transaction type',
    steps: ['Send CustomerPayBillOnline (or CustomerBuyGoodsOnline).'],
    expected: 'Accepted.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange that shows the type.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            {
              field: 'request.body.TransactionType',
              op: 'in',
              value: ['CustomerPayBillOnline', 'CustomerBuyGoodsOnline'],
            },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    quirk:
      'objective and expected text slip by one row on the sheet between rows 12 and 14; the title decides',
    play: [{ do: 'send', operation: 'daraja.stk-push', wait: 'verdict' }],
  },
  {
    id: 'daraja-stk-push-request-r14',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 14,
    subject: 'Functionality tests',
    title: 'Invalid transaction type',
    steps: ['Send a TransactionType that does not exist.'],
    expected: 'Refused with an error about TransactionType.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that answered with an error about TransactionType.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            {
              field: 'request.body.TransactionType',
              op: 'notIn',
              value: ['CustomerPayBillOnline', 'CustomerBuyGoodsOnline'],
            },
            { field: 'response.status', op: 'gte', value: 400 },
            {
              field: 'response.body.errorMessage',
              op: 'matches',
              value: 'transaction ?type',
              ignoreCase: true,
            },
          ],
        },
      ],
    },
    quirk:
      'objective and expected text slip by one row on the sheet between rows 12 and 14; the title decides',
    observed: 'Bad Request - Invalid TransactionType',
    play: [{ do: 'send', operation: 'daraja.stk-push', values: { TransactionType: 'NoSuchType' } }],
  },
  {
    id: 'daraja-stk-push-request-r15',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 15,
    subject: 'Functionality tests',
    title: 'AccountReference under 200 characters',
    steps: ['Send a short AccountReference.'],
    expected: 'Accepted.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'request.body.AccountReference', op: 'lengthLt', value: 200 },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    quirk: 'current Daraja allows 12 characters',
    observed: 'accepted',
    play: [{ do: 'send', operation: 'daraja.stk-push', wait: 'verdict' }],
  },
  {
    id: 'daraja-stk-push-request-r16',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 16,
    subject: 'Functionality tests',
    title: 'AccountReference over 200 characters',
    steps: ['Send a long AccountReference.'],
    expected: 'Refused with an error about AccountReference.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that answered with an error about AccountReference.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'request.body.AccountReference', op: 'lengthGt', value: 200 },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'account|remark', ignoreCase: true },
          ],
        },
      ],
    },
    observed: 'accepted, but no prompt came',
    play: [
      { do: 'read-strictly' },
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: {
          AccountReference:
            'A text that goes on far longer than any field of this request may be. A text that goes on far longer than any field of this request may be. A text that goes on far longer than any field of this request may be.',
        },
      },
    ],
  },
  {
    id: 'daraja-stk-push-request-r17',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 17,
    subject: 'Functionality tests',
    title: 'CallBackURL with address and port',
    steps: ['Send a CallBackURL with address and port.'],
    expected: 'Accepted.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'request.body.CallBackURL', op: 'matches', value: '^https?://[^/:]+:\\d+' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    observed: 'accepted',
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: { CallBackURL: { $hook: '/stk' } },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-stk-push-request-r18',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 18,
    subject: 'Functionality tests',
    title: 'CallBackURL without address and port',
    steps: ['Send a CallBackURL that lacks host and port.'],
    expected: 'Refused with an error about CallBackURL.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that answered with an error about CallBackURL.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'request.body.CallBackURL', op: 'notMatches', value: '^https?://[^/]+' },
            { field: 'response.status', op: 'gte', value: 400 },
            {
              field: 'response.body.errorMessage',
              op: 'matches',
              value: 'call ?back ?url|result ?url',
              ignoreCase: true,
            },
          ],
        },
      ],
    },
    observed: 'Bad Request - Invalid CallBackURL',
    play: [{ do: 'send', operation: 'daraja.stk-push', values: { CallBackURL: 'no-address' } }],
  },
  {
    id: 'daraja-stk-push-request-r19',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 19,
    subject: 'Functionality tests',
    title: 'TransactionDesc under 200 characters',
    steps: ['Send a short TransactionDesc.'],
    expected: 'Accepted.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'request.body.TransactionDesc', op: 'lengthLt', value: 200 },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    quirk:
      'the Expected Results text on the sheet says the request shall not go through, yet names the success message; the title decides',
    observed: 'accepted',
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: { TransactionDesc: 'School fees' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-stk-push-request-r20',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 20,
    subject: 'Functionality tests',
    title: 'TransactionDesc over 200 characters',
    steps: ['Send a long TransactionDesc.'],
    expected: 'Refused with an error about TransactionDesc.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that answered with an error about TransactionDesc.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'request.body.TransactionDesc', op: 'lengthGt', value: 200 },
            { field: 'response.status', op: 'gte', value: 400 },
            {
              field: 'response.body.errorMessage',
              op: 'matches',
              value: 'remark|desc|occasion',
              ignoreCase: true,
            },
          ],
        },
      ],
    },
    observed: 'Bad Request - Invalid Remark',
    play: [
      { do: 'read-strictly' },
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: {
          TransactionDesc:
            'A text that goes on far longer than any field of this request may be. A text that goes on far longer than any field of this request may be. A text that goes on far longer than any field of this request may be.',
        },
      },
    ],
  },
  {
    id: 'daraja-stk-push-request-r21',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 21,
    subject: 'Functionality tests',
    title: 'Amount above 0 and under 70,000',
    steps: ['Send amount 1.'],
    expected: 'Accepted.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'request.body.Amount', op: 'between', value: [1, 70000] },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
      ],
    },
    quirk:
      'the Expected Results text on the sheet says the request shall not go through, yet names the success message; the title decides; the row warns that the test takes real money',
    play: [{ do: 'send', operation: 'daraja.stk-push', wait: 'verdict' }],
  },
  {
    id: 'daraja-stk-push-request-r22',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 22,
    subject: 'Functionality tests',
    title: 'Negative amount',
    steps: ['Send amount -1.'],
    expected: 'Refused with an error about Amount.',
    kind: 'negative',
    evidence: {
      text: 'An exchange that answered with an error about Amount.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'request.body.Amount', op: 'lt', value: 0 },
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'amount', ignoreCase: true },
          ],
        },
      ],
    },
    observed: 'Bad Request - Invalid Amount',
    play: [{ do: 'send', operation: 'daraja.stk-push', values: { Amount: -1 } }],
  },
  {
    id: 'daraja-stk-push-request-r23',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 23,
    subject: 'Functionality tests',
    title: 'Right PIN on the phone',
    steps: ['Accept the prompt with the right PIN.'],
    expected: 'The payment completes; the callback says 0.',
    kind: 'success',
    evidence: {
      text: 'A callback with ResultCode 0 and a receipt.',
      records: [
        { record: 'exchange', operations: ['daraja.stk-push'], where: [] },
        {
          record: 'callback',
          kinds: ['stk-result'],
          where: [{ field: 'body.Body.stkCallback.ResultCode', op: 'equals', value: 0 }],
        },
      ],
    },
    quirk:
      'the Expected Results text on the sheet says the request shall not go through, yet names the success message; the title decides',
    observed: 'payment went through',
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: { PhoneNumber: '254700000000', PartyA: '254700000000' },
      },
      { do: 'answer-prompt', answer: { answer: 'pin' } },
      { do: 'await-callback', kind: 'stk-result' },
    ],
  },
  {
    id: 'daraja-stk-push-request-r24',
    system: 'daraja',
    api: 'stk-push',
    source: 'sheet',
    sheet: 'STK Push request',
    row: 24,
    subject: 'Functionality tests',
    title: 'Wrong PIN on the phone',
    steps: ['Enter a wrong PIN (three tries before the PIN is blocked).'],
    expected: 'The request was accepted, but the callback reports the failure.',
    kind: 'negative',
    evidence: {
      text: 'A callback with a non-zero ResultCode (2001).',
      records: [
        { record: 'exchange', operations: ['daraja.stk-push'], where: [] },
        {
          record: 'callback',
          kinds: ['stk-result'],
          where: [{ field: 'body.Body.stkCallback.ResultCode', op: 'equals', value: 2001 }],
        },
      ],
    },
    observed: 'payment did not go through',
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: { PhoneNumber: '254700002001', PartyA: '254700002001' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-stk-push-d01',
    system: 'daraja',
    api: 'stk-push',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Customer cancels',
    steps: ['Cancel the prompt.'],
    expected: 'Callback 1032.',
    kind: 'negative',
    evidence: {
      text: 'A callback with 1032.',
      records: [
        { record: 'exchange', operations: ['daraja.stk-push'], where: [] },
        {
          record: 'callback',
          kinds: ['stk-result'],
          where: [{ field: 'body.Body.stkCallback.ResultCode', op: 'equals', value: 1032 }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: { PhoneNumber: '254700001032', PartyA: '254700001032' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-stk-push-d02',
    system: 'daraja',
    api: 'stk-push',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Phone not reachable',
    steps: ['Send to a phone that is off.'],
    expected: 'Callback 1037.',
    kind: 'negative',
    evidence: {
      text: 'A callback with 1037.',
      records: [
        { record: 'exchange', operations: ['daraja.stk-push'], where: [] },
        {
          record: 'callback',
          kinds: ['stk-result'],
          where: [{ field: 'body.Body.stkCallback.ResultCode', op: 'equals', value: 1037 }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: { PhoneNumber: '254700001037', PartyA: '254700001037' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-stk-push-d03',
    system: 'daraja',
    api: 'stk-push',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Customer has too little money',
    steps: ['Accept with a balance below the amount.'],
    expected: 'Callback 1.',
    kind: 'negative',
    evidence: {
      text: 'A callback with 1.',
      records: [
        { record: 'exchange', operations: ['daraja.stk-push'], where: [] },
        {
          record: 'callback',
          kinds: ['stk-result'],
          where: [{ field: 'body.Body.stkCallback.ResultCode', op: 'equals', value: 1 }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: { PhoneNumber: '254700000001', PartyA: '254700000001' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-stk-push-d04',
    system: 'daraja',
    api: 'stk-push',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Prompt expires',
    steps: ['Leave the prompt alone.'],
    expected: 'Callback 1019 or 1037.',
    kind: 'negative',
    evidence: {
      text: 'A callback with 1019 or 1037.',
      records: [
        { record: 'exchange', operations: ['daraja.stk-push'], where: [] },
        {
          record: 'callback',
          kinds: ['stk-result'],
          where: [{ field: 'body.Body.stkCallback.ResultCode', op: 'in', value: [1019, 1037] }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: { PhoneNumber: '254700001019', PartyA: '254700001019' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-stk-push-d05',
    system: 'daraja',
    api: 'stk-push',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Second push while one is open',
    steps: ['Send two pushes to one phone.'],
    expected: 'The second is refused: subscriber locked (500.001.1001).',
    kind: 'negative',
    evidence: {
      text: 'Two exchanges; the second an error about a transaction in process.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            {
              field: 'response.body.errorMessage',
              op: 'matches',
              value: 'lock subscriber|in process',
              ignoreCase: true,
            },
            { field: 'request.body.PhoneNumber', op: 'sameAs', value: 'first.request.body.PhoneNumber' },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: { PhoneNumber: '254700000000', PartyA: '254700000000' },
      },
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: { PhoneNumber: '254700000000', PartyA: '254700000000' },
      },
      { do: 'answer-prompt', answer: { answer: 'cancel' } },
    ],
    against: 'meant',
  },
  {
    id: 'daraja-stk-push-d06',
    system: 'daraja',
    api: 'stk-push',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Buy goods push',
    steps: ['Send CustomerBuyGoodsOnline with the till as PartyB.'],
    expected: 'Accepted; callback 0.',
    kind: 'success',
    evidence: {
      text: 'Accepted exchange with that type and callback 0.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [
            { field: 'request.body.TransactionType', op: 'equals', value: 'CustomerBuyGoodsOnline' },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
          ],
        },
        {
          record: 'callback',
          kinds: ['stk-result'],
          where: [{ field: 'body.Body.stkCallback.ResultCode', op: 'equals', value: 0 }],
        },
      ],
    },
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-push',
        values: { TransactionType: 'CustomerBuyGoodsOnline', PartyB: '303040' },
        wait: 'verdict',
      },
    ],
  },
  {
    id: 'daraja-stk-push-d07',
    system: 'daraja',
    api: 'stk-push',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Wrong PartyB for the type',
    steps: ['Mix a till with CustomerPayBillOnline.'],
    expected: 'Callback 2028 or SFC_IC0003.',
    kind: 'negative',
    evidence: {
      text: 'A callback with that code.',
      records: [
        { record: 'exchange', operations: ['daraja.stk-push'], where: [] },
        {
          record: 'callback',
          kinds: ['stk-result'],
          where: [{ field: 'body.Body.stkCallback.ResultCode', op: 'in', value: [2028, 'SFC_IC0003'] }],
        },
      ],
    },
    play: [
      { do: 'read-strictly' },
      { do: 'send', operation: 'daraja.stk-push', values: { PartyB: '303040' }, wait: 'verdict' },
    ],
  },
  {
    id: 'daraja-stk-push-d08',
    system: 'daraja',
    api: 'stk-push',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Callback delivered twice',
    steps: ['Deliver one CheckoutRequestID twice.'],
    expected: 'Booked once, answered 200 twice.',
    kind: 'success',
    evidence: {
      text: 'Two callbacks with one CheckoutRequestID, both answered 200.',
      records: [
        { record: 'exchange', operations: ['daraja.stk-push'], where: [] },
        {
          record: 'callback',
          kinds: ['stk-result'],
          where: [
            { field: 'body.Body.stkCallback.CheckoutRequestID', op: 'repeats', value: 2 },
            { field: 'answer.status', op: 'equals', value: 200 },
          ],
        },
      ],
    },
    play: [
      { do: 'fault', name: 'duplicate', value: { operation: 'daraja.stk-push' } },
      { do: 'send', operation: 'daraja.stk-push', wait: 'verdict' },
      { do: 'let-pass', seconds: 3 },
    ],
  },
]
