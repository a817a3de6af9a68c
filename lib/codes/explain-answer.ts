import type { Code, Operation, OperationId } from '@/lib/catalogue/types'
import type { Outcome, System } from '@/lib/systems/types'
import { type Finding, mostOthers, nothing, type TextKind } from './finding'
import { namedCodes } from './pasted'
import { codeKey } from './search'
import { namesInText, namesOf, wireNameOf } from './wire-names'

/** Less of an answer's names than this is another message. */
const leastLike = 0.5

/** Answers look alike: the names in one tell whose it may be. Several systems share a form; each is heard. */
export const explainAnswer = (systems: readonly System[], message: string): Finding[] => {
  const names = namesInText(message)
  const wireName = wireNameOf(systems)
  const isTheirs = [...names].some((name) => !ofAnybody.has(name) && wireName(name) !== undefined)
  const likely = systems.map((system) => ({ system, ...likeliest(system.operations, names) }))
  const best = Math.max(...likely.map(({ score }) => score))
  if (best < leastLike) return []
  const findings = likely
    .filter(({ score }) => score === best)
    .flatMap(({ system, operations, status }) => ofAnswer(system, operations, status, message))
    .filter(({ row, isPlain }) => row !== null || isPlain || isTheirs)
  const told = new Set(findings.map(({ system }) => system))
  const untold = likely.filter(
    ({ system, score, holdsAll }) => !told.has(system.id) && (holdsAll || score >= best / 2),
  )
  return findings.map((finding) => withOthers(finding, untold))
}

/** Names that messages of all the world have. With no others, a message is a provider's only if a row says its words. */
const ofAnybody = new Set(
  'code message status statuscode description detail details error errors type id name title data result success reason kind timestamp path body'.split(
    ' ',
  ),
)

type Likely = { system: System; score: number; holdsAll: boolean }

/** A form that another system nearly has as well: its reading stands beside. */
const withOthers = (finding: Finding, untold: readonly Likely[]): Finding => {
  const { code, isPlain } = finding
  if (code === null || isPlain) return finding
  const elsewhere = untold.flatMap(({ system }) => system.explain(code, {}) ?? [])
  return { ...finding, others: [...finding.others, ...elsewhere].slice(0, mostOthers) }
}

const ofAnswer = (
  system: System,
  operations: readonly Operation[],
  status: number,
  message: string,
): Finding[] => {
  const outcomes = operations.map((operation) => readable(system, operation, status, message))
  const [outcome] = outcomes
  if (!outcome || !isCode(outcome.code)) return []
  const only = operations.length === 1 ? operations[0]?.id : undefined
  // Where one of the calls that it may answer is only taken by it, more than that is not told.
  const isTaken = outcomes.some((one) => one?.kind === 'accepted')
  const shared = {
    ...nothing,
    how: isTaken ? ('acknowledgement' as const) : textKindOf(outcome),
    system: system.id,
    operation: only ?? null,
  }
  // Readers say success where an answer of none has no code.
  if (!isTaken && outcome.kind === 'done' && !hasCode(message))
    return [{ ...shared, isPlain: true, sentence: 'The call was answered with what it asks for.' }]
  const description = wordsIn(outcome)
  const explained =
    system.explain(outcome.code, { operation: only, place: 'api', message: description ?? undefined }) ?? null
  // A query that worked may say that the transaction did not: its own words count, not the code of the query.
  const isPlain = outcome.kind === 'failed' && explained?.success === true
  const row = isPlain ? null : explained
  return [
    {
      ...shared,
      code: outcome.code,
      description,
      row,
      isPlain,
      others: row || isPlain ? [] : mayBe(system, outcome.code, only),
    },
  ]
}

/** What stands under a name like one may be a sentence, and readers put the status where there is none. */
const isCode = (code: string) => /^[\w.+-]{1,60}$/.test(code)
const hasCode = (message: string) => message.startsWith('<') || namedCodes(message).length > 0

/** Readers add advice to the words of an open outcome, and a status in place of none: a row is found by what came. */
const wordsIn = ({ description }: Coded): string | null => {
  const words = description.split(': the outcome is not known')[0] ?? ''
  return /^(?:HTTP \d{3})?$/.test(words) ? null : words
}

type Coded = Extract<Outcome, { code: string }>

/** A body is read under the status of the example that it is like, and under that of a fault where it is one. */
const readable = (
  system: System,
  operation: Operation,
  status: number,
  message: string,
): Coded | undefined => {
  for (const assumed of [status, 500]) {
    const outcome = system.read(operation, assumed, message)
    if ('code' in outcome) return outcome
  }
  return undefined
}

const textKindOf = ({ kind }: Coded): TextKind =>
  kind === 'accepted' ? 'acknowledgement' : kind === 'refused' ? 'refusal' : 'answer'

/** The words decide between rows of a code, and they are other ones: all that the code may be. */
const mayBe = (system: System, code: string, operation: OperationId | undefined): Code[] => {
  const rows = system.codes.filter(
    (row) => row.code !== null && codeKey(row.code) === codeKey(code) && row.where === 'api',
  )
  const own = rows.filter(
    ({ operations }) => operation === undefined || operations.length === 0 || operations.includes(operation),
  )
  return (own.length > 0 ? own : rows).slice(0, mostOthers)
}

/**
 * Operations whose examples share most names with the message, and the status of the closest example. What is in the
 * answers of many, such as a code with its words alone, is of none of them for certain.
 */
const likeliest = (operations: readonly Operation[], names: ReadonlySet<string>) => {
  let best = { score: 0, operations: [] as Operation[], status: 200 }
  const holders = new Set<Operation>()
  for (const operation of operations) {
    const { success, failure, variants } = operation.acknowledgement
    for (const example of [success, ...(failure ? [failure] : []), ...variants]) {
      const known = namesOf(example)
      if (names.size > 0 && [...names].every((name) => known.has(name))) holders.add(operation)
      const score = overlapOf(known, names)
      if (score > best.score) best = { score, operations: [operation], status: example.httpStatus }
      else if (score === best.score && score > 0 && !best.operations.includes(operation)) {
        best.operations.push(operation)
      }
    }
  }
  return { ...best, operations: [...new Set([...best.operations, ...holders])], holdsAll: holders.size > 0 }
}

const overlapOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  if (one.size === 0 || other.size === 0) return 0
  const shared = [...one].filter((name) => other.has(name)).length
  return shared / (one.size + other.size - shared)
}
