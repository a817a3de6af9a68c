import type { OperationId, SystemId } from '@/lib/catalogue/types'

/** Guides are plain data in our own words: screens draw them, the search reads them, and a test follows every link. */

/** Text in which `names` stand in backticks and [words](op:daraja.stk-push) lead somewhere: see `targetOf`. */
export type Rich = string

export type Sourced = {
  text: Rich
  /** Where it was read. */
  sources?: string[]
  /** No source says so for sure. */
  unconfirmed?: boolean
}

type Lane = 'you' | 'provider' | 'phone' | 'inbox'

/** One message of a flow, as timelines have them. */
export type FlowStep = {
  from: Lane
  to: Lane
  label: string
  /** An answer, or what need not happen. */
  dashed?: boolean
  tone?: 'neutral' | 'pending' | 'good' | 'bad' | 'warn'
}

export type Block =
  | ({ kind: 'text' } & Sourced)
  | { kind: 'steps' | 'list'; items: (Rich | Sourced)[] }
  | {
      kind: 'table'
      caption: string
      head: string[]
      rows: Rich[][]
      sources?: string[]
      unconfirmed?: boolean
    }
  | ({ kind: 'note'; tone: 'info' | 'good' | 'warn' | 'bad'; title: string } & Sourced)
  /** Operations with their forms. */
  | { kind: 'operations'; ids: OperationId[] }
  /** Codes by `system/id`, explained. */
  | { kind: 'codes'; refs: string[] }
  /** Of an operation: drawn from its entry. Otherwise step by step. */
  | { kind: 'flow'; title: string; operation: OperationId }
  | { kind: 'flow'; title: string; steps: FlowStep[] }
  /** A program that sends this operation to the local sandbox. */
  | { kind: 'sample'; title: string; operation: OperationId; values?: Record<string, string> }
  /** Opens the form with these values. */
  | { kind: 'try'; label: string; operation: OperationId; values?: Record<string, string> }

type Section = { id: string; title: string; blocks: Block[] }

export const guideGroups = ['Start here', 'Daraja', 'OpenAPI', 'Mozambique', 'G2 SOAP', 'Going live'] as const
type GuideGroup = (typeof guideGroups)[number]

export type Guide = {
  slug: string
  title: string
  summary: string
  group: GuideGroup
  /** Beside whose forms it stands. */
  operations: OperationId[]
  systems: SystemId[]
  sections: Section[]
}

/** The tests that a tree of questions can ask for. */
export const checkNames = [
  'run-answered',
  'run-outcome',
  'run-age',
  'callback-url',
  'public-url',
  'inbox-heard',
  'token',
  'product',
  'stk-password',
  'credential',
  'certificate',
] as const
export type CheckName = (typeof checkNames)[number]

/** What a check looks at. */
export type CheckSubject = 'run' | 'environment'

export type CheckResult = 'fine' | 'problem' | 'unknown'

export type TreeNode =
  /** Answered by a test, or by hand where nobody may run one. */
  | { kind: 'check'; title: string; why: Rich; check: CheckName; next: Record<CheckResult, string> }
  | { kind: 'question'; title: string; why: Rich; answers: { label: string; next: string }[] }
  /** Where a way ends: what it was and what to do. */
  | { kind: 'end'; title: string; isSolved: boolean; blocks: Block[] }

/** A failure that many meet, as questions that test what can be tested. */
export type Tree = {
  slug: string
  title: string
  summary: string
  subject: CheckSubject
  systems: SystemId[]
  operations: OperationId[]
  /** Codes by `system/id` that lead here. */
  codes: string[]
  start: string
  nodes: Record<string, TreeNode>
}

/** Something that the APIs cannot do, or that is not as it is described. */
export type Finding = {
  id: string
  /** Absent where it is true of all. */
  systems: SystemId[]
  what: string
  /** Of a limit: where it can be done. Of an inconsistency: the versions. */
  detail: Rich
  /** Of an inconsistency: what Jaribu does about it. */
  jaribu?: Rich
  sources: string[]
  unconfirmed?: boolean
}
