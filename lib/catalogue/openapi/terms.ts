import type { SystemTerms } from '../terms'
import { javaApp, pages } from './sources'

export const openapiTerms: SystemTerms = {
  organisation: {
    word: 'Service provider code',
    wire: { request: ['input_ServiceProviderCode', 'input_PrimaryPartyCode', 'input_ReceiverPartyCode'] },
    note: 'Between two organisations, the primary party pays and the receiver party is paid.',
    source: pages,
  },
  customer: {
    word: 'Customer MSISDN',
    wire: {
      request: ['input_CustomerMSISDN', 'input_MsisdnToken'],
      answer: ['output_MsisdnToken'],
      callback: ['input_MsisdnToken'],
    },
    note: 'A direct debit hands out a token that stands for the number.',
    source: pages,
  },
  amount: {
    word: 'Amount and currency',
    wire: { request: ['input_Amount', 'input_Currency', 'input_Country'] },
    note: 'The currency is that of the market.',
    source: pages,
  },
  reference: {
    word: 'Transaction reference; third party reference of a mandate',
    wire: {
      request: ['input_TransactionReference', 'input_ThirdPartyReference', 'input_PurchasedItemsDesc'],
    },
    source: pages,
  },
  'payment-kind': { word: 'The path of the call', source: pages },
  'own-id': {
    word: 'Third party conversation ID',
    wire: {
      request: ['input_ThirdPartyConversationID'],
      answer: ['output_ThirdPartyConversationID'],
      callback: ['input_ThirdPartyConversationID'],
    },
    source: pages,
  },
  'conversation-id': {
    word: 'Conversation ID',
    wire: { answer: ['output_ConversationID'], callback: ['input_OriginalConversationID'] },
    source: pages,
  },
  receipt: {
    word: 'Transaction ID',
    wire: {
      request: ['input_TransactionID', 'input_QueryReference'],
      answer: ['output_TransactionID', 'output_OriginalTransactionID'],
      callback: ['input_TransactionID'],
    },
    note: 'N/A stands for none.',
    source: pages,
  },
  acknowledgement: {
    word: 'Response',
    wire: { answer: ['output_ResponseCode', 'output_ResponseDesc'] },
    note: 'In synchronous mode it is the result itself; in asynchronous mode INS-0 without a transaction id only takes the request in.',
    source: pages,
  },
  result: {
    word: 'Asynchronous response',
    wire: { request: ['input_ResponseURL'], callback: ['input_ResultCode', 'input_ResultDesc'] },
    note: 'It goes to the URL that is registered with the application.',
    source: `${pages}; ${javaApp}`,
  },
  'result-code': {
    word: 'Response code, result code',
    wire: { answer: ['output_ResponseCode'], callback: ['input_ResultCode'] },
    note: 'INS- and a number. HTTP 401 with INS-6 is a refusal of the payment.',
    source: pages,
  },
  timeout: {
    word: 'Request timeout',
    note: 'No message of its own: HTTP 408 with INS-9 in the answer, or INS-9 in the callback.',
    source: pages,
  },
  validation: {
    word: 'C2B two-stage',
    wire: { request: ['input_VoucherCode'], answer: ['output_VoucherCode'] },
    note: 'The money is held first; the organisation then confirms or gives it back.',
    source: pages,
  },
  application: { word: 'API key', note: 'Encrypted with the public key of the portal.', source: pages },
  session: {
    word: 'Session key',
    wire: { answer: ['output_SessionID'] },
    note: 'Encrypted once more, it is the bearer. Its life is set with the application.',
    source: pages,
  },
  initiator: { word: null, note: 'The application itself is who acts.', source: pages },
  mandate: {
    word: 'Direct debit mandate',
    wire: {
      request: ['input_MandateID', 'input_AgreedTC', 'input_Frequency'],
      answer: ['output_MandateID', 'output_MandateStatus'],
    },
    source: pages,
  },
}
