import { z } from 'zod'
import { type RuleInput, ruleInput } from './rules'

export const rulePreset = z
  .object({
    id: z.string(),
    title: z.string(),
    effect: z.string().describe('What the provider does then.'),
    rule: ruleInput,
  })
  .meta({ id: 'AnswerRulePreset' })
export type RulePreset = { id: string; title: string; effect: string; rule: RuleInput }

const preset = (
  id: string,
  title: string,
  effect: string,
  conditions: RuleInput['conditions'],
  action: RuleInput['action'],
): RulePreset => ({ id, title, effect, rule: { name: title, isOn: true, conditions, action } })

const validation = { kind: 'c2b-validation' }
const textAnswer = (status: number, body: string, delayMs = 0): RuleInput['action'] => ({
  do: 'answer',
  status,
  headers: [['Content-Type', 'text/html; charset=utf-8']],
  body,
  delayMs,
})

/** Ways to begin a rule. Of each it is said what M-Pesa does when it is answered so. */
export const rulePresets: readonly RulePreset[] = [
  preset(
    'reject-account',
    'Reject an unknown account',
    'The payment is cancelled, and the customer’s SMS speaks of an invalid account number. Give the account references that you do not know.',
    { ...validation, reference: 'TEST-*' },
    { do: 'reject', code: 'C2B00012', delayMs: 0 },
  ),
  preset(
    'reject-amount',
    'Reject too large an amount',
    'The payment is cancelled, and the customer’s SMS speaks of an invalid amount.',
    { ...validation, amountFrom: 1000 },
    { do: 'reject', code: 'C2B00013', delayMs: 0 },
  ),
  preset(
    'reject-every-other',
    'Reject every other payment',
    'The second, fourth and sixth payments are cancelled; the ones between go through.',
    { ...validation, oneIn: 2 },
    { do: 'reject', code: 'C2B00016', delayMs: 0 },
  ),
  preset(
    'too-slow',
    'Too slow: nine seconds',
    'M-Pesa waits for a validation for about eight seconds. Then the ResponseType of the registered URLs decides: Completed lets the payment through, Cancelled ends it.',
    validation,
    { do: 'accept', delayMs: 9000 },
  ),
  preset(
    'server-error',
    'Server error 500',
    'A validation falls back to the registered ResponseType. A result is not sent again: who answers 500 has lost it, and has to ask for the status.',
    {},
    { do: 'answer', status: 500, headers: [], body: '', delayMs: 0 },
  ),
  preset(
    'page',
    'A page in place of an answer',
    'What a proxy or a firewall shows when it is in the way. A validation is not understood and the ResponseType decides; of a result only the status counts.',
    {},
    textAnswer(200, '<!doctype html><title>Please wait</title>'),
  ),
  preset(
    'empty',
    'Empty answer',
    'For a result any 2xx is enough. A validation with no body is no answer: the ResponseType decides.',
    {},
    { do: 'answer', status: 200, headers: [], body: '', delayMs: 0 },
  ),
  preset(
    'drop',
    'End the connection',
    'M-Pesa learns nothing, as when a server dies: a result is lost, a validation falls back to the ResponseType. The message is kept here all the same.',
    {},
    { do: 'drop', delayMs: 0 },
  ),
  preset(
    'recover',
    'Fail twice, then recover',
    'Shows who repeats. M-Pesa does so for bill payments only; your own retries and those of another Jaribu show the rest.',
    {},
    { do: 'fail', times: 2, status: 503, delayMs: 0 },
  ),
]
