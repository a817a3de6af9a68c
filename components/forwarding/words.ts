import type { AttemptView } from '@/lib/workspace/forward/fields'

export const stateWords: Record<AttemptView['state'], string> = {
  waiting: 'waiting',
  sending: 'on its way',
  taken: 'taken',
  failed: 'failed',
  dead: 'given up',
  cancelled: 'cancelled',
}

/** How a try ended, in a sentence; empty while it has not. */
export const endWords = ({ answer, failure, state }: AttemptView): string => {
  if (answer) return `Your server answered ${answer.status} in ${answer.ms} ms.`
  if (failure) return failure.detail
  return state === 'cancelled' ? 'It was cancelled before it left.' : ''
}
