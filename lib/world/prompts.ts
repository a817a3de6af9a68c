import type { Json } from '@/lib/catalogue/types'
import { objectOf } from '@/lib/wire/json'
import type { PromptAnswer } from '@/lib/wire/types'
import { bookId } from './book-id'
import type { Prompt, PromptState, Subscriber, Transaction, World } from './types'

/** One prompt or USSD session a phone. A prompt past its time blocks nobody, even before its row is drained. */
export const isBusy = (world: Pick<World, 'store' | 'now'>, msisdn: string): boolean =>
  world.store.openPrompts(msisdn).some((prompt) => prompt.expiresAt > world.now)

const graceMs = 5000

/** Opens a prompt and owes its end: by itself after a moment, or when the person has let it lapse. */
export const openPrompt = (
  world: World,
  subscriber: Subscriber,
  prompt: Omit<Prompt, 'id' | 'state' | 'openedAt' | 'expiresAt' | 'msisdn' | 'market'>,
  keys: { kind: string; value: string }[],
  /** Nobody reacts: the code with which it ends once it has lapsed. */
  silence?: string,
): Prompt => {
  const opened: Prompt = {
    ...prompt,
    id: bookId(world, 'P'),
    market: subscriber.market,
    msisdn: subscriber.msisdn,
    state: 'open',
    openedAt: world.now,
    // What is owed at its end may be carried out a moment late.
    expiresAt: world.now + world.settings.promptLifetimeMs + (silence === undefined ? 0 : graceMs),
  }
  world.store.putPrompt(opened)
  const waits = silence === undefined && subscriber.behaviour.kind === 'person'
  world.store.schedule({
    id: `A${opened.id}`,
    system: prompt.system,
    type: 'action',
    kind: waits ? 'prompt-expire' : 'prompt-answer',
    dueAt:
      silence !== undefined
        ? opened.expiresAt - graceMs
        : waits
          ? opened.expiresAt
          : world.now + world.settings.autoPayDelayMs,
    context: { promptId: opened.id, ...(silence !== undefined && { silence }) },
    keys,
  })
  return opened
}

/** Closes an open prompt; its owed action is no longer owed. */
const closePrompt = (
  world: Pick<World, 'store' | 'now'>,
  prompt: Prompt,
  state: Exclude<PromptState, 'open'>,
): Prompt => {
  const closed: Prompt = { ...prompt, state, answeredAt: world.now }
  world.store.putPrompt(closed)
  world.store.cancelDue(`A${prompt.id}`)
  return closed
}

/** What is a system's own in the life of a prompt. */
export type PromptRules = {
  codes: { paid: string; cancelled: string; expired: string; wrongPin: string; noMoney: string }
  /** Other codes that mean that nobody answered. */
  alsoExpired?: readonly string[]
  /** What a phone of this nature says to this prompt; undefined where its code is none of a prompt's. */
  endingOf(code: string): string | undefined
  /** Takes the money: the code of success, or the one that says why not. */
  collect(world: World, transaction: Transaction): string
  /** Writes the end of the transaction and owes what follows from it. Money has moved already. */
  finish(world: World, transaction: Transaction, code: string): void
}

const stateFor = ({ codes, alsoExpired = [] }: PromptRules, code: string): Exclude<PromptState, 'open'> => {
  if (code === codes.paid) return 'paid'
  if (code === codes.cancelled) return 'cancelled'
  if (code === codes.expired || alsoExpired.includes(code)) return 'expired'
  return code === codes.wrongPin ? 'wrong-pin' : 'failed'
}

const codeFor = (rules: PromptRules, world: World, prompt: Prompt, answer: PromptAnswer): string => {
  if (answer.answer === 'cancel') return rules.codes.cancelled
  if (answer.answer === 'expire') return rules.codes.expired
  if (answer.answer === 'wrong-pin') return rules.codes.wrongPin
  if (answer.answer === 'no-money') return rules.codes.noMoney
  if (answer.answer === 'code') return answer.code
  const { pin } = world.store.subscriber(prompt.market, prompt.msisdn) ?? {}
  return pin === answer.pin ? rules.codes.paid : rules.codes.wrongPin
}

/** What the person at the phone did. A prompt that is no longer open stays as it ended. */
const answerOpenPrompt = (rules: PromptRules, prompt: Prompt, answer: PromptAnswer, world: World): Prompt => {
  const current = world.store.prompt(prompt.id)
  if (current?.state !== 'open') return current ?? prompt
  const transaction = world.store.transaction(current.transactionId)
  if (!transaction) return closePrompt(world, current, 'failed')
  const isLate = current.expiresAt <= world.now
  const wanted = isLate ? rules.codes.expired : codeFor(rules, world, current, answer)
  const code = wanted === rules.codes.paid ? rules.collect(world, transaction) : wanted
  const closed = closePrompt(world, current, stateFor(rules, code))
  rules.finish(world, transaction, code)
  return closed
}

/** A phone that needs no person answers by its nature. */
const answerByNature = (rules: PromptRules, prompt: Prompt, world: World): Prompt => {
  const behaviour = world.store.subscriber(prompt.market, prompt.msisdn)?.behaviour
  const code = behaviour?.kind === 'ends' ? rules.endingOf(behaviour.code) : undefined
  return answerOpenPrompt(rules, prompt, { answer: 'code', code: code ?? rules.codes.paid }, world)
}

/** Carries out what `openPrompt` owed. An action that came too late changes nothing. */
const actOnPrompt = (rules: PromptRules, due: { kind: string; context: Json }, world: World): void => {
  const { promptId: id, silence } = objectOf(due.context) ?? {}
  const prompt = typeof id === 'string' ? world.store.prompt(id) : undefined
  if (prompt?.state !== 'open') return
  if (typeof silence === 'string') {
    answerOpenPrompt(rules, prompt, { answer: 'code', code: silence }, world)
    return
  }
  if (due.kind === 'prompt-answer') answerByNature(rules, prompt, world)
  if (due.kind === 'prompt-expire') answerOpenPrompt(rules, prompt, { answer: 'expire' }, world)
}

/** What becomes of a system's prompts: by the person at the phone, and by themselves. */
export const promptsBy = (rules: PromptRules) => ({
  act: (due: { id: string; kind: string; context: Json }, world: World): void =>
    actOnPrompt(rules, due, world),
  answerPrompt: (prompt: Prompt, answer: PromptAnswer, world: World): Prompt =>
    answerOpenPrompt(rules, prompt, answer, world),
})
