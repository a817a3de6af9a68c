import { z } from 'zod'
import { ruleConditions } from './conditions'
import { unknownNamesIn } from './template'

/** Nobody waits longer for an answer. */
export const longestDelayMs = 60_000
/** As many rules as an inbox has at most. */
export const mostRules = 50

const delayMs = z
  .int()
  .min(0)
  .max(longestDelayMs)
  .default(0)
  .describe('Milliseconds until it happens; a minute at most.')

const isOneLine = (text: string): boolean =>
  [...text].every((each) => each === '\t' || (each >= ' ' && each <= '\u00ff' && each !== '\u007f'))

/** What the connection itself is made of is not the rule's to say. */
const headers = z
  .array(
    z.tuple([
      z
        .string()
        .trim()
        .regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,100}$/, 'A header’s name has letters, digits and dashes.')
        .refine(
          (name) =>
            !/^(content-length|transfer-encoding|connection|keep-alive|upgrade|trailer|date)$/i.test(name),
          'This header is made by the server itself.',
        ),
      z.string().max(2000).refine(isOneLine, 'One line of Latin text.'),
    ]),
  )
  .max(20)
  .default([])

const template = z
  .string()
  .max(20_000)
  .superRefine((text, { addIssue }) => {
    for (const name of unknownNamesIn(text)) {
      addIssue({ code: 'custom', message: `Nothing is called {${name}} here.` })
    }
  })
  .describe('Names in braces are filled in from the message: {receipt}, {amount}, {body:TransID}.')

/** What an inbox does where a rule fits. */
export const ruleAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('accept'), delayMs }).describe('What the sender expects.'),
  z
    .strictObject({
      do: z.literal('reject'),
      code: z.string().trim().min(1).max(20).describe('One of the codes that validations are refused with.'),
      delayMs,
    })
    .describe('Turns a payment down; only messages that ask whether to take one meet such a rule.'),
  z.strictObject({
    do: z.literal('answer'),
    status: z.int().min(200).max(599),
    headers,
    body: template,
    delayMs,
  }),
  z
    .strictObject({
      do: z.literal('fail'),
      times: z.int().min(1).max(10_000).describe('So many times; after that it accepts.'),
      status: z.int().min(400).max(599),
      delayMs,
    })
    .describe('Fails and recovers.'),
  z.strictObject({ do: z.literal('drop'), delayMs }).describe('Ends the connection without an answer.'),
])
export type RuleAction = z.infer<typeof ruleAction>

const name = z.string().trim().min(1, 'A name by which it is known again.').max(80)

export const ruleInput = z.strictObject({
  name,
  isOn: z.boolean().default(true),
  conditions: ruleConditions.default({}),
  action: ruleAction,
})
export type RuleInput = z.infer<typeof ruleInput>

export const ruleChange = z.strictObject({
  name: name.optional(),
  isOn: z.boolean().optional(),
  conditions: ruleConditions.optional(),
  action: ruleAction.optional(),
  position: z.int().min(0).max(mostRules).optional().describe('Its new place, counted from 0.'),
  startOver: z.literal(true).optional().describe('Its counts begin at 0 again.'),
})
export type RuleChange = z.infer<typeof ruleChange>

export const ruleView = z
  .object({
    id: z.string(),
    name: z.string(),
    isOn: z.boolean(),
    conditions: ruleConditions,
    action: ruleAction,
    seen: z.int().describe('Messages that met its conditions.'),
    used: z.int().describe('Messages that it answered.'),
  })
  .meta({ id: 'AnswerRule' })
export type RuleView = z.infer<typeof ruleView>

/** How one message was answered by a rule; kept with the callback. */
export const ruledView = z
  .object({
    ruleId: z.string(),
    ruleName: z.string(),
    action: ruleAction,
    delayMs: z.int(),
    end: z
      .enum(['answered', 'dropped', 'hung-up'])
      .nullable()
      .describe('Null while the sender waits, or where Jaribu was stopped meanwhile.'),
    tookMs: z.int().nullable().describe('From the message to its answer, or to what came in its place.'),
  })
  .meta({ id: 'RuledAnswer' })
export type RuledView = z.infer<typeof ruledView>
