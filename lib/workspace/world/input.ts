import { z } from 'zod'
import { markets, parseAnyMsisdn, parseMsisdn } from '@/lib/msisdn'
import { faultKinds } from '@/lib/world/faults'

/** What the sandbox takes, from forms and from the API alike. */
const delay = z
  .number('Type a number.')
  .int()
  .min(0, 'A time is not below zero.')
  .max(600_000, 'Ten minutes at most.')

const faultShape = z.strictObject({
  kind: z.enum(faultKinds),
  code: z
    .string()
    .min(1, 'Name a code.')
    .max(80, '80 characters at most.')
    .optional()
    .describe('Of kind `code`: the id of its row in GET /api/v1/codes, or the code itself.'),
  operation: z.string().max(80).optional(),
  /** Until removed, where it is left out. */
  times: z
    .number('Type a number.')
    .int('Type a whole number.')
    .min(1, 'Once at least.')
    .max(1000, '1000 times at most.')
    .optional(),
  ms: z
    .number('Type a number.')
    .int()
    .min(1, 'A slow answer takes some time.')
    .max(60_000, '60 seconds at most.')
    .optional(),
})

/** A fault of kind `code` names its code, and no other does. */
export const faultInput = faultShape.refine(({ kind, code }) => (kind === 'code') === (code !== undefined), {
  path: ['code'],
  error: ({ input }) =>
    (input as { kind?: unknown })?.kind === 'code' ? 'Name a code.' : 'Only a fault of kind code names one.',
})
export type FaultInput = z.infer<typeof faultInput>

export const sandboxSettingsInput = z
  .strictObject({
    strictness: z.enum(['lenient', 'strict']),
    timing: z
      .enum(['quick', 'as-measured'])
      .describe('Sets all delays at once, and how a query and the published test phone behave.'),
    resultDelayMs: delay,
    autoPayDelayMs: delay,
    promptLifetimeMs: delay.min(1000, 'One second at least.'),
    validationTimeoutMs: delay.min(100, 'A tenth of a second at least.').max(60_000, '60 seconds at most.'),
    holdCallbacks: z.boolean(),
    faults: z.array(faultInput).max(20, '20 faults at most. Remove one first.'),
  })
  .partial()
export type SandboxSettingsInput = z.infer<typeof sandboxSettingsInput>

/** A number or a text; what is absent is told in words. */
const written = (missing: string) => z.union([z.string(), z.number()], missing).transform(String)

/** Whole units of the phone's currency, as people type them. */
export const phonePayment = z.object({
  msisdn: z
    .string()
    .transform((typed) => parseAnyMsisdn(typed) ?? parseMsisdn(typed, markets.kenya) ?? typed.trim())
    .pipe(z.string().regex(/^\d{9,15}$/, 'Write the number with its country code, such as 254700000000.')),
  shortcode: written('Name the shortcode or till.').pipe(
    z.string().regex(/^\d{5,7}$/, 'Five to seven digits.'),
  ),
  reference: z.string().trim().max(20, '20 characters at most.').default(''),
  amount: z.coerce
    .number('Type an amount.')
    .positive('Pay more than nothing.')
    .max(10_000_000, '10,000,000 at most.')
    .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e4), 'Two decimals at most.'),
  pin: written('Type the PIN.').pipe(z.string().min(1, 'Type the PIN.').max(12, '12 digits at most.')),
})

/** The response URL is the switch between the modes: null makes every call wait for its result. */
export const mozambiqueAccountInput = z.strictObject({
  responseUrl: z.string().max(2000, '2000 characters at most.').nullable().optional(),
  mayQueryNames: z.boolean().optional(),
})
export type MozambiqueAccountInput = z.infer<typeof mozambiqueAccountInput>

/** What is done with a callback that the sandbox owes. */
export const owedChange = z.strictObject({
  do: z
    .enum(['hold', 'save', 'release', 'twice', 'drop'])
    .describe(
      'hold: it waits. save: its body is changed, and it is held. release: it leaves now. twice: it leaves now, and again a second later. drop: it never leaves.',
    ),
  body: z.string().max(1_048_576).optional().describe('In place of what it would have said.'),
})
export type OwedChange = z.infer<typeof owedChange>
