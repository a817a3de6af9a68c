import type { Json, WireExample } from '@/lib/catalogue/types'

/** Ids and values that run through all samples, so that a sample request and its callback belong together. */
export const sample = {
  requestId: '5d7a-4c0b-8e13-2fa9c70b16d447120388',
  merchantRequestId: '5d7a-4c0b-8e13-2fa9c70b16d447120401',
  checkoutRequestId: 'ws_CO_201120260915304708374149',
  originatorConversationId: '3f0c-4d1e-9a72-6b1f20c4de8847120355',
  conversationId: 'AG_20261120_20106c1f8a9e0b4d2f73',
  receipt: 'UKK4T9W2QX',
  /** What stands in for a receipt when no transaction was made. */
  noReceipt: 'UKK0000000',
  completed: 'The service request is processed successfully.',
  url: 'https://hooks.example.test/d',
}

export const answers = (body: Json, httpStatus = 200): WireExample => ({ httpStatus, body })

/** The gateway's own form of a refusal. */
export const refuses = (
  httpStatus: number,
  errorCode: string,
  errorMessage: string,
  told: { when?: string; note?: string } = {},
): WireExample => ({ ...told, httpStatus, body: { requestId: sample.requestId, errorCode, errorMessage } })

/** The acknowledgement of every call that ends in a result. */
export const acceptsRequest = (originatorConversationId = sample.originatorConversationId): WireExample =>
  answers({
    OriginatorConversationID: originatorConversationId,
    ConversationID: sample.conversationId,
    ResponseCode: '0',
    ResponseDescription: 'Accept the service request successfully.',
  })

export const acceptedNotDone =
  'ResponseCode "0" says that the request was taken; Result.ResultCode 0 on the ResultURL says that it was carried out.'

export type Parameter = { Key: string; Value?: Json }

export const queueTimeoutUrl = (call: string): Parameter => ({
  Key: 'QueueTimeoutURL',
  Value: `https://internalsandbox.safaricom.co.ke/mpesa/${call}/v1/submit`,
})

export type ResultSample = {
  code: number | string
  description: string
  receipt: string
  /** One object instead of a list is how some failures arrive. */
  parameters?: Parameter[] | Parameter
  /** B2C sends one reference item, B2B a list. */
  references: Parameter[] | Parameter
}

/** What arrives at the CallBackURL of a prompt. */
export const stkMessage = (
  outcome: { ResultCode: number; ResultDesc: string } & Record<string, Json>,
): Json => ({
  Body: {
    stkCallback: {
      MerchantRequestID: sample.merchantRequestId,
      CheckoutRequestID: sample.checkoutRequestId,
      ...outcome,
    },
  },
})

/** What arrives at a ResultURL. */
export const resultMessage = ({
  code,
  description,
  receipt,
  parameters,
  references,
}: ResultSample): Json => ({
  Result: {
    ResultType: 0,
    ResultCode: code,
    ResultDesc: description,
    OriginatorConversationID: sample.originatorConversationId,
    ConversationID: sample.conversationId,
    TransactionID: receipt,
    ...(parameters && { ResultParameters: { ResultParameter: parameters } }),
    ReferenceData: { ReferenceItem: references },
  },
})

export const invalidInitiator = { code: 2001, description: 'The initiator information is invalid.' }
export const lockedCredential = { code: 8006, description: 'The security credential is locked.' }
