import type { Field } from '@/lib/catalogue/types'
import { resultCallbacks } from './callbacks'
import {
  amount,
  choice,
  commandId,
  identifierTypes,
  occasion,
  operator,
  orInteger,
  receiverIdentifierType,
  reference,
  remarks,
  resultUrls,
  securityCredential,
  shortcode,
} from './fields'
import {
  acceptedNotDone,
  acceptsRequest,
  lockedCredential,
  queueTimeoutUrl,
  refuses,
  sample,
} from './messages'
import { checkStatus, defineOperation, operatorAuth, reverseFound } from './operation'
import { captures, olderPortal, portal, tutorial } from './sources'

const signed = (command: string) => [operator('Initiator'), securityCredential, commandId(command, command)]

const receipt: Pick<Field, 'kind' | 'pattern' | 'example' | 'mentions'> = {
  kind: 'receipt',
  mentions: ['receipt'],
  pattern: '^[A-Z0-9]{10}$',
  example: sample.receipt,
}

const accountCall = { group: 'Account', auth: operatorAuth, asynchronous: true }

export const reversal = defineOperation({
  ...accountCall,
  name: 'reversal',
  title: 'Transaction reversal',
  summary: 'Gives a customer’s payment back.',
  status: 'current',
  evidence: 'portal',
  path: '/mpesa/reversal/v1/request',
  version: 'v1',
  movesMoney: true,
  operatorRole: 'Org Reversals Initiator',
  fields: [
    ...signed('TransactionReversal'),
    reference({ ...receipt, name: 'TransactionID', help: 'The receipt of the payment to give back.' }),
    amount({ name: 'Amount', help: 'The payment’s whole amount, to the shilling.', isForgiven: true }),
    shortcode({ name: 'ReceiverParty', ...orInteger, help: 'Your shortcode, which had received the money.' }),
    receiverIdentifierType({
      choices: [identifierTypes.reversal, identifierTypes.shortcode],
      help: 'What kind of identifier ReceiverParty is: 11 on the portal, 4 in the tutorial. The wire name swaps i and e.',
      example: '11',
      sources: [portal('Reversal'), tutorial],
    }),
    remarks,
    ...resultUrls,
    occasion('Occasion', { example: 'Wrong account' }),
  ],
  acknowledgement: {
    success: acceptsRequest(),
    failure: refuses(400, '400.002.02', 'Bad Request - Invalid TransactionID'),
    successRule: acceptedNotDone,
  },
  callbacks: resultCallbacks(
    {
      receipt: 'UKK5B0C1DE',
      parameters: [
        { Key: 'DebitAccountBalance', Value: 'Utility Account|KES|48150.00|48150.00|0.00|0.00' },
        { Key: 'Amount', Value: 150 },
        { Key: 'TransCompletedTime', Value: 20261120092001 },
        { Key: 'OriginalTransactionID', Value: sample.receipt },
        { Key: 'Charge', Value: 0 },
        { Key: 'CreditPartyPublicName', Value: '254708374149 - Asha Test' },
        { Key: 'DebitPartyPublicName', Value: '600321 - Jaribu Test' },
      ],
      references: queueTimeoutUrl('reversalresults'),
    },
    {
      code: 'R000002',
      description: 'The OriginalTransactionID is invalid.',
      receipt: sample.noReceipt,
      references: queueTimeoutUrl('reversalresults'),
    },
  ),
  followUps: [checkStatus],
  notes: [
    'Customer payments only, says the portal; payouts are reversed on the organisation portal.',
    'Result.TransactionID is the receipt of the reversal itself, not of the payment.',
    'ResultCode can be text, such as R000001.',
    'It fails when the receiver no longer has the money. Charges do not come back, and a reversal cannot be reversed.',
  ],
  sources: [portal('Reversal'), captures, tutorial],
})

export const transactionStatus = defineOperation({
  ...accountCall,
  name: 'transaction-status',
  resultTells: true,
  refusesAs: 'c2b',
  title: 'Transaction status',
  summary: 'Asks M-PESA what became of a transaction, by its receipt or its conversation id.',
  status: 'current',
  evidence: 'portal',
  path: '/mpesa/transactionstatus/v1/query',
  version: 'v1',
  operatorRole: 'Transaction Status query ORG API',
  fields: [
    ...signed('TransactionStatusQuery'),
    reference({
      ...receipt,
      name: 'TransactionID',
      required: false,
      help: 'The receipt of the transaction. Give this or OriginalConversationID; both together are fine.',
    }),
    reference({
      name: 'OriginalConversationID',
      mentions: ['originator-conversation-id'],
      required: false,
      help: 'The OriginatorConversationID of the transaction, for when no receipt is known.',
      example: sample.originatorConversationId,
      prefill: { from: 'none' },
      note: 'The 2.0 pages call it OriginatorConversationID; the live sandbox took this name.',
      sources: [portal('Transaction Status'), captures, olderPortal('Transaction Status')],
    }),
    shortcode({
      name: 'PartyA',
      ...orInteger,
      pattern: '^([0-9]{5,9}|254(7|1)[0-9]{8})$',
      help: 'The shortcode or phone that took part in the transaction.',
    }),
    choice({
      name: 'IdentifierType',
      ...orInteger,
      help: 'What kind of identifier PartyA is.',
      choices: [identifierTypes.msisdn, identifierTypes.till, identifierTypes.shortcode],
      example: '4',
    }),
    remarks,
    ...resultUrls,
    occasion('Occasion', { example: 'Check' }),
  ],
  rules: [
    {
      kind: 'one-of',
      fields: ['TransactionID', 'OriginalConversationID'],
      message: 'Say which transaction: fill in TransactionID or OriginalConversationID.',
    },
  ],
  acknowledgement: {
    success: acceptsRequest(),
    failure: refuses(400, '400.003.01', 'Invalid Access Token'),
    successRule: acceptedNotDone,
  },
  callbacks: resultCallbacks(
    {
      receipt: sample.noReceipt,
      parameters: [
        { Key: 'DebitPartyName', Value: '254708374149 - Asha Test' },
        { Key: 'CreditPartyName', Value: '600321 - Jaribu Test' },
        { Key: 'OriginatorConversationID', Value: sample.originatorConversationId },
        { Key: 'InitiatedTime', Value: 20261120091545 },
        { Key: 'DebitAccountType', Value: 'MMF Account For Customer' },
        { Key: 'DebitPartyCharges' },
        { Key: 'TransactionReason' },
        { Key: 'ReasonType', Value: 'Pay Bill Online' },
        { Key: 'TransactionStatus', Value: 'Completed' },
        { Key: 'FinalisedTime', Value: 20261120091547 },
        { Key: 'Amount', Value: 150 },
        { Key: 'ConversationID', Value: 'AG_20261120_00006c1f8a9e0b4d2f73' },
        { Key: 'ReceiptNo', Value: sample.receipt },
      ],
      references: { Key: 'Occasion' },
    },
    {
      code: 2032,
      description: 'The transaction receipt number does not exist.',
      receipt: sample.noReceipt,
      references: { Key: 'Occasion' },
    },
  ),
  followUps: [reverseFound],
  notes: [
    'Knows customer payments, payouts, B2B, reversals and international transfers.',
    'TransactionStatus moves from Initiated over Authorized or Pending Authorized to Completed, Cancelled, Declined or Expired.',
    'The portal’s sample body writes "Command ID" and "Transaction ID" with spaces. The wire names have none.',
    'The portal’s result sample repeats DebitPartyName where CreditPartyName is meant.',
  ],
  sources: [portal('Transaction Status'), captures, olderPortal('Transaction Status')],
})

export const accountBalance = defineOperation({
  ...accountCall,
  name: 'account-balance',
  refusesAs: 'payout',
  title: 'Account balance',
  summary: 'Asks for the balances of all accounts of your shortcode.',
  status: 'current',
  evidence: 'portal',
  path: '/mpesa/accountbalance/v1/query',
  version: 'v1',
  operatorRole: 'Balance Query ORG API',
  fields: [
    ...signed('AccountBalance'),
    shortcode({
      name: 'PartyA',
      ...orInteger,
      help: 'The shortcode to ask about: your own, or a store under your head office.',
    }),
    choice({
      name: 'IdentifierType',
      ...orInteger,
      help: 'What kind of identifier PartyA is.',
      choices: [identifierTypes.shortcode, identifierTypes.till],
    }),
    remarks,
    ...resultUrls,
  ],
  acknowledgement: {
    success: acceptsRequest(),
    failure: refuses(401, '401.002.01', 'Error Occurred - Invalid Access Token - '),
    successRule: acceptedNotDone,
  },
  callbacks: resultCallbacks(
    {
      receipt: sample.noReceipt,
      parameters: [
        {
          Key: 'AccountBalance',
          Value:
            'Working Account|KES|120000.00|120000.00|0.00|0.00&Float Account|KES|0.00|0.00|0.00|0.00&Utility Account|KES|48150.00|48150.00|0.00|0.00&Charges Paid Account|KES|-310.00|-310.00|0.00|0.00&Organization Settlement Account|KES|0.00|0.00|0.00|0.00',
        },
        { Key: 'BOCompletedTime', Value: 20261120091547 },
      ],
      references: queueTimeoutUrl('abresults'),
    },
    {
      ...lockedCredential,
      receipt: sample.noReceipt,
      parameters: [
        { Key: 'ActionType', Value: 'AccountBalance' },
        { Key: 'ErrorMsg', Value: 'API Password is locked. ' },
        { Key: 'BOCompletedTime', Value: 20261120091547 },
      ],
      references: { Key: 'QueueTimeoutURL' },
    },
  ),
  notes: [
    'An account is name|currency|current|available|reserved|uncleared; accounts are joined by &.',
    'A failed balance result can have parameters, unlike other failures.',
  ],
  sources: [portal('Account Balance'), captures],
})
