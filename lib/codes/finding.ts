import type { CallbackKind } from '@/lib/catalogue/callback-kinds'
import type { TransportFault } from '@/lib/catalogue/transport-faults'
import type { Code, OperationId, SystemId } from '@/lib/catalogue/types'

/** What a pasted text turned out to be. That it is an acknowledgement is said before anything else about it. */
export type TextKind =
  /** The immediate answer: taken, and nothing known of the outcome yet. */
  | 'acknowledgement'
  /** The answer to a call that is over with it, such as a query. */
  | 'answer'
  /** The provider refused the call. */
  | 'refusal'
  /** A result, a confirmation, a question: what a provider sends by itself. */
  | 'callback'
  /** A code without the message that it stood in. */
  | 'code'
  /** A sentence that is known. */
  | 'words'
  /** A name that a program gives to a code. */
  | 'name'
  /** Something below the API. */
  | 'transport'

/** One thing that a pasted text says. */
export type Finding = {
  how: TextKind
  system: SystemId | null
  /** Of a callback. */
  kind: CallbackKind | null
  /** Whose answer it is, where its form belongs to one operation alone. */
  operation: OperationId | null
  /** As it stands in the text. */
  code: string | null
  description: string | null
  /** For people, where a reader understood the whole message. */
  sentence: string | null
  /** Null: no source explains this code in this place, or the text does not tell its place. */
  row: Code | null
  /** Other rows that it may be as well: same code, another system or place. */
  others: Code[]
  /** The message says by itself what became of the matter, whatever its code: no advice about the code is needed. */
  isPlain: boolean
  transport: TransportFault | null
}

/** Other rows beside one finding: more of them are noise. */
export const mostOthers = 6

export const nothing: Omit<Finding, 'how'> = {
  system: null,
  kind: null,
  operation: null,
  code: null,
  description: null,
  sentence: null,
  row: null,
  others: [],
  isPlain: false,
  transport: null,
}
