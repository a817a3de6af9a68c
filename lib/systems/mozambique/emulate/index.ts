import type { DeliveredCallback } from '@/lib/systems/types'
import { promptsBy } from '@/lib/world/prompts'
import type { World } from '@/lib/world/types'
import { promptRules } from './pay'

export { emulate } from './emulate'
export { answerHeld } from './pay'
export { seed } from './seed'

/** Nothing follows from what a receiver answers: no retry rule is documented. */
export const delivered = (_due: DeliveredCallback, _world: World): void => {}

export const { act, answerPrompt } = promptsBy(promptRules)
