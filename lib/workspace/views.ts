/**
 * What screens and `/api/v1` are given: JSON shapes, the same for both, each described once as a schema from which its
 * type follows. Browsers import the types only: zod is too heavy for them.
 */
import { z } from 'zod'
import { codePlaces } from '@/lib/catalogue/code-places'
import type { Code, Json, Trigger } from '@/lib/catalogue/types'
import { environmentKinds } from '@/lib/wire/environment-kinds'
import { origins } from '@/lib/wire/origins'
import { deciders, verdicts } from '@/lib/wire/verdicts'
import { ruledView } from './answers/rules'

const placeNames = Object.keys(codePlaces) as (keyof typeof codePlaces)[]

export const roles = ['owner', 'member', 'viewer'] as const
export type Role = (typeof roles)[number]

export const environmentKind = z.enum(environmentKinds)
export const verdict = z.enum(verdicts)

export const epochMs = z.int().describe('Epoch milliseconds.')
export const cents = z.int().describe('Cents of the currency.')
export const json = z.custom<Json>().describe('Any JSON value.')
const values = z.record(z.string(), json).describe('By wire name.')

export const headers = z
  .array(z.tuple([z.string(), z.string()]))
  .describe('Name and value of each header, in the order they were sent.')
export type Headers = z.infer<typeof headers>

/** A row of a system's table of codes: `Code` of the catalogue, as the API gives it. */
export const trigger = z
  .object({
    operation: z.string().describe('Id of the call that brings it.'),
    send: z
      .record(z.string(), json)
      .optional()
      .describe(
        'Fields that differ from what the form begins with in the local environment; null leaves one out.',
      ),
    sign: z
      .record(z.string(), z.string())
      .optional()
      .describe('Values of the environment that differ from the local one’s own.'),
    headers: z
      .record(z.string(), z.string())
      .optional()
      .describe('Headers to send; an empty one is left out.'),
    strictness: z.literal('strict').optional().describe('How the sandbox has to read.'),
    arrange: z
      .record(z.string(), json)
      .optional()
      .describe('What the account or application keeps on its portal meanwhile.'),
    times: z.literal(2).optional().describe('The same call is sent twice; the second one brings it.'),
    after: z.string().optional().describe('Id of an operation that is called before, with its example.'),
    how: z.string().optional(),
  })
  .meta({ id: 'Trigger' }) satisfies z.ZodType<Trigger>

export const code = z
  .object({
    id: z.string(),
    system: z.string(),
    code: z.string().nullable().describe('As on the wire; null where only a text is known.'),
    where: z
      .enum(placeNames)
      .describe('Where it can be seen: one code means different things in different places.'),
    message: z.string(),
    said: z
      .object({ callback: z.string().optional(), query: z.string().optional() })
      .optional()
      .describe('The very words of one kind of message, where they are not the usual ones.'),
    cause: z.string(),
    cure: z.string(),
    httpStatus: z.int().optional(),
    operations: z.array(z.string()).describe('Operations it is known of; empty for any of its system.'),
    retry: z.boolean().describe('Whether sending the same request again can help.'),
    caution: z.string().optional().describe('Why the obvious next step would cost money.'),
    success: z.boolean().optional(),
    confirmed: z.boolean(),
    context: z.string().optional(),
    note: z.string().optional(),
    source: z.string(),
    tutorialRow: z.int().optional(),
    triggers: z.array(trigger).readonly().optional().describe('Ways to bring it about in the local sandbox.'),
    isAnswered: z.literal(true).optional().describe('It stands in what your own side answers.'),
    whyNot: z.string().optional().describe('Why the local sandbox cannot be made to say it.'),
    names: z.array(z.string()).readonly().optional().describe('Names that published clients give it.'),
  })
  .meta({ id: 'Code' }) satisfies z.ZodType<Code>

export const runSummary = z
  .object({
    id: z.string(),
    system: z.string(),
    operation: z.string().describe('Such as daraja.stk-push.'),
    operationTitle: z.string(),
    systemTitle: z.string().describe('Beside the title, because systems share operation names.'),
    environment: z.object({ id: z.string(), name: z.string(), kind: environmentKind }),
    sentBy: z.string().describe('Name of the person, token or program.'),
    origin: z
      .enum(origins)
      .describe(
        'Who started it: a person at a form, a script over this API, your own software, a test case, a customer.',
      ),
    createdAt: epochMs,
    verdict,
    decidedBy: z
      .enum(deciders)
      .nullable()
      .describe(
        'What the verdict rests on; an unproved message contradicts nothing, and nothing proves who sent it.',
      ),
    code: z.string().nullable(),
    description: z.string().nullable(),
    receipt: z.string().nullable(),
    amountCents: cents.nullable(),
    currency: z.string().nullable(),
    msisdn: z.string().nullable(),
    reference: z.string().nullable(),
    answerStatus: z.int().nullable(),
    answerMs: z.number().nullable(),
    appKey: z.string().describe('Fingerprint of the application’s key in use; empty where there was none.'),
    callbackCount: z.int(),
  })
  .meta({ id: 'RunSummary' })
export type RunSummary = z.infer<typeof runSummary>

const difference = z
  .object({
    field: z.string().describe('The kind of an id, such as checkout-id, or a name on the wire.'),
    expected: z.string().describe('What the run says; empty where there is no such thing.'),
    got: z.string(),
  })
  .meta({ id: 'Mismatch' })

const mismatchOf = () =>
  difference
    .nullable()
    .describe('Set where it does not match what it claims to be of: it is kept, and decides nothing.')

export const callbackSummary = z
  .object({
    id: z.int(),
    inbox: z.string(),
    receivedAt: epochMs,
    method: z.string(),
    path: z.string(),
    kind: z.string(),
    kindTitle: z.string().describe('`STK result`, `C2B validation`, `Unknown`.'),
    joins: z
      .enum(['run', 'receipt'])
      .nullable()
      .describe('What it belongs to; null where nobody understands it.'),
    system: z.string().nullable(),
    sentence: z.string(),
    outcome: z.enum(['success', 'failure', 'timeout', 'question', 'notice']).nullable(),
    code: z.string().nullable(),
    receipt: z.string().nullable(),
    msisdn: z.string().nullable(),
    amountCents: cents.nullable(),
    currency: z.string().nullable(),
    reference: z.string().nullable(),
    runId: z.string().nullable(),
    environmentKind: environmentKind
      .nullable()
      .describe('Where its run was sent: local is simulated. Null where it belongs to no run.'),
    isOfCase: z.boolean().describe('Whether it belongs to a test-case run; told in lists.'),
    duplicateOf: z.int().nullable(),
    timing: z.enum(['usual', 'early', 'late']),
    mismatch: mismatchOf(),
    sender: z
      .enum(['published', 'unconfirmed', 'outside'])
      .nullable()
      .describe(
        'Whether its run’s provider says that it sends from this address, or only others say so; null where that is nothing to go by.',
      ),
    bodyBytes: z.int(),
    contentType: z.string(),
  })
  .meta({ id: 'CallbackSummary' })
export type CallbackSummary = z.infer<typeof callbackSummary>

const lane = z.enum(['you', 'provider', 'phone', 'inbox'])
export type Lane = z.infer<typeof lane>

const timelineEntry = z
  .object({
    id: z.string(),
    at: epochMs,
    kind: z.enum([
      'request',
      'acknowledgement',
      'unreachable',
      'prompt',
      'prompt-answer',
      'callback',
      'delivery',
      'related-run',
      'waiting',
    ]),
    from: lane,
    to: lane,
    title: z.string().describe('`STK result`, `Prompt on 2547••••0000`.'),
    detail: z.string().describe('`Paid`, `answered with PIN after 6.2 s`, `we answered 200 in 2 ms`.'),
    tone: z.enum(['neutral', 'pending', 'good', 'bad', 'warn']),
    code: z.string().nullable(),
    explanation: code.nullable(),
    callbackId: z.int().nullable(),
    runId: z.string().nullable(),
    flags: z.array(z.enum(['early', 'late', 'duplicate', 'mismatch'])),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof timelineEntry>

export const runDetail = runSummary
  .extend({
    values,
    sentAnyway: z.boolean(),
    request: z.object({ method: z.string(), url: z.string(), headers, body: z.string() }),
    acknowledgement: z
      .object({ status: z.int(), headers, body: z.string(), ms: z.number(), at: epochMs })
      .nullable(),
    unreachable: z.object({ cause: z.string(), detail: z.string() }).nullable(),
    explanation: code.nullable().describe('The code that decided the verdict, explained.'),
    keys: z.array(z.object({ kind: z.string(), value: z.string() })),
    notes: z.array(z.string()),
    callbacks: z.array(callbackSummary),
    timeline: z.array(timelineEntry),
    exchange: z
      .object({
        id: z.string(),
        userAgent: z.string(),
        remoteAddress: z.string(),
      })
      .nullable()
      .describe('How it reached the local sandbox; null elsewhere, and once that is no longer kept.'),
    followUps: z.array(
      z.object({ label: z.string(), operation: z.string(), values: z.record(z.string(), z.string()) }),
    ),
  })
  .meta({ id: 'RunDetail' })
export type RunDetail = z.infer<typeof runDetail>

const bodyEncoding = z.enum(['utf8', 'base64']).describe('`base64` where the bytes are no text.')

const callbackMeaning = z
  .object({
    sentence: z.string(),
    outcome: z.string().nullable(),
    code: z.string().nullable(),
    description: z.string().nullable(),
    receipt: z.string().nullable(),
    msisdn: z.string().nullable(),
    amountCents: cents.nullable(),
    currency: z.string().nullable(),
    reference: z.string().nullable(),
  })
  .meta({ id: 'CallbackMeaning' })

export const callbackMessage = z
  .object({
    id: z.int(),
    inbox: z.string(),
    receivedAt: epochMs,
    method: z.string(),
    path: z.string(),
    query: z.string(),
    headers,
    remoteAddress: z.string().describe('Whom it came from.'),
    body: z.string().describe('Empty where `bodyUrl` is set.'),
    bodyEncoding,
    bodyBytes: z.int(),
    bodyUrl: z
      .string()
      .nullable()
      .describe('Path of the body where it is too long for a list (more than 64 KiB); else null.'),
    kind: z.string(),
    system: z.string().nullable(),
    runId: z.string().nullable(),
    meaning: callbackMeaning.nullable(),
    duplicateOf: z.int().nullable(),
    timing: z.enum(['usual', 'early', 'late']),
    mismatch: mismatchOf(),
    answer: z.object({ status: z.int(), body: z.string(), ms: z.number() }),
  })
  .meta({ id: 'Callback', description: 'A captured request, as scripts are given it.' })
export type CallbackMessage = z.infer<typeof callbackMessage>

const callbackContent = z
  .object({
    text: z
      .string()
      .nullable()
      .describe('The body unpacked and in UTF-8, where it came in another way and is text.'),
    notes: z.array(z.string()).describe('How it was unpacked and read, in sentences.'),
    problem: z.string().nullable().describe('Why it could not be unpacked or read.'),
    broken: z
      .object({ language: z.enum(['JSON', 'XML']), line: z.int(), column: z.int(), message: z.string() })
      .nullable()
      .describe('Where JSON or XML stops being that.'),
    parts: z
      .array(
        z.object({
          name: z.string(),
          value: z.string().describe('Its beginning, where it is long; empty where it is no text.'),
          fileName: z.string().nullable(),
          contentType: z.string().nullable(),
          bytes: z.int(),
        }),
      )
      .nullable()
      .describe('Of a form or of multipart, in order, repetitions too.'),
    query: z
      .array(z.object({ name: z.string(), value: z.string() }))
      .describe('Decoded, in order, repetitions too.'),
  })
  .meta({ id: 'CallbackContent' })
export type CallbackContent = z.infer<typeof callbackContent>

export const callbackDetail = callbackSummary
  .extend({
    query: z.string(),
    headers,
    remoteAddress: z.string(),
    body: z.string(),
    bodyEncoding,
    content: callbackContent,
    meaning: callbackMeaning.nullable(),
    facts: z
      .array(z.object({ name: z.string(), value: z.string() }))
      .describe('Result parameters, metadata, balances.'),
    explanation: code.nullable(),
    remark: z
      .string()
      .nullable()
      .describe('How it came, where that may make you doubt what it says: a result at a time-out address.'),
    answer: z.object({
      status: z.int(),
      headers,
      body: z.string(),
      micros: z.number(),
      ms: z.number(),
      rule: ruledView.nullable().describe('The rule of the inbox that answered; null where none did.'),
    }),
    curl: z.string(),
  })
  .meta({ id: 'CallbackDetail' })
export type CallbackDetail = z.infer<typeof callbackDetail>

export const promptView = z
  .object({
    id: z.string(),
    system: z.string(),
    operator: z.string().describe('Whose network the phone is in.'),
    msisdn: z.string(),
    payee: z.string(),
    payeeName: z.string(),
    payerName: z.string(),
    amountCents: cents,
    currency: z.string(),
    reference: z.string(),
    state: z.enum(['open', 'paid', 'wrong-pin', 'cancelled', 'expired', 'failed']),
    openedAt: epochMs,
    expiresAt: epochMs,
    forPerson: z
      .boolean()
      .describe('True for a phone that waits for a person: only these appear on the screen by themselves.'),
  })
  .meta({ id: 'Prompt' })
export type PromptView = z.infer<typeof promptView>

const certificateView = z
  .object({
    source: z.enum(['bundled', 'uploaded', 'local']),
    subject: z.string().nullable().describe('This and the next three are null for a bare public key.'),
    issuer: z.string().nullable(),
    validFrom: epochMs.nullable(),
    validTo: epochMs.nullable(),
    expired: z.boolean(),
    bits: z.int(),
    fingerprint: z.string(),
  })
  .meta({ id: 'Certificate' })
export type CertificateView = z.infer<typeof certificateView>

const tlsCertificateView = z
  .object({
    subject: z.string(),
    issuer: z.string(),
    serial: z.string(),
    validFrom: epochMs,
    validTo: epochMs,
    state: z.enum(['valid', 'ends-soon', 'expired', 'not-yet']),
    key: z.string().describe('Such as `RSA, 2048 bits`.'),
    fingerprint: z.string(),
    pem: z.string(),
  })
  .meta({ id: 'TlsCertificate' })
export type TlsCertificateView = z.infer<typeof tlsCertificateView>

export const tlsView = z
  .object({
    ca: z
      .array(tlsCertificateView)
      .describe('The authorities that may have signed the host’s certificate, in place of the public ones.'),
    client: z
      .array(tlsCertificateView)
      .describe('What is shown to the host, with its chain; the private key is never shown.'),
  })
  .meta({
    id: 'Tls',
    description:
      'How the connection to the host is made: public parts only. Empty where nothing of the kind is set.',
  })
export type TlsView = z.infer<typeof tlsView>

const tokenView = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('not-needed') }),
    z.object({ state: z.literal('none') }),
    z.object({ state: z.literal('valid'), obtainedAt: epochMs, expiresAt: epochMs }),
    z.object({ state: z.literal('expired'), expiresAt: epochMs }),
  ])
  .meta({ id: 'TokenState' })
export type TokenView = z.infer<typeof tokenView>

export const environmentView = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    system: z.string(),
    systemTitle: z.string(),
    kind: environmentKind,
    market: z.string(),
    currency: z.string(),
    baseUrl: z.string().describe('As stored; `resolvedBaseUrl` is absolute.'),
    resolvedBaseUrl: z.string(),
    inbox: z.string(),
    inboxUrl: z.string(),
    timeoutMs: z.int(),
    credentials: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        secret: z.boolean(),
        kind: z.string(),
        help: z.string(),
        choices: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
        shown: z
          .string()
          .nullable()
          .describe(
            'The value itself when it is not secret; a mask such as `••••2ed9` when it is; null when unset.',
          ),
        set: z.boolean(),
        updatedAt: epochMs.nullable(),
      }),
    ),
    certificate: certificateView.nullable(),
    tls: tlsView,
    token: tokenView,
  })
  .meta({ id: 'Environment' })
export type EnvironmentView = z.infer<typeof environmentView>

/** What the live feed carries. `id` of the SSE message is the event's own number. */
export type LiveEvent =
  | { type: 'callback'; data: CallbackSummary }
  | { type: 'run'; data: RunSummary }
  | { type: 'run-deleted'; data: { id: string } }
  | { type: 'prompt'; data: PromptView }
  | { type: 'environment'; data: { id: string } }
  | { type: 'token'; data: { environmentId: string; token: TokenView } }
  | { type: 'world'; data: { reason: 'reset' | 'settings' | 'moved' } }
  /** The emulators received calls, or the list of them was emptied. */
  | { type: 'exchanges'; data: { cleared?: true } }
  /** A Go-Live sheet changed: its cases, its marks or its job. */
  | { type: 'sheet'; data: { id: string } }
  /** The server could not replay so far back: reload what is on screen. */
  | { type: 'resync'; data: Record<string, never> }

export const planView = z
  .object({
    request: z.object({ method: z.string(), url: z.string(), headers, body: z.string().nullable() }),
    values,
    derived: z.array(z.string()).describe('Names of the fields that the system computed.'),
    preview: z.string(),
    issues: z
      .array(z.object({ field: z.string(), message: z.string(), source: z.string().optional() }))
      .describe('The provider’s own limits, beside the fields. Empty field: about the whole request.'),
    missing: z
      .object({ message: z.string(), credential: z.string().optional(), field: z.string().optional() })
      .nullable()
      .describe('Set when a credential is missing: nothing can be sent.'),
  })
  .meta({ id: 'Plan', description: 'A request as it would be sent, secrets hidden.' })
export type PlanView = z.infer<typeof planView>

export const memberView = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    role: z.enum(roles),
    createdAt: epochMs,
    you: z.boolean(),
  })
  .meta({ id: 'Member' })
export type MemberView = z.infer<typeof memberView>
