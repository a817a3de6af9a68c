import { z } from 'zod'
import { environmentKinds } from '@/lib/wire/environment-kinds'

/** What create and update take, from forms and from the API alike. */
const name = z.string().trim().min(1, 'Give it a name.').max(60, 'A name has 60 characters at most.')
const kind = z.enum(environmentKinds)
const baseUrl = z.string().trim().max(500, 'A base URL has 500 characters at most.')
const inbox = z.string().trim().min(1).max(64)
const timeoutMs = z
  .number()
  .int()
  .min(1_000, 'Wait at least 1 second.')
  .max(120_000, 'Wait at most 120 seconds.')
const credentials = z
  .record(z.string(), z.string().max(4_000, 'This is too long for a credential.'))
  .describe('By credential name. Empty text leaves what is stored as it is.')
const certificate = z
  .string()
  .max(20_000, 'This is too long for a certificate.')
  .nullable()
  .describe('PEM, bare Base64 of a DER file, or null for the published one.')

export const createEnvironmentInput = z.strictObject({
  preset: z
    .string()
    .optional()
    .describe('Id of a preset of its system; the other fields then replace what the preset says.'),
  name: name.optional(),
  system: z.string().optional(),
  kind: kind.optional(),
  baseUrl: baseUrl.optional(),
  inbox: inbox.optional(),
  timeoutMs: timeoutMs.optional(),
  credentials: credentials.optional(),
  certificate: certificate.optional(),
})
export type CreateEnvironmentInput = z.infer<typeof createEnvironmentInput>

export const updateEnvironmentInput = z.strictObject({
  name: name.optional(),
  kind: kind.optional(),
  baseUrl: baseUrl.optional(),
  inbox: inbox.optional(),
  timeoutMs: timeoutMs.optional(),
  credentials: credentials.optional(),
  clear: z.array(z.string()).optional().describe('Names of credentials to forget.'),
  certificate: certificate.optional(),
})
export type UpdateEnvironmentInput = z.infer<typeof updateEnvironmentInput>

/** A file of settings; looked at first, stored when `apply` says so. */
export const pastedCredentials = z.object({
  text: z
    .string()
    .max(200_000, 'This is longer than any list of credentials.')
    .describe(
      'As it is: .env, docker run, compose, Kubernetes, YAML, JSON, Postman, .properties, PHP, Python, JavaScript.',
    ),
  apply: z.boolean().describe('False shows what would be taken and stores nothing.'),
  name: z
    .string()
    .max(200)
    .optional()
    .describe(
      'Name of the file, where it has one: its ending tells the format, and `.env.production` whose it is.',
    ),
})
export type PastedCredentials = z.infer<typeof pastedCredentials>

export const tokenInput = z.strictObject({ refresh: z.boolean().optional() })
export const diagnoseInput = z.strictObject({
  tryOtherHost: z
    .boolean()
    .optional()
    .describe('Consent to send key and secret to the other host of this system.'),
})
export type DiagnoseInput = z.infer<typeof diagnoseInput>
