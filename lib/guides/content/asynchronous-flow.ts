import type { Guide } from '../types'

export const asynchronousFlow: Guide = {
  slug: 'asynchronous-flow',
  title: 'The acknowledgement is not the result',
  summary: 'Why a request that was accepted is not a payment, and how to learn what became of it.',
  group: 'Start here',
  systems: ['daraja', 'openapi', 'mozambique', 'g2'],
  operations: [
    'daraja.stk-push',
    'daraja.b2c-v3',
    'daraja.b2c-v1',
    'daraja.b2pochi',
    'daraja.b2b-paybill',
    'daraja.b2b-buygoods',
    'daraja.reversal',
    'daraja.transaction-status',
    'daraja.account-balance',
    'openapi.c2b-single-stage',
    'g2.b2c-payment',
    'g2.b2b-payment',
  ],
  sections: [
    {
      id: 'two-answers',
      title: 'Two answers, minutes apart',
      blocks: [
        {
          kind: 'text',
          text: 'A call that moves money is answered twice. The first answer, the acknowledgement, comes in the same HTTP exchange and says that the request was well formed and has been queued. The second, the result, is a request that the provider makes to your URL when the payment has ended. Only the second says whether anybody was paid.',
          sources: ['Daraja 3.0 portal: M-PESA Express', 'Daraja 3.0 portal: Business to Customer'],
        },
        {
          kind: 'flow',
          title: 'A payout that fails after it was accepted',
          steps: [
            { from: 'you', to: 'provider', label: 'payment request' },
            { from: 'provider', to: 'you', label: 'accepted: ResponseCode 0', dashed: true, tone: 'pending' },
            { from: 'provider', to: 'inbox', label: 'result: ResultCode 2001', tone: 'bad' },
            { from: 'inbox', to: 'provider', label: '200', dashed: true },
          ],
        },
        {
          kind: 'table',
          caption: 'Which field says what',
          head: ['System', 'Acknowledged', 'Ended well'],
          rows: [
            ['Daraja', '`ResponseCode` is 0', '`ResultCode` is 0 in the callback'],
            [
              'OpenAPI, asynchronous',
              'an `output_ConversationID` and no transaction id',
              '`input_ResultCode` is 0 or INS-0',
            ],
            [
              'Mozambique, asynchronous',
              'an `output_ConversationID` and no transaction id',
              '`input_ResultCode` is 0 or INS-0',
            ],
            ['G2 SOAP', '`ResponseCode` is a run of zeros', '`ResultCode` is 0 in the result envelope'],
          ],
        },
      ],
    },
    {
      id: 'which',
      title: 'Calls that are over at once',
      blocks: [
        {
          kind: 'text',
          text: 'Tokens, URL registration, queries of a push, QR codes, pulled transactions, invoices and name checks have one answer only. OpenAPI and Mozambique are synchronous until a response URL is set: then the caller waits on the line until the customer has decided.',
        },
        {
          kind: 'operations',
          ids: [
            'daraja.stk-query',
            'daraja.dynamic-qr',
            'daraja.pull-query',
            'openapi.query-transaction-status',
            'mozambique.query-transaction-status',
          ],
        },
      ],
    },
    {
      id: 'design',
      title: 'What your program owes itself',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Store the request before you send it, with an id of your own.',
            'Store the ids of the acknowledgement: `CheckoutRequestID` and `MerchantRequestID`, or `ConversationID` and `OriginatorConversationID`. They are what the callback will quote.',
            'Show “waiting” to the customer, never “paid”.',
            'When the callback comes, find the request by those ids, and mark it once: the same result can come twice, and a callback can overtake the acknowledgement.',
            'When nothing comes within the usual time, ask: [query the push](op:daraja.stk-query) or [the transaction’s status](op:daraja.transaction-status). Silence is not failure.',
            'Do not send the payment again before you know how the first one ended.',
          ],
        },
        {
          kind: 'note',
          tone: 'warn',
          title: 'Your own reference does not come back',
          text: 'Nothing that you chose returns in an STK callback, not even `AccountReference`. Put your order’s id into the path of `CallBackURL`, which is called unchanged. Jaribu does so: each run has a URL of its own.',
          sources: ['nkap: live sandbox observations, Sept-Oct 2026'],
        },
      ],
    },
    {
      id: 'open',
      title: 'When the answer itself leaves it open',
      blocks: [
        {
          kind: 'text',
          text: 'A time-out, a dropped connection, an HTTP 5xx or a page of a firewall says nothing about the money. Neither do [INS-1](code:openapi/openapi-ins-1), [INS-9](code:openapi/openapi-ins-9) and [INS-10](code:openapi/openapi-ins-10): the payment may have gone through. Jaribu calls such a run “unknown” and offers the query.',
        },
        { kind: 'codes', refs: ['openapi/openapi-ins-9', 'mozambique/mozambique-ins-10', 'daraja/stk-4999'] },
      ],
    },
  ],
}
