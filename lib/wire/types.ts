import type { Json, KeyKind, OperationId } from '@/lib/catalogue/types'

/** The shapes that everything above stands on: messages as bytes, field values, and the ids that join them. */

/** An HTTP message as it came or will go: the one shape that capture, emulation and sending share. */
export type WireMessage = {
  method: string
  /** Path below the door (`/mpesa/stkpush/v1/processrequest`), always with a leading slash. */
  path: string
  /** Raw query string without the question mark. */
  query: string
  /** In order, names as received. */
  headers: [name: string, value: string][]
  body: Uint8Array
  remoteAddress: string
}

export type WireAnswer = {
  status: number
  headers: [name: string, value: string][]
  body: Uint8Array | string
}

/** What leaves for a provider. */
export type WireRequest = {
  method: string
  url: string
  headers: [name: string, value: string][]
  /** Absent for GET. */
  body?: string
}

/** Field values by wire name. Dotted names stay dotted here; `plan` nests them. */
export type Values = Record<string, Json | undefined>

/** An id by which an exchange joins others. */
export type CorrelationKey = { kind: KeyKind; value: string }

/** The phases that a request passes at an emulated provider, in their order. */
const phases = ['find', 'authenticate', 'check', 'handle'] as const
export type Phase = (typeof phases)[number]

/** An answer of an emulated provider with what follows from it. */
export type Emulated = {
  answer: WireAnswer
  /** What the strict reading would have refused, and other remarks for the log; what the last phase said comes first. */
  notes: string[]
  /** The phase that gave the answer; absent where none was asked (a fault, a key). */
  ended?: Phase
  /** Name of the fault that it met on purpose. */
  fault?: string
  /** The operation recognised, and the ids by which the exchange joins a timeline. */
  operation?: OperationId
  keys: CorrelationKey[]
  /** How the answer travels when a fault was asked for: late, or not at all. */
  delivery?: { delayMs?: number; isDropped?: boolean; isTruncated?: boolean }
  /**
   * The caller waits on the line until this transaction has ended; `answer` is what it gets when nobody knows by then.
   * The door then asks `System.answerHeld`.
   */
  held?: { transactionId: string; untilAt: number }
}

/** What the person at the virtual phone did with a prompt. */
export type PromptAnswer =
  | { answer: 'pin'; pin: string }
  | { answer: 'cancel' }
  | { answer: 'wrong-pin' }
  | { answer: 'no-money' }
  /** One-key outcomes beside the phone: end with this result code. */
  | { answer: 'code'; code: string }
  | { answer: 'expire' }
