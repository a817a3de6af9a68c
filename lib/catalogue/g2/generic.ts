import type { Operation } from '@/lib/catalogue/types'
import { resultCallbacks } from './callbacks'
import { genericRequest } from './envelopes'
import {
  accessDeviceFields,
  accountReference,
  amount,
  callerFields,
  customerFields,
  headerFields,
  initiatorFields,
  keyOwner,
  occasion,
  organisationFields,
  originalTransactionId,
  queueTimeoutUrl,
  requesterFields,
  text,
  timestamp,
  transactionHead,
} from './fields'
import {
  brokerNotes,
  checkStatus,
  checkStatusByConversation,
  defineOperation,
  genericAcknowledgement,
  genericVariants,
  lookUp,
  operatorAuth,
  reverse,
  sample,
} from './operation'
import {
  cpsClient,
  darajaPages,
  equity,
  generatedClasses,
  phpClient,
  soapNode,
  specification,
} from './sources'

const shared: Pick<Operation, 'path' | 'auth' | 'asynchronous' | 'notes'> &
  Pick<Parameters<typeof defineOperation>[0], 'acknowledgement' | 'variants'> = {
  path: '/mminterface/request',
  auth: operatorAuth,
  asynchronous: true,
  notes: brokerNotes,
  acknowledgement: genericAcknowledgement,
  variants: genericVariants,
}

const closing = [...callerFields, ...initiatorFields]

export const b2cPayment = defineOperation({
  ...shared,
  name: 'b2c-payment',
  title: 'B2C payment',
  summary: 'Pays a customer: a salary, a business payment or a promotion.',
  group: 'Payments',
  movesMoney: true,
  envelope: genericRequest('Amount'),
  fields: [
    ...headerFields,
    ...transactionHead([
      { value: 'BusinessPayment', label: 'Business payment' },
      { value: 'SalaryPayment', label: 'Salary' },
      { value: 'PromotionPayment', label: 'Promotion' },
      {
        value: 'BusinessPaymentWithWithdrawalChargePaid',
        label: 'Business payment, withdrawal charge paid',
      },
      { value: 'SalaryPaymentWithWithdrawalChargePaid', label: 'Salary, withdrawal charge paid' },
      { value: 'TransferFromBankToCustomer', label: 'Transfer from a bank' },
    ]),
    amount(),
    queueTimeoutUrl,
    occasion,
    timestamp,
    ...closing,
    ...organisationFields('PrimaryParty', 'The organisation that pays.'),
    ...customerFields('The phone that is paid, 254 first.'),
    ...accessDeviceFields,
    keyOwner,
  ],
  callbacks: resultCallbacks(
    {
      transactionId: sample.receipt,
      parameters: [
        { key: 'TransactionReceipt', value: sample.receipt },
        { key: 'TransactionAmount', value: '250.00' },
        { key: 'B2CChargesPaidAccountAvailableFunds', value: '0.00' },
        { key: 'B2CRecipientIsRegisteredCustomer', value: 'Y' },
        { key: 'TransactionCompletedDateTime', value: '20.11.2026 09:15:34' },
        { key: 'ReceiverPartyPublicName', value: '254708374149 - Asha Test' },
        { key: 'B2CWorkingAccountAvailableFunds', value: '100000.00' },
        { key: 'B2CUtilityAccountAvailableFunds', value: '49750.00' },
      ],
    },
    { code: '1', description: 'Insufficient Funds' },
  ),
  followUps: [checkStatus, checkStatusByConversation, lookUp],
  notes: [
    ...brokerNotes,
    'Results of before April 2015 name the parameters Amount, Transaction Datetime and “Working Account Available Funds”.',
  ],
  sources: [specification, generatedClasses, phpClient, soapNode],
})

export const b2bPayment = defineOperation({
  ...shared,
  name: 'b2b-payment',
  title: 'B2B payment',
  summary: 'Pays another organisation: a paybill, a till, or from one business to another.',
  group: 'Payments',
  movesMoney: true,
  envelope: genericRequest('Amount', 'AccountReference'),
  fields: [
    ...headerFields,
    ...transactionHead([
      { value: 'BusinessPayBill', label: 'Pay a paybill' },
      { value: 'BusinessBuyGoods', label: 'Buy goods (unconfirmed over SOAP)' },
      { value: 'DisburseFundsToBusiness', label: 'Disburse funds (unconfirmed over SOAP)' },
      { value: 'BusinessToBusinessTransfer', label: 'Business to business transfer' },
      { value: 'MerchantToMerchantTransfer', label: 'Merchant to merchant (unconfirmed over SOAP)' },
    ]),
    amount({ example: '1500.00' }),
    accountReference,
    queueTimeoutUrl,
    occasion,
    timestamp,
    ...closing,
    ...organisationFields('PrimaryParty', 'The organisation that pays.'),
    ...organisationFields('ReceiverParty', 'The organisation that is paid.', {
      example: '600321',
      prefill: { from: 'example' },
    }),
    ...accessDeviceFields,
    ...requesterFields,
    keyOwner,
  ],
  callbacks: resultCallbacks(
    {
      transactionId: sample.receipt,
      parameters: [
        { key: 'DebitPartyAffectedAccountBalance', value: 'Working Account|KES|98500.00|98500.00|0.00|0.00' },
        { key: 'Amount', value: '1500.00' },
        { key: 'TransCompletedTime', value: '20261120091534' },
        { key: 'ReceiverPartyPublicName', value: '600321 - Jaribu Supplier' },
        { key: 'Currency', value: 'KES' },
      ],
    },
    { code: '7', description: 'Unresolved Receiver Party' },
  ),
  followUps: [checkStatus, checkStatusByConversation, lookUp],
  notes: [...brokerNotes, 'The keys of the result are known through Daraja and only in part over SOAP.'],
  sources: [phpClient, soapNode, equity],
})

export const transactionReversal = defineOperation({
  ...shared,
  name: 'transaction-reversal',
  title: 'Reversal',
  summary: 'Gives a customer’s payment back.',
  group: 'Account',
  movesMoney: true,
  envelope: genericRequest('OriginalTransactionID', 'Amount'),
  fields: [
    ...headerFields,
    ...transactionHead([{ value: 'TransactionReversal', label: 'Reversal' }]),
    originalTransactionId,
    amount({
      required: false,
      help: 'How much to give back. Daraja asks for it; no SOAP client sends it.',
      note: 'Unconfirmed over SOAP.',
      prefill: { from: 'none' },
    }),
    queueTimeoutUrl,
    occasion,
    timestamp,
    ...closing,
    ...accessDeviceFields,
    keyOwner,
  ],
  callbacks: resultCallbacks(
    { transactionId: 'UKK6JARIB6' },
    { code: '49', description: 'NoTransactionFound' },
  ),
  followUps: [checkStatus, lookUp],
  notes: [
    ...brokerNotes,
    'There is no primary and no receiver party.',
    'The result has a TransactionID of its own, not that of the payment.',
  ],
  sources: [cpsClient],
})

export const transactionStatusQuery = defineOperation({
  ...shared,
  name: 'transaction-status-query',
  resultTells: true,
  title: 'Transaction status',
  summary: 'Tells what became of a transaction. The answer comes to the result URL.',
  group: 'Account',
  envelope: genericRequest(
    'ReceiptNumber',
    ['OriginatorConversationID', 'Parameters.OriginatorConversationID'],
    ['ConversationID', 'Parameters.ConversationID'],
  ),
  fields: [
    ...headerFields,
    ...transactionHead([{ value: 'TransactionStatusQuery', label: 'Status' }]),
    text({
      name: 'ReceiptNumber',
      kind: 'receipt',
      mentions: ['receipt'],
      help: 'Receipt of the transaction.',
      example: sample.receipt,
      note: 'One source says that only the receipt finds what is older than about fifteen days.',
    }),
    text({
      name: 'Parameters.OriginatorConversationID',
      mentions: ['originator-conversation-id'],
      help: 'Your own id of the request that is asked about.',
      example: '',
    }),
    text({
      name: 'Parameters.ConversationID',
      mentions: ['conversation-id'],
      help: 'M-Pesa’s id of the request that is asked about.',
      example: '',
    }),
    queueTimeoutUrl,
    occasion,
    timestamp,
    ...closing,
    keyOwner,
  ],
  rules: [
    {
      kind: 'one-of',
      fields: ['ReceiptNumber', 'Parameters.OriginatorConversationID', 'Parameters.ConversationID'],
      message: 'Give a receipt or one of the conversation ids: one of the three is needed.',
    },
  ],
  callbacks: resultCallbacks(
    {
      parameters: [
        { key: 'ReceiptNo', value: sample.receipt },
        { key: 'TransactionStatus', value: 'Completed' },
        { key: 'Amount', value: '250.00' },
        { key: 'DebitPartyName', value: '600000 - Jaribu Test' },
        { key: 'CreditPartyName', value: '254708374149 - Asha Test' },
        { key: 'FinalisedTime', value: '20261120091534' },
      ],
    },
    { code: '49', description: 'NoTransactionFound' },
  ),
  followUps: [reverse],
  sources: [specification, phpClient],
})

export const accountBalance = defineOperation({
  ...shared,
  name: 'account-balance',
  title: 'Account balance',
  summary: 'Asks for the balances of a shortcode. Its shape over SOAP is reconstructed from Daraja.',
  group: 'Account',
  evidence: 'unconfirmed',
  envelope: genericRequest(),
  fields: [
    ...headerFields,
    ...transactionHead([{ value: 'AccountBalance', label: 'Balance' }]),
    queueTimeoutUrl,
    occasion,
    timestamp,
    ...closing,
    ...organisationFields('ReceiverParty', 'The organisation whose accounts are asked for.'),
    keyOwner,
  ],
  callbacks: resultCallbacks(
    {
      parameters: [
        {
          key: 'AccountBalance',
          value:
            'Working Account|KES|100000.00|100000.00|0.00|0.00&Utility Account|KES|49750.00|49750.00|0.00|0.00',
        },
        { key: 'BOCompletedTime', value: '20261120091534' },
      ],
    },
    { code: '48', description: 'OperationPermissionFailure' },
  ).map((callback) => ({ ...callback, confirmed: false })),
  notes: [
    ...brokerNotes,
    'That a balance query existed is known from result code 48; its message was not found.',
  ],
  sources: [darajaPages],
})
