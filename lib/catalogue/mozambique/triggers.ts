import type { Trigger } from '../types'

/** Calls by which the local sandbox comes to a code of itself, by the id of its row. */
export const mozambiqueTriggers: Readonly<Record<string, readonly Trigger[]>> = {
  'mozambique-ins-0': [
    {
      operation: 'mozambique.c2b-payment',
      send: { input_CustomerMSISDN: '258843330333' },
    },
  ],
  'mozambique-ins-2': [
    {
      operation: 'mozambique.c2b-payment',
      headers: {
        Authorization: '',
      },
    },
  ],
  'mozambique-ins-10': [
    {
      operation: 'mozambique.c2b-payment',
      times: 2,
    },
  ],
  'mozambique-ins-13': [
    {
      operation: 'mozambique.c2b-payment',
      send: {
        input_ServiceProviderCode: 'x',
      },
    },
  ],
  'mozambique-ins-14': [
    {
      operation: 'mozambique.c2b-payment',
      send: {
        input_TransactionReference: '-1',
      },
    },
  ],
  'mozambique-ins-15': [
    {
      operation: 'mozambique.c2b-payment',
      send: {
        input_Amount: 'x',
      },
    },
  ],
  'mozambique-ins-17': [
    {
      operation: 'mozambique.c2b-payment',
      send: {
        input_TransactionReference: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      },
    },
  ],
  'mozambique-ins-18': [
    {
      operation: 'mozambique.reversal',
      send: {
        input_TransactionID: '-1',
      },
    },
  ],
  'mozambique-ins-19': [
    {
      operation: 'mozambique.c2b-payment',
      send: {
        input_ThirdPartyReference: '-1',
      },
    },
  ],
  'mozambique-ins-20': [
    {
      operation: 'mozambique.c2b-payment',
      send: {
        input_TransactionReference: null,
      },
    },
  ],
  'mozambique-ins-23': [
    {
      operation: 'mozambique.query-transaction-status',
    },
  ],
  'mozambique-ins-24': [
    {
      operation: 'mozambique.reversal',
      send: {
        input_InitiatorIdentifier: 'x',
      },
    },
  ],
  'mozambique-ins-25': [
    {
      operation: 'mozambique.reversal',
      send: {
        input_SecurityCredential: 'x',
      },
    },
  ],
  'mozambique-ins-26': [
    {
      operation: 'mozambique.query-customer-name',
    },
  ],
  'mozambique-ins-997': [
    {
      operation: 'mozambique.reversal',
    },
  ],
  'mozambique-ins-2002': [
    {
      operation: 'mozambique.b2b-payment',
      send: {
        input_ReceiverPartyCode: '111111',
      },
    },
  ],
  'mozambique-ins-2006': [
    {
      operation: 'mozambique.c2b-payment',
      send: {
        input_CustomerMSISDN: '258843330333',
        input_Amount: '300000',
      },
    },
  ],
  'mozambique-ins-2051': [
    {
      operation: 'mozambique.c2b-payment',
      send: {
        input_CustomerMSISDN: 'x',
      },
    },
  ],
}
