import type { Transaction, World } from '@/lib/world/types'
import { oweBillPayment } from './bill-payment'
import { oweJsonNotice } from './json-notice'
import type { Notice, Registration } from './registration'
import { oweSoapNotice } from './soap-notice'

const writers = { daraja: oweJsonNotice, g2: oweSoapNotice }

/** One core serves both interfaces: a shortcode hears of its payments over the one that it registered with. */
export const oweNotice = (world: World, registration: Registration, notice: Notice) =>
  writers[registration.system](world, registration, notice)

/** Who else hears of a payment, whether or not URLs are registered. */
export const oweOtherNotices = (world: World, transaction: Transaction, dueAt: number) =>
  oweBillPayment(world, transaction, dueAt)
