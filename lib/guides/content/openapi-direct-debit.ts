import type { Guide } from '../types'

export const openapiDirectDebit: Guide = {
  slug: 'openapi-direct-debit',
  title: 'OpenAPI: direct debit',
  summary: 'A mandate that the customer agrees to once, payments taken under it, and its end.',
  group: 'OpenAPI',
  systems: ['openapi'],
  operations: [
    'openapi.direct-debit-create',
    'openapi.direct-debit-payment',
    'openapi.direct-debit-query',
    'openapi.direct-debit-cancel',
  ],
  sections: [
    {
      id: 'life',
      title: 'Life of a mandate',
      blocks: [
        {
          kind: 'flow',
          title: 'Agreed once, debited later',
          steps: [
            { from: 'you', to: 'provider', label: 'directDebitCreation, input_AgreedTC 1' },
            {
              from: 'provider',
              to: 'you',
              label: 'output_MandateID, output_MsisdnToken',
              dashed: true,
              tone: 'good',
            },
            { from: 'you', to: 'provider', label: 'directDebitPayment' },
            { from: 'provider', to: 'you', label: 'INS-0', dashed: true, tone: 'good' },
            { from: 'you', to: 'provider', label: 'directDebitCancel' },
          ],
        },
        {
          kind: 'steps',
          items: [
            '[Create](op:openapi.direct-debit-create) it with your own `input_ThirdPartyReference`. `input_AgreedTC` must be 1: the customer accepted the terms.',
            'Keep `output_MandateID` and `output_MsisdnToken`: the token stands for the customer’s number.',
            '[Take a payment](op:openapi.direct-debit-payment) with the token or the number; both are checked against each other: [INS-50](code:openapi/openapi-ins-50).',
            '[Ask](op:openapi.direct-debit-query) for its state, and whether the customer could pay a given amount.',
            '[Cancel](op:openapi.direct-debit-cancel) it.',
          ],
        },
      ],
    },
    {
      id: 'dates',
      title: 'Frequency and days',
      blocks: [
        {
          kind: 'table',
          caption: '`input_Frequency` and what goes with it',
          head: ['Frequency', '`input_FirstPaymentDate`', 'Range of days'],
          rows: [
            ['none', 'empty', 'empty'],
            ['01 once, 02 daily, 03 weekly, 08 on demand', 'needed', 'empty'],
            [
              '04 monthly, 05 quarterly, 06 half-yearly, 07 yearly',
              'needed',
              '`input_StartRangeOfDays` and `input_EndRangeOfDays`, if wanted',
            ],
          ],
          sources: ['M-Pesa OpenAPI portal, API documentation'],
        },
        {
          kind: 'codes',
          refs: [
            'openapi/openapi-ins-40',
            'openapi/openapi-ins-51',
            'openapi/openapi-ins-52',
            'openapi/openapi-ins-58',
          ],
        },
      ],
    },
  ],
}
