import type { Guide } from '../types'

export const openapiApplications: Guide = {
  slug: 'openapi-applications',
  title: 'OpenAPI: applications and limits',
  summary: 'Products, scope and seven limits on an application, and the code that each limit answers with.',
  group: 'OpenAPI',
  systems: ['openapi'],
  operations: [
    'openapi.get-session',
    'openapi.c2b-single-stage',
    'openapi.b2c-single-stage',
    'openapi.b2b-single-stage',
  ],
  sections: [
    {
      id: 'application',
      title: 'What an application holds',
      blocks: [
        {
          kind: 'text',
          text: 'Name, version, description, API key, session lifetime, trusted sources, and its products with their limits. A product has to be switched on for the application and, live, on the organisation’s account.',
          sources: ['M-Pesa OpenAPI portal, getting started'],
        },
        {
          kind: 'text',
          text: 'The local sandbox has such applications too: make one under [Sandbox, OpenAPI](page:/sandbox/openapi), give it small limits, and meet each code below.',
        },
      ],
    },
    {
      id: 'limits',
      title: 'Limits and their codes',
      blocks: [
        {
          kind: 'table',
          caption: 'Which limit answers how',
          head: ['Limit', 'Counted', 'Code'],
          rows: [
            [
              'usage time: hours in which it may be called',
              'per session',
              '[INS-996](code:openapi/openapi-ins-996)',
            ],
            ['value of a single transaction', 'per session', '[INS-995](code:openapi/openapi-ins-995)'],
            ['daily value', 'per session', '[INS-994](code:openapi/openapi-ins-994)'],
            ['number of transactions', 'per session', '[INS-993](code:openapi/openapi-ins-993)'],
            ['daily value of one customer', 'per customer', '[INS-990](code:openapi/openapi-ins-990)'],
            [
              'number of transactions of one customer',
              'per customer',
              '[INS-991](code:openapi/openapi-ins-991)',
            ],
            ['several at once', '', '[INS-992](code:openapi/openapi-ins-992)'],
            ['product is off', '', '[INS-997](code:openapi/openapi-ins-997)'],
          ],
          sources: ['M-Pesa OpenAPI portal, response codes'],
          unconfirmed: true,
        },
        {
          kind: 'text',
          text: 'The words of the codes point to their limits; which of INS-993 and INS-994 belongs to which is inferred.',
        },
      ],
    },
  ],
}
