import type { CallbackKind } from '@/lib/catalogue/callback-kinds'
import type { CallbackEntry } from '@/lib/catalogue/callbacks'
import type { CodePlace } from '@/lib/catalogue/code-places'
import type { GoLive } from '@/lib/catalogue/go-live'
import type { SystemTerms } from '@/lib/catalogue/terms'
import type {
  Code,
  Json,
  Operation,
  OperationId,
  SenderAddress,
  SystemId,
  Trigger,
} from '@/lib/catalogue/types'
import type { Check } from '@/lib/derive/checklist'
import type { Market } from '@/lib/msisdn/markets'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type {
  CorrelationKey,
  Emulated,
  PromptAnswer,
  Values,
  WireAnswer,
  WireMessage,
  WireRequest,
} from '@/lib/wire/types'
import type { Prompt, World } from '@/lib/world/types'

export type CredentialSpec = {
  /** camelCase key under which it is stored: `consumerKey`. */
  name: string
  label: string
  /** Secret values are encrypted at rest and masked; the others are plain settings. */
  secret: boolean
  kind: 'text' | 'shortcode' | 'password' | 'certificate' | 'msisdn' | 'url' | 'choice'
  choices?: { value: string; label: string }[]
  help: string
  /** Names under which people and published clients keep it, upper case. */
  envNames: string[]
  /** Names that other software gives its own keys as well: taken where nothing better says it. */
  sharedNames?: string[]
  /** Values that look like it and are something else: the source of a pattern, and what to tell. */
  mistaken?: { pattern: string; reason: string }[]
}

export type EnvironmentPreset = {
  id: string
  name: string
  system: SystemId
  kind: EnvironmentKind
  market: string
  /** For `local`, relative to our own public URL: `/emulator/daraja`. */
  baseUrl: string
  credentials: Record<string, string>
  /** Where the usual time-out is too short. */
  timeoutMs?: number
  help: string
}

export type TestPhone = {
  msisdn: string
  /** `pays by itself`. */
  what: string
  kinds: readonly EnvironmentKind[]
  /** Where a system serves several. */
  market?: string
}

/** A provider's certificate or bare public key that Jaribu carries. It holds no secret. */
export type PublishedKey = {
  id: string
  title: string
  kind: Exclude<EnvironmentKind, 'local'>
  /** The one used when an environment has none of its own. */
  isDefault: boolean
  /** Where the copy was read. */
  source: string
  pem: string
}

/** Everything `plan` may use. Secrets arrive revealed and leave only inside the request. */
export type PlanContext = {
  baseUrl: string
  credentials: Readonly<Record<string, string | undefined>>
  /** PEM of the certificate or public key that the environment encrypts with. */
  certificate?: string
  /** Token or session key, where the operation needs one. */
  token?: string
  /** Epoch milliseconds. */
  now: number
  market: Market
  /** URL that belongs to this run: `<public>/hook/<inbox>/r/<run>`. */
  callbackUrl: string
}

export type Planned = {
  request: WireRequest
  /** Values as they go out, derived ones filled in. */
  values: Values
  /** JSON or XML text of the body, indented for reading; equal in meaning to `request.body`. */
  preview: string
  /** Wire names in `values` and `preview`, and header names, whose values are secrets. */
  secrets: { fields: string[]; headers: string[] }
  /** Ids that the request itself brings and its callbacks will speak of. */
  keys?: CorrelationKey[]
  /** Ids of another exchange that the request asks about. */
  mentions?: CorrelationKey[]
  /** Credentials that are other ones once the provider has said that it is done: a changed password. */
  settles?: { credential: string; value: string }[]
}

/** What came back at once, understood. A refusal by the provider is data, never an exception. */
export type Outcome =
  | { kind: 'accepted'; code: string; description: string; keys: CorrelationKey[] }
  | {
      kind: 'done'
      code: string
      description: string
      keys: CorrelationKey[]
      facts: Facts
      /** Credentials that the answer hands out: kept with the environment, hidden in the run. */
      grants?: { credential: string; value: string }[]
    }
  /** The answer says that it is not final yet (an STK query while the prompt is open). */
  | { kind: 'pending'; code: string; description: string; keys: CorrelationKey[] }
  | { kind: 'failed'; code: string; description: string; keys: CorrelationKey[]; facts: Facts }
  | { kind: 'refused'; code: string; description: string; keys: CorrelationKey[] }
  /** The provider says that it does not know, or what it says leaves the outcome open: query before repeating. */
  | { kind: 'unknown'; code: string; description: string; keys: CorrelationKey[] }
  | { kind: 'unreadable'; description: string }

/** An end, or not yet one; undefined for words that nobody explains. */
export type TransactionState = 'completed' | 'ended' | 'open'

/** What a message says of a payment, in our words. Money is integer cents of `currency`. */
export type Facts = {
  receipt?: string
  amountCents?: number
  /** What stands in place of an amount and is none. */
  amountUnread?: string
  currency?: string
  msisdn?: string
  /** What stands in place of the number where only its hash is told, as it was written. */
  payerHash?: string
  shortcode?: string
  reference?: string
  /** The provider's own stamp, as epoch milliseconds. */
  at?: number
  /** The earlier payment that a result speaks of, by the member that names it. */
  about?: { name: string; receipt: string }
  /** How the transaction stands that was asked about: what a status query is for. */
  state?: TransactionState
  /** The question whose answer a result is, where it is no result of a payment. */
  answers?: 'status' | 'balance'
  /** Name and value pairs worth a table: balances, result parameters. */
  table?: { name: string; value: string }[]
}

/** A captured message, understood. */
export type CallbackMeaning<Kind extends CallbackKind = CallbackKind> = {
  system: SystemId
  kind: Kind
  /** For people: `Paid KES 1.00 by 254708374149 for INV-1. Receipt UKK4T9W2QX.` Phone numbers whole; screens mask. */
  sentence: string
  /** How it came, where that may make people doubt what it says. */
  remark?: string
  outcome: 'success' | 'failure' | 'timeout' | 'question' | 'notice'
  code?: string
  description?: string
  keys: CorrelationKey[]
  facts: Facts
}

/** What a captured message is, before what it says is read. */
export type Glance<Kind extends CallbackKind = CallbackKind> = Pick<
  CallbackMeaning<Kind>,
  'system' | 'kind'
> & {
  read(): CallbackMeaning<Kind> | undefined
}

/** Where a code was seen, as far as that is known. */
export type CodeContext = { operation?: OperationId; place?: CodePlace; message?: string }

/** What a request says of its sender: the key of a local application, or a token that one was given. */
export type CallerClaim =
  | { kind: 'key'; key: string; secret?: string }
  | { kind: 'token'; token: string }
  /** Of the right form, but made for a key that is not ours. */
  | { kind: 'unverifiable' }

/** Decrypts Base64 with the emulator's private key of a workspace; every workspace whose key fits is asked. */
export type OpenCiphertext = (ciphertext: string) => string[]

/** The token or session that a system asks for before its calls. */
export type SessionPlan = { request: WireRequest; secrets: { headers: string[] } }
export type SessionAnswer =
  | { kind: 'token'; token: string; expiresInSeconds: number }
  | { kind: 'refused'; code: string; description: string }

/** How one API system speaks. Each folder of `lib/systems` exports one. */
export type System = {
  id: SystemId
  title: string
  /** Navigation label, upper case in the sidebar. */
  short: string
  operations: readonly Operation[]
  codes: readonly Code[]
  /** What its provider sends by itself, by kind. */
  callbacks: Readonly<Record<string, CallbackEntry>>
  /** From where its provider sends them, where that is known at all. */
  senders?: readonly SenderAddress[]
  /** What its provider asks for before production: test cases, sheets, checklist. */
  goLive: GoLive
  /** What it calls the things that all systems have, for the table of terms. */
  terms?: SystemTerms
  credentials: readonly CredentialSpec[]
  presets: readonly EnvironmentPreset[]
  /** How a body is written by hand in the second tab. */
  bodyLanguage: 'json' | 'xml'
  /** Values that the system computes (timestamp, password, security credential), by field name. */
  derive(operation: Operation, values: Values, context: PlanContext): Values
  /** Throws `PlanError` when a credential that the operation needs is missing. */
  plan(operation: Operation, values: Values, context: PlanContext): Planned
  /** Reads a body that was edited by hand back into values; an error names the line. */
  parseBody(operation: Operation, text: string): { values: Values } | { error: string; line?: number }
  /** Size of the key that clients encrypt with; 2048 where nothing else is said. */
  keyBits?: 2048 | 4096
  /** What clients encrypt with, as the provider publishes it. */
  publicKeys?: readonly PublishedKey[]
  /** Which credentials of the local preset are the key (and secret) of its application. */
  localApp: { key: string; secret?: string }
  /** Codes with which the gateway turns a token away, and those that may mean a lacking product as well. */
  tokenCodes?: { token: readonly string[]; product: readonly string[] }
  /** Page of the local world with what only this provider's portal keeps. */
  portal?: { title: string; path: string }
  /** Collections of records that outlive a reset of the world: they are settings, not events. */
  keptRecords?: readonly string[]
  /** What a caller has to show for a call and where it gets that, for whoever was turned away. */
  entrance?(operation: Operation): string
  /** A payment from a shell, against this installation. */
  recipe?: (publicUrl: string) => string
  /** Phones whose outcome is known beforehand, the one to start with first. Real money has none. */
  testPhones: readonly TestPhone[]
  session?: {
    plan(context: PlanContext): SessionPlan
    /** `context` is the one that the request was planned with: an answer need not tell how long its token lives. */
    read(status: number, body: string, context: PlanContext): SessionAnswer
  }
  /** Why an environment of this kind would not take a URL that it is given to call; nothing when it would. */
  checkUrl?(url: string, kind: EnvironmentPreset['kind']): { message: string; source: string }[]
  /** Checks of its checklist that no other system has, by name. */
  checks?: Readonly<Record<string, Check>>
  read(operation: Operation, status: number, body: string): Outcome
  /** Where a request may name a stand-in for no receipt: the receipt that a text is, if it is one. */
  receiptOf?(text: string | undefined): string | undefined
  /** Undefined when the message is none of this system's. */
  callback(message: WireMessage): CallbackMeaning | undefined
  /** As `callback`, for messages that tell their kind at once; the same kind that `callback` would say. */
  glance?(message: WireMessage): Glance | undefined
  /** Whose world a request belongs to, as far as the request itself tells. Never throws. */
  callerOf(message: WireMessage, open: OpenCiphertext): CallerClaim | undefined
  emulate(message: WireMessage, world: World): Emulated
  /** Reads the answer to a callback that the emulator delivered (C2B validation) and moves the world on. */
  delivered(due: DeliveredCallback, world: World): void
  /** Carries out an `action` that fell due: a phone that pays by itself, a prompt that expires. */
  act(due: { id: string; kind: string; context: Json }, world: World): void
  /** What the person at the virtual phone did. Only an open prompt changes. */
  answerPrompt(prompt: Prompt, answer: PromptAnswer, world: World): Prompt
  /** A customer pays an organisation from the phone's menu. */
  customerPays?(payment: CustomerPayment, world: World): CustomerPaymentAnswer
  /** The answer to a caller that was kept waiting (see `Emulated.held`); undefined while it is still open. */
  answerHeld?(transactionId: string, world: World): WireAnswer | undefined
  /**
   * Changes what the account or application of `world.app` keeps on the provider's portal (limits, response URL), for
   * as long as a test case needs it. Returns the change that undoes it.
   */
  arrange?(change: Readonly<Record<string, Json>>, world: World): Record<string, Json>
  /** Fills a new world with this system's subscribers, organisations and opening balances. Idempotent. */
  seed(world: World): void
  /** How its own world brings a code about, as far as that follows from the code: a number that ends in it, say. */
  triggers?(row: Code): Trigger[]
  /** Looks up the meaning of a code in the place where it was seen. */
  explain(code: string, where: CodeContext): Code | undefined
}

export type CustomerPayment = {
  market: string
  msisdn: string
  /** Paybill or till number. */
  shortcode: string
  /** Account number for a paybill; empty for a till. */
  reference: string
  amountCents: number
  pin: string
}

export type CustomerPaymentAnswer =
  | { kind: 'started'; transactionId: string; sentence: string }
  | { kind: 'refused'; code: string; sentence: string }

/** What became of a callback that the emulator sent. */
export type DeliveredCallback = {
  id: string
  kind: string
  /** What `emulate` stored with the due row, for its own use. */
  context: Json
  result:
    | { kind: 'answered'; status: number; body: string; ms: number }
    | { kind: 'failed'; cause: string; ms: number }
}

/** A request cannot be made from what is there. `field` or `credential` names the missing thing. */
export class PlanError extends Error {
  constructor(
    message: string,
    readonly missing: { field?: string; credential?: string },
  ) {
    super(message)
    this.name = 'PlanError'
  }
}
