import { field } from '@/lib/systems/gateway/values'
import { findPayment, organisationOf } from '@/lib/systems/vodacom/call'
import { success } from '@/lib/systems/vodacom/codes'
import type { WireAnswer } from '@/lib/wire/types'
import { subscriberOf } from '@/lib/world/phones'
import type { Transaction } from '@/lib/world/types'
import { accountOf } from './account'
import { answerOf, type Call, market, noOrganisation, phoneEndings, refuse } from './call'
import { keysOf } from './pay'

const answered = (call: Call, value: string): WireAnswer =>
  answerOf({
    operation: call.operation,
    code: success,
    conversationId: call.conversationId,
    reference: field(call, 'input_ThirdPartyReference'),
    value,
  })

/** The portal knows these and N/A; SDKs know more. */
const stateOf = ({ state, code }: Transaction): string => {
  if (state === 'completed' || state === 'reversed') return 'Completed'
  if (state === 'cancelled') return 'Cancelled'
  return code === 'INS-9' ? 'Expired' : 'N/A'
}

export const queryStatus = (call: Call): WireAnswer => {
  const organisation = organisationOf(call)
  if (!organisation) return noOrganisation(call)
  const found = findPayment(call, organisation, field(call, 'input_QueryReference'))
  if (!found) return refuse(call, 'INS-23', 'No transaction of this organisation has that reference.')
  call.keys.push(...keysOf(found))
  if (found.state === 'pending') call.notes.push('The customer has not answered yet.')
  else if (stateOf(found) === 'N/A')
    call.notes.push(`It ended with ${found.code}: the portal has no state for that.`)
  return answered(call, stateOf(found))
}

/** `Anabela Mabunda` -> `An*be** Ma*un**`: hides some letters. Which ones the provider hides is unconfirmed. */
const hidden = (name: string): string =>
  name
    .split(' ')
    .map((word) =>
      [...word].map((letter, at) => (at % 3 === 2 || at === word.length - 1 ? '*' : letter)).join(''),
    )
    .join(' ')

export const queryName = (call: Call): WireAnswer => {
  const { world } = call
  if (!organisationOf(call)) return noOrganisation(call)
  if (!accountOf(world).mayQueryNames) {
    return refuse(
      call,
      'INS-26',
      'Sandbox accounts may not ask for names. The account page of the local sandbox can allow it.',
    )
  }
  const msisdn = field(call, 'input_CustomerMSISDN')
  const { name, behaviour } = subscriberOf(world, market.id, msisdn, phoneEndings)
  if (behaviour.kind === 'ends' && ['INS-996', 'INS-2051'].includes(behaviour.code)) {
    return refuse(call, behaviour.code)
  }
  return answered(call, hidden(name))
}
