import { objectOf } from '@/lib/wire/json'
import type { Transaction, World } from '@/lib/world/types'

export type Registration = {
  shortcode: string
  /** Which interface it was registered over, and so in which form notices come. */
  system: 'daraja' | 'g2'
  version: 'v1' | 'v2' | 'soap'
  responseType: 'Completed' | 'Cancelled'
  confirmationUrl: string
  validationUrl: string
  registeredAt: number
}

const collection = 'c2b-urls'

export const registrationOf = (world: Pick<World, 'store'>, shortcode: string): Registration | undefined => {
  const value = objectOf(world.store.record(collection, shortcode)?.value)
  // Registered before there was a second interface: of Daraja.
  return value && ({ system: 'daraja', ...value } as Registration)
}

export const putRegistration = (world: Pick<World, 'store' | 'now'>, registration: Registration) =>
  world.store.putRecord({
    collection,
    key: registration.shortcode,
    value: registration,
    updatedAt: world.now,
  })

/** A question before a payment, or a notice after it. */
export type Notice = {
  kind: 'c2b-validation' | 'c2b-confirmation'
  transaction: Transaction
  dueAt: number
  /** Of the organisation's account; confirmations only. */
  balance?: string
  thirdPartyId?: string
}
