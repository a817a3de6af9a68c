import type { Field, Operation } from '@/lib/catalogue/types'
import { promptWait } from '../longest-waits'
import { callback, owedFor, sampleCheckout } from './callbacks'
import { checkoutRequest, checkoutResultEnvelope } from './envelopes'
import { text } from './fields'
import { checkoutMessage, type Pair, pairsOf } from './messages'
import { defineOperation, sample } from './operation'
import { checkoutGuide, chowder, drizzentic, mulla } from './sources'

const sources = [checkoutGuide, mulla]

const header: Field[] = [
  text({
    name: 'MERCHANT_ID',
    kind: 'shortcode',
    required: true,
    help: 'The paybill or till that collects.',
    example: '174379',
    prefill: { from: 'credential', name: 'merchantId' },
    sources,
  }),
  text({
    name: 'PASSWORD',
    kind: 'base64',
    required: true,
    help: 'Base64 of the hexadecimal text of SHA-256 over MERCHANT_ID, passkey and TIMESTAMP.',
    example: 'Mzg0NmMzNTdmMTI0MmZmZmYzZjg0MzVjNDhkOTA4MGRiZjU1NjhkMWViOTRiYWE3NmJkNzdkZmViOWQ4YjE4Zg==',
    derive: 'g2.checkout-password',
    secret: true,
    sources,
  }),
  text({
    name: 'TIMESTAMP',
    kind: 'timestamp',
    required: true,
    pattern: '^[0-9]{14}$',
    help: 'The time that went into PASSWORD, YYYYMMDDHHmmss.',
    example: '20240115103000',
    derive: 'g2.time-stamp',
    sources,
  }),
]

const ids = (help: string): Field[] => [
  text({ name: 'TRX_ID', help, example: sample.checkout, mentions: ['checkout-id'], sources }),
  text({
    name: 'MERCHANT_TRANSACTION_ID',
    kind: 'reference',
    help: 'Your own id of the checkout, in place of TRX_ID.',
    key: 'third-party-reference',
    example: '',
    sources,
  }),
]

const shared: Pick<Operation, 'path' | 'group' | 'auth' | 'sources'> = {
  path: '/mpesa_online/lnmo_checkout_server.php',
  group: 'Online checkout',
  auth: {
    type: 'none',
    uses: ['merchantId', 'merchantPasskey'],
    note: 'Was reachable over the public internet, without a private line.',
  },
  sources,
}

export const checkoutProcess = defineOperation({
  ...shared,
  name: 'checkout-process',
  title: 'Start a checkout',
  summary: 'First of two steps: registers what the customer is to pay. Nothing reaches the phone yet.',
  envelope: checkoutRequest(
    'processCheckOutRequest',
    'MERCHANT_TRANSACTION_ID',
    'REFERENCE_ID',
    'AMOUNT',
    'MSISDN',
    'ENC_PARAMS',
    'CALL_BACK_URL',
    'CALL_BACK_METHOD',
    ['TIMESTAMP', 'Body.TIMESTAMP'],
  ),
  fields: [
    ...header,
    text({
      name: 'MERCHANT_TRANSACTION_ID',
      kind: 'reference',
      required: true,
      minLength: 1,
      help: 'Your own id, a new one for each attempt.',
      example: 'JRB-0042',
      derive: 'g2.merchant-transaction-id',
      key: 'third-party-reference',
      sources,
    }),
    text({
      name: 'REFERENCE_ID',
      kind: 'reference',
      required: true,
      minLength: 1,
      help: 'Account or product that is paid for.',
      example: 'ACC-17',
      sources,
    }),
    text({
      name: 'AMOUNT',
      kind: 'amount',
      required: true,
      pattern: '^[0-9]+(\\.[0-9]{1,2})?$',
      help: 'How much, in shillings.',
      example: '54.00',
      sources,
    }),
    text({
      name: 'MSISDN',
      kind: 'msisdn',
      required: true,
      pattern: '^254[17][0-9]{8}$',
      help: 'The phone that pays, 254 first.',
      example: '254708374149',
      prefill: { from: 'phone' },
      sources,
    }),
    text({ name: 'ENC_PARAMS', help: 'Comes back in the notice as it is.', example: '', sources }),
    text({
      name: 'CALL_BACK_URL',
      kind: 'url',
      required: true,
      help: 'Where the outcome goes.',
      example: 'https://example.com/lnmo',
      prefill: { from: 'inbox', suffix: '/checkout' },
      sources,
    }),
    text({
      name: 'CALL_BACK_METHOD',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'POST', label: 'POST: form fields' },
        { value: 'GET', label: 'GET: query string' },
        { value: 'xml', label: 'xml: SOAP message' },
      ],
      help: 'How the outcome is sent.',
      example: 'POST',
      prefill: { from: 'example' },
      sources,
    }),
    text({
      name: 'Body.TIMESTAMP',
      kind: 'timestamp',
      help: 'The same time again, inside the body.',
      example: '20240115103000',
      derive: 'g2.time-stamp',
      sources,
    }),
  ],
  acknowledgement: {
    success: {
      httpStatus: 200,
      body: checkoutMessage(
        'processCheckOutResponse',
        pairsOf({
          RETURN_CODE: '00',
          DESCRIPTION: 'Success',
          TRX_ID: sample.checkout,
          ENC_PARAMS: '',
          CUST_MSG: 'Enter your PIN on the handset to finish this payment',
        }),
      ),
      note: 'CUST_MSG is to be shown to the customer before the second step.',
    },
    failure: {
      httpStatus: 200,
      body: checkoutMessage(
        'processCheckOutResponse',
        pairsOf({
          RETURN_CODE: '36',
          DESCRIPTION: 'Incorrect credentials',
          TRX_ID: '',
          ENC_PARAMS: '',
          CUST_MSG: '',
        }),
      ),
    },
  },
  followUps: [
    {
      label: 'Confirm it: ask for the PIN',
      operation: 'g2.checkout-confirm',
      take: [{ value: 'checkout-id', field: 'TRX_ID' }],
    },
  ],
  sources: [checkoutGuide, mulla, drizzentic],
})

export const checkoutConfirm = defineOperation({
  ...shared,
  name: 'checkout-confirm',
  title: 'Confirm a checkout',
  summary: 'Second of two steps: sends the PIN prompt to the phone.',
  asynchronous: true,
  longestWait: promptWait,
  movesMoney: true,
  envelope: checkoutRequest('transactionConfirmRequest', 'TRX_ID', 'MERCHANT_TRANSACTION_ID'),
  fields: [...header, ...ids('The id that the first step answered with.')],
  rules: [
    {
      kind: 'one-of',
      fields: ['TRX_ID', 'MERCHANT_TRANSACTION_ID'],
      message: 'Give TRX_ID or MERCHANT_TRANSACTION_ID: one of the two is needed.',
    },
  ],
  acknowledgement: {
    success: {
      httpStatus: 200,
      body: checkoutMessage(
        'transactionConfirmResponse',
        pairsOf({
          RETURN_CODE: '00',
          DESCRIPTION: 'Success',
          MERCHANT_TRANSACTION_ID: '',
          TRX_ID: sample.checkout,
        }),
      ),
    },
    failure: {
      httpStatus: 200,
      body: checkoutMessage(
        'transactionConfirmResponse',
        pairsOf({ RETURN_CODE: '12', DESCRIPTION: 'Failure', MERCHANT_TRANSACTION_ID: '', TRX_ID: '' }),
      ),
    },
  },
  callbacks: [
    callback('checkout-result', {
      variant: 'success',
      to: 'registered CALL_BACK_URL',
      note: 'As CALL_BACK_METHOD says: a query string, form fields, or this message.',
    }),
    callback('checkout-result', {
      variant: 'failure',
      to: 'registered CALL_BACK_URL',
      example: checkoutMessage(
        'ResultMsg',
        pairsOf({
          ...sampleCheckout,
          'M-PESA_TRX_ID': 'N/A',
          TRX_STATUS: 'Failed',
          RETURN_CODE: '05',
          DESCRIPTION: 'Transaction expired',
        }),
      ),
    }),
  ],
  followUps: [
    {
      label: 'Ask how it stands',
      operation: 'g2.checkout-status',
      take: [{ value: 'checkout-id', field: 'TRX_ID' }],
    },
  ],
  sources: [checkoutGuide, mulla, drizzentic],
})

const { 'M-PESA_TRX_DATE': date = '', 'M-PESA_TRX_ID': receipt = '' } = sampleCheckout

const statusFields = (facts: Record<string, string>): Pair[] =>
  pairsOf({
    MSISDN: '254708374149',
    AMOUNT: '54.0',
    MPESA_TRX_DATE: date,
    MPESA_TRX_ID: receipt,
    TRX_STATUS: 'Success',
    RETURN_CODE: '00',
    DESCRIPTION: 'The service request is processed successfully.',
    MERCHANT_TRANSACTION_ID: '',
    ENC_PARAMS: '',
    TRX_ID: sample.checkout,
    ...facts,
  })

export const checkoutStatus = defineOperation({
  ...shared,
  name: 'checkout-status',
  tellsResult: true,
  longestWait: promptWait,
  title: 'Status of a checkout',
  summary: 'Tells how a checkout stands; may be asked at any time.',
  envelope: checkoutRequest('transactionStatusRequest', 'TRX_ID', 'MERCHANT_TRANSACTION_ID'),
  fields: [...header, ...ids('The id that the first step answered with.')],
  rules: [
    {
      kind: 'one-of',
      fields: ['TRX_ID', 'MERCHANT_TRANSACTION_ID'],
      message: 'Give TRX_ID or MERCHANT_TRANSACTION_ID: one of the two is needed.',
    },
  ],
  acknowledgement: {
    success: { httpStatus: 200, body: checkoutMessage('transactionStatusResponse', statusFields({})) },
    failure: {
      httpStatus: 200,
      body: checkoutMessage(
        'transactionStatusResponse',
        statusFields({
          MPESA_TRX_ID: 'N/A',
          TRX_STATUS: 'Failed',
          RETURN_CODE: '36',
          DESCRIPTION: 'Failure',
        }),
      ),
    },
  },
  variants: [
    {
      when: 'The payment failed',
      httpStatus: 200,
      body: checkoutMessage(
        'transactionStatusResponse',
        statusFields({
          MPESA_TRX_ID: 'N/A',
          TRX_STATUS: 'Failed',
          RETURN_CODE: '01',
          DESCRIPTION: 'InsufficientFunds',
        }),
      ),
    },
  ],
  notes: ['The guide hyphenates M-PESA_TRX_DATE and M-PESA_TRX_ID; WSDL and a recorded answer do not.'],
  sources: [checkoutGuide, mulla, chowder],
})

export const checkoutResult = defineOperation({
  ...shared,
  name: 'checkout-result',
  title: 'Outcome of a checkout',
  summary: 'M-Pesa reports how a checkout ended. You host this endpoint.',
  direction: 'inbound',
  path: '/',
  auth: { type: 'none', uses: [], note: 'USERNAME and PASSWORD come along only if you registered them.' },
  envelope: checkoutResultEnvelope(Object.keys(sampleCheckout)),
  fields: Object.entries(sampleCheckout).map(([name, example]) =>
    text({ name, help: resultHelp(name), example, sources }),
  ),
  acknowledgement: { success: owedFor('checkout-result') },
  sources: [checkoutGuide, mulla, drizzentic],
})

function resultHelp(name: string): string {
  return (
    {
      MSISDN: 'The phone that paid.',
      AMOUNT: 'How much.',
      'M-PESA_TRX_DATE': 'When, in Nairobi time; the WSDL writes it without the hyphen.',
      'M-PESA_TRX_ID': 'The receipt, or N/A; the WSDL writes it without the hyphen.',
      TRX_STATUS: 'Pending, Success, Failed or Error.',
      RETURN_CODE: '00 is paid.',
      DESCRIPTION: 'The code in words.',
      MERCHANT_TRANSACTION_ID: 'Your own id of the checkout.',
      ENC_PARAMS: 'What you sent along.',
      TRX_ID: 'M-Pesa’s id of the checkout.',
    }[name] ?? ''
  )
}
