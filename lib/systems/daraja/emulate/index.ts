import type { DarajaCallbackKind } from '@/lib/catalogue/daraja/callbacks'
import { payFromPhone } from '@/lib/systems/kenya/c2b'
import type { CustomerPayment, DeliveredCallback } from '@/lib/systems/types'
import { promptsBy } from '@/lib/world/prompts'
import type { World } from '@/lib/world/types'
import { validationDelivered } from './c2b'
import { stkRules } from './stk'

export { seed } from '@/lib/systems/kenya/seed'
export { emulate } from './emulate'

const question: DarajaCallbackKind = 'c2b-validation'

/** Reads what a receiver answered; only C2B validation listens. */
export const delivered = (due: DeliveredCallback, world: World): void => {
  if (due.kind === question) validationDelivered(due, world)
}

export const { act, answerPrompt } = promptsBy(stkRules)

export const customerPays = (payment: CustomerPayment, world: World) => payFromPhone(payment, world)
