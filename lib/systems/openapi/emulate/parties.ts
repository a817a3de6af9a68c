import { field } from '@/lib/systems/gateway/values'
import { subscriberOf } from '@/lib/world/phones'
import type { Subscriber } from '@/lib/world/types'
import { refuse } from './answers'
import { type Call, marketOf } from './call'
import { phoneEndings } from './codes'

export const unknownShortcode = (call: Call, name = 'input_ServiceProviderCode') =>
  refuse(call, 'INS-13', `${field(call, name)} is no organisation of this market here. 000000 is.`)

/** The wallet behind the number; undefined when no wallet of this market can have it. */
export const customerOf = (call: Call): Subscriber | undefined => {
  const msisdn = field(call, 'input_CustomerMSISDN')
  const known = call.world.store.subscriber(call.market.id, msisdn)
  if (known) return known
  if (!marketOf(call).msisdn.test(msisdn)) return undefined
  return subscriberOf(call.world, call.market.id, msisdn, phoneEndings)
}

export const noCustomer = (call: Call) =>
  refuse(
    call,
    'INS-2051',
    `${field(call, 'input_CustomerMSISDN')} is no wallet of ${call.market.name}: ${marketOf(call).prefix} comes first.`,
  )
