import 'server-only'
import { worldRows } from '@/db/queries/world'
import { marketOf } from '@/lib/msisdn/markets'
import { Refusal } from '@/lib/refusal'
import { systemOf, systems } from '@/lib/systems'
import type { System } from '@/lib/systems/types'
import type { PromptAnswer } from '@/lib/wire/types'
import type { Subscriber } from '@/lib/world/types'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import type { PromptView } from '../views'
import type { PhoneView } from './views'
import { changeWorld, currencyOf, promptView, readWorld } from './world'

/** The system that plays the phone's own menu in a market. */
export const payingSystem = (market: string): System | undefined =>
  systems.find(
    ({ customerPays, presets }) => customerPays && presets.some((preset) => preset.market === market),
  )

const doingOf = ({ behaviour }: Subscriber): string => {
  if (behaviour.kind === 'person') return 'Waits for you'
  if (behaviour.kind === 'pays') return 'Pays by itself'
  const rows = systems.flatMap((system) => system.codes).filter((row) => row.code === behaviour.code)
  const message = (rows.find((row) => row.where === 'stk-result') ?? rows[0])?.message
  return message ? `Ends with ${behaviour.code}: ${message}` : `Ends with ${behaviour.code}`
}

/** Cents by market, owner and kind of account, read in one go. */
export const balancesOf = (deps: Deps, workspaceId: string) => {
  const balances = new Map<string, number>()
  for (const row of worldRows(deps.db).balances.all(workspaceId)) {
    balances.set(`${row.market}/${row.owner}/${row.kind}`, row.cents)
  }
  return balances
}

export const listPhones = (deps: Deps, actor: Actor): PhoneView[] => {
  requireRole(actor, 'viewer')
  const balances = balancesOf(deps, actor.workspaceId)
  return readWorld(deps, actor.workspaceId)
    .subscribers()
    .map((subscriber) => ({
      msisdn: subscriber.msisdn,
      market: subscriber.market,
      name: subscriber.name,
      operator: marketOf(subscriber.market).operator,
      canPay: payingSystem(subscriber.market) !== undefined,
      // The PIN pays: who may not act does not see it.
      pin: actor.role === 'viewer' ? '' : subscriber.pin,
      balanceCents: balances.get(`${subscriber.market}/${subscriber.msisdn}/customer`) ?? 0,
      currency: currencyOf(subscriber.market),
      behaviour: subscriber.behaviour,
      doing: doingOf(subscriber),
    }))
}

/** Prompts that are open now, oldest first. */
export const listOpenPrompts = (deps: Deps, actor: Actor): PromptView[] => {
  requireRole(actor, 'viewer')
  const now = deps.clock()
  return readWorld(deps, actor.workspaceId)
    .openPrompts()
    .filter((prompt) => prompt.expiresAt > now)
    .map((prompt) => promptView(deps, actor.workspaceId, prompt))
}

const mostPrompts = 50

/** The prompts of one phone, newest first. */
export const listPromptsOf = (deps: Deps, actor: Actor, msisdn: string): PromptView[] => {
  requireRole(actor, 'viewer')
  return readWorld(deps, actor.workspaceId)
    .promptsOf(msisdn, mostPrompts)
    .map((prompt) => promptView(deps, actor.workspaceId, prompt))
}

/** Does to a prompt what the person at the phone did. */
export const answerPrompt = (
  deps: Deps,
  actor: Actor,
  input: { msisdn: string; promptId: string; answer: PromptAnswer },
): PromptView => {
  requireRole(actor, 'member')
  const answered = changeWorld(deps, actor.workspaceId, (world) => {
    const prompt = world.store.prompt(input.promptId)
    if (!prompt || prompt.msisdn !== input.msisdn) {
      throw new Refusal('not-found', `${input.msisdn} has no such prompt. It may have been reset.`)
    }
    if (prompt.state !== 'open') {
      throw new Refusal('conflict', `This prompt has ended already: ${prompt.state}. Send a new push.`)
    }
    return systemOf(prompt.system).answerPrompt(prompt, input.answer, world)
  })
  return promptView(deps, actor.workspaceId, answered)
}
