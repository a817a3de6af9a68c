import type { Trigger } from '../types'

/** Calls by which the local sandbox comes to a code of itself, by the id of its row. */
export const openapiTriggers: Readonly<Record<string, readonly Trigger[]>> = {
  'openapi-ins-0': [
    {
      operation: 'openapi.get-session',
    },
  ],
  'openapi-ins-6': [
    {
      operation: 'openapi.update-transaction-status',
      send: {
        input_TransactionID: 'x',
      },
    },
  ],
  'openapi-ins-10': [
    {
      operation: 'openapi.c2b-single-stage',
      times: 2,
    },
  ],
  'openapi-ins-13': [
    {
      operation: 'openapi.c2b-single-stage',
      send: {
        input_ServiceProviderCode: 'x',
      },
    },
  ],
  'openapi-ins-15': [
    {
      operation: 'openapi.c2b-single-stage',
      send: {
        input_Amount: 'x',
      },
    },
  ],
  'openapi-ins-17': [
    {
      operation: 'openapi.c2b-single-stage',
      send: {
        input_TransactionReference: '-1',
      },
    },
  ],
  'openapi-ins-18': [
    {
      operation: 'openapi.reversal',
      send: {
        input_TransactionID: 'x',
      },
    },
  ],
  'openapi-ins-19': [
    {
      operation: 'openapi.direct-debit-query',
      send: {
        input_ThirdPartyReference: '-1',
      },
    },
  ],
  'openapi-ins-20': [
    {
      operation: 'openapi.c2b-single-stage',
      send: {
        input_Amount: null,
      },
    },
  ],
  'openapi-ins-21': [
    {
      operation: 'openapi.c2b-single-stage',
      send: {
        input_ResponseURL: 'x',
      },
    },
  ],
  'openapi-ins-23': [
    {
      operation: 'openapi.query-transaction-status',
      send: {
        input_QueryReference: 'x',
      },
    },
  ],
  'openapi-ins-26': [
    {
      operation: 'openapi.c2b-single-stage',
      send: {
        input_Currency: 'x',
      },
    },
  ],
  'openapi-ins-28': [
    {
      operation: 'openapi.c2b-single-stage',
      send: {
        input_ThirdPartyConversationID: '-1',
      },
    },
  ],
  'openapi-ins-30': [
    {
      operation: 'openapi.c2b-single-stage',
      send: {
        input_PurchasedItemsDesc: '-1',
      },
    },
  ],
  'openapi-ins-31': [
    {
      operation: 'openapi.b2c-single-stage',
      send: {
        input_PaymentItemsDesc: '-1',
      },
    },
  ],
  'openapi-ins-32': [
    {
      operation: 'openapi.query-beneficiary-name',
      send: {
        input_KycQueryType: 'x',
      },
    },
  ],
  'openapi-ins-36': [
    {
      operation: 'openapi.direct-debit-create',
      send: {
        input_AgreedTC: 'x',
      },
    },
  ],
  'openapi-ins-39': [
    {
      operation: 'openapi.direct-debit-create',
      send: {
        input_FirstPaymentDate: 'x',
      },
    },
  ],
  'openapi-ins-40': [
    {
      operation: 'openapi.direct-debit-create',
      send: {
        input_Frequency: 'x',
      },
    },
  ],
  'openapi-ins-41': [
    {
      operation: 'openapi.direct-debit-create',
      send: {
        input_StartRangeOfDays: 'x',
      },
    },
  ],
  'openapi-ins-42': [
    {
      operation: 'openapi.direct-debit-create',
      send: {
        input_EndRangeOfDays: 'x',
      },
    },
  ],
  'openapi-ins-43': [
    {
      operation: 'openapi.direct-debit-create',
      send: {
        input_ExpiryDate: 'x',
      },
    },
  ],
  'openapi-ins-51': [
    {
      operation: 'openapi.direct-debit-payment',
      send: {
        input_MandateID: 'x',
      },
    },
  ],
  'openapi-ins-54': [
    {
      operation: 'openapi.direct-debit-query',
      send: {
        input_BalanceAmount: 'x',
      },
    },
  ],
  'openapi-ins-55': [
    {
      operation: 'openapi.direct-debit-query',
      send: {
        input_BalanceAmount: null,
      },
    },
  ],
  'openapi-ins-56': [
    {
      operation: 'openapi.direct-debit-query',
      send: {
        input_MsisdnToken: '-1',
      },
    },
  ],
  'openapi-ins-58': [
    {
      operation: 'openapi.direct-debit-query',
    },
  ],
  'openapi-ins-989': [
    {
      operation: 'openapi.get-session',
      headers: {
        Authorization: '',
      },
    },
  ],
  'openapi-ins-998': [
    {
      operation: 'openapi.c2b-single-stage',
      send: {
        input_Country: 'x',
      },
    },
  ],
  'openapi-ins-2006': [
    {
      operation: 'openapi.c2b-single-stage',
      send: {
        input_CustomerMSISDN: '255700000100',
        input_Amount: '300000',
      },
    },
  ],
  'openapi-ins-2051': [
    {
      operation: 'openapi.c2b-single-stage',
      send: {
        input_CustomerMSISDN: 'x',
      },
    },
  ],
  'openapi-ins-gar-0': [
    {
      operation: 'openapi.update-transaction-status',
      send: {
        input_ResponseURL: null,
      },
    },
  ],
  'openapi-ins-997': [
    {
      operation: 'openapi.c2b-single-stage',
      arrange: { products: { 'c2b-single-stage': { isOn: false } } },
      how: 'Switch the product C2B single stage off on the application’s page of the OpenAPI portal (Sandbox).',
    },
  ],
  'openapi-ins-996': [
    {
      operation: 'openapi.c2b-single-stage',
      arrange: { products: { 'c2b-single-stage': { isOn: true, from: '00:00', until: '00:00' } } },
      how: 'Set hours of use that are over on the application’s page of the OpenAPI portal (Sandbox).',
    },
  ],
  'openapi-ins-995': [
    {
      operation: 'openapi.c2b-single-stage',
      send: { input_Amount: '10' },
      arrange: { products: { 'c2b-single-stage': { isOn: true, singleCents: 500 } } },
      how: 'Set a limit of 5 for one payment on the application’s page of the OpenAPI portal (Sandbox).',
    },
  ],
  'openapi-ins-994': [
    {
      operation: 'openapi.c2b-single-stage',
      send: { input_Amount: '10' },
      arrange: { products: { 'c2b-single-stage': { isOn: true, dailyCents: 500 } } },
      how: 'Set a limit of 5 a day on the application’s page of the OpenAPI portal (Sandbox).',
    },
  ],
  'openapi-ins-993': [
    {
      operation: 'openapi.c2b-single-stage',
      arrange: { products: { 'c2b-single-stage': { isOn: true, dailyCount: 0 } } },
      how: 'Set a limit of no payment a day on the application’s page of the OpenAPI portal (Sandbox).',
    },
  ],
  'openapi-ins-992': [
    {
      operation: 'openapi.c2b-single-stage',
      send: { input_Amount: '10' },
      arrange: { products: { 'c2b-single-stage': { isOn: true, singleCents: 500, dailyCents: 500 } } },
      how: 'Set a limit of 5 for one payment and for the day on the application’s page of the OpenAPI portal (Sandbox).',
    },
  ],
  'openapi-ins-991': [
    {
      operation: 'openapi.c2b-single-stage',
      arrange: { products: { 'c2b-single-stage': { isOn: true, customerDailyCount: 0 } } },
      how: 'Set a limit of no payment a day for one customer on the application’s page of the OpenAPI portal (Sandbox).',
    },
  ],
  'openapi-ins-990': [
    {
      operation: 'openapi.c2b-single-stage',
      send: { input_Amount: '10' },
      arrange: { products: { 'c2b-single-stage': { isOn: true, customerDailyCents: 500 } } },
      how: 'Set a limit of 5 a day for one customer on the application’s page of the OpenAPI portal (Sandbox).',
    },
  ],
}
