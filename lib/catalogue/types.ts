import type { CallbackKind } from './callback-kinds'
import type { CodePlace } from './code-places'
import type { OperationStatus } from './operation-statuses'

/** Plain data about what the APIs are. Entries cross from server to browser, so nothing here is a function. */

/** One of the API systems: `daraja`, `openapi`, `mozambique`, `g2`. The registry in `lib/systems` knows which exist. */
export type SystemId = string

/** `daraja.stk-push`: the system, a dot, the operation's own name. */
export type OperationId = string

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export type FieldKind =
  | 'text'
  | 'amount'
  | 'number'
  | 'msisdn'
  | 'shortcode'
  | 'url'
  | 'email'
  | 'choice'
  | 'timestamp'
  | 'date'
  | 'datetime'
  | 'receipt'
  | 'reference'
  | 'operator'
  | 'base64'
  | 'list'

export type WireType = 'string' | 'integer' | 'number' | 'array' | 'boolean'

/** Where a field's value comes from before anyone types: a value of the environment, or of the run itself. */
type Prefill =
  | { from: 'credential'; name: string }
  | { from: 'inbox'; suffix?: string }
  | { from: 'phone' }
  | { from: 'example' }
  | { from: 'none' }

/** Identifiers by which requests, acknowledgements and callbacks find each other. */
export type KeyKind =
  | 'run'
  | 'checkout-id'
  | 'merchant-request-id'
  | 'conversation-id'
  | 'originator-conversation-id'
  | 'third-party-reference'
  | 'receipt'

/** A value that the system computes when the request is planned, by a name that the system's folder implements. */
type Derivation = string

export type Field = {
  /** The name on the wire, misspellings included. Dots nest: `header.requestID`. */
  name: string
  kind: FieldKind
  /** How the documentation types it; `alsoAccepts` is what the service takes as well. */
  type: WireType
  alsoAccepts?: WireType[]
  required: boolean
  in?: 'body' | 'query' | 'path' | 'header'
  const?: string | number
  choices?: { value: string; label: string }[]
  /** Bounds of the number itself, in the unit of the wire (whole shillings for `amount`). */
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  /** Source of a regular expression that the whole value matches. */
  pattern?: string
  /** For `list`: the fields of one item. */
  items?: Field[]
  /** What it is, in one or two sentences. */
  help: string
  example: Json
  note?: string
  /** Where the fact was read. Never empty. */
  sources: string[]
  prefill?: Prefill
  /** In the form: the same as this other field until somebody types something else. */
  follows?: string
  derive?: Derivation
  /** Hidden in whatever is stored or shown of a request. */
  secret?: true
  /** Its value is an id of this very request, of which answers and callbacks speak. */
  key?: KeyKind
  /** Its value names another exchange, which the request asks about; several kinds where nothing tells which. */
  mentions?: KeyKind[]
  /** Clients leave it out although it is required, and the lenient emulator does without it. */
  isForgiven?: true
  /** What the payment is for, as both sides know it: lists and history show it. One a call at most. */
  subject?: 'reference'
}

/** How sure a statement is. `portal`: on the provider's page. `observed`: seen live, with a date. */
export type Evidence = 'portal' | 'observed' | 'secondary' | 'unconfirmed'

export type WireExample = {
  /** When this form is seen; absent for the usual one. */
  when?: string
  httpStatus: number
  /** `null` stands for an empty body. A string is a raw text body, such as an XML envelope. */
  body: Json
  note?: string
}

/** A callback of an operation, as the reference shows it. Made from the entry of its kind by `callbacksOf`. */
export type CallbackSpec = {
  kind: CallbackKind
  title: string
  asks?: 'validation' | 'name'
  isOfPrompt?: true
  /** Which end this example shows, where messages of one kind tell of several. */
  variant?: 'success' | 'failure' | 'cancelled' | 'no-response'
  /** The request field that carries the URL, or words such as `registered ConfirmationURL`. */
  to: string
  method: string
  confirmed: boolean
  example: Json
  /** What the receiver owes. */
  expectedResponse?: WireExample
  note?: string
}

/** A value of an answer or callback that is useful in another operation: one click on the timeline. */
export type FollowUp = {
  /** Verb on the button: `Query this`, `Reverse this`, `Check the status`. */
  label: string
  operation: OperationId
  /** From one of the run's known values to a field of the next operation. */
  take: {
    value: 'receipt' | 'checkout-id' | 'conversation-id' | 'originator-conversation-id' | string
    field: string
    /** The next operation is offered without it too. */
    isOptional?: true
  }[]
  /** Offered only where a member of the result begins so: `254` for a phone. */
  when?: { result: string; begins: string }
}

/** What several fields must satisfy together. Each says what to do in its `message`. */
export type FieldRule =
  | { kind: 'one-of'; fields: string[]; message: string }
  | { kind: 'same'; fields: [string, string]; message: string }
  | { kind: 'absent-when'; field: string; when: { field: string; equals: string }; message: string }
  /** Both written so that text order is time order. */
  | { kind: 'not-after'; earlier: string; later: string; message: string }

/**
 * One element of an XML body, in the order of the wire. It holds a field's value, a fixed text, or children; an element
 * whose fields are all absent is left out.
 */
export type XmlShape = {
  /** With the prefix that `attributes` of it or of an outer element declare. */
  tag: string
  attributes?: Record<string, string>
  /** Name of the field whose value is the text. */
  field?: string
  text?: string
  children?: XmlShape[]
  /** The one child is a document of its own, carried as text inside CDATA. */
  isDocument?: boolean
  /** There even when all its fields are absent: it says which operation is meant. */
  isKept?: boolean
}

export type LongestWait = {
  seconds: number
  /** Where that was read, or why it was chosen. */
  source: string
}

export type Operation = {
  id: OperationId
  system: SystemId
  /** Last part of the id and of `/try/<system>/<name>`. */
  name: string
  title: string
  /** One or two sentences for somebody who never saw this API. */
  summary: string
  /** Group on the provider's portal. */
  group: string
  status: OperationStatus
  evidence: Evidence
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** Other spellings of the path that clients use. */
  otherPaths?: string[]
  /** Where the provider gives each operation a port of its own. */
  port?: number
  version: string
  /** The current operation beside which this older one stands. */
  supersededBy?: OperationId
  /** `inbound`: the provider calls you; the entry describes what you host. */
  direction: 'outbound' | 'inbound'
  auth: { type: 'basic' | 'bearer' | 'none'; uses: string[]; note?: string }
  /** Shape of the body: one object, a list of objects (fields describe one item), none, or an XML envelope. */
  body: 'object' | 'array' | 'none' | 'xml'
  /** How an `xml` body is laid out. */
  envelope?: XmlShape
  /** Most items of an `array` body. */
  maxItems?: number
  headers: { name: string; value: string }[]
  query?: { name: string; value: string }[]
  fields: Field[]
  rules?: FieldRule[]
  /** True when the outcome arrives later by callback. */
  asynchronous: boolean
  /** True when success moves money or commits to it: production asks for a typed confirmation. */
  movesMoney: boolean
  /** It leaves URLs with the provider: what comes to them later is about payments, not about this call. */
  registers?: true
  /** Its answer tells how another request ended, or that it is still open. */
  tellsResult?: true
  /** Its result, which comes later, tells how the request ended that it mentions. */
  resultTells?: true
  /** How long an outcome was known to take at most; after that none is expected any more. */
  longestWait?: LongestWait
  /** Rule of the emulator that plays it, where several operations share one; otherwise its own name. */
  answersAs?: string
  /** The product in whose words the emulator refuses it, by a name that the system's folder knows. */
  refusesAs?: string
  /** Members of its answer that are credentials from then on: kept with the environment, hidden in the run. */
  grants?: { member: string; credential: string }[]
  acknowledgement: {
    success: WireExample
    failure?: WireExample
    variants: WireExample[]
    successRule?: string
  }
  callbacks: CallbackSpec[]
  followUps: FollowUp[]
  operatorRole?: string
  limits?: string[]
  timing?: string
  notes: string[]
  sources: string[]
}

/** An address from which a provider sends by itself. */
export type SenderAddress = {
  address: string
  /** The provider says so itself. */
  confirmed: boolean
  /** Where it was read. */
  source: string
}

/** By what kind of message a code and its words come: one code can be worded differently in each. */
export type CodeChannel = 'callback' | 'query'

/** One way to make the local sandbox say a code: a call, and what about it is not as usual. */
export type Trigger = {
  operation: OperationId
  /** Fields that differ from what the form begins with, in the local environment; `null` leaves one out. */
  send?: Record<string, Json>
  /** Values of the environment that differ from the local one's own. */
  sign?: Record<string, string>
  headers?: Record<string, string>
  /** Settings of the sandbox. */
  strictness?: 'strict'
  /** What the account or application keeps on its portal meanwhile; `how` says it in words. */
  arrange?: Record<string, Json>
  /** The same call is sent twice; the second one brings it. */
  times?: 2
  /** A call of before, from the example of its operation. */
  after?: OperationId
  /** For what the fields do not say: what to do, in a sentence. */
  how?: string
}

/** One row of a system's table of codes. */
export type Code = {
  id: string
  system: SystemId
  /** As on the wire; null where only a text is known. */
  code: string | null
  where: CodePlace
  /** What it says; several wordings have ` / ` between them, the usual one first. */
  message: string
  /** The very words of one channel, where they are not the usual ones. */
  said?: Partial<Record<CodeChannel, string>>
  cause: string
  cure: string
  httpStatus?: number
  operations: OperationId[]
  /** Whether sending the same request again can help. */
  retry: boolean
  /** Why the obvious next step would cost money: shown wherever the code is. */
  caution?: string
  success?: boolean
  confirmed: boolean
  context?: string
  note?: string
  source: string
  tutorialRow?: number
  /** Ways to bring it about in the local sandbox, beside those that hold for every code of its place. */
  triggers?: readonly Trigger[]
  /** It stands in what our own side answers, whatever its place says. */
  isAnswered?: true
  /** Why the local sandbox cannot be made to say it. */
  whyNot?: string
  /** Names that published clients give it in place of the code. */
  names?: readonly string[]
}
