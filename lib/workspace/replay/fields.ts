import { z } from 'zod'
import { epochMs, headers } from '../views'

/** As many callbacks as one replay sends. */
export const mostReplayed = 10_000

const to = {
  url: z
    .url({ protocol: /^https?$/, error: 'A whole address that begins with http:// or https://.' })
    .max(2000)
    .optional(),
  target: z.string().optional().describe('Id of a forward target, in place of an address.'),
}

const rewriting = z
  .strictObject({
    ids: z.boolean().default(false).describe('New ids, the same in every message that has them.'),
    times: z.boolean().default(false).describe('Times as if the first one came now.'),
    amount: z.number().positive().max(1_000_000_000).optional().describe('In units of its currency.'),
  })
  .default({ ids: false, times: false })

const isOne = ({ url, target }: { url?: string; target?: string }) =>
  (url === undefined) !== (target === undefined)
const eitherOr = { error: 'An address, or a target: one of them.', path: ['url'] }

export const replayInput = z
  .strictObject({
    ...to,
    rewrite: rewriting,
    body: z.string().max(1_048_576).optional().describe('In place of what came.'),
    headers: headers.max(100).optional().describe('In place of those that came.'),
  })
  .refine(isOne, eitherOr)
export type ReplayInput = z.infer<typeof replayInput>

const filterFields = {
  inbox: z.string().optional(),
  kind: z.string().optional(),
  code: z.string().optional(),
  receipt: z.string().optional(),
  msisdn: z.string().optional(),
  q: z.string().max(200).optional(),
  from: z.int().optional().describe('Epoch milliseconds.'),
  to: z.int().optional().describe('Epoch milliseconds.'),
}

export const replayManyInput = z
  .strictObject({ ...to, rewrite: rewriting, filter: z.strictObject(filterFields) })
  .refine(isOne, eitherOr)
export type ReplayManyInput = z.infer<typeof replayManyInput>

export const replayView = z
  .object({
    id: z.string(),
    url: z.string(),
    filter: z.record(z.string(), z.string()).describe('What it was narrowed by.'),
    total: z.int(),
    taken: z.int(),
    failed: z.int(),
    cancelled: z.int(),
    left: z.int().describe('Not sent yet.'),
    startedBy: z.string(),
    startedAt: epochMs,
  })
  .meta({ id: 'Replay', description: 'Many callbacks that are sent again together.' })
export type ReplayView = z.infer<typeof replayView>
