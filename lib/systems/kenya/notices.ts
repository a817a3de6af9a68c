import type { Transaction, World } from '@/lib/world/types'
import { oweBillPayment } from '../daraja/emulate/bill-payment'
import { oweDarajaNotice } from '../daraja/emulate/c2b-notice'
import { oweSoapNotice } from '../g2/emulate/c2b-notice'
import type { Registration } from './c2b'

/** A question before a payment, or a notice after it. */
export type Notice = {
  kind: 'c2b-validation' | 'c2b-confirmation'
  transaction: Transaction
  dueAt: number
  /** Of the organisation's account; confirmations only. */
  balance?: string
  thirdPartyId?: string
}

const writers = { daraja: oweDarajaNotice, g2: oweSoapNotice }

/** One core serves both interfaces: a shortcode hears of its payments over the one that it registered with. */
export const oweNotice = (world: World, registration: Registration, notice: Notice) =>
  writers[registration.system](world, registration, notice)

/** Who else hears of a payment, whether or not URLs are registered. */
export const oweOtherNotices = (world: World, transaction: Transaction, dueAt: number) =>
  oweBillPayment(world, transaction, dueAt)
