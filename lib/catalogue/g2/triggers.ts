import type { Trigger } from '../types'

/** Calls by which the local sandbox comes to a code of itself, by the id of its row. */
export const g2Triggers: Readonly<Record<string, readonly Trigger[]>> = {
  'g2-core-0': [
    {
      operation: 'g2.b2c-payment',
    },
  ],
  'g2-core-1': [
    {
      operation: 'g2.b2b-payment',
      send: {
        CommandID: 'MerchantToMerchantTransfer',
      },
    },
  ],
  'g2-core-2': [
    {
      operation: 'g2.b2c-payment',
      send: {
        Amount: '0',
      },
    },
  ],
  'g2-core-3': [
    {
      operation: 'g2.b2c-payment',
      send: {
        Amount: '300000',
      },
    },
  ],
  'g2-core-6': [
    {
      operation: 'g2.b2c-payment',
      send: {
        'PrimaryParty.Identifier': null,
      },
    },
  ],
  'g2-core-7': [
    {
      operation: 'g2.b2c-payment',
      send: {
        'ReceiverParty.Identifier': null,
      },
    },
  ],
  'g2-core-15': [
    {
      operation: 'g2.b2c-payment',
      times: 2,
    },
  ],
  'g2-core-18': [
    {
      operation: 'g2.b2c-payment',
      sign: {
        initiatorPassword: 'wrong',
      },
    },
    {
      operation: 'g2.b2c-payment',
      sign: {
        initiatorName: 'api-expired',
      },
    },
  ],
  'g2-core-19': [
    {
      operation: 'g2.b2c-payment',
      send: {
        Timestamp: '20200101000000',
      },
      strictness: 'strict',
    },
  ],
  'g2-core-20': [
    {
      operation: 'g2.b2c-payment',
      sign: {
        initiatorName: 'nobody',
      },
    },
  ],
  'g2-core-21': [
    {
      operation: 'g2.account-balance',
      sign: {
        initiatorName: 'api-norole',
      },
    },
  ],
  'g2-core-23': [
    {
      operation: 'g2.b2c-payment',
      send: {
        CommandID: null,
      },
    },
  ],
  'g2-core-24': [
    {
      operation: 'g2.b2c-payment',
      send: {
        Amount: null,
      },
    },
  ],
  'g2-core-25': [
    {
      operation: 'g2.b2c-payment',
      send: {
        Amount: 'x',
      },
    },
  ],
  'g2-core-29': [
    {
      operation: 'g2.b2c-payment',
      send: {
        CommandID: 'x',
      },
    },
  ],
  'g2-core-31': [
    {
      operation: 'g2.b2c-payment',
      send: {
        'Initiator.Identifier': null,
      },
    },
  ],
  'g2-core-34': [
    {
      operation: 'g2.b2c-payment',
      send: {
        'PrimaryParty.IdentifierType': null,
      },
    },
  ],
  'g2-core-36': [
    {
      operation: 'g2.b2c-payment',
      send: {
        'ReceiverParty.IdentifierType': null,
      },
    },
  ],
  'g2-core-49': [
    {
      operation: 'g2.transaction-reversal',
    },
  ],
  'g2-broker-100000005': [
    {
      operation: 'g2.register-url',
      send: {
        ResponseType: 'x',
      },
    },
  ],
  'g2-broker-100000007': [
    {
      operation: 'g2.b2c-payment',
      sign: {
        spPassword: 'wrong',
      },
    },
  ],
  'g2-broker-100000008': [
    {
      operation: 'g2.b2c-payment',
      send: {
        serviceId: 'x',
      },
      strictness: 'strict',
    },
  ],
  'g2-broker-100000014': [
    {
      operation: 'g2.b2c-payment',
      send: {
        spId: null,
      },
    },
  ],
  'g2-newer-8006': [
    {
      operation: 'g2.account-balance',
      sign: {
        initiatorName: 'api-locked',
      },
    },
  ],
  'g2-checkout-00': [
    {
      operation: 'g2.checkout-process',
    },
  ],
  'g2-checkout-30': [
    {
      operation: 'g2.checkout-process',
      send: {
        REFERENCE_ID: null,
      },
    },
  ],
  'g2-checkout-31': [
    {
      operation: 'g2.checkout-process',
      send: {
        AMOUNT: null,
      },
    },
  ],
  'g2-checkout-35': [
    {
      operation: 'g2.checkout-process',
      times: 2,
    },
  ],
  'g2-checkout-36': [
    {
      operation: 'g2.checkout-process',
      sign: {
        merchantPasskey: 'wrong',
      },
    },
  ],
  'g2-checkout-40': [
    {
      operation: 'g2.checkout-process',
      send: {
        MERCHANT_ID: null,
      },
    },
  ],
  'g2-checkout-41': [
    {
      operation: 'g2.checkout-process',
      send: {
        MSISDN: null,
      },
    },
  ],
  'g2-checkout-99': [
    {
      operation: 'g2.checkout-confirm',
    },
  ],
}
