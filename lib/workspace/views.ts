/** What screens and `/api/v1` are given: JSON shapes, the same for both. Types only, so browsers may import it. */
import type { Code, Json } from '@/lib/catalogue/types'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Verdict } from '@/lib/wire/verdicts'

export type Role = 'owner' | 'member' | 'viewer'

/** Header pairs in order. */
export type Headers = [name: string, value: string][]

export type RunSummary = {
  id: string
  system: string
  operation: string
  operationTitle: string
  /** `Daraja`: beside the title, because systems share operation names. */
  systemTitle: string
  environment: { id: string; name: string; kind: EnvironmentKind }
  sentBy: string
  createdAt: number
  verdict: Verdict
  code: string | null
  description: string | null
  receipt: string | null
  amountCents: number | null
  currency: string | null
  msisdn: string | null
  reference: string | null
  answerStatus: number | null
  answerMs: number | null
  /** Fingerprint of the application's key in use; empty where there was none. */
  appKey: string
  callbackCount: number
}

export type RunDetail = RunSummary & {
  values: Record<string, Json>
  sentAnyway: boolean
  request: { method: string; url: string; headers: Headers; body: string }
  acknowledgement: { status: number; headers: Headers; body: string; ms: number; at: number } | null
  unreachable: { cause: string; detail: string } | null
  /** The code that decided the verdict, explained. */
  explanation: Code | null
  keys: { kind: string; value: string }[]
  notes: string[]
  callbacks: CallbackSummary[]
  timeline: TimelineEntry[]
  followUps: { label: string; operation: string; values: Record<string, string> }[]
}

export type Lane = 'you' | 'provider' | 'phone' | 'inbox'

export type TimelineEntry = {
  id: string
  at: number
  kind:
    | 'request'
    | 'acknowledgement'
    | 'unreachable'
    | 'prompt'
    | 'prompt-answer'
    | 'callback'
    | 'delivery'
    | 'related-run'
    | 'waiting'
  from: Lane
  to: Lane
  /** `STK result`, `Prompt on 2547••••0000`. */
  title: string
  /** `Paid`, `answered with PIN after 6.2 s`, `we answered 200 in 2 ms`. */
  detail: string
  tone: 'neutral' | 'pending' | 'good' | 'bad' | 'warn'
  code: string | null
  explanation: Code | null
  callbackId: number | null
  runId: string | null
  flags: ('early' | 'late' | 'duplicate')[]
}

export type CallbackSummary = {
  id: number
  inbox: string
  receivedAt: number
  method: string
  path: string
  kind: string
  /** `STK result`, `C2B validation`, `Unknown`. */
  kindTitle: string
  /** What it belongs to; null where nobody understands it. */
  joins: 'run' | 'receipt' | null
  system: string | null
  sentence: string
  outcome: 'success' | 'failure' | 'timeout' | 'question' | 'notice' | null
  code: string | null
  receipt: string | null
  msisdn: string | null
  amountCents: number | null
  currency: string | null
  reference: string | null
  runId: string | null
  duplicateOf: number | null
  timing: 'usual' | 'early' | 'late'
  bodyBytes: number
  contentType: string
}

export type CallbackDetail = CallbackSummary & {
  query: string
  headers: Headers
  remoteAddress: string
  body: string
  bodyEncoding: 'utf8' | 'base64'
  /** Result parameters, metadata, balances. */
  facts: { name: string; value: string }[]
  explanation: Code | null
  answer: { status: number; headers: Headers; body: string; micros: number }
  curl: string
}

export type PromptView = {
  id: string
  system: string
  /** Whose network the phone is in. */
  operator: string
  msisdn: string
  payee: string
  payeeName: string
  payerName: string
  amountCents: number
  currency: string
  reference: string
  state: 'open' | 'paid' | 'wrong-pin' | 'cancelled' | 'expired' | 'failed'
  openedAt: number
  expiresAt: number
  /** True for a phone that waits for a person: only these appear on the screen by themselves. */
  forPerson: boolean
}

export type EnvironmentView = {
  id: string
  slug: string
  name: string
  system: string
  systemTitle: string
  kind: EnvironmentKind
  market: string
  currency: string
  /** As stored; `resolvedBaseUrl` is absolute. */
  baseUrl: string
  resolvedBaseUrl: string
  inbox: string
  inboxUrl: string
  timeoutMs: number
  credentials: {
    name: string
    label: string
    secret: boolean
    kind: string
    help: string
    choices: { value: string; label: string }[] | null
    /** The value itself when it is not secret; a mask such as `••••2ed9` when it is; null when unset. */
    shown: string | null
    set: boolean
    updatedAt: number | null
  }[]
  certificate: CertificateView | null
  tls: TlsView
  token: TokenView
}

/** How the connection to the host is made: public parts only. Empty where nothing of the kind is set. */
export type TlsView = {
  /** The authorities that may have signed the host's certificate, in place of the public ones. */
  ca: TlsCertificateView[]
  /** What is shown to the host, with its chain; the private key is kept beside it and never shown. */
  client: TlsCertificateView[]
}

export type TlsCertificateView = {
  subject: string
  issuer: string
  serial: string
  validFrom: number
  validTo: number
  state: 'valid' | 'ends-soon' | 'expired' | 'not-yet'
  /** Such as `RSA, 2048 bits`. */
  key: string
  fingerprint: string
  pem: string
}

export type CertificateView = {
  source: 'bundled' | 'uploaded' | 'local'
  /** These four are null for a bare public key. */
  subject: string | null
  issuer: string | null
  validFrom: number | null
  validTo: number | null
  expired: boolean
  bits: number
  fingerprint: string
}

export type TokenView =
  | { state: 'not-needed' }
  | { state: 'none' }
  | { state: 'valid'; obtainedAt: number; expiresAt: number }
  | { state: 'expired'; expiresAt: number }

/** What the live feed carries. `id` of the SSE message is the event's own number. */
export type LiveEvent =
  | { type: 'callback'; data: CallbackSummary }
  | { type: 'run'; data: RunSummary }
  | { type: 'run-deleted'; data: { id: string } }
  | { type: 'prompt'; data: PromptView }
  | { type: 'environment'; data: { id: string } }
  | { type: 'token'; data: { environmentId: string; token: TokenView } }
  | { type: 'world'; data: { reason: 'reset' | 'settings' | 'moved' } }
  /** A Go-Live sheet changed: its cases, its marks or its job. */
  | { type: 'sheet'; data: { id: string } }
  /** The server could not replay so far back: reload what is on screen. */
  | { type: 'resync'; data: Record<string, never> }

/** A planned request, for the form's derived fields, the second tab and the code samples. */
export type PlanView = {
  request: { method: string; url: string; headers: Headers; body: string | null }
  values: Record<string, Json>
  /** Names of the fields that the system computed. */
  derived: string[]
  preview: string
  /** The provider's own limits, beside the fields. Empty key: about the whole request. */
  issues: { field: string; message: string; source?: string }[]
  /** Set when a credential is missing: nothing can be sent. */
  missing: { message: string; credential?: string; field?: string } | null
}

export type MemberView = {
  id: string
  name: string
  email: string | null
  role: Role
  createdAt: number
  you: boolean
}
