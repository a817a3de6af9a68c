import type { OperationId, SystemId } from '@/lib/catalogue/types'
import type { Phase } from '@/lib/wire/types'

/** An exchange as it was kept: what a program sent to an emulated provider, secrets taken out, and what it got. */
export type Told = {
  system: SystemId
  method: string
  /** Below the emulator's own address. */
  path: string
  query: string
  headers: readonly (readonly [name: string, value: string])[]
  body: string
  status: number
  answer: string
  /** In the order in which they were made; what ended the exchange stands first. */
  notes: readonly string[]
  operation?: OperationId
  /** The phase that refused; absent for what passed them all. */
  ended?: Phase
  /** How the answer was read when it was given; told anew where nobody kept it. */
  isRefused?: boolean
}

/** Something that stood in the way, and what would have passed there. */
export type Obstacle = {
  about: 'path' | 'method' | 'authentication' | 'content-type' | 'body' | 'field' | 'rule'
  /** Wire name. */
  field?: string
  /** A whole sentence. */
  problem: string
  /** A whole sentence, or several. */
  accepted: string
  /** What was sent there, shortened; never a secret. */
  sent?: string
  example?: string
}

/** A name in the request that no rule of the operation reads. */
export type Unread = { name: string; meant?: string; sentence: string }

export type PhaseReport = {
  phase: Phase
  state: 'passed' | 'refused' | 'not-reached'
  sentence: string
}

export type Explanation = {
  /** Why it was refused; undefined when nothing was. */
  reason?: string
  /** The one that decided stands first; the others would have been next. */
  obstacles: Obstacle[]
  unread: Unread[]
  phases: PhaseReport[]
  /** Remarks that no obstacle tells already: mostly what a strict provider would not forgive. */
  remarks: string[]
  /** What was most probably meant, where the request itself names nothing. */
  meant?: { operation: OperationId; title: string; method: string; path: string }
}
