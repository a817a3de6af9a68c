import { z } from 'zod'

/** Text to compare with, in which a star stands for anything: `INV-*`. */
const pattern = z.string().trim().min(1).max(200)
const money = z.number().min(0).max(1_000_000_000)
const headerName = z
  .string()
  .trim()
  .regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,100}$/, 'The name of a header, such as X-Callback-Id.')

const parts = {
  kind: pattern
    .optional()
    .describe(
      'A kind of callback: result for that of any system, with the system and a dot before it for that of one.',
    ),
  shortcode: pattern.optional().describe('Who is paid or pays. A star stands for anything, here and below.'),
  amountFrom: money.optional().describe('In units of its currency.'),
  amountTo: money.optional().describe('In units of its currency.'),
  reference: pattern.optional().describe('The account reference.'),
  phone: pattern.optional().describe('The customer’s number, with its country code.'),
  path: pattern.optional().describe('The path from /hook on.'),
  header: z.strictObject({ name: headerName, value: pattern }).optional(),
  body: z
    .strictObject({
      path: z
        .string()
        .trim()
        .regex(/^[^\s.]+(\.[^\s.]+)*$/, 'Names with dots between them.')
        .max(200),
      value: pattern,
    })
    .optional()
    .describe(
      'A value of the body by its path: Body.stkCallback.ResultCode. Entries of a list go by their number or their Name.',
    ),
}

const inOrder = {
  error: 'The larger amount comes second.',
  path: ['amountTo'],
}
const isInOrder = ({ amountFrom = 0, amountTo = Number.POSITIVE_INFINITY }: Amounts) => amountFrom <= amountTo
type Amounts = { amountFrom?: number; amountTo?: number }

/** What a message has to be like. What is not said does not matter; what is said has to be met together. */
export const messageConditions = z.strictObject(parts).refine(isInOrder, inOrder)
export type MessageConditions = z.infer<typeof messageConditions>

/** The same with which of the messages that are like it are meant. */
export const ruleConditions = z
  .strictObject({
    ...parts,
    first: z.int().min(1).max(1_000_000).optional().describe('Only the first so many of them.'),
    oneIn: z.int().min(2).max(10_000).optional().describe('Every so manieth of them only.'),
  })
  .refine(isInOrder, inOrder)
export type RuleConditions = z.infer<typeof ruleConditions>
