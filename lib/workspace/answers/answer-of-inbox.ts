import 'server-only'
import { withoutWaiting } from '@/db/client'
import { countRule, endRuleAnswer, insertRuleAnswer } from '@/db/queries/answer-rules'
import { logFault } from '@/lib/log'
import type { CallbackMeaning } from '@/lib/systems/types'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import { captureAnswer } from '../callbacks/capture-answers'
import type { Deps } from '../deps'
import { decideByRules } from './decide-answer'
import { type KeptRule, keptRules } from './kept-rules'

/** What an inbox answers, and the rules that had a part in it. */
export type AnswerOfInbox = {
  answer: WireAnswer
  rule: KeptRule | undefined
  met: readonly KeptRule[]
}

const noRules: readonly KeptRule[] = []

/** The first rule that fits, else what the inbox is set to. Changes nothing: see `countRules`. */
export const answerOfInbox = (
  deps: Pick<Deps, 'db'>,
  inbox: { id: string; validation: string },
  message: WireMessage,
  meaning: CallbackMeaning | undefined,
): AnswerOfInbox => {
  const rules = keptRules(deps, inbox.id)
  const { method } = message
  if (rules.length === 0) {
    return withoutRules(captureAnswer(method, meaning, inbox.validation))
  }
  const { answer, rule, met } = decideByRules(rules, message, meaning)
  return { answer: answer ?? captureAnswer(method, meaning, inbox.validation), rule, met }
}

/** What an inbox answers without a rule of its own. */
export const withoutRules = (answer: WireAnswer): AnswerOfInbox => ({ answer, rule: undefined, met: noRules })

export const hasRules = (deps: Pick<Deps, 'db'>, { id }: { id: string }): boolean =>
  keptRules(deps, id).length > 0

/** The next message of the same moment sees these counts already. */
export const countRules = ({ met, rule }: AnswerOfInbox): void => {
  for (const each of met) each.seen += 1
  if (rule) rule.used += 1
}

/** Keeps which rule answered. A part of the commit that stores the message. */
export const noteRules = (deps: Pick<Deps, 'db'>, callbackId: number, { met, rule }: AnswerOfInbox): void => {
  for (const each of met) countRule(deps.db, each.id, 1, each === rule ? 1 : 0)
  if (!rule) return
  const { delayMs } = rule.action
  const isNow = delayMs === 0
  insertRuleAnswer(deps.db, {
    callbackId,
    ruleId: rule.id,
    ruleName: rule.name,
    action: rule.action,
    delayMs,
    end: isNow ? (rule.action.do === 'drop' ? 'dropped' : 'answered') : null,
    tookMs: isNow ? 0 : null,
  })
}

type Late = {
  callbackId: number
  rule: KeptRule
  startedAt: number
  leaving: (() => AbortSignal) | undefined
}

/** Waits as the rule says, no longer than its caller does, and keeps how that ended. */
export const waitByRule = async (
  deps: Pick<Deps, 'db'>,
  { callbackId, rule, startedAt, leaving }: Late,
): Promise<void> => {
  const { delayMs } = rule.action
  if (delayMs === 0) return
  const isGone = await pause(delayMs, leaving?.())
  if (!deps.db.$client.open) return
  const end = isGone ? 'hung-up' : rule.action.do === 'drop' ? 'dropped' : 'answered'
  try {
    const tookMs = Math.round(performance.now() - startedAt)
    withoutWaiting(deps.db, () => endRuleAnswer(deps.db, callbackId, { end, tookMs }))
  } catch (thrown) {
    // The answer leaves whether or not it can be noted.
    logFault(thrown)
  }
}

/** True where the signal came first. */
const pause = (ms: number, signal: AbortSignal | undefined): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (isGone: boolean) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
      resolve(isGone)
    }
    const leave = () => end(true)
    const timer = setTimeout(() => end(false), ms)
    timer.unref()
    signal?.addEventListener('abort', leave)
    if (signal?.aborted) leave()
  })
