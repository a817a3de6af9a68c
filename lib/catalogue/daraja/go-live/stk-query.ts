import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const stkQueryCases: readonly GoLiveCase[] = [
  {
    id: 'daraja-stk-push-query-request-r04',
    system: 'daraja',
    api: 'stk-query',
    source: 'sheet',
    sheet: 'STK Push Query Request',
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
    id: 'daraja-stk-push-query-request-r05',
    system: 'daraja',
    api: 'stk-query',
    source: 'sheet',
    sheet: 'STK Push Query Request',
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
    id: 'daraja-stk-push-query-request-r06',
    system: 'daraja',
    api: 'stk-query',
    source: 'sheet',
    sheet: 'STK Push Query Request',
    row: 6,
    subject: 'Certificate management',
    title: 'Transaction over HTTPS',
    steps: ['Send a valid request to stk-query over HTTPS with certificate checks on.'],
    expected: 'The connection is HTTPS and the request is accepted.',
    kind: 'success',
    evidence: {
      text: 'An exchange whose URL is https and whose answer is an acceptance.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-query'],
          where: [
            { field: 'request.url', op: 'matches', value: '^https://' },
            { field: 'response.status', op: 'equals', value: 200 },
          ],
        },
      ],
    },
    play: [
      { do: 'send', as: 'push', operation: 'daraja.stk-push', wait: 'verdict' },
      {
        do: 'send',
        operation: 'daraja.stk-query',
        values: { CheckoutRequestID: { $from: 'push', take: 'CheckoutRequestID' } },
      },
    ],
    needs: 'https',
  },
  {
    id: 'daraja-stk-push-query-request-r07',
    system: 'daraja',
    api: 'stk-query',
    source: 'sheet',
    sheet: 'STK Push Query Request',
    row: 7,
    subject: 'Functionality tests',
    title: 'Query of a valid CheckoutRequestID',
    steps: ['Query with valid short code, password, timestamp and CheckoutRequestID.'],
    expected: 'The outcome of the push is returned.',
    kind: 'success',
    evidence: {
      text: 'An exchange with ResponseCode 0 and a ResultCode.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-query'],
          where: [
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
            { field: 'response.body.ResultCode', op: 'exists', value: true },
          ],
        },
      ],
    },
    observed: 'details returned',
    play: [
      { do: 'send', as: 'push', operation: 'daraja.stk-push', wait: 'verdict' },
      {
        do: 'send',
        operation: 'daraja.stk-query',
        values: { CheckoutRequestID: { $from: 'push', take: 'CheckoutRequestID' } },
      },
    ],
  },
  {
    id: 'daraja-stk-push-query-request-r08',
    system: 'daraja',
    api: 'stk-query',
    source: 'sheet',
    sheet: 'STK Push Query Request',
    row: 8,
    subject: 'Functionality tests',
    title: 'Invalid query',
    steps: ['Send a query with a broken body.'],
    expected: 'Refused with an error about the request.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error about the request.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-query'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: '.+' },
          ],
        },
      ],
    },
    quirk: 'the sheet calls the query invalid but lists only valid values',
    play: [{ do: 'send', operation: 'daraja.stk-query', body: '{' }],
  },
  {
    id: 'daraja-stk-push-query-request-r09',
    system: 'daraja',
    api: 'stk-query',
    source: 'sheet',
    sheet: 'STK Push Query Request',
    row: 9,
    subject: 'Functionality tests',
    title: 'Wrong short code',
    steps: ['Change only the short code.'],
    expected: 'Refused with an error about the short code.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error about the short code.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-query'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            {
              field: 'response.body.errorMessage',
              op: 'matches',
              value: 'merchant|short ?code',
              ignoreCase: true,
            },
          ],
        },
      ],
    },
    observed: 'Merchant does not exist; when empty: Bad Request - Invalid BusinessShortCode',
    play: [
      { do: 'send', as: 'push', operation: 'daraja.stk-push', wait: 'verdict' },
      {
        do: 'send',
        operation: 'daraja.stk-query',
        values: {
          CheckoutRequestID: { $from: 'push', take: 'CheckoutRequestID' },
          BusinessShortCode: '999999',
        },
      },
    ],
  },
  {
    id: 'daraja-stk-push-query-request-r10',
    system: 'daraja',
    api: 'stk-query',
    source: 'sheet',
    sheet: 'STK Push Query Request',
    row: 10,
    subject: 'Functionality tests',
    title: 'Wrong password',
    steps: ['Change only the password.'],
    expected: 'Refused with an error about the credentials.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error about the credentials.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-query'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'credentials', ignoreCase: true },
          ],
        },
      ],
    },
    observed: 'Wrong credentials',
    play: [
      { do: 'send', as: 'push', operation: 'daraja.stk-push', wait: 'verdict' },
      {
        do: 'send',
        operation: 'daraja.stk-query',
        values: { CheckoutRequestID: { $from: 'push', take: 'CheckoutRequestID' } },
        credentials: { lnmPasskey: 'not-the-passkey' },
      },
    ],
  },
  {
    id: 'daraja-stk-push-query-request-r11',
    system: 'daraja',
    api: 'stk-query',
    source: 'sheet',
    sheet: 'STK Push Query Request',
    row: 11,
    subject: 'Functionality tests',
    title: 'Wrong timestamp',
    steps: ['Change only the timestamp.'],
    expected: 'Refused with an error about Timestamp.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error about Timestamp.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-query'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'timestamp', ignoreCase: true },
          ],
        },
      ],
    },
    observed: 'Bad Request - Invalid Timestamp',
    play: [
      { do: 'send', as: 'push', operation: 'daraja.stk-push', wait: 'verdict' },
      {
        do: 'send',
        operation: 'daraja.stk-query',
        values: { CheckoutRequestID: { $from: 'push', take: 'CheckoutRequestID' }, Timestamp: 'yesterday' },
      },
    ],
  },
  {
    id: 'daraja-stk-push-query-request-r12',
    system: 'daraja',
    api: 'stk-query',
    source: 'sheet',
    sheet: 'STK Push Query Request',
    row: 12,
    subject: 'Functionality tests',
    title: 'Wrong timestamp (repeated)',
    steps: ['As the row before.'],
    expected: 'Refused with an error about Timestamp.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error about Timestamp.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-query'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            { field: 'response.body.errorMessage', op: 'matches', value: 'timestamp', ignoreCase: true },
          ],
        },
      ],
    },
    quirk: 'duplicate of row 11',
    observed: 'Bad Request - Invalid Timestamp',
    play: [
      { do: 'send', as: 'push', operation: 'daraja.stk-push', wait: 'verdict' },
      {
        do: 'send',
        operation: 'daraja.stk-query',
        values: { CheckoutRequestID: { $from: 'push', take: 'CheckoutRequestID' }, Timestamp: 'yesterday' },
      },
    ],
  },
  {
    id: 'daraja-stk-push-query-request-r13',
    system: 'daraja',
    api: 'stk-query',
    source: 'sheet',
    sheet: 'STK Push Query Request',
    row: 13,
    subject: 'Functionality tests',
    title: 'Wrong CheckoutRequestID',
    steps: ['Change only the CheckoutRequestID.'],
    expected: 'Refused with an error about the transaction.',
    kind: 'negative',
    evidence: {
      text: 'An exchange with an error about the transaction.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-query'],
          where: [
            { field: 'response.status', op: 'gte', value: 400 },
            {
              field: 'response.body.errorMessage',
              op: 'matches',
              value: 'transaction does not exist|checkout',
              ignoreCase: true,
            },
          ],
        },
      ],
    },
    observed: 'This transaction does not exist',
    play: [
      {
        do: 'send',
        operation: 'daraja.stk-query',
        values: { CheckoutRequestID: 'ws_CO_01012020000000000000000000' },
      },
    ],
  },
  {
    id: 'daraja-stk-query-d01',
    system: 'daraja',
    api: 'stk-query',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Query agrees with the callback',
    steps: ['Query after the callback.'],
    expected: 'Same ResultCode in both.',
    kind: 'success',
    evidence: {
      text: 'A query exchange and a callback with equal codes for one CheckoutRequestID.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-push'],
          where: [{ field: 'response.body.ResponseCode', op: 'equals', value: '0' }],
        },
        {
          record: 'callback',
          kinds: ['stk-result'],
          where: [{ field: 'body.Body.stkCallback.ResultCode', op: 'exists', value: true }],
        },
        {
          record: 'exchange',
          operations: ['daraja.stk-query'],
          where: [
            {
              field: 'request.body.CheckoutRequestID',
              op: 'sameAs',
              value: 'previous.body.Body.stkCallback.CheckoutRequestID',
            },
            { field: 'response.body.ResponseCode', op: 'equals', value: '0' },
            {
              field: 'response.body.ResultCode',
              op: 'sameAs',
              value: 'previous.body.Body.stkCallback.ResultCode',
            },
          ],
        },
      ],
    },
    play: [
      { do: 'send', operation: 'daraja.stk-push', as: 'push', wait: 'verdict' },
      {
        do: 'send',
        operation: 'daraja.stk-query',
        values: { CheckoutRequestID: { $from: 'push', take: 'CheckoutRequestID' } },
      },
    ],
  },
  {
    id: 'daraja-stk-query-d02',
    system: 'daraja',
    api: 'stk-query',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Query while the prompt is open',
    steps: ['Query before the customer answers.'],
    expected: 'An answer that says the request is still being processed.',
    kind: 'negative',
    evidence: {
      text: 'A query exchange with an error or pending code.',
      records: [
        {
          record: 'exchange',
          operations: ['daraja.stk-query'],
          where: [
            {
              op: 'anyOf',
              any: [
                [
                  { field: 'response.status', op: 'gte', value: 400 },
                  { field: 'response.body.errorMessage', op: 'matches', value: 'process', ignoreCase: true },
                ],
                [{ field: 'response.body.ResultCode', op: 'equals', value: 4999 }],
              ],
            },
          ],
        },
      ],
    },
    play: [
      {
        do: 'send',
        as: 'push',
        operation: 'daraja.stk-push',
        values: { PhoneNumber: '254700000000', PartyA: '254700000000' },
      },
      {
        do: 'send',
        operation: 'daraja.stk-query',
        values: { CheckoutRequestID: { $from: 'push', take: 'CheckoutRequestID' } },
      },
      { do: 'answer-prompt', answer: { answer: 'cancel' } },
    ],
  },
]
