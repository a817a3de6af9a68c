import { z } from 'zod'

/** What create and change take, from forms and from the API alike. */
const name = z
  .string()
  .trim()
  .regex(
    /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,58}[\p{L}\p{N}])?$/u,
    'A name has 1 to 60 letters, digits, spaces, dots, dashes and underscores, and begins and ends with one of the first two.',
  )

const segment = /^[A-Za-z0-9_-]{3,64}$/
const segmentSays = 'Use 3 to 64 letters, digits, dashes and underscores.'

const address = z.string().trim().regex(segment, segmentSays)

const secret = z
  .union(
    [
      z.literal('generate'),
      z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9_-]{16,64}$/),
      z.null(),
    ],
    {
      error: 'A secret has 16 to 64 letters, digits, dashes and underscores.',
    },
  )
  .describe('`generate` for a new one, a text of your own, or null for none.')

const sources = z
  .array(z.string().trim().min(1).max(60))
  .max(200, 'A list has 200 entries at most.')
  .describe(
    'Addresses and ranges (`196.201.214.0/24`), and ids of systems for what their provider published. Empty: anybody.',
  )

/** Scheme, host and port. */
export const origin = z
  .string()
  .trim()
  .max(200)
  .refine(
    isOrigin,
    'Use an http(s) address without path, query or password, such as https://hooks.example.com.',
  )
  .transform((text) => new URL(text).origin)

const publicUrl = origin
  .nullable()
  .describe('Origin at which senders reach this inbox; null: the server’s own.')

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash, pathname } = new URL(text)
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash && pathname === '/'
}

const bound = (most: number, says: string) => z.number(says).int(says).min(1, says).max(most, says).nullable()

const keepDays = bound(36_500, 'Keep them for at least 1 day, or leave it empty.')
const keepCount = bound(1_000_000_000, 'Keep at least 1, or leave it empty.')
const keepBytes = bound(2 ** 50, 'Keep at least 1 byte, or leave it empty.')

/** Any code but zero: M-Pesa takes every other value for a refusal. */
const validation = z
  .union([
    z.enum(['accept', 'silent']),
    z.string().regex(/^(?!0+$)[A-Z0-9.]{1,20}$/, 'accept, silent, or a code that is not zero'),
  ])
  .describe('What a validation is answered: `accept`, `silent`, or the code that it is refused with.')

export const newInbox = z.strictObject({
  name,
  address: address
    .optional()
    .describe('The segment of `/hook/<address>`; an unguessable one where nothing is said.'),
  secret: secret.optional(),
  sources: sources.optional(),
  publicUrl: publicUrl.optional(),
})
export type NewInbox = z.infer<typeof newInbox>

export const inboxChange = z.strictObject({
  name: name.optional(),
  secret: secret.optional(),
  sources: sources.optional(),
  publicUrl: publicUrl.optional(),
  paused: z.boolean().optional().describe('A paused inbox stores nothing and answers 503 with Retry-After.'),
  keepDays: keepDays.optional(),
  keepCount: keepCount.optional(),
  keepBytes: keepBytes.optional().describe('Of bodies, in bytes.'),
  validation: validation.optional(),
})
export type InboxChange = z.infer<typeof inboxChange>
