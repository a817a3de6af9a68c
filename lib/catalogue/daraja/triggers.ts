import type { Trigger } from '../types'

/** Calls by which the local sandbox comes to a code of itself, by the id of its row. */
export const darajaTriggers: Readonly<Record<string, readonly Trigger[]>> = {
  'oauth-bad-auth': [
    {
      operation: 'daraja.oauth-token',
      headers: {
        Authorization: '',
      },
    },
  ],
  'oauth-bad-grant': [
    {
      operation: 'daraja.oauth-token',
      send: {
        grant_type: 'x',
      },
    },
  ],
  'bad-request-field': [
    {
      operation: 'daraja.stk-push',
      send: {
        PartyA: 'x',
      },
    },
  ],
  'bad-request-callbackurl': [
    {
      operation: 'daraja.stk-push',
      send: {
        CallBackURL: 'x',
      },
    },
  ],
  'tut-invalid-timestamp': [
    {
      operation: 'daraja.stk-push',
      send: {
        Timestamp: 'x',
      },
    },
  ],
  'tut-invalid-amount-field': [
    {
      operation: 'daraja.stk-push',
      send: {
        Amount: null,
      },
    },
  ],
  'bad-security-credential': [
    {
      operation: 'daraja.b2c-v3',
      send: {
        SecurityCredential: 'x',
      },
    },
  ],
  'token-400-003-01': [
    {
      operation: 'daraja.c2b-register-v2',
      headers: {
        Authorization: 'Bearer nobody',
      },
    },
  ],
  'bad-request-400-003-02': [
    {
      operation: 'daraja.c2b-register-v2',
      send: {
        ShortCode: null,
      },
    },
  ],
  'token-401-001': [
    {
      operation: 'daraja.pull-register',
      headers: {
        Authorization: 'Bearer nobody',
      },
    },
  ],
  'token-401-002-01': [
    {
      operation: 'daraja.b2c-v3',
      headers: {
        Authorization: 'Bearer nobody',
      },
    },
  ],
  'token-401-plain': [
    {
      operation: 'daraja.b2b-express-checkout',
      headers: {
        Authorization: 'Bearer nobody',
      },
    },
  ],
  'token-404-001-03': [
    {
      operation: 'daraja.stk-push',
      headers: {
        Authorization: 'Bearer nobody',
      },
    },
  ],
  'auth-header-404-001-04': [
    {
      operation: 'daraja.stk-push',
      headers: {
        Authorization: '',
      },
    },
  ],
  'token-404-001-04': [
    {
      operation: 'daraja.tax-remittance',
      headers: {
        Authorization: 'Bearer nobody',
      },
    },
  ],
  'duplicate-originator': [
    {
      operation: 'daraja.b2c-v3',
      times: 2,
    },
  ],
  'ratiba-accepted': [
    {
      operation: 'daraja.ratiba-create',
    },
  ],
  'ack-ok': [
    {
      operation: 'daraja.stk-push',
    },
  ],
  'stk-merchant-does-not-exist': [
    {
      operation: 'daraja.stk-push',
      send: {
        BusinessShortCode: '300000',
      },
    },
  ],
  'stk-wrong-credentials': [
    {
      operation: 'daraja.stk-push',
      sign: {
        lnmPasskey: 'wrong',
      },
    },
  ],
  'stk-query-does-not-exist': [
    {
      operation: 'daraja.stk-query',
      send: {
        CheckoutRequestID: 'ws_CO_20112026091530000708374149',
      },
    },
  ],
  'pull-invalid-shortcode': [
    {
      operation: 'daraja.pull-register',
      send: {
        ShortCode: '300000',
      },
    },
  ],
  'pull-1000': [
    {
      operation: 'daraja.pull-register',
    },
  ],
  'pull-1001': [
    {
      operation: 'daraja.pull-query',
    },
  ],
  'ratiba-foreign-shortcode': [
    {
      operation: 'daraja.ratiba-create',
      send: {
        BusinessShortCode: '300000',
      },
    },
  ],
  'qr-ok': [
    {
      operation: 'daraja.dynamic-qr',
    },
  ],
  'bm-200': [
    {
      operation: 'daraja.billmanager-optin',
    },
  ],
  'bm-409': [
    {
      operation: 'daraja.billmanager-optin',
      times: 2,
    },
  ],
  'orginfo-4000': [
    {
      operation: 'daraja.query-org-info',
    },
  ],
  'stk-0': [
    {
      operation: 'daraja.stk-push',
      send: { PartyA: '254708374149', PhoneNumber: '254708374149' },
    },
  ],
  'stk-3': [
    {
      operation: 'daraja.stk-push',
      send: {
        Amount: '300000',
      },
    },
  ],
  'stk-sfc_ic0003': [
    {
      operation: 'daraja.stk-push',
      send: {
        PartyB: '300000',
      },
    },
  ],
  'res-0': [
    {
      operation: 'daraja.b2c-v3',
    },
  ],
  'res-1': [
    {
      operation: 'daraja.b2b-paybill',
      send: {
        Amount: '999999999',
      },
    },
  ],
  'res-3': [
    {
      operation: 'daraja.b2c-v3',
      send: {
        Amount: '300000',
      },
    },
  ],
  'res-21': [
    {
      operation: 'daraja.account-balance',
      sign: {
        initiatorName: 'api-norole',
      },
    },
  ],
  'res-2001': [
    {
      operation: 'daraja.b2c-v3',
      sign: {
        initiatorPassword: 'wrong',
      },
    },
    {
      operation: 'daraja.b2c-v3',
      sign: {
        initiatorName: 'nobody',
      },
    },
    {
      operation: 'daraja.b2c-v3',
      sign: {
        initiatorName: 'api-expired',
      },
    },
  ],
  'res-2032': [
    {
      operation: 'daraja.transaction-status',
    },
  ],
  'res-8006': [
    {
      operation: 'daraja.account-balance',
      sign: {
        initiatorName: 'api-locked',
      },
    },
  ],
  'res-sfc_ic0003': [
    {
      operation: 'daraja.b2b-paybill',
      send: {
        PartyB: '300000',
      },
    },
  ],
  'res-r000002': [
    {
      operation: 'daraja.reversal',
    },
  ],
  'ratiba-1050': [
    {
      operation: 'daraja.ratiba-create',
      times: 2,
    },
  ],
  'express-0': [
    {
      operation: 'daraja.b2b-express-checkout',
    },
  ],
  'stk-lock': [
    {
      operation: 'daraja.stk-push',
      send: { PartyA: '254700000000', PhoneNumber: '254700000000' },
      times: 2,
      how: 'The phone waits for a person: the second push finds the prompt of the first.',
    },
  ],
}
