/** What `/api/v1/sandbox` gives, each described once. Browsers import the types only. Prompts are `PromptView`. */
import { z } from 'zod'
import type { WorldSettings } from '@/lib/world/types'
import { cents, epochMs } from '../views'
import { faultInput } from './input'

export const phoneView = z
  .object({
    msisdn: z.string(),
    market: z.string(),
    name: z.string(),
    operator: z.string().describe('Whose network it is in.'),
    canPay: z
      .boolean()
      .describe('Whether some system of its market takes payments from the phone’s own menu.'),
    pin: z.string().describe('Empty for viewers: it pays.'),
    balanceCents: cents,
    currency: z.string(),
    behaviour: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('person') }),
      z.object({ kind: z.literal('pays') }),
      z.object({ kind: z.literal('ends'), code: z.string() }),
    ]),
    doing: z
      .string()
      .describe('What it does with a prompt, in words: `Ends with 1032: cancelled by the customer`.'),
  })
  .meta({ id: 'Phone' })
export type PhoneView = z.infer<typeof phoneView>

export const organisationView = z
  .object({
    shortcode: z.string(),
    market: z.string(),
    name: z.string(),
    kind: z.enum(['paybill', 'till', 'b2c', 'tax']),
    validation: z.boolean(),
    canValidate: z.boolean().describe('Whether some system of its market asks before a customer’s payment.'),
    store: z.string().nullable(),
    accounts: z.array(
      z.object({
        kind: z.enum([
          'customer',
          'utility',
          'working',
          'merchant',
          'charges',
          'settlement',
          'float',
          'airtime',
          'issuer',
        ]),
        balanceCents: cents,
      }),
    ),
    currency: z.string(),
  })
  .meta({ id: 'Organisation' })
export type OrganisationView = z.infer<typeof organisationView>

export const transactionView = z
  .object({
    id: z.string(),
    receipt: z.string().nullable(),
    system: z.string(),
    kind: z.string(),
    state: z.enum(['pending', 'completed', 'failed', 'cancelled', 'reversed']),
    amountCents: cents,
    currency: z.string(),
    payer: z.string(),
    payerName: z.string(),
    payee: z.string(),
    payeeName: z.string(),
    reference: z.string().nullable(),
    description: z.string().nullable(),
    code: z.string().nullable(),
    createdAt: epochMs,
    finishedAt: epochMs.nullable(),
  })
  .meta({ id: 'Transaction' })
export type TransactionView = z.infer<typeof transactionView>

export const registrationView = z
  .object({
    shortcode: z.string(),
    validationUrl: z.string().nullable(),
    confirmationUrl: z.string(),
    responseType: z.string().describe('What happens when the validation URL is silent.'),
    version: z.string(),
    updatedAt: epochMs,
  })
  .meta({ id: 'Registration' })
export type RegistrationView = z.infer<typeof registrationView>

export const sandboxSettingsView = z
  .object({
    strictness: z.enum(['lenient', 'strict']),
    timing: z
      .enum(['quick', 'as-measured'])
      .describe('Quick for work, or as Safaricom’s own sandbox was timed.'),
    resultDelayMs: z.int().describe('Milliseconds from the acknowledgement to a result callback.'),
    autoPayDelayMs: z.int().describe('Milliseconds after which phones that pay by themselves answer.'),
    promptLifetimeMs: z.int().describe('Milliseconds after which an unanswered prompt expires.'),
    validationTimeoutMs: z.int().describe('Milliseconds that a C2B validation may take.'),
    holdCallbacks: z.boolean().describe('Whether callbacks wait for somebody to release them.'),
    faults: z.array(faultInput),
  })
  .meta({ id: 'SandboxSettings' }) satisfies z.ZodType<WorldSettings>
export type SandboxSettingsView = z.infer<typeof sandboxSettingsView>

export const owedCallbackView = z
  .object({
    id: z.string(),
    system: z.string(),
    kind: z.string(),
    title: z.string(),
    state: z.enum(['waiting', 'held', 'sending', 'delivered', 'failed', 'done', 'cancelled']),
    dueAt: z.int().describe('Epoch milliseconds.'),
    url: z.string(),
    body: z.string(),
    mayBeTwice: z.boolean().describe('A question is asked once.'),
    mayChange: z.boolean().describe('Whether who asks may do something with it.'),
  })
  .meta({ id: 'OwedCallback', description: 'A callback that the sandbox owes and has not sent.' })
export type OwedCallbackView = z.infer<typeof owedCallbackView>

export const phonePaymentOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), transactionId: z.string(), sentence: z.string() }),
  z.object({ kind: z.literal('refused'), code: z.string(), sentence: z.string() }),
])
