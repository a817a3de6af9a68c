import type { CallbackKind } from './callback-kinds'
import type {
  ChecklistItem,
  Condition,
  EvidenceRecord,
  GoLiveCase,
  PlayAnswer,
  PlayStep,
  PlayValue,
} from './go-live'
import type { Json, SystemId } from './types'

/**
 * The words in which Go-Live cases are written. They make plain data (`go-live.ts`) and nothing else: what a row says,
 * the judge and the player read.
 *
 *     {
 *       row: 22,
 *       title: 'Negative amount',
 *       kind: 'negative',
 *       steps: 'Send amount -1.',
 *       expected: 'Refused with an error about Amount.',
 *       proof: 'An exchange that answered with an error about Amount.',
 *       records: [sent('stk-push', isBelow('request.body.Amount', 0), isAtLeast('response.status', 400))],
 *       play: [send('stk-push', { Amount: -1 })],
 *     }
 *
 * What several rows have in common stands beside them: `proofs.ts`, `plays.ts`, and whole rows in `shared-rows.ts`.
 */

type Value = string | number | boolean

/** A condition, or the few that a named proof stands for. */
export type Where = readonly (Condition | readonly Condition[])[]

export const is = (field: string, value: Value): Condition => ({ field, op: 'equals', value })
export const isNot = (field: string, value: Value): Condition => ({ field, op: 'notEquals', value })
export const isOneOf = (field: string, ...value: (string | number)[]): Condition => ({
  field,
  op: 'in',
  value,
})
export const isNoneOf = (field: string, ...value: (string | number)[]): Condition => ({
  field,
  op: 'notIn',
  value,
})
export const has = (field: string): Condition => ({ field, op: 'exists', value: true })
export const lacks = (field: string): Condition => ({ field, op: 'exists', value: false })
export const isEmpty = (field: string): Condition => ({ field, op: 'empty', value: true })
/** Stored as text: of the flags only `i` has a meaning. */
export const matches = (field: string, pattern: RegExp): Condition => ({
  field,
  op: 'matches',
  ...stored(pattern),
})
export const doesNotMatch = (field: string, pattern: RegExp): Condition => ({
  field,
  op: 'notMatches',
  ...stored(pattern),
})
/** Both ends belong to the range. */
export const isBetween = (field: string, least: number, most: number): Condition => ({
  field,
  op: 'between',
  value: [least, most],
})
export const isOutside = (field: string, least: number, most: number): Condition => ({
  field,
  op: 'outside',
  value: [least, most],
})
export const isAbove = (field: string, value: number): Condition => ({ field, op: 'gt', value })
export const isAtLeast = (field: string, value: number): Condition => ({ field, op: 'gte', value })
export const isBelow = (field: string, value: number): Condition => ({ field, op: 'lt', value })
export const isShorterThan = (field: string, value: number): Condition => ({ field, op: 'lengthLt', value })
export const isLongerThan = (field: string, value: number): Condition => ({ field, op: 'lengthGt', value })
/** The list of key and value pairs holds this key. */
export const hasKey = (field: string, value: string): Condition => ({ field, op: 'hasKey', value })
/** The other field: of this message, of an earlier one (`first.…`, `previous.…`), or of the `environment.…`. */
export const isSameAs = (field: string, value: string): Condition => ({ field, op: 'sameAs', value })
export const differsFrom = (field: string, value: string): Condition => ({ field, op: 'differs', value })
/** So many callbacks carry the same value. */
export const repeats = (field: string, value: number): Condition => ({ field, op: 'repeats', value })
/** One of these lists holds whole. */
export const anyOf = (...lists: Where[]): Condition => ({
  op: 'anyOf',
  any: lists.map((list) => list.flat()),
})

const stored = (pattern: RegExp): { value: string; ignoreCase?: true } => ({
  value: pattern.source.replaceAll('\\/', '/'),
  ...(pattern.ignoreCase && { ignoreCase: true }),
})

/** What an earlier step brought: `from('push', 'receipt')`. */
export const from = ($from: string, take: string): PlayValue => ({ $from, take })
/** The run’s own callback address, with its port written out. */
export const hook = ($hook: string): PlayValue => ({ $hook })
/** A text that no run had before, of so many characters. */
export const fresh = ($fresh: number, prefix?: string): PlayValue => ({ $fresh, ...(prefix && { prefix }) })
export const secondsAgo = ($ago: number): PlayValue => ({ $ago })

export const answerPrompt = (answer: Exclude<PlayAnswer['answer'], 'code'>): PlayStep => ({
  do: 'answer-prompt',
  answer: { answer },
})
export const customerPays = (shortcode: string, reference: string, amount: number): PlayStep => ({
  do: 'customer-pays',
  shortcode,
  reference,
  amount,
})
export const readStrictly: PlayStep = { do: 'read-strictly' }
/** `accept`, `silent`, or the code of a refusal. */
export const answerValidation = (answer: string): PlayStep => ({ do: 'answer-validation', with: answer })
export const arrange = (kept: Readonly<Record<string, PlayValue>>): PlayStep => ({
  do: 'arrange',
  with: kept,
})
export const letPass = (seconds: number): PlayStep => ({ do: 'let-pass', seconds })
export const fault = (name: string, value?: Json): PlayStep => ({
  do: 'fault',
  name,
  ...(value !== undefined && { value }),
})

type Send = Extract<PlayStep, { do: 'send' }>
export type Changes = NonNullable<Send['values']>
export type SendOptions = Omit<Send, 'do' | 'operation' | 'values'>

const listed = (one: string | readonly string[]): readonly string[] => (typeof one === 'string' ? [one] : one)

/** What stands in a row, whatever it is a row of. */
export type CaseRow = Pick<
  GoLiveCase,
  'title' | 'expected' | 'against' | 'play' | 'byHand' | 'needs' | 'quirk' | 'observed'
> & {
  /** `success` unless said. */
  kind?: GoLiveCase['kind']
  steps: string | readonly string[]
  /** What proves it, in words. */
  proof: string
  /** What proves it, for the judge. */
  records: readonly EvidenceRecord[]
  /** Other records that prove it as well. */
  or?: readonly (readonly EvidenceRecord[])[]
}

/** A row of the provider’s workbook, by its number there. */
type SheetRow = CaseRow & { row: number }
/** A row of ours, by the number in its id. */
type OwnRow = CaseRow & { own: number }

/** For a case that no run can prove: why, as a reason beside the empty cell. */
export const onlyByHand = (why: string): Pick<CaseRow, 'records' | 'byHand'> => ({
  records: [{ record: 'manual', why }],
  byHand: why,
})

/** The words that name operations and callbacks of one system. `ids` is how its cases’ ids begin, where not with its name. */
export const wordsOf = <Kind extends CallbackKind>(system: SystemId, ids: string = system) => {
  const send = (operation: string, values: Changes = {}, more: SendOptions = {}): Send => ({
    do: 'send',
    operation: `${system}.${operation}`,
    ...(Object.keys(values).length > 0 && { values }),
    ...more,
  })
  const caseOf = ({ proof, records, or, steps, kind = 'success', ...row }: CaseRow) => ({
    system,
    kind,
    steps: listed(steps),
    evidence: { text: proof, records, ...(or && { or }) },
    ...row,
  })
  const idOf = (name: string, letter: string, number: number) =>
    `${ids}-${name}-${letter}${String(number).padStart(2, '0')}`

  return {
    /** A call with its answer, of one of these operations. */
    sent: (operations: string | readonly string[], ...where: Where): EvidenceRecord => ({
      record: 'exchange',
      operations: listed(operations).map((name) => `${system}.${name}`),
      where: where.flat(),
    }),
    /** A call of any operation of the system. */
    sentAny: (...where: Where): EvidenceRecord => ({ record: 'exchange', where: where.flat() }),
    /** A callback that came, with what was answered to it. */
    called: (kind: Kind, ...where: Where): EvidenceRecord => ({
      record: 'callback',
      kinds: [kind],
      where: where.flat(),
    }),
    /** No such callback within so many seconds. */
    silence: (kind: Kind, withinSeconds: number): EvidenceRecord => ({
      record: 'absence',
      kinds: [kind],
      withinSeconds,
      where: [],
    }),

    /** Sends the form’s own values with these changes; `null` leaves a field out. */
    send,
    /** Sends, and goes on once the verdict is final. */
    sendAndWait: (operation: string, values?: Changes, more?: SendOptions): Send => ({
      ...send(operation, values, more),
      wait: 'verdict',
    }),
    awaitCallback: (kind: Kind, as?: string): PlayStep => ({
      do: 'await-callback',
      kind,
      ...(as && { as }),
    }),

    /** A sheet of the provider’s workbook, by subject. */
    sheetCases: (
      { sheet, api }: { sheet: string; api: string },
      subjects: Readonly<Record<string, readonly SheetRow[]>>,
    ): GoLiveCase[] =>
      Object.entries(subjects).flatMap(([subject, rows]) =>
        rows.map(({ row, ...each }) => ({
          id: idOf(sheet.toLowerCase().replaceAll(' ', '-'), 'r', row),
          api,
          source: 'sheet',
          sheet,
          row,
          subject,
          ...caseOf(each),
        })),
      ),
    /** Cases of ours, which no workbook asks for. */
    ownCases: (api: string, rows: readonly OwnRow[]): GoLiveCase[] =>
      rows.map(({ own, ...each }) => ({
        id: idOf(api, 'd', own),
        api,
        source: 'derived',
        subject: 'Functionality tests',
        ...caseOf(each),
      })),
  }
}

/** Rows of a checklist, confirmed by `source` unless they say otherwise. */
export const itemsOf =
  (source: string) =>
  (
    id: string,
    section: string,
    words: Pick<ChecklistItem, 'title' | 'todo' | 'where'>,
    more: Partial<ChecklistItem> = {},
  ): ChecklistItem => ({ id, section, ...words, confirmed: true, source, ...more })
