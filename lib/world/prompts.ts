import type { Prompt, PromptState, Subscriber, World } from './types'

/** One prompt or USSD session a phone. A prompt past its time blocks nobody, even before its row is drained. */
export const isBusy = (world: Pick<World, 'store' | 'now'>, msisdn: string): boolean =>
  world.store.openPrompts(msisdn).some((prompt) => prompt.expiresAt > world.now)

/** Opens a prompt and owes its end: by itself after a moment, or when the person has let it lapse. */
export const openPrompt = (
  world: World,
  subscriber: Subscriber,
  prompt: Omit<Prompt, 'id' | 'state' | 'openedAt' | 'expiresAt' | 'msisdn' | 'market'>,
  keys: { kind: string; value: string }[],
): Prompt => {
  const opened: Prompt = {
    ...prompt,
    id: `P${world.ids.hex(20)}`,
    market: subscriber.market,
    msisdn: subscriber.msisdn,
    state: 'open',
    openedAt: world.now,
    expiresAt: world.now + world.settings.promptLifetimeMs,
  }
  world.store.putPrompt(opened)
  const waits = subscriber.behaviour.kind === 'person'
  world.store.schedule({
    id: `A${opened.id}`,
    system: prompt.system,
    type: 'action',
    kind: waits ? 'prompt-expire' : 'prompt-answer',
    dueAt: waits ? opened.expiresAt : world.now + world.settings.autoPayDelayMs,
    context: { promptId: opened.id },
    keys,
  })
  return opened
}

/** Closes an open prompt; its owed action is no longer owed. */
export const closePrompt = (
  world: Pick<World, 'store' | 'now'>,
  prompt: Prompt,
  state: Exclude<PromptState, 'open'>,
): Prompt => {
  const closed: Prompt = { ...prompt, state, answeredAt: world.now }
  world.store.putPrompt(closed)
  world.store.cancelDue(`A${prompt.id}`)
  return closed
}
