import type { Code, Json, Operation, OperationId } from '@/lib/catalogue/types'
import type { Outcome, System } from '@/lib/systems/types'
import { objectOf, type WireObject } from '@/lib/wire/json'
import { type Finding, nothing, type TextKind } from './finding'
import { namedCodes, type PastedMessage } from './pasted'
import { codeKey } from './search'
import { namesInText, namesOf } from './wire-names'

const mostOthers = 6
/** Programs wrap a message in their own: a response with its data, a log entry with its fields. */
const deepest = 6
const mostInner = 60

/** What one whole message says. A message of a program that holds a provider's is read for that. */
export const explainMessage = (systems: readonly System[], message: PastedMessage): Finding[] => {
  if (message.kind === 'xml') return explainWhole(systems, message.text)
  let level: WireObject[] = [message.value]
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const found = level.flatMap((value) => explainWhole(systems, JSON.stringify(value)))
    if (found.length > 0) return found
    level = level.flatMap(innerObjects).slice(0, mostInner)
  }
  return []
}

/** Objects one level down, also those written as text. */
const innerObjects = (value: WireObject): WireObject[] =>
  Object.values(value)
    .flatMap((inner) => (Array.isArray(inner) ? inner : [inner]))
    .flatMap((inner) => {
      const object = objectOf(typeof inner === 'string' ? parsed(inner) : inner)
      return object ? [object] : []
    })

const parsed = (text: string): Json | undefined => {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

const explainWhole = (systems: readonly System[], message: string): Finding[] => {
  const callbacks = systems.flatMap((system) => asCallback(system, message))
  if (callbacks.length > 0) return callbacks
  const faults = systems.flatMap((system) => asFault(system, message))
  if (faults.length > 0) return faults
  const answers = asAnswer(systems, message)
  return answers.length > 0 ? answers : asExact(systems, message)
}

/** A code and, beside it, just the words of one of its rows: short ones too, which in a sentence would be chance. */
const asExact = (systems: readonly System[], message: string): Finding[] => {
  const [named] = message.startsWith('<') ? [] : namedCodes(message)
  if (!named) return []
  const said = new Set(Object.values(objectOf(parsed(message)) ?? {}).map(plain))
  const rows = systems
    .flatMap(({ codes }) => codes)
    .filter(
      (row) => row.code !== null && codeKey(row.code) === codeKey(named.code) && said.has(plain(row.message)),
    )
  const [row, ...others] = rows
  if (!row) return []
  return [
    {
      ...nothing,
      how: 'code',
      system: row.system,
      code: named.code,
      row,
      others: others.slice(0, mostOthers),
    },
  ]
}

const plain = (value: Json): string =>
  typeof value === 'string' ? value.trim().replace(/\.$/, '').toLowerCase() : ''

/** A fault of what stands in front of an API has its own form, whichever call it answers. */
const asFault = (system: System, message: string): Finding[] => {
  const [operation] = system.operations
  if (!operation || !namesInText(message).has('faultstring') || message.startsWith('<')) return []
  const outcome = system.read(operation, 500, message)
  if (outcome.kind !== 'refused' || outcome.code.startsWith('HTTP ')) return []
  const { code, description } = outcome
  const row = system.explain(code, { place: 'api', message: description }) ?? null
  return row || /\./.test(code)
    ? [{ ...nothing, how: 'refusal', system: system.id, code, description, row }]
    : []
}

const asCallback = (system: System, message: string): Finding[] => {
  const isXml = message.startsWith('<')
  const meaning = system.callback({
    method: 'POST',
    path: '/',
    query: '',
    headers: [['content-type', isXml ? 'text/xml' : 'application/json']],
    body: new TextEncoder().encode(message),
    remoteAddress: '',
  })
  if (!meaning) return []
  const { kind, code = null, description = null, sentence, outcome } = meaning
  const senders = system.operations.filter(({ callbacks }) => callbacks.some((spec) => spec.kind === kind))
  const operation = senders.length === 1 ? senders[0]?.id : undefined
  const where = { operation, place: system.callbacks[kind]?.where, message: description ?? undefined }
  const row = code === null ? null : (system.explain(code, where) ?? null)
  return [
    {
      ...nothing,
      how: 'callback',
      system: system.id,
      kind,
      code,
      description,
      sentence,
      row,
      isPlain: outcome === 'success',
    },
  ]
}

/** Less of an answer's names than this is another message. */
const leastLike = 0.5

/** Answers look alike: the names in one tell whose it may be. Several systems share a form; each is heard. */
const asAnswer = (systems: readonly System[], message: string): Finding[] => {
  const names = namesInText(message)
  const likely = systems.map((system) => ({ system, ...likeliest(system.operations, names) }))
  const best = Math.max(...likely.map(({ score }) => score))
  if (best < leastLike) return []
  const findings = likely
    .filter(({ score }) => score === best)
    .flatMap(({ system, operations, status }) => ofAnswer(system, operations, status, message))
  const told = new Set(findings.map(({ system }) => system))
  const untold = likely.filter(
    ({ system, score, holdsAll }) => !told.has(system.id) && (holdsAll || score >= best / 2),
  )
  return findings.map((finding) => withOthers(finding, untold))
}

type Likely = { system: System; score: number; holdsAll: boolean }

/** A form that another system nearly has as well: its reading stands beside. */
const withOthers = (finding: Finding, untold: readonly Likely[]): Finding => {
  const { code } = finding
  if (code === null) return finding
  const elsewhere = untold.flatMap(({ system }) => system.explain(code, {}) ?? [])
  return { ...finding, others: [...finding.others, ...elsewhere].slice(0, mostOthers) }
}

const ofAnswer = (
  system: System,
  operations: readonly Operation[],
  status: number,
  message: string,
): Finding[] => {
  const [first] = operations
  if (!first) return []
  const outcome = readable(system, first, status, message)
  if (!outcome || outcome.code.startsWith('HTTP ')) return []
  const only = operations.length === 1 ? first.id : undefined
  // Readers add advice to the words of an open outcome; the row is found by the words as they came.
  const description = outcome.description.split(': the outcome is not known')[0] ?? null
  const explained =
    system.explain(outcome.code, { operation: only, place: 'api', message: description ?? undefined }) ?? null
  // A query that worked may say that the transaction did not: its own words count, not the code of the query.
  const isPlain = outcome.kind === 'failed' && explained?.success === true
  const row = isPlain ? null : explained
  return [
    {
      ...nothing,
      how: isTaken(system, operations, status, message) ? 'acknowledgement' : textKindOf(outcome),
      system: system.id,
      operation: only ?? null,
      code: outcome.code,
      description,
      row,
      isPlain,
      others: row || isPlain ? [] : mayBe(system, outcome.code, only),
    },
  ]
}

/** Where one of the calls that it may answer is only taken by it, more than that is not told. */
const isTaken = (
  system: System,
  operations: readonly Operation[],
  status: number,
  message: string,
): boolean =>
  operations.some((operation) => readable(system, operation, status, message)?.kind === 'accepted')

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
