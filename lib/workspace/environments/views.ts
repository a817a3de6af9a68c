/** What asking for a token says, described once. Browsers import the types only. Environments are `EnvironmentView`. */
import { z } from 'zod'
import { epochMs } from '../views'

/** Everything but the token. */
export const tokenAnswer = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('token'),
      obtainedAt: epochMs,
      expiresAt: epochMs,
      fetched: z.boolean().describe('False when it came from the cache.'),
    }),
    z.object({ kind: z.literal('not-needed') }).describe('This system asks for no token.'),
    z
      .object({ kind: z.literal('missing'), message: z.string(), credential: z.string().nullable() })
      .describe('A credential is not set.'),
    z
      .object({
        kind: z.literal('refused'),
        code: z.string(),
        description: z.string(),
        status: z.int(),
        headers: z.array(z.tuple([z.string(), z.string()])),
        body: z.string(),
        ms: z.number(),
      })
      .describe('The provider said no, or something that is no token.'),
    z.object({ kind: z.literal('unreachable'), cause: z.string(), detail: z.string(), ms: z.number() }),
  ])
  .meta({ id: 'TokenAnswer' })
export type TokenAnswer = z.infer<typeof tokenAnswer>

const diagnosisStep = z.object({
  id: z.enum(['credentials', 'whitespace', 'host', 'request', 'environment', 'product', 'clock']),
  title: z.string(),
  result: z
    .enum(['fine', 'problem', 'unknown', 'skipped', 'consent'])
    .describe('`consent`: it was not tested, because that needs the person’s word.'),
  detail: z.string(),
  fix: z.string().nullable(),
  action: z.enum(['trim', 'try-other-host']).nullable().describe('Something the screen can do at once.'),
})
export type DiagnosisStep = z.infer<typeof diagnosisStep>

export const diagnosis = z
  .object({
    works: z.boolean(),
    verdict: z.string().describe('The first step that explains the failure, in a sentence.'),
    steps: z.array(diagnosisStep),
  })
  .meta({ id: 'Diagnosis' })
export type Diagnosis = z.infer<typeof diagnosis>

const line = () => z.int().nullable().describe('Line in what was pasted, where there is one to tell.')
const key = () => z.string().describe('As it is called there, with the names around it.')

export const credentialImport = z
  .object({
    applied: z.boolean().describe('True once it is stored; false for a preview.'),
    format: z.string().describe('What it was read as.'),
    recognised: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        key: key(),
        line: line(),
        shown: z.string().describe('Masked when it is a secret.'),
        note: z
          .string()
          .nullable()
          .describe('How the value came about, where it does not stand there as it is.'),
        problem: z.string().nullable(),
      }),
    ),
    elsewhere: z
      .array(
        z.object({
          name: z.string(),
          label: z.string(),
          key: key(),
          line: line(),
          kind: z.enum(['sandbox', 'production']),
          reason: z.string(),
        }),
      )
      .describe('Of the other kind of environment: left out.'),
    unknown: z
      .array(z.object({ key: key(), line: line(), reason: z.string() }))
      .describe('What is no credential, no value, or was not taken; 200 at most.'),
  })
  .meta({ id: 'CredentialImport' })
export type CredentialImport = z.infer<typeof credentialImport>
