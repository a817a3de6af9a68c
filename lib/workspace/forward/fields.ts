import { z } from 'zod'
import { messageConditions } from '../answers/conditions'
import { epochMs, headers } from '../views'

/** As many targets as an inbox has at most. */
export const mostTargets = 20

const name = z.string().trim().min(1, 'A name by which it is known again.').max(80)
const url = z
  .url({ protocol: /^https?$/, error: 'A whole address that begins with http:// or https://.' })
  .max(2000)
const retries = z.int().min(0).max(10)
const timeoutMs = z.int().min(100).max(60_000)

export const targetInput = z.strictObject({
  name,
  url,
  isOn: z.boolean().default(true),
  conditions: messageConditions.default({}),
  retries: retries.default(5).describe('How often it is tried again, later each time.'),
  timeoutMs: timeoutMs.default(8000).describe('How long an answer may take.'),
})
export type TargetInput = z.infer<typeof targetInput>

export const targetChange = z.strictObject({
  name: name.optional(),
  url: url.optional(),
  isOn: z.boolean().optional(),
  conditions: messageConditions.optional(),
  retries: retries.optional(),
  timeoutMs: timeoutMs.optional(),
})
export type TargetChange = z.infer<typeof targetChange>

export const notedAttempt = z
  .strictObject({
    url: url.describe('Where it was sent to.'),
    ms: z.int().min(0).max(600_000).describe('How long the answer took.'),
    status: z.int().min(100).max(599).optional().describe('Of the answer; left out where none came.'),
    failure: z.string().trim().min(1).max(300).optional().describe('Why no answer came.'),
  })
  .refine(({ status, failure }) => (status === undefined) !== (failure === undefined), {
    path: ['status'],
    error: 'Give the status of the answer, or in `failure` why none came.',
  })
export type NotedAttempt = z.infer<typeof notedAttempt>

export const attemptView = z
  .object({
    id: z.string(),
    callbackId: z.int(),
    purpose: z.enum(['replay', 'forward']),
    target: z.string().describe('Name of the target; the address where it has none.'),
    url: z.string(),
    tryNumber: z.int(),
    state: z
      .enum(['waiting', 'sending', 'taken', 'failed', 'dead', 'cancelled'])
      .describe('taken: answered 2xx. dead: it failed and is not tried again by itself.'),
    changes: z.string().describe('What was changed before it left; empty where nothing was.'),
    startedBy: z.string(),
    dueAt: epochMs,
    startedAt: epochMs.nullable(),
    finishedAt: epochMs.nullable(),
    answer: z
      .object({ status: z.int(), headers, body: z.string().describe('Its first 16 KiB.'), ms: z.int() })
      .nullable(),
    failure: z
      .object({ cause: z.string(), detail: z.string(), ms: z.int() })
      .nullable()
      .describe('Why there is no answer.'),
  })
  .meta({ id: 'Attempt', description: 'One try to bring a callback to somebody’s own software.' })
export type AttemptView = z.infer<typeof attemptView>

export const targetView = z
  .object({
    id: z.string(),
    name: z.string(),
    url: z.string(),
    isOn: z.boolean(),
    conditions: messageConditions,
    retries: z.int(),
    timeoutMs: z.int(),
    health: z.object({
      state: z
        .enum(['idle', 'well', 'failing'])
        .describe('What its newest try says; idle where none has ended yet.'),
      taken: z.int(),
      waiting: z.int(),
      dead: z.int(),
      averageMs: z.int().nullable().describe('Of its newest twenty answers.'),
      last: attemptView.nullable(),
    }),
  })
  .meta({ id: 'ForwardTarget' })
export type TargetView = z.infer<typeof targetView>
