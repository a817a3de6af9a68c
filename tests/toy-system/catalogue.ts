import { type CallbackEntry, callbacksOf } from '@/lib/catalogue/callbacks'
import type { Code, Field, Operation } from '@/lib/catalogue/types'

const sources = ['Invented for the tests']

const field = (told: Pick<Field, 'name' | 'kind' | 'help' | 'example'> & Partial<Field>): Field => ({
  type: 'string',
  required: true,
  sources,
  ...told,
})

export const dukaCallbacks = {
  paid: {
    title: 'Counter paid',
    about: 'Whether the customer paid at the counter.',
    isOfPrompt: true,
    joins: 'run',
    where: 'api',
    missing: 'Nobody has paid at the counter yet.',
    owed: { contentType: 'text/plain', body: 'thanks' },
    example: {
      body: { ticket: 'T-1', code: 'D-0', amount: '12.50', phone: '254708374149', receipt: 'DUKA000001' },
    },
  },
  'credit-question': {
    title: 'Credit question',
    about: 'Asks whether the customer may pay next week.',
    asks: 'validation',
    joins: 'receipt',
    where: 'c2b-validation',
    missing: 'Nobody has asked for credit yet.',
    owed: {
      body: { credit: 'given', paper: '{receipt}' },
      refusal: { credit: 'refused', why: '{code}' },
      note: 'Say no before the milk is gone.',
    },
    example: { body: { credit: 'asked', paper: 'PAPER-1', code: 'D-7' } },
  },
} satisfies Record<string, CallbackEntry>

export type DukaCallbackKind = keyof typeof dukaCallbacks

declare module '@/lib/catalogue/callback-kinds' {
  interface CallbackKinds {
    duka: DukaCallbackKind
  }
}

const callback = callbacksOf<DukaCallbackKind>(dukaCallbacks)

export const duka = {
  pay: {
    id: 'duka.pay',
    system: 'duka',
    name: 'pay',
    title: 'Ask for a payment',
    summary: 'Asks a customer to pay for what is on the counter.',
    group: 'Counter',
    status: 'current',
    evidence: 'portal',
    method: 'POST',
    path: '/pay',
    version: 'v1',
    direction: 'outbound',
    auth: { type: 'bearer', uses: ['shopKey'] },
    body: 'object',
    headers: [],
    fields: [
      field({ name: 'phone', kind: 'msisdn', help: 'Who pays.', example: '254708374149' }),
      field({ name: 'amount', kind: 'amount', help: 'How much.', example: '12.50', minimum: 1 }),
      field({
        name: 'note',
        kind: 'reference',
        help: 'What for.',
        example: 'Milk',
        maxLength: 8,
        subject: 'reference',
      }),
      field({
        name: 'tellMe',
        kind: 'url',
        help: 'Where the result goes.',
        example: 'https://shop.example.com/paid',
        prefill: { from: 'inbox' },
      }),
      field({
        name: 'stamp',
        kind: 'text',
        help: 'Ties the call to its run.',
        example: 'S-1',
        derive: 'duka.stamp',
      }),
    ],
    asynchronous: true,
    movesMoney: true,
    acknowledgement: {
      success: { httpStatus: 202, body: { state: 'taken', ticket: 'T-1' } },
      failure: { httpStatus: 403, body: { state: 'refused', code: 'D-9' } },
      variants: [{ httpStatus: 422, body: { state: 'refused', code: 'D-2' } }],
    },
    callbacks: [
      callback('paid', { variant: 'success', to: 'tellMe' }),
      callback('credit-question', {
        to: 'the address at the counter',
        expectedResponse: { httpStatus: 200, body: { credit: 'given', paper: 'PAPER-1' } },
      }),
    ],
    followUps: [],
    notes: [],
    sources,
  } satisfies Operation,
}

const code = (told: Pick<Code, 'code' | 'message' | 'cause' | 'cure'> & Partial<Code>): Code => ({
  id: `duka-${told.code}`,
  system: 'duka',
  where: 'api',
  operations: ['duka.pay'],
  retry: false,
  confirmed: true,
  source: sources[0] ?? '',
  ...told,
})

export const dukaCodes: Code[] = [
  code({
    code: 'D-0',
    message: 'Paid at the counter',
    cause: 'All went well.',
    cure: 'Hand over the milk.',
    success: true,
  }),
  code({
    code: 'D-2',
    message: 'The counter cannot read this',
    cause: 'A field is wrong.',
    cure: 'Mend it.',
  }),
  code({ code: 'D-5', message: 'The purse is empty', cause: 'Too little money.', cure: 'Ask for less.' }),
  code({
    code: 'D-7',
    where: 'c2b-validation',
    message: 'The customer has credit already',
    cause: 'Last week is not paid.',
    cure: 'Say no.',
  }),
  code({
    code: 'D-9',
    message: 'The counter does not know you',
    cause: 'The key is wrong.',
    cure: 'Use your own.',
  }),
]
