import type { DarajaCallbackKind } from '@/lib/catalogue/daraja/callbacks'
import type { Json } from '@/lib/catalogue/types'
import { payFromPhone } from '@/lib/systems/kenya/c2b'
import type { CustomerPayment, DeliveredCallback } from '@/lib/systems/types'
import type { PromptAnswer } from '@/lib/wire/types'
import { actOnPrompt, answerOpenPrompt } from '@/lib/world/prompts'
import type { Prompt, World } from '@/lib/world/types'
import { validationDelivered } from './c2b'
import { stkRules } from './stk'

export { seed } from '@/lib/systems/kenya/seed'
export { emulate } from './emulate'

const question: DarajaCallbackKind = 'c2b-validation'

/** Reads what a receiver answered; only C2B validation listens. */
export const delivered = (due: DeliveredCallback, world: World): void => {
  if (due.kind === question) validationDelivered(due, world)
}

export const act = (due: { id: string; kind: string; context: Json }, world: World): void =>
  actOnPrompt(stkRules, due, world)

export const answerPrompt = (prompt: Prompt, answer: PromptAnswer, world: World): Prompt =>
  answerOpenPrompt(stkRules, prompt, answer, world)

export const customerPays = (payment: CustomerPayment, world: World) => payFromPhone(payment, world)
