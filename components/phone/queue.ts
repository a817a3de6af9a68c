import type { PromptView } from '@/lib/workspace/views'

/** Prompts that wait for a person, the oldest first: a phone shows one, the rest wait their turn. */
export const applyPrompt = (waiting: PromptView[], prompt: PromptView): PromptView[] => {
  const others = waiting.filter((each) => each.id !== prompt.id)
  if (prompt.state !== 'open' || !prompt.forPerson) return others
  return [...others, prompt].sort((a, b) => a.openedAt - b.openedAt || a.id.localeCompare(b.id))
}

export const startQueue = (prompts: PromptView[]): PromptView[] =>
  prompts.reduce<PromptView[]>((waiting, prompt) => applyPrompt(waiting, prompt), [])

/** What is left, in words: `58 seconds left`, `1 minute 5 seconds left`, `time is up`. */
export const countdownWords = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000)
  if (seconds <= 0) return 'time is up'
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  const parts = [
    minutes > 0 ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : '',
    rest > 0 ? `${rest} ${rest === 1 ? 'second' : 'seconds'}` : '',
  ].filter(Boolean)
  return `${parts.join(' ')} left`
}

/** Of the whole life of a prompt, what is left: from 1 down to 0. */
export const shareLeft = (prompt: { openedAt: number; expiresAt: number }, now: number): number => {
  const life = prompt.expiresAt - prompt.openedAt
  if (life <= 0) return 0
  return Math.min(1, Math.max(0, (prompt.expiresAt - now) / life))
}

export type PromptOutcome = Exclude<PromptView['state'], 'open'>

export const outcomeWords: Record<PromptOutcome, { title: string; text: (prompt: PromptView) => string }> = {
  paid: { title: 'Sent', text: (prompt) => `The money is on its way to ${prompt.payeeName}.` },
  'wrong-pin': { title: 'Wrong PIN', text: () => 'You have entered the wrong PIN. Nothing was paid.' },
  cancelled: { title: 'Cancelled', text: () => 'The request was cancelled. Nothing was paid.' },
  expired: { title: 'No answer', text: () => 'Nobody answered in time. Nothing was paid.' },
  failed: { title: 'Failed', text: () => 'The payment could not be completed. Nothing was paid.' },
}
