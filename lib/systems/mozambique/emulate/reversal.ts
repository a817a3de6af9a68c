import { field } from '@/lib/systems/gateway/values'
import { move } from '@/lib/world/ledger'
import type { AccountRef, Transaction } from '@/lib/world/types'
import { amountOf, type Call, type Handler, market, organisationOf, refuse } from './call'
import { success } from './codes'
import { draft, finishNow, takeReference, tillOf, walletOf } from './pay'

const accountOf = (call: Call, party: string): AccountRef =>
  call.world.store.organisation(market, party) ? tillOf(party) : walletOf(party)

const centsBack = (original: Transaction): number =>
  typeof original.extra.reversedCents === 'number' ? original.extra.reversedCents : 0

/** The amount has two names on the wire; without either, what is left of the payment goes back. */
const amountAsked = (call: Call): string => {
  const documented = field(call, 'input_ReversalAmount')
  const other = field(call, 'input_Amount')
  if (documented || !other) return documented
  call.notes.push('input_Amount was sent where the portal has input_ReversalAmount; accepted.')
  return other
}

/** Gives back a payment, whole or in part. */
export const reverseTransaction: Handler = (call) => {
  const { world } = call
  const organisation = organisationOf(call, 'input_ServiceProviderCode')
  if (!organisation) return refuse(call, 'INS-13', 'The service provider code is no organisation here.')
  const operator = organisation.operators.find(
    ({ name }) => name === field(call, 'input_InitiatorIdentifier'),
  )
  if (!operator) return refuse(call, 'INS-24', `${organisation.shortcode} has no initiator of that name.`)
  if (operator.password !== field(call, 'input_SecurityCredential')) return refuse(call, 'INS-25')
  const original = world.store.transactionByReceipt(field(call, 'input_TransactionID'))
  const isOwn = original?.payer === organisation.shortcode || original?.payee === organisation.shortcode
  if (original?.market !== market || !isOwn || original.kind === 'reversal') {
    return refuse(call, 'INS-997', 'No payment of this organisation has that receipt.')
  }
  const left = original.state === 'completed' ? original.amountCents - centsBack(original) : 0
  const asked = amountAsked(call)
  const cents = asked ? amountOf(asked) : left
  // The code for too much is unconfirmed; this one speaks of the amount.
  if (left > 0 && cents > left) return refuse(call, 'INS-15', 'That is more than is left of the payment.')
  if (!takeReference(call)) {
    return refuse(
      call,
      'INS-10',
      'This input_ThirdPartyReference was used before; a new call needs a new one.',
    )
  }
  const reversal = draft(call, {
    kind: 'reversal',
    amountCents: cents,
    payer: original.payee,
    payee: original.payer,
    extra: { originalReceipt: original.receipt ?? '' },
  })
  if (left === 0) {
    call.notes.push('The payment was given back before. The code for that is unconfirmed.')
    return finishNow(call, reversal, 'INS-6')
  }
  const from = accountOf(call, original.payee)
  const to = accountOf(call, original.payer)
  if (move(world, reversal.id, from, to, cents).kind === 'short') return finishNow(call, reversal, 'INS-2006')
  const reversedCents = centsBack(original) + cents
  world.store.putTransaction({
    ...original,
    state: reversedCents >= original.amountCents ? 'reversed' : original.state,
    extra: { ...original.extra, reversedCents },
  })
  return finishNow(call, reversal, success)
}
