import type { SystemTerms } from '../terms'
import { portal } from './sources'

export const darajaTerms: SystemTerms = {
  organisation: {
    word: 'Shortcode: paybill or till number',
    wire: {
      request: ['BusinessShortCode', 'ShortCode', 'PartyA', 'PartyB'],
      callback: ['BusinessShortCode'],
    },
    note: 'PartyA pays and PartyB receives.',
    source: portal('M-Pesa Express, B2C and B2B'),
  },
  customer: {
    word: 'Phone number, MSISDN',
    wire: { request: ['PhoneNumber', 'PartyA', 'PartyB', 'Msisdn'], callback: ['PhoneNumber', 'MSISDN'] },
    source: portal('M-Pesa Express, B2C and C2B'),
  },
  amount: {
    word: 'Amount',
    wire: { request: ['Amount'], callback: ['Amount', 'TransAmount', 'TransactionAmount'] },
    note: 'Kenyan shillings, whole in a push.',
    source: portal('M-Pesa Express, B2C and C2B'),
  },
  reference: {
    word: 'Account reference, bill reference',
    wire: { request: ['AccountReference', 'BillRefNumber'], callback: ['BillRefNumber'] },
    source: portal('M-Pesa Express and C2B'),
  },
  'payment-kind': {
    word: 'Command ID, transaction type',
    wire: { request: ['CommandID', 'TransactionType'], callback: ['TransactionType'] },
    source: portal('M-Pesa Express, B2C and B2B'),
  },
  'own-id': {
    word: 'Originator conversation ID',
    wire: {
      request: ['OriginatorConversationID'],
      answer: ['OriginatorConversationID', 'OriginatorCoversationID'],
      callback: ['OriginatorConversationID'],
    },
    note: 'Given by the sender in B2C v3 only; elsewhere Daraja makes it. A push has MerchantRequestID instead. One answer misspells it.',
    source: portal('B2C and C2B'),
  },
  'conversation-id': {
    word: 'Conversation ID; checkout request ID of a push',
    wire: {
      request: ['CheckoutRequestID'],
      answer: ['ConversationID', 'CheckoutRequestID', 'MerchantRequestID'],
      callback: ['ConversationID', 'CheckoutRequestID', 'MerchantRequestID'],
    },
    source: portal('M-Pesa Express and B2C'),
  },
  receipt: {
    word: 'M-Pesa receipt number, transaction ID',
    wire: { request: ['TransactionID'], callback: ['MpesaReceiptNumber', 'TransactionID', 'TransID'] },
    source: portal('M-Pesa Express, B2C and C2B'),
  },
  acknowledgement: {
    word: 'Response, acknowledgement',
    wire: { answer: ['ResponseCode', 'ResponseDescription'] },
    note: 'ResponseCode 0 is “accepted for processing”.',
    source: portal('M-Pesa Express and B2C'),
  },
  result: {
    word: 'Result, callback',
    wire: { request: ['CallBackURL', 'ResultURL'], callback: ['stkCallback', 'Result'] },
    source: portal('M-Pesa Express and B2C'),
  },
  'result-code': {
    word: 'Result code',
    wire: { answer: ['ResultCode', 'errorCode'], callback: ['ResultCode', 'ResultDesc'] },
    note: 'errorCode is the gateway’s own refusal, such as 400.002.02.',
    source: portal('M-Pesa Express and B2C'),
  },
  timeout: {
    word: 'Queue timeout',
    wire: { request: ['QueueTimeOutURL'] },
    note: 'Sent when the request waited too long in the queue. A push that nobody answers ends as a result, 1037.',
    source: portal('B2C'),
  },
  validation: {
    word: 'Validation URL, confirmation URL',
    wire: {
      request: ['ValidationURL', 'ConfirmationURL', 'ResponseType'],
      callback: ['TransID', 'BillRefNumber'],
    },
    source: portal('C2B'),
  },
  application: {
    word: 'Consumer key and consumer secret',
    note: 'Sent as HTTP Basic.',
    source: portal('Authorization'),
  },
  session: {
    word: 'Access token',
    wire: { answer: ['access_token', 'expires_in'] },
    note: 'A bearer for 3,599 seconds. A new one ends the one before.',
    source: portal('Authorization'),
  },
  initiator: {
    word: 'Initiator and security credential',
    wire: { request: ['InitiatorName', 'Initiator', 'SecurityCredential'] },
    source: portal('B2C and Reversal'),
  },
  mandate: {
    word: 'Standing order (M-Pesa Ratiba)',
    wire: { request: ['StandingOrderName', 'Frequency', 'StartDate', 'EndDate'] },
    source: portal('M-Pesa Ratiba'),
  },
}
