import type { Guide } from '../types'

export const openapiPayments: Guide = {
  slug: 'openapi-payments',
  title: 'OpenAPI: payments and queries',
  summary: 'C2B in one step or two, B2C, B2B, reversal and the two queries; trigger values of the sandbox.',
  group: 'OpenAPI',
  systems: ['openapi'],
  operations: [
    'openapi.c2b-single-stage',
    'openapi.c2b-multi-stage',
    'openapi.update-transaction-status',
    'openapi.b2c-single-stage',
    'openapi.b2b-single-stage',
    'openapi.reversal',
    'openapi.query-transaction-status',
    'openapi.query-beneficiary-name',
  ],
  sections: [
    {
      id: 'c2b',
      title: 'Collecting in one step',
      blocks: [
        {
          kind: 'flow',
          title: 'Synchronous: you wait on the line',
          steps: [
            { from: 'you', to: 'provider', label: 'c2bPayment/singleStage' },
            { from: 'provider', to: 'phone', label: 'prompt' },
            { from: 'phone', to: 'provider', label: 'PIN', dashed: true },
            {
              from: 'provider',
              to: 'you',
              label: 'INS-0 with output_TransactionID',
              dashed: true,
              tone: 'good',
            },
          ],
        },
        {
          kind: 'text',
          text: '[C2B single stage](op:openapi.c2b-single-stage) keeps the connection open while the customer decides: wait well over a minute. HTTP 408 and 409 do not mean that nothing was paid; [query](op:openapi.query-transaction-status) first.',
          sources: ['M-Pesa OpenAPI portal, API documentation'],
        },
        {
          kind: 'try',
          label: 'Collect 10 in the sandbox',
          operation: 'openapi.c2b-single-stage',
          values: { input_Amount: '10', input_CustomerMSISDN: '000000000001' },
        },
      ],
    },
    {
      id: 'two-stage',
      title: 'Collecting in two steps',
      blocks: [
        {
          kind: 'text',
          text: '[The first](op:openapi.c2b-multi-stage) reserves the customer’s money, [the second](op:openapi.update-transaction-status) takes or releases it. The pages that were kept miss these calls; two integrations agree on path, method and body. Stage two may succeed with [INS-GAR-0](code:openapi/openapi-ins-gar-0).',
          sources: ['GitHub abubakar508/go-vodacom-sdk'],
          unconfirmed: true,
        },
      ],
    },
    {
      id: 'others',
      title: 'Paying out, paying organisations, asking',
      blocks: [
        {
          kind: 'operations',
          ids: [
            'openapi.b2c-single-stage',
            'openapi.b2b-single-stage',
            'openapi.reversal',
            'openapi.query-transaction-status',
            'openapi.query-beneficiary-name',
          ],
        },
        {
          kind: 'text',
          text: 'The [name query](op:openapi.query-beneficiary-name) is listed for Ghana only. Some libraries add singleStage to the B2C path; whether the gateway takes it is unconfirmed.',
        },
      ],
    },
    {
      id: 'ids',
      title: 'Ids and texts',
      blocks: [
        {
          kind: 'list',
          items: [
            '`input_ThirdPartyConversationID` is your own id of the request, unique for ever: the same one again is [INS-10](code:openapi/openapi-ins-10). No hyphen: send a UUID without its dashes, 32 letters and digits.',
            '`input_TransactionReference` has 20 characters at most: letters, digits, underscore, space and plus.',
            'Descriptions take no punctuation: [INS-30](code:openapi/openapi-ins-30).',
            'A fixed sample request works once. Make fresh ids every time; the form does.',
          ],
        },
        {
          kind: 'codes',
          refs: ['openapi/openapi-ins-17', 'openapi/openapi-ins-28', 'openapi/openapi-ins-21'],
        },
      ],
    },
    {
      id: 'asynchronous',
      title: 'Asynchronous mode',
      blocks: [
        {
          kind: 'text',
          text: 'Then the first answer has ids and no transaction id, and the result comes to your response URL. How that URL is registered is not clear: the pages speak of a body parameter that no table lists. One application sends `input_ResponseURL`. In Jaribu the environment’s response URL does it.',
          sources: ['M-Pesa OpenAPI portal, asynchronous response'],
          unconfirmed: true,
        },
        {
          kind: 'text',
          text: 'Codes mean other things than on the [Mozambique portal](guide:mozambique): look them up with the system beside them.',
        },
      ],
    },
    {
      id: 'triggers',
      title: 'Trigger values of the sandbox',
      blocks: [
        {
          kind: 'table',
          caption: 'C2B, by the end of the customer’s number',
          head: ['Number', 'Outcome'],
          rows: [
            ['000000000001', 'success'],
            ['000000000002', 'time-out'],
            ['000000000003', 'USSD time-out'],
            ['000000000004 and …006', 'wrong PIN'],
            ['000000000005', 'internal error'],
            ['000000000007', 'invalid amount'],
            ['000000000008', 'too little money'],
            ['000000000009', 'service not available'],
          ],
          sources: ['M-Pesa OpenAPI portal, testing page (kept in Ithute Pay Bridge)'],
        },
      ],
    },
  ],
}
