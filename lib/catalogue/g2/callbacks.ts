import { type CallbackEntry, callbacksOf } from '../callbacks'
import { noticeWait } from '../longest-waits'
import type { CallbackSpec, WireExample } from '../types'
import {
  checkoutMessage,
  confirmationAnswer,
  pairsOf,
  paymentMessage,
  type Result,
  responseMessage,
  resultMessage,
  timeoutAnswer,
  timeoutMessage,
  validationAnswer,
} from './messages'
import { sample } from './operation'

const soap = 'text/xml; charset=utf-8'

const resultOf = (result: Pick<Result, 'code' | 'description' | 'transactionId' | 'parameters'>): string =>
  resultMessage({
    originatorConversationId: sample.originator,
    conversationId: sample.conversation,
    references: [{ key: 'QueueTimeoutURL', value: sample.timeoutUrl }],
    ...result,
  })

/** A customer’s payment, as the question and the notice tell of it. */
export const samplePayment = {
  type: 'Pay Bill',
  receipt: 'UKK7JARIB7',
  time: '20261120091506',
  amount: '120.00',
  shortcode: '600000',
  reference: 'ACC-17',
  msisdn: '254708374149',
  names: ['Asha', '', 'Test'],
} as const

/** How a checkout ended, field by field. */
export const sampleCheckout = {
  MSISDN: '254708374149',
  AMOUNT: '54.0',
  'M-PESA_TRX_DATE': '2026-11-20 09:16:07',
  'M-PESA_TRX_ID': 'UKK9JARIB9',
  TRX_STATUS: 'Success',
  RETURN_CODE: '00',
  DESCRIPTION: 'Success',
  MERCHANT_TRANSACTION_ID: 'JRB-0042',
  ENC_PARAMS: '',
  TRX_ID: sample.checkout,
}

const customerPayment = { name: 'customer-payment', title: 'Customer payment (C2B)', longestWait: noticeWait }

export const g2Callbacks = {
  result: {
    title: 'G2 result',
    about: 'How a generic request ended.',
    joins: 'run',
    where: 'result',
    missing: 'The result has not come yet.',
    repeats: {
      amount: 'TransactionAmount',
      phone: 'ReceiverPartyPublicName',
      party: 'ReceiverPartyPublicName',
    },
    owed: {
      contentType: soap,
      body: responseMessage({ code: '00000000', description: 'success' }),
      note: 'HTTP 200 with an envelope. 200000001 to 200000003 say that you could not take it.',
    },
    example: {
      body: resultOf({
        code: '0',
        description: 'The service request is processed successfully.',
        transactionId: sample.receipt,
      }),
    },
  },
  'queue-timeout': {
    title: 'G2 queue timeout',
    about: 'The broker gave up on a request that it had queued: nobody knows how it ended.',
    joins: 'run',
    where: 'result',
    missing: 'The queue time-out has not come.',
    owed: { contentType: soap, body: timeoutAnswer('00000000', 'success') },
    example: { body: timeoutMessage(sample.originator, 'PHNvYXBlbnY6RW52ZWxvcGUvPg==') },
  },
  'c2b-validation': {
    title: 'G2 C2B validation',
    about: 'Asks whether to take a customer’s payment to a paybill.',
    asks: 'validation',
    joins: 'receipt',
    payment: customerPayment,
    where: 'c2b-validation',
    missing: 'The validation has not come.',
    repeats: { amount: 'TransAmount', phone: 'MSISDN', party: 'BusinessShortCode' },
    owed: {
      contentType: soap,
      body: validationAnswer('0', 'Service processing successful'),
      refusal: validationAnswer('{code}', 'Rejected'),
    },
    example: { body: paymentMessage('Validation', samplePayment) },
  },
  'c2b-confirmation': {
    title: 'G2 C2B confirmation',
    about: 'Reports a customer’s payment to a paybill or till.',
    joins: 'receipt',
    payment: customerPayment,
    where: 'result',
    missing: 'The confirmation has not come yet.',
    repeats: { amount: 'TransAmount', phone: 'MSISDN', party: 'BusinessShortCode' },
    owed: { contentType: soap, body: confirmationAnswer('{receipt}') },
    example: {
      body: paymentMessage('Confirmation', {
        ...samplePayment,
        invoice: '',
        balance: '50120.00',
        thirdPartyId: 'JARIBU-000017',
      }),
    },
  },
  'checkout-result': {
    title: 'Checkout result',
    about: 'How a checkout ended whose prompt was on a customer’s phone.',
    isOfPrompt: true,
    joins: 'run',
    where: 'checkout',
    missing: 'The result of the checkout has not come yet.',
    repeats: { amount: 'AMOUNT', phone: 'MSISDN' },
    owed: {
      contentType: 'text/plain; charset=utf-8',
      body: 'ok',
      note: 'The word ok or success, as plain text.',
    },
    example: { body: checkoutMessage('ResultMsg', pairsOf(sampleCheckout)) },
  },
} satisfies Record<string, CallbackEntry>

export type G2CallbackKind = keyof typeof g2Callbacks

declare module '../callback-kinds' {
  interface CallbackKinds {
    g2: G2CallbackKind
  }
}

export const callback = callbacksOf<G2CallbackKind>(g2Callbacks)

/** What those answer who host the callback themselves. */
export const owedFor = (kind: 'result' | 'queue-timeout' | 'checkout-result'): WireExample => {
  const { body, note }: CallbackEntry['owed'] = g2Callbacks[kind].owed
  return { httpStatus: 200, body, ...(note && { note }) }
}

/** Result, failed result and queue timeout of a generic request. */
export const resultCallbacks = (
  success: Pick<Result, 'transactionId' | 'parameters'>,
  failure: Pick<Result, 'code' | 'description'>,
): CallbackSpec[] => [
  callback('result', {
    variant: 'success',
    to: 'ResultURL',
    example: resultOf({
      code: '0',
      description: 'The service request is processed successfully.',
      ...success,
    }),
    note: 'Look parameters up by key: their order is not fixed. Older platforms wrote Parameter for ResultParameter and ConversationId for ConversationID.',
  }),
  callback('result', { variant: 'failure', to: 'ResultURL', example: resultOf(failure) }),
  callback('queue-timeout', {
    to: 'QueueTimeoutURL',
    note: 'originRequest is your own envelope in base64, without its SOAP header.',
  }),
]
