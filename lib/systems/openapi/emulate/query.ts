import { field } from '@/lib/systems/gateway/values'
import { findPayment, organisationOf } from '@/lib/systems/vodacom/call'
import { isReversed } from '@/lib/systems/vodacom/reversal'
import type { WireAnswer } from '@/lib/wire/types'
import { subscriberOf } from '@/lib/world/phones'
import type { Transaction } from '@/lib/world/types'
import { refuse, settle } from './answers'
import type { Call } from './call'
import { phoneEndings, success } from './codes'
import { customerOf, noCustomer, unknownShortcode } from './parties'
import { stageOf } from './two-stage'

/** `Completed` is the portal's; the others are unconfirmed. */
const stateOf = (transaction: Transaction): string => {
  const { state, code } = transaction
  if (state === 'pending' || stageOf(transaction) === 'reserved') {
    return state === 'failed' || state === 'cancelled' ? 'Failed' : 'In Progress'
  }
  if (state === 'completed' || state === 'reversed') return 'Completed'
  if (state === 'cancelled') return 'Cancelled'
  return code === 'INS-9' ? 'Expired' : 'Failed'
}

const flag = (value: boolean) => (value ? 'True' : 'False')

/** By receipt, by the caller's conversation id or by the platform's. */
export const queryStatus = (call: Call): WireAnswer => {
  const reference = field(call, 'input_QueryReference')
  if (call.trigger !== undefined) {
    return settle(call, {
      code: call.trigger,
      carries: {
        ResponseTransactionStatus: 'Completed',
        OriginalTransactionID: reference.slice(0, 20),
        // 21 digits stand for a transaction that was reversed: portal, testing page.
        Reversed: flag(reference.length > 20),
      },
    })
  }
  const organisation = organisationOf(call)
  if (!organisation) return unknownShortcode(call)
  const found = findPayment(call, organisation, reference)
  if (!found) {
    return refuse(call, 'INS-23', 'No transaction of this organisation in this market has that reference.')
  }
  return settle(call, {
    code: success,
    carries: {
      ResponseTransactionStatus: stateOf(found),
      OriginalTransactionID: found.receipt ?? 'N/A',
      Reversed: flag(isReversed(found)),
    },
  })
}

export const queryName = (call: Call): WireAnswer => {
  if (!organisationOf(call)) return unknownShortcode(call)
  const customer = customerOf(call)
  if (!customer) return noCustomer(call)
  if (call.market.id !== 'ghana' && call.isStrict)
    return refuse(call, 'INS-998', 'The portal offers this call in Ghana only.')
  if (call.market.id !== 'ghana') call.notes.push('The portal offers this call in Ghana only; answered here.')
  const { name } = subscriberOf(call.world, call.market.id, customer.msisdn, phoneEndings)
  const [first = name, ...rest] = name.split(' ')
  return settle(call, {
    code: success,
    carries: { CustomerFirstName: first, CustomerLastName: rest.join(' ') || 'N/A' },
  })
}
