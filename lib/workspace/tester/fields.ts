import { z } from 'zod'
import { epochMs, headers } from '../views'

export const callbackTestInput = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'A whole address that begins with http:// or https://.' })
    .max(2000),
  kind: z.string().min(1).max(80).describe('Id of a kind, of GET /callbacks/kinds, that has an example.'),
  body: z.string().max(1_048_576).optional().describe('In place of the example.'),
})
export type CallbackTestInput = z.infer<typeof callbackTestInput>

const finding = z.object({
  about: z.enum(['name', 'certificate', 'redirect', 'time', 'status', 'body']),
  result: z.enum(['good', 'risky', 'bad']),
  text: z.string(),
})
export type Finding = z.infer<typeof finding>

export const callbackTest = z
  .object({
    verdict: z
      .enum(['accepted', 'rejected', 'undecided', 'lost'])
      .describe(
        'What M-Pesa would make of it. undecided: no answer to a question, so the registered ResponseType decides. lost: a message that is not sent again.',
      ),
    findings: z.array(finding),
    addresses: z.array(z.string()),
    chain: z.array(z.object({ subject: z.string(), issuer: z.string(), validTo: epochMs })),
    answer: z.object({ status: z.int(), headers, body: z.string(), ms: z.int() }).nullable(),
    sent: z.object({ headers, body: z.string() }),
  })
  .meta({ id: 'CallbackTest' })
export type CallbackTest = z.infer<typeof callbackTest>
