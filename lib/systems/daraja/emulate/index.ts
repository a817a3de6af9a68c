import type { Json } from '@/lib/catalogue/types'
import type { CustomerPayment, DeliveredCallback, PromptAnswer } from '@/lib/systems/types'
import type { Prompt, World } from '@/lib/world/types'
import { payFromPhone, validationDelivered } from './c2b'
import { isObject } from './call'
import { answerByNature, answerStkPrompt } from './stk'

export { emulate } from './emulate'
export { seed } from './seed'

/** Reads what a receiver answered; only C2B validation listens. */
export const delivered = (due: DeliveredCallback, world: World): void => {
  if (due.kind === 'c2b-validation') validationDelivered(due, world)
}

/** Carries out what fell due. An action that came too late changes nothing. */
export const act = (due: { id: string; kind: string; context: Json }, world: World): void => {
  const id = isObject(due.context) ? due.context.promptId : undefined
  const prompt = typeof id === 'string' ? world.store.prompt(id) : undefined
  if (prompt?.state !== 'open') return
  if (due.kind === 'prompt-answer') answerByNature(prompt, world)
  if (due.kind === 'prompt-expire') answerStkPrompt(prompt, { answer: 'expire' }, world)
}

export const answerPrompt = (prompt: Prompt, answer: PromptAnswer, world: World): Prompt =>
  answerStkPrompt(prompt, answer, world)

export const customerPays = (payment: CustomerPayment, world: World) => payFromPhone(payment, world)
