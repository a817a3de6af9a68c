import { z } from 'zod'
import { origins } from '@/lib/wire/origins'
import { cents, code, epochMs, headers } from '../views'

/** `remarked`: accepted, but a strict provider would have minded something. */
export const exchangeOutcomes = ['accepted', 'remarked', 'refused'] as const

const exchangeSummary = z
  .object({
    id: z.string(),
    at: epochMs,
    system: z.string(),
    operation: z.string().nullable().describe('Null where the call was not recognised.'),
    title: z.string().describe('Of the operation; what was asked for where there is none.'),
    method: z.string(),
    path: z.string().describe('Below the emulator’s own address.'),
    status: z.int(),
    outcome: z.enum(exchangeOutcomes),
    reason: z.string().nullable().describe('The first remark: why it was refused, or what was forgiven.'),
    agent: z.string().describe('User agent, as it was sent.'),
    address: z.string(),
    msisdn: z.string().nullable(),
    reference: z.string().nullable(),
    amountCents: cents.nullable(),
    currency: z.string().nullable(),
    ms: z.number(),
    origin: z.enum(origins).describe('Who sent it: your software, or Jaribu on whose behalf.'),
    runId: z.string().nullable().describe('The payment or request that it belongs to.'),
    fault: z.string().nullable().describe('A fault that it met on purpose.'),
  })
  .meta({ id: 'ExchangeSummary' })
export type ExchangeSummary = z.infer<typeof exchangeSummary>

export const exchangePage = z.object({
  exchanges: z.array(exchangeSummary),
  before: z
    .string()
    .nullable()
    .describe(
      'Cursor of the page of older ones; null where there are none, or where older ones were not asked for.',
    ),
  after: z.string().describe('Cursor of the newest that was looked at: `after` of the next call.'),
  dropped: z
    .int()
    .describe('Calls since the start that came faster than they could be written, and are not here.'),
})

const obstacle = z
  .object({
    about: z.enum(['path', 'method', 'authentication', 'content-type', 'body', 'field', 'rule']),
    field: z.string().optional().describe('Wire name.'),
    problem: z.string(),
    accepted: z.string().describe('What would have passed.'),
    sent: z.string().optional().describe('What was sent there, shortened; never a secret.'),
    example: z.string().optional(),
  })
  .meta({ id: 'ExchangeObstacle' })

const exchangeExplanation = z
  .object({
    reason: z.string().nullable().describe('Why it was refused; null when it was not.'),
    obstacles: z.array(obstacle).describe('What decided stands first; the others would have been next.'),
    unread: z
      .array(z.object({ name: z.string(), meant: z.string().optional(), sentence: z.string() }))
      .describe('Names in the request that no rule of the operation reads.'),
    phases: z.array(
      z.object({
        phase: z.enum(['find', 'authenticate', 'check', 'handle']),
        state: z.enum(['passed', 'refused', 'not-reached']),
        sentence: z.string(),
      }),
    ),
    remarks: z.array(z.string()),
    meant: z
      .object({ operation: z.string(), title: z.string(), method: z.string(), path: z.string() })
      .nullable()
      .describe('The call that was most probably meant, where none was recognised.'),
    code: code.nullable().describe('The code of the answer, explained.'),
  })
  .meta({ id: 'ExchangeExplanation' })
export type ExchangeExplanation = z.infer<typeof exchangeExplanation>

export const exchangeDetail = exchangeSummary
  .extend({
    systemTitle: z.string(),
    app: z.string().nullable().describe('The key that it named, shortened.'),
    isNobodys: z.boolean().describe('No known key or token came with it.'),
    request: z.object({
      url: z.string(),
      query: z.string(),
      headers,
      body: z.string(),
      bodyEncoding: z.enum(['utf8', 'base64']).describe('`base64` where the bytes are no text.'),
      bytes: z.int().describe('Of the whole body.'),
      isCut: z.boolean().describe('The rest was not kept.'),
    }),
    answer: z.object({ status: z.int(), headers, body: z.string() }),
    explanation: exchangeExplanation,
    curl: z.string().describe('The same call for a shell; secrets are variables.'),
    tryPath: z.string().nullable().describe('The form, filled with what was sent; below the installation.'),
  })
  .meta({ id: 'Exchange', description: 'One call that an emulated provider received, and its answer.' })
export type ExchangeDetail = z.infer<typeof exchangeDetail>
