import { field } from '@/lib/systems/gateway/values'
import { amountOf, organisationOf } from '@/lib/systems/vodacom/call'
import { giveBack, leftOf } from '@/lib/systems/vodacom/reversal'
import type { WireAnswer } from '@/lib/wire/types'
import { refuse } from './answers'
import type { Call } from './call'
import { success } from './codes'
import { unknownShortcode } from './parties'
import { draft, finishNow, triggered } from './pay'
import { stageOf } from './two-stage'

/** Gives back a completed transaction, whole or in part. */
export const reverseTransaction = (call: Call): WireAnswer => {
  const { world, market } = call
  const organisation = organisationOf(call)
  if (!organisation) return unknownShortcode(call)
  const original = world.store.transactionByReceipt(field(call, 'input_TransactionID'))
  const left = original ? leftOf(original) : 0
  const asked = field(call, 'input_ReversalAmount')
  const amountCents = asked ? (amountOf(asked) ?? 0) : left
  const transaction = draft(call, {
    kind: 'reversal',
    payer: organisation.shortcode,
    payee: original?.payer ?? '',
    amountCents,
  })
  const outcome = triggered(call, transaction)
  if (outcome) return outcome
  // The portal's own receipt is nobody's payment: it succeeds and moves nothing.
  if (call.trigger === success) return finishNow(call, transaction, success)
  if (original?.system !== 'openapi' || original.market !== market.id || original.kind === 'reversal') {
    return refuse(call, 'INS-18', 'No transaction of this market has that id.')
  }
  if (original.payer !== organisation.shortcode && original.payee !== organisation.shortcode) {
    return refuse(call, 'INS-35', 'The transaction is another organisation’s.')
  }
  const stage = stageOf(original)
  if (original.state !== 'completed' || (stage !== undefined && stage !== 'committed') || left <= 0) {
    call.notes.push('There is nothing left of it to give back. The code for that is unconfirmed.')
    return finishNow(call, transaction, 'INS-6')
  }
  if (amountCents <= 0 || amountCents > left)
    return refuse(call, 'INS-15', 'More than is left of the original.')
  const isMoved = giveBack(world, transaction.id, original, amountCents)
  return finishNow(call, transaction, isMoved ? success : 'INS-2006')
}
