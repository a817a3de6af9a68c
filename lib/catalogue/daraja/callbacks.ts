import { type CallbackEntry, callbacksOf, type OwedAnswer } from '../callbacks'
import { noticeWait } from '../longest-waits'
import type { CallbackSpec, Json } from '../types'
import { queueTimeoutUrl, type ResultSample, resultMessage, sample, stkMessage } from './messages'

/** No source documents a body, so any 2xx will do. */
const anyReply: OwedAnswer = {
  body: { ResultCode: 0, ResultDesc: 'Accepted' },
  note: 'No reply body is documented: any 2xx is enough. Reply first and work afterwards, because a callback comes once and is not repeated after an error or a dead connection.',
}

/** Version 1 hides the payer behind a SHA-256 digest, version 2 behind stars. */
const payers = {
  v1: 'a3f1c0d47be29865d0c4b7a918e3f26057cb49dd0e8a71f36b52c8e94d07af1b',
  v2: '2547 ***** 149',
}

const notice = (version: keyof typeof payers, balance: string, thirdPartyId: string): Json => ({
  TransactionType: 'Pay Bill',
  TransID: sample.receipt,
  TransTime: '20261120091547',
  TransAmount: '150.00',
  BusinessShortCode: '600321',
  BillRefNumber: 'INV-2041',
  InvoiceNumber: '',
  OrgAccountBalance: balance,
  ThirdPartyTransID: thirdPartyId,
  MSISDN: payers[version],
  FirstName: 'ASHA',
  MiddleName: '',
  LastName: '',
})

const asked = (version: keyof typeof payers) => notice(version, '', '')
const confirmed = (version: keyof typeof payers) => notice(version, '48150.00', 'ORDER-2041')

const customerPayment = { name: 'customer-payment', title: 'Customer payment (C2B)', longestWait: noticeWait }

export const darajaCallbacks = {
  'stk-result': {
    title: 'STK result',
    about: 'What became of a prompt on a customer’s phone.',
    isOfPrompt: true,
    joins: 'run',
    where: 'stk-result',
    missing: 'The result of the prompt has not come yet.',
    repeats: { amount: 'Amount', phone: 'PhoneNumber' },
    owed: anyReply,
    example: {
      body: stkMessage({
        ResultCode: 0,
        ResultDesc: sample.completed,
        CallbackMetadata: {
          Item: [
            { Name: 'Amount', Value: 1 },
            { Name: 'MpesaReceiptNumber', Value: sample.receipt },
            { Name: 'Balance' },
            { Name: 'TransactionDate', Value: 20261120091547 },
            { Name: 'PhoneNumber', Value: 254708374149 },
          ],
        },
      }),
    },
  },
  result: {
    title: 'Daraja result',
    about: 'How a call that an operator signs ended: B2C, B2B, reversal, status or balance.',
    joins: 'run',
    where: 'result',
    missing: 'The result has not come yet.',
    repeats: {
      amount: 'TransactionAmount',
      phone: 'ReceiverPartyPublicName',
      party: 'ReceiverPartyPublicName',
    },
    owed: anyReply,
    example: {
      body: resultMessage({
        code: 0,
        description: sample.completed,
        receipt: sample.receipt,
        references: queueTimeoutUrl('b2cresults'),
      }),
    },
  },
  'queue-timeout': {
    title: 'Queue timeout',
    about: 'M-Pesa gave up on a call that waited in its queue: nobody knows how it ended.',
    joins: 'run',
    where: 'result',
    missing: 'The queue time-out has not come.',
    owed: anyReply,
    example: {
      path: '/timeout',
      body: resultMessage({
        code: 1,
        description: 'The request timed out in the queue.',
        receipt: sample.noReceipt,
        references: queueTimeoutUrl('b2cresults'),
      }),
    },
  },
  'c2b-validation': {
    title: 'C2B validation',
    about: 'Asks whether to take a customer’s payment to a paybill.',
    asks: 'validation',
    joins: 'receipt',
    payment: customerPayment,
    where: 'c2b-validation',
    missing: 'The validation has not come.',
    repeats: { amount: 'TransAmount', phone: 'MSISDN', party: 'BusinessShortCode' },
    owed: {
      // The tutorial demands a number; the portal shows text here, and a number for confirmations.
      body: { ResultCode: 0, ResultDesc: 'Accepted' },
      refusal: { ResultCode: '{code}', ResultDesc: 'Rejected' },
    },
    example: { path: '/validation', body: asked('v2') },
  },
  'c2b-confirmation': {
    title: 'C2B confirmation',
    about: 'Reports a customer’s payment to a paybill or till.',
    joins: 'receipt',
    payment: customerPayment,
    where: 'result',
    missing: 'The confirmation has not come yet.',
    repeats: { amount: 'TransAmount', phone: 'MSISDN', party: 'BusinessShortCode' },
    owed: {
      body: { ResultCode: 0, ResultDesc: 'Success' },
      note: 'A confirmation cannot be refused. The tutorial replies {"C2BPaymentConfirmationResult":"Success"}.',
    },
    example: { path: '/confirmation', body: confirmed('v2') },
  },
  'c2b-name-check': {
    title: 'C2B name check',
    about: 'Asks for the name behind an account number before the customer pays.',
    asks: 'name',
    joins: 'run',
    where: 'result',
    missing: 'The question for a name has not come yet.',
    owed: { body: { accountName: 'Account {reference}' } },
    example: {
      body: {
        requestId: '0f6f1f6e-6b0e-4f63-9d0f-1f0b6a1d2c11',
        timestamp: '1795155330',
        accountNumber: 'INV-2041',
        shortcode: '600321',
      },
    },
  },
  'ratiba-result': {
    title: 'Standing order result',
    about: 'Whether the customer agreed to a standing order.',
    isOfPrompt: true,
    joins: 'run',
    where: 'result',
    missing: 'The result of the standing order has not come yet.',
    repeats: { phone: 'Msisdn' },
    owed: anyReply,
    example: {
      body: {
        responseHeader: {
          responseRefID: '7c1d0f52-8a39-4b44-9d5e-2c0a6b7e4f10',
          requestRefID: 'b6e3a1d9-1c52-47ab-8f57-90d1c2e3a4b5',
          responseCode: '0',
          responseDescription: 'The service request is processed successfully',
        },
        responseBody: {
          responseData: [
            { name: 'TransactionID', value: 'UKK4T9W2QX' },
            { name: 'responseCode', value: '0' },
            { name: 'Status', value: 'OKAY' },
            { name: 'Msisdn', value: '254******149' },
          ],
        },
      },
    },
  },
  'b2b-express-result': {
    title: 'B2B Express result',
    about: 'What became of a prompt on a merchant’s phone.',
    isOfPrompt: true,
    joins: 'run',
    where: 'result',
    missing: 'The result of the prompt has not come yet.',
    repeats: { amount: 'amount' },
    owed: anyReply,
    example: {
      body: {
        resultCode: '0',
        resultDesc: sample.completed,
        amount: '150.0',
        requestId: '9b1f7c52-0d64-4f0a-b6a7-6e0f2d1c3b10',
        resultType: '0',
        conversationID: sample.conversationId,
        transactionId: sample.receipt,
        status: 'SUCCESS',
      },
    },
  },
  'bill-payment': {
    title: 'Bill payment',
    about: 'Reports that a customer paid an invoice of Bill Manager.',
    joins: 'receipt',
    payment: { name: 'invoice-payment', title: 'Invoice paid by a customer', longestWait: noticeWait },
    where: 'result',
    missing: 'The payment notice has not come yet.',
    repeats: { amount: 'paidAmount', phone: 'msisdn', party: 'shortCode' },
    owed: { body: { resmsg: 'Success', rescode: '200' }, note: 'Sent up to five times until you reply.' },
    example: {
      body: {
        transactionId: sample.receipt,
        paidAmount: '150',
        msisdn: '254708374149',
        dateCreated: '2026-11-20',
        accountReference: 'INV-2041',
        shortCode: '600321',
      },
    },
  },
  'pull-transactions': {
    title: 'Pulled transactions',
    about: 'The payments of a shortcode, as a pull of transactions lists them.',
    joins: 'run',
    where: 'result',
    missing: 'The list of transactions has not come yet.',
    owed: anyReply,
    example: {
      body: {
        ResponseRefID: '5d7a-4c0b-8e13-2fa9c70b16d447120461',
        ResponseCode: '1000',
        ResponseMessage: 'Success',
        Response: [[{ transactionId: sample.receipt, msisdn: '254708374149', amount: '150.0' }]],
      },
    },
  },
} satisfies Record<string, CallbackEntry>

export type DarajaCallbackKind = keyof typeof darajaCallbacks

declare module '../callback-kinds' {
  interface CallbackKinds {
    daraja: DarajaCallbackKind
  }
}

export const callback = callbacksOf<DarajaCallbackKind>(darajaCallbacks)

/** Result, failed result and queue timeout of a call that goes through the M-PESA core. */
export const resultCallbacks = (
  success: Omit<ResultSample, 'code' | 'description'>,
  failure: ResultSample,
): CallbackSpec[] => [
  callback('result', {
    variant: 'success',
    to: 'ResultURL',
    example: resultMessage({ code: 0, description: sample.completed, ...success }),
  }),
  callback('result', { variant: 'failure', to: 'ResultURL', example: resultMessage(failure) }),
  callback('queue-timeout', {
    to: 'QueueTimeOutURL',
    confirmed: false,
    note: 'unconfirmed: nobody published a real one. One SDK models it as a result without parameters. Whatever arrives here means that the outcome is not known: ask for the status, do not send again.',
  }),
]

/** Question and notice of a customer’s payment. */
export const c2bCallbacks = (
  version: keyof typeof payers,
  to: { validation: string; confirmation: string },
): [validation: CallbackSpec, confirmation: CallbackSpec] => [
  callback('c2b-validation', {
    to: to.validation,
    example: asked(version),
    expectedResponse: {
      httpStatus: 200,
      body: { ResultCode: 0, ResultDesc: 'Accepted', ThirdPartyTransID: 'ORDER-2041' },
      note: 'To refuse, reply ResultCode C2B00011 to C2B00016 and ResultDesc Rejected; any other value but zero refuses as well. ThirdPartyTransID is optional and comes back in the confirmation. After about eight seconds without a reply the registered ResponseType decides.',
    },
  }),
  callback('c2b-confirmation', { to: to.confirmation, example: confirmed(version) }),
]
