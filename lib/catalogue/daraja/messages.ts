import type { CallbackSpec, Json, WireExample } from '@/lib/catalogue/types'

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

/** What a receiver of results owes: no source documents a body, so any 2xx will do. */
export const anyReply: WireExample = {
  httpStatus: 200,
  body: { ResultCode: 0, ResultDesc: 'Accepted' },
  note: 'No reply body is documented: any 2xx is enough. Reply first and work afterwards, because a callback comes once and is not repeated after an error or a dead connection.',
}

export type Parameter = { Key: string; Value?: Json }

const queueTimeoutUrl = (call: string): Parameter => ({
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

const result = ({ code, description, receipt, parameters, references }: ResultSample): Json => ({
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

const queueTimeout: CallbackSpec = {
  kind: 'timeout',
  to: 'QueueTimeOutURL',
  method: 'POST',
  confirmed: false,
  example: result({
    code: 1,
    description: 'The request timed out in the queue.',
    receipt: sample.noReceipt,
    references: queueTimeoutUrl('b2cresults'),
  }),
  expectedResponse: anyReply,
  note: 'unconfirmed: nobody published a real one. One SDK models it as a result without parameters. Whatever arrives here means that the outcome is not known: ask for the status, do not send again.',
}

/** Result, failed result and queue timeout of a call that goes through the M-PESA core. */
export const resultCallbacks = (
  success: Omit<ResultSample, 'code' | 'description'>,
  failure: ResultSample,
): CallbackSpec[] => [
  {
    kind: 'result-success',
    to: 'ResultURL',
    method: 'POST',
    confirmed: true,
    example: result({ code: 0, description: sample.completed, ...success }),
    expectedResponse: anyReply,
  },
  {
    kind: 'result-failure',
    to: 'ResultURL',
    method: 'POST',
    confirmed: true,
    example: result(failure),
    expectedResponse: anyReply,
  },
  queueTimeout,
]

export const invalidInitiator = { code: 2001, description: 'The initiator information is invalid.' }
export const lockedCredential = { code: 8006, description: 'The security credential is locked.' }

export { queueTimeoutUrl }
