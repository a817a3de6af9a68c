import 'server-only'
import { z } from 'zod'
import type { PromptAnswer } from '@/lib/wire/types'
import { promptView } from '@/lib/workspace/views'
import { owedChange, phonePayment, sandboxSettingsInput } from '@/lib/workspace/world/input'
import { listOrganisations, listRegistrations, setValidation } from '@/lib/workspace/world/organisations'
import { changeOwed, listOwed, readOwed } from '@/lib/workspace/world/owed'
import { listTransactions, payFromPhone } from '@/lib/workspace/world/payments'
import { answerPrompt, listOpenPrompts, listPhones, listPromptsOf } from '@/lib/workspace/world/phones'
import { changeSandboxSettings, readSandboxSettings, resetSandbox } from '@/lib/workspace/world/settings'
import {
  organisationView,
  owedCallbackView,
  phonePaymentOutcome,
  phoneView,
  registrationView,
  sandboxSettingsView,
  transactionView,
} from '@/lib/workspace/world/views'
import { endpoint, nothing } from './endpoint'

const phone = { msisdn: 'Such as 254700000000.' }
const settings = z.object({ settings: sandboxSettingsView })

const promptAnswer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('pin'), pin: z.string().min(1, 'type the PIN').max(12) }),
  z.object({ answer: z.literal('cancel') }),
  z.object({ answer: z.literal('wrong-pin') }),
  z.object({ answer: z.literal('no-money') }),
  z.object({ answer: z.literal('expire') }),
  z.object({ answer: z.literal('code'), code: z.string().min(1).max(20) }),
]) satisfies z.ZodType<PromptAnswer>

const owed = { id: 'Id of an owed callback.' }

export const sandbox = [
  endpoint('GET /sandbox/phones', {
    about: 'Phones of the local sandbox.',
    role: 'viewer',
    answer: z.object({ phones: z.array(phoneView) }),
    run: ({ deps, actor }) => ({ phones: listPhones(deps, actor) }),
  }),
  endpoint('GET /sandbox/phones/{msisdn}/prompts', {
    about: 'Prompts on a phone, newest first.',
    role: 'viewer',
    path: phone,
    answer: z.object({ prompts: z.array(promptView) }),
    run: ({ deps, actor, path }) => ({ prompts: listPromptsOf(deps, actor, path.msisdn) }),
  }),
  endpoint('POST /sandbox/phones/{msisdn}/prompts/{id}', {
    about: 'Answer a prompt, as the person at the phone does.',
    role: 'member',
    path: { ...phone, id: 'Id of a prompt.' },
    body: promptAnswer,
    answer: z.object({ prompt: promptView }),
    refusals: ['conflict'],
    run: ({ deps, actor, path: { msisdn, id: promptId }, body: answer }) => ({
      prompt: answerPrompt(deps, actor, { msisdn, promptId, answer }),
    }),
  }),
  endpoint('GET /sandbox/prompts', {
    about: 'Prompts that are open now, oldest first.',
    role: 'viewer',
    answer: z.object({ prompts: z.array(promptView) }),
    run: ({ deps, actor }) => ({ prompts: listOpenPrompts(deps, actor) }),
  }),
  endpoint('GET /sandbox/organisations', {
    about: 'Organisations of the local sandbox.',
    role: 'viewer',
    answer: z.object({ organisations: z.array(organisationView) }),
    run: ({ deps, actor }) => ({ organisations: listOrganisations(deps, actor) }),
  }),
  endpoint('PATCH /sandbox/organisations/{shortcode}', {
    about: 'Switch external validation of customers’ payments on or off.',
    role: 'member',
    path: { shortcode: 'Such as 600000.' },
    body: z.object({ validation: z.boolean() }),
    answer: z.object({ organisation: organisationView }),
    run: ({ deps, actor, path, body }) => ({
      organisation: setValidation(deps, actor, { shortcode: path.shortcode, ...body }),
    }),
  }),
  endpoint('GET /sandbox/callbacks', {
    about: 'Callbacks that the sandbox owes and has not sent yet, held ones too, the next one first.',
    role: 'viewer',
    answer: z.object({ callbacks: z.array(owedCallbackView) }),
    run: ({ deps, actor }) => listOwed(deps, actor),
  }),
  endpoint('GET /sandbox/callbacks/{id}', {
    about: 'One of them.',
    role: 'viewer',
    path: owed,
    answer: owedCallbackView,
    run: ({ deps, actor, path }) => readOwed(deps, actor, path.id),
  }),
  endpoint('PATCH /sandbox/callbacks/{id}', {
    about: 'Holds, edits, releases, doubles or drops one.',
    role: 'member',
    path: owed,
    body: owedChange,
    mostBytes: 3 * 1024 * 1024,
    answer: owedCallbackView,
    refusals: ['conflict'],
    run: ({ deps, actor, path, body }) => changeOwed(deps, actor, path.id, body),
  }),
  endpoint('GET /sandbox/registrations', {
    about: 'URLs that organisations registered for customers’ payments.',
    role: 'viewer',
    answer: z.object({ registrations: z.array(registrationView) }),
    run: ({ deps, actor }) => ({ registrations: listRegistrations(deps, actor) }),
  }),
  endpoint('GET /sandbox/transactions', {
    about: 'The statement of a phone or shortcode, or of the whole sandbox; newest first.',
    role: 'viewer',
    query: z.object({
      party: z.string().min(1).max(40).optional().describe('Number of a phone, or a shortcode.'),
      limit: z.coerce.number().int().min(1).max(500).optional().describe('Up to 500, else 100.'),
    }),
    answer: z.object({ transactions: z.array(transactionView) }),
    run: ({ deps, actor, query }) => ({ transactions: listTransactions(deps, actor, query) }),
  }),
  endpoint('POST /sandbox/payments', {
    about: 'A customer pays from the phone.',
    role: 'member',
    body: phonePayment,
    answer: phonePaymentOutcome,
    status: 201,
    also: {
      status: 200,
      about: 'What M-Pesa says to the customer instead: an outcome, not an error of this call.',
      when: ({ kind }) => kind !== 'started',
    },
    run: ({ deps, actor, body: { amount, ...payment } }) =>
      payFromPhone(deps, actor, { ...payment, amountCents: Math.round(amount * 100) }),
  }),
  endpoint('GET /sandbox/settings', {
    about: 'Delays, strictness and faults of the local sandbox.',
    role: 'viewer',
    answer: settings,
    run: ({ deps, actor }) => ({ settings: readSandboxSettings(deps, actor) }),
  }),
  endpoint('PATCH /sandbox/settings', {
    about:
      'Change delays, strictness or faults; one call can ask for a fault by the header X-Jaribu-Fault too.',
    role: 'member',
    body: sandboxSettingsInput,
    answer: settings,
    run: ({ deps, actor, body }) => ({ settings: changeSandboxSettings(deps, actor, body) }),
  }),
  endpoint('POST /sandbox/reset', {
    about:
      'Start the local sandbox from the beginning: opening balances, no open prompts, no owed callbacks.',
    role: 'member',
    answer: nothing,
    run: ({ deps, actor }) => resetSandbox(deps, actor),
  }),
] as const
