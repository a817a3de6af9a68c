import type { Operation } from '@/lib/catalogue/types'
import { result, secondStageResult } from './callbacks'
import {
  amount,
  apiVersion,
  conversationId,
  country,
  currency,
  customer,
  description,
  shortcode,
  transactionReference,
} from './fields'
import {
  answered,
  defineOperation,
  noReceipt,
  queryReceipt,
  queryThis,
  receipt,
  refused,
  reverseThis,
  sample,
} from './operation'
import { golangTanzania, goSdk, pages, payBridge, tekmpesa, testing } from './sources'

const triggers = (field: string, values: string) => `Sandbox, by ${field}: ${values}.`

const c2bFields = (facts: { customer: string; shortcode: string }) => [
  amount({ help: 'What the customer pays, in the market’s currency.' }),
  customer({ help: facts.customer }),
  country,
  currency,
  shortcode({ help: facts.shortcode }),
  transactionReference,
  conversationId,
]

const singleStage = defineOperation({
  name: 'c2b-single-stage',
  title: 'C2B single stage',
  summary: 'Collects money: the customer’s handset shows a USSD prompt, and the wallet PIN approves it.',
  group: 'C2B',
  evidence: 'portal',
  method: 'POST',
  path: '/c2bPayment/singleStage/',
  movesMoney: true,
  fields: [
    ...c2bFields({
      customer: 'The wallet that pays: country code first, no plus.',
      shortcode: 'The organisation that receives the money. 000000 in the sandbox.',
    }),
    description({ help: 'What is paid for.' }),
  ],
  acknowledgement: {
    success: { httpStatus: 201, body: answered(receipt(sample.receipt)) },
    failure: { httpStatus: 409, body: refused('INS-10', 'Duplicate Transaction', noReceipt) },
    variants: [
      {
        when: 'Wrong PIN, or the customer said no',
        httpStatus: 401,
        body: refused('INS-6', 'Transaction Failed', noReceipt),
        note: 'A business refusal, not a lost session.',
      },
      { when: 'Nobody answered', httpStatus: 408, body: refused('INS-9', 'Request timeout', noReceipt) },
      {
        when: 'Too little money',
        httpStatus: 422,
        body: refused('INS-2006', 'Insufficient balance', noReceipt),
      },
    ],
    successRule:
      'Paid only with INS-0 and a transaction id. INS-0 without one is accepted (asynchronous mode).',
  },
  callbacks: [result({ input_TransactionID: sample.receipt })],
  followUps: [queryThis, queryReceipt, reverseThis],
  timing: 'In synchronous mode the call stays open while the customer decides: wait well over a minute.',
  notes: [
    triggers(
      'input_CustomerMSISDN',
      '000000000001 success, …002 time-out, …003 USSD time-out, …004 and …006 wrong PIN, …005 internal error, …007 invalid amount, …008 too little money, …009 service not available',
    ),
    'HTTP 408 and 409 do not mean that nothing was paid: query before you send again.',
  ],
  sources: [pages, golangTanzania, goSdk, tekmpesa, testing],
})

const multiStage = defineOperation({
  name: 'c2b-multi-stage',
  title: 'C2B two stage: reserve',
  summary:
    'First half of a collection in two steps: the customer’s money is set aside. The update takes it or lets it go.',
  group: 'C2B',
  evidence: 'secondary',
  method: 'POST',
  path: '/c2bPayment/multiStage/',
  movesMoney: true,
  fields: [
    ...c2bFields({
      customer: 'The wallet whose money is set aside: country code first, no plus.',
      shortcode: 'The organisation that the money is set aside for. 000000 in the sandbox.',
    }).map((field) => ({ ...field, sources: [goSdk, payBridge] })),
    description({ help: 'What will be paid for.', example: 'Hotel deposit', sources: [goSdk, payBridge] }),
    apiVersion,
  ],
  acknowledgement: {
    success: { httpStatus: 201, body: answered(receipt(sample.receipt)) },
    failure: { httpStatus: 422, body: refused('INS-2006', 'Insufficient balance', noReceipt) },
    variants: [
      {
        when: 'With the voucher',
        httpStatus: 201,
        body: answered({ ...receipt(sample.receipt), output_VoucherCode: 'KJT402' }),
        note: 'Unconfirmed: one integration reads output_VoucherCode; it may reach the customer only.',
      },
    ],
  },
  callbacks: [result({ input_TransactionID: sample.receipt })],
  followUps: [
    {
      label: 'Take or release it',
      operation: 'openapi.update-transaction-status',
      take: [{ value: 'receipt', field: 'input_TransactionID' }],
    },
    queryThis,
  ],
  notes: [
    'The table of codes of this call was not found; that of the single stage stands in (unconfirmed).',
    'INS-A-0 is taken for accepted by two SDKs (unconfirmed).',
  ],
  sources: [goSdk, payBridge],
})

const updateStatus = defineOperation({
  name: 'update-transaction-status',
  title: 'C2B two stage: take or release',
  summary: 'Second half of a collection in two steps: takes the money that was set aside, or lets it go.',
  group: 'C2B',
  evidence: 'secondary',
  method: 'PUT',
  path: '/updateTransactionStatus/',
  movesMoney: true,
  fields: [
    { ...country, sources: [goSdk, payBridge] },
    {
      name: 'input_VoucherCode',
      kind: 'text',
      type: 'string',
      required: true,
      minLength: 4,
      maxLength: 12,
      pattern: '^[0-9A-Za-z]{4,12}$',
      help: 'Voucher of the reservation, as the first stage gave it out.',
      example: 'KJT402',
      prefill: { from: 'none' },
      sources: [goSdk, payBridge],
    },
    {
      name: 'input_CustomerMSISDN',
      kind: 'choice',
      type: 'string',
      required: true,
      choices: [
        { value: '1', label: 'Take the money' },
        { value: '0', label: 'Release it' },
      ],
      help: 'No phone number here, whatever its name says: 1 takes the money, 0 releases it.',
      example: '1',
      note: 'The portal uses the field’s name for another thing, and both integrations had to follow.',
      sources: [goSdk, payBridge],
    },
    shortcode({
      help: 'The organisation of the reservation. 000000 in the sandbox.',
      sources: [goSdk, payBridge],
    }),
    conversationId,
    {
      name: 'input_TransactionID',
      mentions: ['receipt'],
      kind: 'receipt',
      type: 'string',
      required: true,
      minLength: 1,
      maxLength: 13,
      pattern: '^[0-9a-zA-Z]{1,13}$',
      help: 'Transaction id that the first stage answered.',
      example: '0000000000001',
      prefill: { from: 'none' },
      sources: [goSdk, payBridge],
    },
    apiVersion,
  ],
  acknowledgement: {
    success: { httpStatus: 201, body: answered(receipt('0000000000001'), 'INS-GAR-0') },
    failure: { httpStatus: 401, body: refused('INS-6', 'Transaction Failed', noReceipt) },
    variants: [],
    successRule: 'INS-GAR-0, not INS-0.',
  },
  callbacks: [secondStageResult],
  followUps: [queryThis],
  notes: [
    triggers(
      'input_TransactionID',
      '0000000000001 success, …002 internal error, …003 failed, …004 service not available',
    ),
    'HTTP 201 comes from the tests of one SDK, not from a captured answer.',
  ],
  sources: [goSdk, payBridge, testing],
})

const b2c = defineOperation({
  name: 'b2c-single-stage',
  title: 'B2C payment',
  summary: 'Pays a customer out of the organisation’s wallet: wages, refunds, grants.',
  group: 'B2C',
  evidence: 'portal',
  method: 'POST',
  path: '/b2cPayment/',
  // openpesa/php-pesa, openpesa/node-pesa, elirehema/mpesa.
  otherPaths: ['/b2cPayment/singleStage/'],
  movesMoney: true,
  fields: [
    amount({ help: 'What is paid out, in the market’s currency.' }),
    customer({ help: 'The wallet that is paid: country code first, no plus.' }),
    country,
    currency,
    shortcode({ help: 'The organisation that pays. 000000 in the sandbox.' }),
    transactionReference,
    conversationId,
    description({
      name: 'input_PaymentItemsDesc',
      help: 'What the payout is for. Another name than in C2B and B2B.',
      example: 'June wages',
    }),
  ],
  acknowledgement: {
    success: { httpStatus: 201, body: answered(receipt('p3Nv8Ys1QdHm')) },
    failure: {
      httpStatus: 400,
      body: refused('INS-31', 'Invalid Payment Items Description Used', noReceipt),
    },
  },
  callbacks: [result({ input_TransactionID: 'p3Nv8Ys1QdHm' })],
  followUps: [queryThis, queryReceipt, reverseThis],
  notes: [
    triggers(
      'input_CustomerMSISDN',
      '000000000001 success, …002 internal error, …003 failed, …004 time-out, …005 invalid amount, …006 too little money, …007 service not available',
    ),
    'The same number means another outcome in C2B: …002 is a time-out there.',
    'Some clients call /b2cPayment/singleStage/; the portal has /b2cPayment/.',
  ],
  sources: [pages, golangTanzania, goSdk, testing],
})

const b2b = defineOperation({
  name: 'b2b-single-stage',
  title: 'B2B payment',
  summary: 'Pays another organisation out of the organisation’s wallet.',
  group: 'B2B',
  evidence: 'portal',
  method: 'POST',
  path: '/b2bPayment/',
  otherPaths: ['/b2bPayment/singleStage/'],
  movesMoney: true,
  fields: [
    amount({ help: 'What is paid, in the market’s currency.' }),
    shortcode({
      name: 'input_ReceiverPartyCode',
      help: 'The organisation that is paid. 000001 in the sandbox.',
      example: '000001',
      prefill: { from: 'credential', name: 'receiverPartyCode' },
    }),
    country,
    currency,
    shortcode({ name: 'input_PrimaryPartyCode', help: 'The organisation that pays. 000000 in the sandbox.' }),
    transactionReference,
    conversationId,
    description({ help: 'What is paid for.', example: 'Stock order 88' }),
  ],
  acknowledgement: {
    success: { httpStatus: 201, body: answered(receipt('h5Kc0Wd7RnPe')) },
    failure: { httpStatus: 400, body: refused('INS-13', 'Invalid Shortcode Used', noReceipt) },
  },
  callbacks: [result({ input_TransactionID: 'h5Kc0Wd7RnPe' })],
  followUps: [queryThis, queryReceipt, reverseThis],
  notes: [
    'This call has no input_ServiceProviderCode.',
    triggers(
      'input_ReceiverPartyCode',
      '000001 success, …02 internal error, …03 failed, …04 time-out, …05 invalid amount, …06 too little money, …07 service not available',
    ),
  ],
  sources: [pages, golangTanzania, goSdk, testing],
})

const reversal = defineOperation({
  name: 'reversal',
  title: 'Reversal',
  summary: 'Gives back a completed transaction, whole or in part.',
  group: 'Account',
  evidence: 'portal',
  method: 'PUT',
  path: '/reversal/',
  movesMoney: true,
  fields: [
    amount({
      name: 'input_ReversalAmount',
      required: false,
      help: 'How much to give back. Left out: all of it.',
      example: '75',
      prefill: { from: 'none' },
    }),
    country,
    {
      name: 'input_TransactionID',
      mentions: ['receipt'],
      kind: 'receipt',
      type: 'string',
      required: true,
      minLength: 1,
      maxLength: 20,
      pattern: '^[0-9a-zA-Z]{1,20}$',
      help: 'Receipt of the transaction to give back.',
      example: '0000000000001',
      prefill: { from: 'none' },
      sources: [pages],
    },
    shortcode({ help: 'The organisation that took part in the original. 000000 in the sandbox.' }),
    conversationId,
  ],
  acknowledgement: {
    success: { httpStatus: 201, body: answered(receipt('t1Vb6Gx4JzUa')) },
    failure: { httpStatus: 400, body: refused('INS-35', 'This transaction do not belong to you', noReceipt) },
  },
  callbacks: [result({ input_TransactionID: 't1Vb6Gx4JzUa' })],
  followUps: [queryThis],
  notes: [
    triggers(
      'input_TransactionID',
      '0000000000001 success, …002 internal error, …003 failed, …004 invalid amount, …005 too little money, …006 another organisation’s, …007 service not available',
    ),
    'PUT on the portal and in most SDKs; three SDKs send POST, which is taken for a mistake.',
  ],
  sources: [pages, golangTanzania, tekmpesa, testing],
})

export const paymentOperations: readonly Operation[] = [
  singleStage,
  multiStage,
  updateStatus,
  b2c,
  b2b,
  reversal,
]
