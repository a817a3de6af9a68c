/** What `/api/v1/codes` gives, each described once. Browsers import the types only. */
import { z } from 'zod'
import { guideLink } from '../guides/views'
import { callbackSummary, code, runSummary, trigger } from '../views'

export const codeView = code
  .omit({ triggers: true })
  .extend({
    systemTitle: z.string(),
    path: z.string().describe('Path of its page.'),
    ways: z
      .array(z.object({ sentence: z.string(), trigger: trigger.optional() }))
      .describe(
        'Every way to make the local sandbox say it, each followed by a test; empty only where `whyNot` says why.',
      ),
  })
  .meta({ id: 'CodeRow' })
export type CodeView = z.infer<typeof codeView>

export const codeDetail = z.object({
  code: codeView,
  otherMeanings: z.array(codeView).describe('Rows of the same code that mean something else.'),
  sameWords: z.array(codeView).describe('Rows that say nearly the same under another code.'),
  guides: z.array(guideLink).describe('Guides and questions that speak of it.'),
  runs: z.array(runSummary).describe('The workspace’s own that met it, newest first.'),
  callbacks: z.array(callbackSummary),
})
export type CodeDetail = z.infer<typeof codeDetail>

const transportFault = z
  .object({
    id: z.string(),
    title: z.string(),
    cause: z.string(),
    cure: z.string(),
    mayHaveArrived: z.boolean().describe('Whether the provider can have acted on the request all the same.'),
    retry: z.boolean().describe('Whether sending the same request again can help.'),
    source: z.string(),
  })
  .meta({ id: 'TransportFault' })

export const explainedPaste = z.object({
  form: z.enum(['json', 'printed', 'xml', 'html', 'text']),
  findings: z.array(
    z.object({
      how: z
        .enum(['acknowledgement', 'answer', 'refusal', 'callback', 'code', 'words', 'name', 'transport'])
        .describe(
          'What it is: an immediate answer after which nothing is known yet, an answer that is final, a refusal, a message that a provider sends by itself; or what was recognised: a code without its message, a known sentence, a name that a program gives to a code, a fault below the API.',
        ),
      system: z.string().nullable(),
      kind: z.string().nullable().describe('Of a callback.'),
      operation: z.string().nullable().describe('Whose answer it is, where its form belongs to one alone.'),
      code: z.string().nullable().describe('As it stands in the text.'),
      description: z.string().nullable(),
      sentence: z.string().nullable().describe('Where a reader understood the whole message.'),
      systemTitle: z.string().nullable(),
      kindTitle: z.string().nullable(),
      operationTitle: z.string().nullable(),
      row: codeView
        .nullable()
        .describe('Null: no source explains this code in this place, or the text does not tell its place.'),
      others: z
        .array(codeView)
        .describe(
          'Rows that it may be as well: same code, another system or place. Without `row`, it is one of these.',
        ),
      transport: transportFault.nullable().describe('Of a fault below the API.'),
      advice: z
        .string()
        .nullable()
        .describe('What to do with a code that no source explains; null when one does.'),
    }),
  ),
})
export type ExplainedPaste = z.infer<typeof explainedPaste>
