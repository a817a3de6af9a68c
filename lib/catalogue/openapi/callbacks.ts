import { type CallbackEntry, callbacksOf, type OwedAnswer } from '../callbacks'
import type { CallbackSpec, Json } from '../types'
import { processed, sample } from './operation'

/** M-Pesa OpenAPI portal, asynchronous response; the second stage: abubakar508/go-vodacom-sdk. */
const acknowledged = (
  code: string,
  ids = { own: '{originator-conversation-id}', theirs: '{conversation-id}' },
): OwedAnswer => ({
  body: {
    output_OriginalConversationID: ids.theirs,
    output_ResponseCode: code,
    output_ResponseDesc: 'Successfully Accepted Result',
    output_ThirdPartyConversationID: ids.own,
  },
})

const resultOf = (carried: Record<string, Json>): Json => ({
  input_OriginalConversationID: sample.conversationId,
  ...carried,
  input_ResultCode: 'INS-0',
  input_ResultDesc: processed,
  input_ThirdPartyConversationID: sample.own,
})

const stateOf = (carried: Record<string, Json>): Json => ({
  input_ResponseCode: 'INS-0',
  input_ResponseDesc: processed,
  input_OriginalConversationID: sample.conversationId,
  input_ThirdPartyConversationID: sample.own,
  ...carried,
})

export const openapiCallbacks = {
  result: {
    title: 'OpenAPI result',
    about: 'How a call ended that was made in asynchronous mode.',
    joins: 'run',
    where: 'result',
    missing: 'The result has not come yet.',
    owed: acknowledged('0'),
    example: { body: resultOf({ input_TransactionID: sample.receipt }) },
  },
  'mandate-result': {
    title: 'Mandate result',
    about: 'The state of a direct debit mandate that was asked about in asynchronous mode.',
    joins: 'run',
    where: 'result',
    missing: 'The state of the mandate has not come yet.',
    owed: acknowledged('INS-0'),
    example: {
      body: stateOf({ input_TransactionReference: 'MANDATE000731', input_MandateStatus: 'Active' }),
    },
  },
  'two-stage-result': {
    title: 'Two-stage result',
    about: 'How the second stage of a C2B payment ended.',
    alike: 'result',
    joins: 'run',
    where: 'result',
    missing: 'The result of the second stage has not come yet.',
    owed: acknowledged('INS-GAR-0'),
    example: { path: '/updateTransactionStatus', body: resultOf({ input_TransactionID: '0000000000001' }) },
  },
} satisfies Record<string, CallbackEntry>

export type OpenapiCallbackKind = keyof typeof openapiCallbacks

declare module '../callback-kinds' {
  interface CallbackKinds {
    openapi: OpenapiCallbackKind
  }
}

const callback = callbacksOf<OpenapiCallbackKind>(openapiCallbacks)

const sampleIds = { own: sample.own, theirs: sample.conversationId }
const to = 'registered response URL'
const owed = (code: string) => ({ httpStatus: 200, ...acknowledged(code, sampleIds) })

/** What arrives in asynchronous mode, and what the listener owes. */
export const result = (carried: Record<string, Json>, { note }: { note?: string } = {}): CallbackSpec =>
  callback('result', {
    to,
    example: resultOf(carried),
    expectedResponse: owed('0'),
    ...(note && { note }),
  })

export const secondStageResult: CallbackSpec = callback('two-stage-result', {
  to,
  expectedResponse: owed('INS-GAR-0'),
  note: 'Owed INS-GAR-0 where other results are owed 0. The message looks like any other, so give it an address ending in /updateTransactionStatus.',
})

export const mandateState = (carried: Record<string, Json>): CallbackSpec =>
  callback('mandate-result', {
    to,
    example: stateOf(carried),
    expectedResponse: owed('INS-0'),
    note: 'Says input_ResponseCode where every other callback says input_ResultCode, and is owed INS-0 where the others are owed 0.',
  })
