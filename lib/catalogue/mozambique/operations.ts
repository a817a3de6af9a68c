import type { Operation } from '@/lib/catalogue/types'
import { result } from './callbacks'
import { amount, customer, shortcode, thirdPartyReference, transactionReference } from './fields'
import { answered, defineOperation, queryStatus, refused, reverse, sample } from './operation'
import {
  abdulmueid,
  apiNode,
  apiPages,
  ivanruby,
  karson,
  paymentsdsJs,
  phpExample,
  sdkMz,
  typeFiles,
} from './sources'

const receipt = (value: string) => ({ output_TransactionID: value })
const none = receipt('N/A')

const c2b = defineOperation({
  name: 'c2b-payment',
  title: 'C2B payment',
  summary:
    'Asks a customer’s phone for the PIN and collects the money. In synchronous mode the answer waits for the customer and is final.',
  group: 'C2B',
  evidence: 'portal',
  method: 'POST',
  path: '/ipg/v1x/c2bPayment/singleStage/',
  port: 18352,
  movesMoney: true,
  fields: [
    transactionReference,
    customer({ help: 'The phone that pays, 258 first and without a plus.' }),
    amount({ help: 'What is collected, in meticais.' }),
    thirdPartyReference,
    shortcode({ help: 'The organisation that receives the money. 171717 in the sandbox.' }),
  ],
  acknowledgement: {
    success: { httpStatus: 201, body: answered(receipt(sample.receipt)) },
    failure: { httpStatus: 401, body: refused('INS-6', 'Transaction Failed', none) },
    variants: [
      { when: 'No PIN in time', httpStatus: 408, body: refused('INS-9', 'Request timeout', none) },
      {
        when: 'The same request again',
        httpStatus: 409,
        body: refused('INS-10', 'Duplicate Transaction', none),
      },
      { when: 'Too little money', httpStatus: 422, body: refused('INS-2006', 'Insufficient balance', none) },
    ],
    successRule:
      'output_ResponseCode INS-0 with a receipt is paid; without a receipt it is only accepted (asynchronous mode).',
  },
  callbacks: [result(true)],
  followUps: [queryStatus, reverse],
  timing: 'The answer stays open until the customer has decided; clients wait about 90 seconds.',
  notes: [
    'HTTP 401 is a business refusal here as well: INS-5 and INS-6 say that the customer cancelled or failed. Decide by the code.',
  ],
  sources: [apiPages, abdulmueid, paymentsdsJs, phpExample],
})

const b2c = defineOperation({
  name: 'b2c-payment',
  title: 'B2C payment',
  summary: 'Pays a customer out of the organisation’s wallet.',
  group: 'B2C',
  evidence: 'portal',
  method: 'POST',
  path: '/ipg/v1x/b2cPayment/',
  port: 18345,
  movesMoney: true,
  fields: [
    transactionReference,
    customer({ help: 'The phone that is paid, 258 first and without a plus.' }),
    amount({ help: 'What is paid out, in meticais.' }),
    thirdPartyReference,
    shortcode({ help: 'The organisation that pays. 171717 in the sandbox.' }),
  ],
  acknowledgement: {
    success: { httpStatus: 201, body: answered(receipt('b8Xs3Pd6HwNc')) },
    failure: { httpStatus: 422, body: refused('INS-2006', 'Insufficient balance', none) },
    variants: [],
  },
  callbacks: [result(true)],
  followUps: [queryStatus, reverse],
  notes: ['One SDK sends an optional input_PaymentServices too (unconfirmed).'],
  sources: [apiPages, karson, abdulmueid, paymentsdsJs],
})

const b2b = defineOperation({
  name: 'b2b-payment',
  title: 'B2B payment',
  summary: 'Pays another organisation.',
  group: 'B2B',
  evidence: 'portal',
  method: 'POST',
  path: '/ipg/v1x/b2bPayment/',
  port: 18349,
  movesMoney: true,
  fields: [
    transactionReference,
    amount({ help: 'What is paid, in meticais.' }),
    thirdPartyReference,
    shortcode({ name: 'input_PrimaryPartyCode', help: 'The organisation that pays. 171717 in the sandbox.' }),
    shortcode({
      name: 'input_ReceiverPartyCode',
      help: 'The organisation that is paid. 979797 in the sandbox.',
      example: '979797',
      prefill: { from: 'credential', name: 'receiverPartyCode' },
    }),
  ],
  acknowledgement: {
    success: { httpStatus: 201, body: answered(receipt('g2Vq7Jf1TzRk')) },
    failure: { httpStatus: 400, body: refused('INS-2002', 'Receiver invalid.', none) },
    variants: [],
  },
  // The portal shows no callback for this call; its shape is carried over from the others.
  callbacks: [result(false)],
  followUps: [queryStatus, reverse],
  notes: ['This call has no input_ServiceProviderCode.'],
  sources: [apiPages, karson, abdulmueid, paymentsdsJs],
})

const reversal = defineOperation({
  name: 'reversal',
  title: 'Reversal',
  summary: 'Gives back a completed transaction, whole or in part.',
  group: 'Account',
  evidence: 'portal',
  method: 'PUT',
  path: '/ipg/v1x/reversal/',
  port: 18354,
  movesMoney: true,
  fields: [
    {
      name: 'input_TransactionID',
      kind: 'receipt',
      type: 'string',
      required: true,
      minLength: 1,
      // Longer than a Kenyan receipt, and of small letters too.
      pattern: '^[A-Za-z0-9]+$',
      help: 'Receipt of the transaction to give back.',
      example: sample.receipt,
      prefill: { from: 'none' },
      sources: [apiPages],
    },
    {
      name: 'input_SecurityCredential',
      secret: true,
      kind: 'text',
      type: 'string',
      required: true,
      minLength: 1,
      maxLength: 255,
      help: 'Credential that Vodacom issued for reversals. It travels in clear inside the JSON.',
      example: 'Mpesa2019',
      note: 'Mpesa2019 is the portal’s sample value.',
      derive: 'mozambique.security-credential',
      sources: [apiPages],
    },
    {
      name: 'input_InitiatorIdentifier',
      kind: 'operator',
      type: 'string',
      required: true,
      minLength: 1,
      maxLength: 100,
      help: 'Name of the initiator that Vodacom issued.',
      example: 'MPesa2018',
      note: 'MPesa2018 is the portal’s sample value.',
      prefill: { from: 'credential', name: 'initiatorIdentifier' },
      sources: [apiPages],
    },
    thirdPartyReference,
    shortcode({ help: 'The organisation that gives the money back. 171717 in the sandbox.' }),
    amount({
      name: 'input_ReversalAmount',
      required: false,
      help: 'How much to give back, in meticais. Left out: all of it.',
      note: 'Older pages and two SDKs call it input_Amount; the portal’s tables say input_ReversalAmount.',
      prefill: { from: 'none' },
      sources: [apiPages, karson, ivanruby],
    }),
  ],
  acknowledgement: {
    success: { httpStatus: 201, body: answered(receipt('k6Wn0Mb5DyGe')) },
    failure: { httpStatus: 400, body: refused('INS-25', 'Invalid SecurityCredential Used', none) },
    variants: [],
  },
  callbacks: [result(true)],
  followUps: [queryStatus],
  sources: [apiPages, karson, ivanruby],
})

const query = defineOperation({
  name: 'query-transaction-status',
  tellsResult: true,
  title: 'Query transaction status',
  summary: 'Tells what became of an earlier transaction.',
  group: 'Account',
  evidence: 'portal',
  method: 'GET',
  path: '/ipg/v1x/queryTransactionStatus/',
  port: 18353,
  movesMoney: false,
  fields: [
    thirdPartyReference,
    {
      name: 'input_QueryReference',
      mentions: ['receipt', 'conversation-id', 'third-party-reference'],
      kind: 'reference',
      type: 'string',
      required: true,
      minLength: 1,
      help: 'Receipt, third-party reference or conversation id of the transaction asked about.',
      example: sample.receipt,
      prefill: { from: 'none' },
      sources: [apiPages],
    },
    shortcode({ help: 'The organisation that asks. 171717 in the sandbox.' }),
  ],
  acknowledgement: {
    success: { httpStatus: 200, body: answered({ output_ResponseTransactionStatus: 'Completed' }) },
    failure: {
      httpStatus: 400,
      body: refused('INS-23', 'Unknown Status. Contact M-Pesa Support', {
        output_ResponseTransactionStatus: 'N/A',
      }),
    },
    variants: [],
    successRule: 'output_ResponseTransactionStatus is Completed, Cancelled, Expired or N/A.',
  },
  notes: [
    'One SDK lists more states (Pending, Failed, Processing); the portal has the four.',
    'Whether this call has a callback in asynchronous mode is unconfirmed.',
  ],
  sources: [apiPages, abdulmueid, ivanruby, typeFiles],
})

const name = defineOperation({
  name: 'query-customer-name',
  title: 'Query customer name',
  summary: 'Returns the customer’s name with some letters hidden, to check a number before paying it.',
  group: 'Account',
  evidence: 'secondary',
  method: 'GET',
  path: '/ipg/v1x/queryCustomerName/',
  port: 19323,
  movesMoney: false,
  fields: [
    customer({ help: 'The number to look up, 258 first and without a plus.' }),
    thirdPartyReference,
    shortcode({ help: 'The organisation that asks. 171717 in the sandbox.' }),
  ],
  acknowledgement: {
    success: { httpStatus: 200, body: answered({ output_CustomerName: 'An*el* M**hav*' }) },
    failure: {
      httpStatus: 400,
      body: refused('INS-26', 'Not authorized', { output_CustomerName: 'N/A' }),
      note: 'This is how sandbox credentials are answered.',
    },
    variants: [],
  },
  notes: [
    'Works with live credentials only.',
    'The page’s table says output_ResultCode and output_ResultDesc where captured answers say output_ResponseCode and output_ResponseDesc: read both.',
  ],
  sources: [karson, sdkMz, apiNode, typeFiles],
})

export const mozambiqueOperations: readonly Operation[] = [c2b, b2c, b2b, reversal, query, name]
