import { field } from '@/lib/systems/gateway/values'
import { amountOf, organisationOf } from '@/lib/systems/vodacom/call'
import { success } from '@/lib/systems/vodacom/codes'
import { giveBack, leftOf } from '@/lib/systems/vodacom/reversal'
import type { WireAnswer } from '@/lib/wire/types'
import { type Call, market, noOrganisation, refuse } from './call'
import { draft, finishNow, repeated } from './pay'

/** The amount has two names on the wire; without either, what is left of the payment goes back. */
const amountAsked = (call: Call): string => {
  const documented = field(call, 'input_ReversalAmount')
  const other = field(call, 'input_Amount')
  if (documented || !other) return documented
  call.notes.push('input_Amount was sent where the portal has input_ReversalAmount; accepted.')
  return other
}

/** Gives back a payment, whole or in part. */
export const reverseTransaction = (call: Call): WireAnswer => {
  const { world } = call
  const organisation = organisationOf(call)
  if (!organisation) return noOrganisation(call)
  const operator = organisation.operators.find(
    ({ name }) => name === field(call, 'input_InitiatorIdentifier'),
  )
  if (!operator) return refuse(call, 'INS-24', `${organisation.shortcode} has no initiator of that name.`)
  if (operator.password !== field(call, 'input_SecurityCredential')) return refuse(call, 'INS-25')
  const original = world.store.transactionByReceipt(field(call, 'input_TransactionID'))
  const isOwn = original?.payer === organisation.shortcode || original?.payee === organisation.shortcode
  if (original?.market !== market.id || !isOwn || original.kind === 'reversal') {
    return refuse(call, 'INS-997', 'No payment of this organisation has that receipt.')
  }
  const left = original.state === 'completed' ? leftOf(original) : 0
  const asked = amountAsked(call)
  const amountCents = asked ? (amountOf(asked) ?? 0) : left
  // The code for too much is unconfirmed; this one speaks of the amount.
  if (left > 0 && amountCents > left)
    return refuse(call, 'INS-15', 'That is more than is left of the payment.')
  const refused = repeated(call)
  if (refused) return refused
  const reversal = draft(call, {
    kind: 'reversal',
    amountCents,
    payer: original.payee,
    payee: original.payer,
    extra: { originalReceipt: original.receipt ?? '' },
  })
  if (left === 0) {
    call.notes.push('The payment was given back before. The code for that is unconfirmed.')
    return finishNow(call, reversal, 'INS-6')
  }
  const isMoved = giveBack(world, reversal.id, original, amountCents)
  return finishNow(call, reversal, isMoved ? success : 'INS-2006')
}
