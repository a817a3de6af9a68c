import type { SystemTerms } from '../terms'
import { c2bGuide, checkoutGuide, specification } from './sources'

export const g2Terms: SystemTerms = {
  organisation: {
    word: 'Short code; PrimaryParty and ReceiverParty',
    wire: {
      request: ['PrimaryParty.Identifier', 'ReceiverParty.Identifier', 'MERCHANT_ID'],
      callback: ['BusinessShortCode'],
    },
    note: 'IdentifierType 4 says that the identifier is a short code. The primary party pays.',
    source: `${specification}; ${checkoutGuide}`,
  },
  customer: {
    word: 'MSISDN',
    wire: { request: ['ReceiverParty.Identifier', 'MSISDN'], callback: ['MSISDN'] },
    note: 'IdentifierType 1 says that the identifier is a phone number.',
    source: `${specification}; ${c2bGuide}`,
  },
  amount: {
    word: 'Amount',
    wire: { request: ['Amount', 'AMOUNT'], callback: ['TransactionAmount', 'TransAmount'] },
    note: 'Kenyan shillings.',
    source: `${specification}; ${c2bGuide}`,
  },
  reference: {
    word: 'Account reference, bill reference',
    wire: { request: ['AccountReference', 'REFERENCE_ID'], callback: ['BillRefNumber'] },
    source: `${c2bGuide}; ${checkoutGuide}`,
  },
  'payment-kind': {
    word: 'Command ID',
    wire: { request: ['CommandID'], callback: ['TransType'] },
    source: specification,
  },
  'own-id': {
    word: 'Originator conversation ID',
    wire: {
      request: ['OriginatorConversationID', 'MERCHANT_TRANSACTION_ID'],
      answer: ['OriginatorConversationID'],
      callback: ['OriginatorConversationID', 'originatorConversationID', 'MERCHANT_TRANSACTION_ID'],
    },
    note: 'Unique for ever and across commands. A queue timeout writes it with a small o.',
    source: specification,
  },
  'conversation-id': {
    word: 'Conversation ID; TRX_ID of the old checkout',
    wire: { answer: ['ConversationID', 'TRX_ID'], callback: ['ConversationID', 'TRX_ID'] },
    source: `${specification}; ${checkoutGuide}`,
  },
  receipt: {
    word: 'Transaction ID, receipt number',
    wire: {
      request: ['OriginalTransactionID', 'ReceiptNumber'],
      answer: ['MPESA_TRX_ID'],
      callback: ['TransactionID', 'TransactionReceipt', 'TransID', 'M-PESA_TRX_ID'],
    },
    source: `${specification}; ${checkoutGuide}`,
  },
  acknowledgement: {
    word: 'Response, in ResponseMsg',
    wire: { answer: ['ResponseMsg', 'ResponseCode', 'ResponseDesc'] },
    source: specification,
  },
  result: {
    word: 'Result, in ResultMsg',
    wire: { request: ['ResultURL', 'CALL_BACK_URL'], callback: ['ResultMsg', 'Result'] },
    source: specification,
  },
  'result-code': {
    word: 'Result code',
    wire: { answer: ['ResponseCode', 'RETURN_CODE'], callback: ['ResultCode', 'ResultDesc', 'RETURN_CODE'] },
    note: 'Zeros of any length are success.',
    source: specification,
  },
  timeout: {
    word: 'Queue timeout',
    wire: { request: ['QueueTimeoutURL'], callback: ['notifyQueueTimeout', 'originRequest'] },
    note: 'It carries the original request back.',
    source: specification,
  },
  validation: {
    word: 'Validation and confirmation',
    wire: {
      request: ['ValidationURL', 'ConfirmationURL', 'ResponseType'],
      callback: ['TransID', 'BillRefNumber'],
    },
    source: c2bGuide,
  },
  application: {
    word: 'SP id and password',
    wire: { request: ['spId', 'spPassword', 'MERCHANT_ID', 'PASSWORD'] },
    note: 'Hashed with the time that stands beside it.',
    source: `${specification}; ${checkoutGuide}`,
  },
  session: { word: null, note: 'Every request carries spPassword and timeStamp.', source: specification },
  initiator: {
    word: 'Initiator and security credential; Caller',
    wire: {
      request: ['Initiator.Identifier', 'Initiator.SecurityCredential', 'ThirdPartyID', 'Caller.Password'],
    },
    note: 'The caller is the system that sends; the initiator is the operator in whose name it does.',
    source: specification,
  },
  mandate: { word: null, source: specification },
}
