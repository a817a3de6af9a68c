import { mozambiqueOperations } from '@/lib/catalogue/mozambique'
import { field } from '@/lib/systems/gateway/values'
import { takeOnce } from '@/lib/systems/vodacom/call'
import { success } from '@/lib/systems/vodacom/codes'
import { payments } from '@/lib/systems/vodacom/payments'
import type { WireAnswer } from '@/lib/wire/types'
import { endingOf, subscriberOf } from '@/lib/world/phones'
import type { Transaction } from '@/lib/world/types'
import { fingerprintOf } from './account'
import {
  answerOf,
  type Call,
  market,
  messageOf,
  noOrganisation,
  payoutEndings,
  phoneEndings,
  promptEndings,
  refuse,
} from './call'

const ended = (transaction: Transaction, code: string, value?: string): WireAnswer =>
  answerOf({
    operation: mozambiqueOperations.find(({ id }) => id === transaction.extra.operation),
    code,
    conversationId: transaction.conversationId ?? '',
    reference: transaction.originatorConversationId ?? '',
    ...(value !== undefined && { value }),
  })

export const {
  answerHeld,
  collectPayment,
  draft,
  finishNow,
  keysOf,
  payCustomer,
  payOrganisation,
  promptRules,
  repeated,
} = payments<Call>({
  system: 'mozambique',
  ownId: { field: 'input_ThirdPartyReference', kind: 'third-party-reference' },
  // Reports are kept by key: a renewal must not mix them.
  keep: ({ world: { app } }) => (app ? { extra: { apiKey: fingerprintOf(app.key) } } : {}),
  refuse,
  // Which of its references decides is unconfirmed; the third-party one is made to be unique.
  takeId: (call) => takeOnce(call.world, 'mozambique-references', field(call, 'input_ThirdPartyReference')),
  customerOf: (call) =>
    subscriberOf(call.world, market.id, field(call, 'input_CustomerMSISDN'), phoneEndings),
  noCustomer: (call) => refuse(call, 'INS-2051'),
  noOrganisation,
  noReceiver: (call) => refuse(call, 'INS-2002', 'The receiver is no other organisation here. 979797 is.'),
  payoutEnding: (msisdn) => endingOf(msisdn, payoutEndings),
  cancelled: { ending: 'INS-5', code: 'INS-5' },
  promptEnding: (code) => ([...promptEndings.values()].includes(code) ? code : undefined),
  answerOf: (transaction) => ended(transaction, transaction.code ?? 'INS-1', transaction.receipt ?? 'N/A'),
  takenIn: (transaction) => ended(transaction, success),
  resultOf: ({ conversationId, originatorConversationId, receipt, code = 'INS-1' }) => ({
    input_OriginalConversationID: conversationId ?? '',
    input_ThirdPartyReference: originatorConversationId ?? '',
    input_TransactionID: receipt ?? 'N/A',
    // The portal's example says 0 here, with a capital P in its words.
    input_ResultCode: code === success ? '0' : code,
    input_ResultDesc: code === success ? 'Request Processed Successfully' : messageOf(code),
  }),
})
