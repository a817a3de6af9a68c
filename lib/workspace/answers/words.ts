import type { RuleConditions } from './conditions'
import type { RuleAction, RuledView } from './rules'

const seconds = (ms: number) => `${Number((ms / 1000).toFixed(1))} s`
const late = (delayMs: number) => (delayMs > 0 ? ` after ${seconds(delayMs)}` : '')

/** What a rule does, as the rest of a sentence: `rejects with C2B00012 after 9 s`. */
export const actionWords = (action: RuleAction): string => {
  const { delayMs } = action
  switch (action.do) {
    case 'accept':
      return `accepts${late(delayMs)}`
    case 'reject':
      return `rejects with ${action.code}${late(delayMs)}`
    case 'answer':
      return `answers ${action.status}${late(delayMs)}`
    case 'fail':
      return `answers ${action.status} ${action.times === 1 ? 'once' : `${action.times} times`}${late(delayMs)}, then accepts`
    case 'drop':
      return `ends the connection${late(delayMs)}`
  }
}

/** Which messages a rule is for, each condition a phrase. */
export const conditionWords = (conditions: RuleConditions): string[] => {
  const { kind, shortcode, amountFrom, amountTo, reference, phone, path, header, body, first, oneIn } =
    conditions
  const amount =
    amountFrom !== undefined && amountTo !== undefined
      ? `amount from ${amountFrom} to ${amountTo}`
      : amountFrom !== undefined
        ? `amount of ${amountFrom} or more`
        : amountTo !== undefined
          ? `amount of ${amountTo} or less`
          : ''
  return [
    kind && `kind ${kind}`,
    shortcode && `shortcode ${shortcode}`,
    amount,
    reference && `account ${reference}`,
    phone && `phone ${phone}`,
    path && `path ${path}`,
    header && `header ${header.name}: ${header.value}`,
    body && `${body.path} is ${body.value}`,
    first && (first === 1 ? 'only the first one' : `only the first ${first}`),
    oneIn && (oneIn === 2 ? 'every other one' : `one in ${oneIn}`),
  ].filter((words): words is string => Boolean(words))
}

/** How a message was answered by a rule, in sentences. */
export const ruledWords = ({ ruleName, action, delayMs, end, tookMs }: RuledView): string => {
  const by = `The rule “${ruleName}” ${actionWords(action)}.`
  const after = tookMs === null || delayMs === 0 ? '' : ` after ${seconds(tookMs)}`
  if (end === 'hung-up') return `${by} The sender hung up${after}, before the answer.`
  if (end === null) return `${by} The sender waits, or Jaribu was stopped meanwhile.`
  if (end === 'dropped') return `${by} The connection ended${after}.`
  return after === '' ? by : `${by} The answer left${after}.`
}
