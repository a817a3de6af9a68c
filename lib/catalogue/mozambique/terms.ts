import type { SystemTerms } from '../terms'
import { apiPages, guide } from './sources'

export const mozambiqueTerms: SystemTerms = {
  organisation: {
    word: 'Service provider code',
    wire: { request: ['input_ServiceProviderCode', 'input_PrimaryPartyCode', 'input_ReceiverPartyCode'] },
    note: 'Between two organisations, the primary party pays and the receiver party is paid.',
    source: apiPages,
  },
  customer: { word: 'Customer MSISDN', wire: { request: ['input_CustomerMSISDN'] }, source: apiPages },
  amount: {
    word: 'Amount',
    wire: { request: ['input_Amount', 'input_ReversalAmount'] },
    note: 'Meticais; no currency is sent.',
    source: apiPages,
  },
  reference: {
    word: 'Transaction reference',
    wire: { request: ['input_TransactionReference'] },
    source: apiPages,
  },
  'payment-kind': { word: 'The path and the port of the call', source: guide },
  'own-id': {
    word: 'Third party reference',
    wire: {
      request: ['input_ThirdPartyReference'],
      answer: ['output_ThirdPartyReference'],
      callback: ['input_ThirdPartyReference'],
    },
    source: apiPages,
  },
  'conversation-id': {
    word: 'Conversation ID',
    wire: { answer: ['output_ConversationID'], callback: ['input_OriginalConversationID'] },
    source: apiPages,
  },
  receipt: {
    word: 'Transaction ID',
    wire: {
      request: ['input_TransactionID', 'input_QueryReference'],
      answer: ['output_TransactionID'],
      callback: ['input_TransactionID'],
    },
    note: 'A query takes the transaction ID, the third party reference or the conversation ID.',
    source: apiPages,
  },
  acknowledgement: {
    word: 'Response',
    wire: { answer: ['output_ResponseCode', 'output_ResponseDesc'] },
    note: 'In synchronous mode it is the result itself.',
    source: guide,
  },
  result: {
    word: 'Asynchronous response',
    wire: { callback: ['input_ResultCode', 'input_ResultDesc'] },
    note: 'It goes to the response URL of the account; setting one switches the mode.',
    source: guide,
  },
  'result-code': {
    word: 'Response code, result code',
    wire: { answer: ['output_ResponseCode'], callback: ['input_ResultCode'] },
    note: 'INS- and a number. HTTP 401 with INS-6 is a refusal of the payment.',
    source: apiPages,
  },
  timeout: {
    word: 'Request timeout',
    note: 'No message of its own: HTTP 408 with INS-9.',
    source: apiPages,
  },
  validation: { word: null, note: 'Payments from the menu of the phone are not reported.', source: apiPages },
  application: { word: 'API key', note: 'Encrypted with the public key of the account.', source: guide },
  session: {
    word: null,
    note: 'The encrypted API key is the bearer of every call; there is nothing to fetch.',
    source: guide,
  },
  initiator: {
    word: 'Initiator identifier and security credential',
    wire: { request: ['input_InitiatorIdentifier', 'input_SecurityCredential'] },
    note: 'For reversals only.',
    source: apiPages,
  },
  mandate: { word: null, source: apiPages },
}
