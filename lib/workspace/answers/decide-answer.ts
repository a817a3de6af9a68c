import { callbackEntry, owedAnswer } from '@/lib/systems/callbacks'
import type { CallbackMeaning } from '@/lib/systems/types'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import { acceptance, noAnswer } from '../callbacks/capture-answers'
import { meets, type ReadMessage } from './read-message'
import type { RuleAction } from './rules'
import { fillTemplate } from './template'

type Rule = {
  isOn: boolean
  conditions: Parameters<typeof meets>[1] & { first?: number; oneIn?: number }
  action: RuleAction
  seen: number
  used: number
}

export type Decision<R extends Rule> = {
  /** Rules whose conditions the message met, whether they answered or not. */
  met: R[]
  /** The one that answers. */
  rule: R | undefined
  answer: WireAnswer | undefined
}

/** Asks the rules in their order; changes nothing. Without a rule that fits there is no answer of theirs. */
export const decideByRules = <R extends Rule>(
  rules: readonly R[],
  message: Pick<WireMessage, 'method' | 'path' | 'headers' | 'body'>,
  meaning: CallbackMeaning | undefined,
): Decision<R> => {
  const read: ReadMessage = { message, meaning }
  const met: R[] = []
  for (const rule of rules) {
    if (!rule.isOn || !canAnswer(rule.action, meaning) || !meets(read, rule.conditions)) continue
    met.push(rule)
    if (!isTurn(rule)) continue
    return { met, rule, answer: answerOf(rule, read, message.method) }
  }
  return { met, rule: undefined, answer: undefined }
}

/** Only a question can be turned down, and only with a word that its sender knows. */
const canAnswer = (action: RuleAction, meaning: CallbackMeaning | undefined): boolean =>
  action.do !== 'reject' ||
  (meaning !== undefined && callbackEntry(meaning.system, meaning.kind)?.asks === 'validation')

/** Which one of the messages that are like it this is, and whether that one is meant. */
const isTurn = ({ conditions: { first, oneIn }, seen }: Rule): boolean =>
  (first === undefined || seen < first) && (oneIn === undefined || (seen + 1) % oneIn === 0)

const answerOf = ({ action, used }: Rule, read: ReadMessage, method: string): WireAnswer => {
  const { meaning } = read
  if (action.do === 'reject')
    return (meaning && owedAnswer(meaning, action.code)) ?? acceptance(method, meaning)
  if (action.do === 'drop') return { status: noAnswer, headers: [], body: '' }
  if (action.do === 'fail' && used < action.times) return { status: action.status, headers: [], body: '' }
  if (action.do !== 'answer') return acceptance(method, meaning)
  const { status, headers, body } = action
  const contentType = headers.find(([name]) => /^content-type$/i.test(name))?.[1]
  const filled = fillTemplate(body, read, contentType ?? (body.trimStart().startsWith('<') ? 'xml' : 'json'))
  return {
    status,
    headers:
      contentType === undefined && body !== '' ? [['Content-Type', typeOf(body)], ...headers] : headers,
    body: filled,
  }
}

const typeOf = (body: string): string => {
  const begin = body.trimStart().slice(0, 1)
  if (begin === '<') return 'text/xml; charset=utf-8'
  return begin === '{' || begin === '[' ? 'application/json' : 'text/plain; charset=utf-8'
}
