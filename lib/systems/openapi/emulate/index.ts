import type { Json } from '@/lib/catalogue/types'
import type { DeliveredCallback } from '@/lib/systems/types'
import type { PromptAnswer } from '@/lib/wire/types'
import { actOnPrompt, answerOpenPrompt } from '@/lib/world/prompts'
import type { Prompt, World } from '@/lib/world/types'
import { promptRules } from './pay'

export { answerHeld } from './answers'
export { emulate } from './emulate'
export { seed } from './seed'

/** Nothing follows from what a receiver answers: no retry rule is documented. */
export const delivered = (_due: DeliveredCallback, _world: World): void => {}

export const act = (due: { id: string; kind: string; context: Json }, world: World): void =>
  actOnPrompt(promptRules, due, world)

export const answerPrompt = (prompt: Prompt, answer: PromptAnswer, world: World): Prompt =>
  answerOpenPrompt(promptRules, prompt, answer, world)
