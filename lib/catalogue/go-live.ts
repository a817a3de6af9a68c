import type { CallbackKind } from './callback-kinds'
import type { Json, OperationId, SystemId } from './types'

/** Plain data about what a provider wants to see before it opens production: test cases, sheets and checklists. */

/**
 * A statement about one recorded message. `field` starts with `request.` (`method`, `url`, `headers.…`, `body.…`,
 * and `sentAnyway`: the checks had objected),
 * `response.` (`status`, `headers.…`, `body.…`), `body.` (of a callback) or `answer.` (what we answered to it: `status`,
 * 0 for silence, `body.…`, `ms`). Below `body` a dot goes one level down in JSON; in XML it goes to the next element of
 * that name at any depth, documents inside CDATA included. Numbers and numeric texts compare alike. What a secret is
 * stored as still `exists`.
 */
export type Condition =
  | { field: string; op: 'equals' | 'notEquals'; value: string | number | boolean }
  | { field: string; op: 'in' | 'notIn'; value: readonly (string | number)[] }
  /** A regular expression without slashes, in Unicode mode. */
  | { field: string; op: 'matches' | 'notMatches'; value: string; ignoreCase?: true }
  | { field: string; op: 'exists' | 'empty'; value: boolean }
  /** Both ends belong to the range. */
  | { field: string; op: 'between' | 'outside'; value: readonly [number, number] }
  | { field: string; op: 'gt' | 'gte' | 'lt' | 'lte'; value: number }
  | { field: string; op: 'lengthLt' | 'lengthGt'; value: number }
  /** The list of key and value pairs holds this key. */
  | { field: string; op: 'hasKey'; value: string }
  /**
   * The other field of the same message, of the message found before it (`previous.body.TransID`), of the first one
   * (`first.request.body.PhoneNumber`), or a plain setting of the environment (`environment.initiatorName`).
   */
  | { field: string; op: 'sameAs' | 'differs'; value: string }
  /** So many callbacks of this kind carry the same value, in one run or under one receipt. */
  | { field: string; op: 'repeats'; value: number }
  /** One of these lists holds whole. */
  | { op: 'anyOf'; any: readonly (readonly Condition[])[] }

/**
 * One thing that has to be found among what was recorded. The callbacks after an exchange belong to its run. C2B
 * notices and bill payments belong to no run but to their receipt: the first of them begins something of its own.
 */
export type EvidenceRecord =
  /** A run with its answer at once, of one of these operations; without a list, of any of the system. */
  | { record: 'exchange'; operations?: readonly OperationId[]; where: readonly Condition[] }
  /** A captured callback of one of these kinds, with what we answered. */
  | { record: 'callback'; kinds: readonly CallbackKind[]; where: readonly Condition[] }
  /** No such callback within the waiting time after the record before it. */
  | { record: 'absence'; kinds: readonly CallbackKind[]; withinSeconds: number; where: readonly Condition[] }
  /** Only a person can tell; why. */
  | { record: 'manual'; why: string }

/**
 * What software does to make a case happen. Values of a step may name what an earlier step brought:
 * `{ $from: 'push', take: 'receipt' }` is the receipt of the step called `push`.
 */
export type PlayStep =
  | {
      do: 'send'
      /** So that later steps can speak of it. */
      as?: string
      operation: OperationId
      /** Changes to the values that the form starts with; `null` leaves a field out. */
      values?: Readonly<Record<string, PlayValue>>
      /** Credentials that are other for this one call: a wrong secret, another initiator. */
      credentials?: Readonly<Record<string, string>>
      /** The token that goes along: another text than the environment's own, or none at all. */
      token?: string | null
      /** The body as it goes out, instead of the one made from the values; empty for none. */
      body?: string
      /** How often, for duplicates. Once unless said. */
      times?: number
      /** Goes on only once the verdict is final; `no` for requests that stay open. */
      wait?: 'verdict' | 'no'
    }
  /** What the person at the phone does with the prompt that waits. Local sandbox only; elsewhere a person does it. */
  | { do: 'answer-prompt'; answer: PlayAnswer }
  /** A customer pays from the phone's menu. Local sandbox only; elsewhere a person does it. */
  | { do: 'customer-pays'; shortcode: string; reference: string; amount: number; msisdn?: string }
  /** The local sandbox reads strictly until the case ends. Local sandbox only. */
  | { do: 'read-strictly' }
  /** What the inbox answers to validation questions until the case ends: `accept`, `silent`, or a code. */
  | { do: 'answer-validation'; with: string }
  /** Waits until a callback of this kind has come since the case began. */
  | { do: 'await-callback'; kind: CallbackKind; as?: string }
  /**
   * What the account or application keeps on the provider's portal (limits, trusted sources, response URL), merged over
   * what is there until the case ends. Local sandbox only; elsewhere a person does it.
   */
  | { do: 'arrange'; with: Readonly<Record<string, PlayValue>> }
  /** Lets time pass: what the world would have sent by then has been sent. */
  | { do: 'let-pass'; seconds: number }
  /** A fault of the local sandbox for the next call, by its name in the sandbox settings. Local sandbox only. */
  | { do: 'fault'; name: string; value?: Json }

export type PlayAnswer =
  | { answer: 'pin' }
  | { answer: 'wrong-pin' }
  | { answer: 'cancel' }
  | { answer: 'expire' }
  | { answer: 'no-money' }
  | { answer: 'code'; code: string }

/**
 * A plain value; what an earlier step brought (`run`, `receipt`, a field of its answer such as `CheckoutRequestID`, of
 * its request as `request.body.OriginatorConversationID`, of its last callback as `callback.Result.TransactionID`, or of
 * the callback that was awaited); the run's own callback address with its port written out; or a text that no run had
 * before, of so many characters (`prefix` included); or so many seconds ago, as `YYYY-MM-DD HH:mm:ss` in the market.
 */
export type PlayValue =
  | Json
  | { $from: string; take: string }
  | { $hook: string }
  | { $fresh: number; prefix?: string }
  | { $ago: number }

export type GoLiveCase = {
  /** `daraja-b2c-r04`: as in the source, stable. */
  id: string
  system: SystemId
  /** Group that people choose by: `b2c`, `stk-push`, `limits`. */
  api: string
  /** `sheet`: a row of the provider's workbook. `derived`: ours. */
  source: 'sheet' | 'derived'
  /** Name of the workbook's sheet, and its row there. */
  sheet?: string
  row?: number
  subject: string
  title: string
  /** What a person does. */
  steps: readonly string[]
  expected: string
  /** For `negative`, the refusal is the success. */
  kind: 'success' | 'negative'
  evidence: {
    text: string
    records: readonly EvidenceRecord[]
    /** Other ways to prove it: refused at once instead of in the result. */
    or?: readonly (readonly EvidenceRecord[])[]
  }
  /**
   * `meant`: only runs that were sent or attached for this case speak against it, because messages alone do not show
   * that its situation was tried.
   */
  against?: 'meant'
  /** What software does; absent where only a person can. */
  play?: readonly PlayStep[]
  /** Why software cannot do it, for a case without a play. */
  byHand?: string
  /** Where the play needs something that not every environment has. */
  needs?: 'https' | 'production'
  /** A mistake or an age of the source that the reader has to know. */
  quirk?: string
  /** Outcome noted in the filled copy that was found. */
  observed?: string
}

/** One sheet of the provider's workbook. */
export type SheetLayout = {
  /** As on the tab, 31 characters at most. */
  name: string
  /** Bold text of A1. */
  title: string
  api: string
  /** In characters, by column. */
  widths: readonly number[]
  /** Rows that the workbook leaves empty between cases. */
  gaps?: readonly number[]
  note?: string
}

/** A thing to see to before going live that is no test case. */
export type ChecklistItem = {
  id: string
  /** Heading under which it stands: `Short code`, `Operator`, `Today's portal`. */
  section: string
  title: string
  /** What to do. */
  todo: string
  /** Where it is done: a portal page, a person to write to, a screen of ours. */
  where: string
  /** A screen of ours that helps, such as `/environments`. */
  href?: string
  /** Portals and times to which it applies, where there are several: `Daraja 3.0`, `first portal (2017 to about 2020)`. */
  journey?: string
  confirmed: boolean
  source: string
  /**
   * What Jaribu can tell about it by itself: the name of a check of all systems (`lib/derive/checklist.ts`) or of this
   * one (`System.checks`), with an argument after a colon where it takes one (`own:shortcode`).
   */
  check?: string
}

/** What a system's provider asks for before production. */
export type GoLive = {
  cases: readonly GoLiveCase[]
  /** Names of the groups, in the order in which they are shown. */
  apis: readonly { id: string; title: string }[]
  /** Empty where the provider has no workbook. */
  sheets: readonly SheetLayout[]
  checklist: readonly ChecklistItem[]
}
