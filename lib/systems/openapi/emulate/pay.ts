import { field } from '@/lib/systems/gateway/values'
import { payments } from '@/lib/systems/vodacom/payments'
import type { WireAnswer } from '@/lib/wire/types'
import { suspenseOf } from '@/lib/world/ledger'
import { endingOf } from '@/lib/world/phones'
import type { Transaction } from '@/lib/world/types'
import { sandboxCustomer } from '../presets'
import {
  answerOf,
  callbackBody,
  endingOfTransaction,
  exchangeOfTransaction,
  refuse,
  takenIn,
} from './answers'
import type { Call } from './call'
import { cancelled, phoneCodes, phoneEndings, success } from './codes'
import { newVoucher } from './ids'
import { customerOf, noCustomer, unknownShortcode } from './parties'

/** The outcome of a published test value that is no success; undefined when the call goes its way. */
export const triggered = (call: Call, transaction: Transaction): WireAnswer | undefined =>
  call.trigger !== undefined && call.trigger !== success
    ? finishNow(call, transaction, call.trigger)
    : undefined

const reservation = 'c2b-reservation'

export const {
  answerHeld,
  collectPayment,
  draft,
  finishNow,
  payCustomer,
  payOrganisation,
  promptRules,
  transfer,
} = payments<Call>({
  system: 'openapi',
  ownId: { field: 'input_ThirdPartyConversationID', kind: 'originator-conversation-id' },
  keep: (call) => ({
    description:
      field(call, 'input_PurchasedItemsDesc') || field(call, 'input_PaymentItemsDesc') || undefined,
  }),
  keepCollected: ({ operation, world }) =>
    operation.name === 'c2b-multi-stage'
      ? { kind: reservation, extra: { voucher: newVoucher(world), stage: 'reserved' } }
      : {},
  refuse,
  asked: triggered,
  customerOf: (call) => {
    const customer = customerOf(call)
    if (customer && call.operation.name === 'c2b-multi-stage')
      call.notes.push('That the answer carries output_VoucherCode is unconfirmed.')
    return customer
  },
  noCustomer,
  noOrganisation: unknownShortcode,
  noReceiver: (call) => unknownShortcode(call, 'input_ReceiverPartyCode'),
  paysAtOnce: ({ msisdn }) => msisdn === sandboxCustomer,
  payoutEnding: (msisdn) => (msisdn === sandboxCustomer ? undefined : endingOf(msisdn, phoneEndings)),
  heldAt: ({ kind, market }) => (kind === reservation ? suspenseOf(market) : undefined),
  cancelled: { ending: cancelled, code: 'INS-6' },
  promptEnding: (code) => (code === 'INS-5' ? cancelled : phoneCodes.has(code) ? code : undefined),
  answerOf: (transaction) => answerOf(exchangeOfTransaction(transaction), endingOfTransaction(transaction)),
  takenIn: (transaction) => takenIn(exchangeOfTransaction(transaction)),
  resultOf: (transaction) =>
    callbackBody(exchangeOfTransaction(transaction), endingOfTransaction(transaction)),
})
