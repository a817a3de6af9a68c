import { type CallbackEntry, callbacksOf } from '../callbacks'
import type { CallbackSpec, Json } from '../types'
import { sample } from './operation'

/** Mozambique portal, C2B page, asynchronous response. */
const acknowledged = (ids: { reference: string; theirs: string }): Json => ({
  output_OriginalConversationID: ids.theirs,
  output_ResponseDesc: 'Successfully Accepted Result',
  output_ResponseCode: '0',
  // Not output_ThirdPartyReference: the portal's own example changes the name here.
  output_ThirdPartyConversationID: ids.reference,
})

export const mozambiqueCallbacks = {
  result: {
    title: 'Mozambique result',
    about: 'How a call of an account ended that has a response URL.',
    joins: 'run',
    where: 'result',
    missing: 'The result has not come yet.',
    owed: {
      body: acknowledged({ theirs: '{conversation-id}', reference: '{third-party-reference}' }),
      note: 'The HTTP status of the answer is unconfirmed.',
    },
    example: {
      body: {
        input_OriginalConversationID: sample.conversationId,
        input_ThirdPartyReference: sample.reference,
        input_TransactionID: sample.receipt,
        input_ResultCode: '0',
        input_ResultDesc: 'Request Processed Successfully',
      },
    },
  },
} satisfies Record<string, CallbackEntry>

export type MozambiqueCallbackKind = keyof typeof mozambiqueCallbacks

declare module '../callback-kinds' {
  interface CallbackKinds {
    mozambique: MozambiqueCallbackKind
  }
}

const callback = callbacksOf<MozambiqueCallbackKind>(mozambiqueCallbacks)

/** What the account's response URL receives in asynchronous mode, and what it owes. */
export const result = (confirmed: boolean): CallbackSpec =>
  callback('result', {
    to: 'response URL of the account',
    confirmed,
    expectedResponse: {
      httpStatus: 200,
      body: acknowledged({ theirs: sample.conversationId, reference: sample.reference }),
      note: mozambiqueCallbacks.result.owed.note,
    },
    note: 'Success is 0 on the portal and INS-0 in some integrations: take both.',
  })
