import type { CallbackKind } from '@/lib/catalogue/callback-kinds'
import type { Code, Json, Operation, OperationId, SystemId, WireExample } from '@/lib/catalogue/types'
import type { System } from '@/lib/systems/types'
import { type Pasted, plainWords, readPasted } from './pasted'
import { codeKey, likeEnough, likenessOf } from './search'

/** One thing that a pasted text says. */
type Finding = {
  /** By what it was found: a system's reader of callbacks or of answers, a code in the text, or known words. */
  how: 'callback' | 'answer' | 'code' | 'words'
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
  /** Null: no source explains this code in this place. */
  row: Code | null
  /** Other rows that it may be as well: same code, another system or place. */
  others: Code[]
}

export type ExplainedText = { form: Pasted['form']; findings: Finding[] }

const mostByWords = 3
const mostOthers = 6

/** What a pasted text is about: first by the readers of the systems, then by the codes in it, then by its words. */
export const explainText = (systems: readonly System[], text: string): ExplainedText => {
  const pasted = readPasted(text)
  const read = pasted.messages.flatMap((message) => {
    const callbacks = systems.flatMap((system) => asCallback(system, message))
    return callbacks.length > 0 ? callbacks : asAnswer(systems, message)
  })
  const rows = systems.flatMap(({ codes }) => codes)
  const seen = new Set(read.flatMap(({ code }) => (code === null ? [] : [codeKey(code)])))
  const given = new Set(plainWords(text))
  const named = [
    ...pasted.codes.map(({ code }) => code),
    ...(read.length > 0 ? [] : distinctCodes(rows, text)),
  ]
  const coded = named.flatMap((code) => {
    if (seen.has(codeKey(code))) return []
    seen.add(codeKey(code))
    return [byCode(rows, code, given)]
  })
  const findings = [...read, ...coded]
  const isExplained = findings.some(({ row, sentence }) => row !== null || sentence !== null)
  return { form: pasted.form, findings: isExplained ? findings : [...byWords(rows, given), ...findings] }
}

const nothing = { kind: null, operation: null, code: null, description: null, sentence: null, others: [] }

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
  const { kind, code = null, description = null, sentence } = meaning
  const where = { place: system.callbacks[kind]?.where, message: description ?? undefined }
  const row = code === null ? null : (system.explain(code, where) ?? null)
  return [{ ...nothing, how: 'callback', system: system.id, kind, code, description, sentence, row }]
}

/** Answers look alike: the names in one tell whose it may be. Several systems share a form; each is heard. */
const asAnswer = (systems: readonly System[], message: string): Finding[] => {
  const names = namesIn(message)
  const likely = systems.map((system) => ({ system, ...likeliest(system.operations, names) }))
  const best = Math.max(...likely.map(({ score }) => score))
  if (best < 0.5) return []
  return likely
    .filter(({ score }) => score === best)
    .flatMap(({ system, operations, status }): Finding[] => {
      const [first] = operations
      if (!first) return []
      const outcome = system.read(first, status, message)
      const only = operations.length === 1 ? first.id : undefined
      const code = 'code' in outcome && !outcome.code.startsWith('HTTP ') ? outcome.code : null
      if (code === null) return []
      // Readers add advice to the words of an open outcome; the row is found by the words as they came.
      const description = outcome.description.split(': the outcome is not known')[0] ?? null
      const row = system.explain(code, { operation: only, message: description ?? undefined }) ?? null
      return [
        {
          ...nothing,
          how: 'answer',
          system: system.id,
          operation: only ?? null,
          code,
          description,
          row,
          others: likely.flatMap((other) =>
            other.system !== system && other.score < best && other.score >= best / 2
              ? (other.system.explain(code, {}) ?? [])
              : [],
          ),
        },
      ]
    })
}

/** Operations whose examples share most names with the message, and the status of the closest example. */
const likeliest = (operations: readonly Operation[], names: ReadonlySet<string>) => {
  let best = { score: 0, operations: [] as Operation[], status: 200 }
  for (const operation of operations) {
    const { success, failure, variants } = operation.acknowledgement
    for (const example of [success, ...(failure ? [failure] : []), ...variants]) {
      const score = overlapOf(namesOf(example), names)
      if (score > best.score) best = { score, operations: [operation], status: example.httpStatus }
      else if (score === best.score && score > 0 && !best.operations.includes(operation)) {
        best.operations.push(operation)
      }
    }
  }
  return best
}

const overlapOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  if (one.size === 0 || other.size === 0) return 0
  const shared = [...one].filter((name) => other.has(name)).length
  return shared / (one.size + other.size - shared)
}

const cache = new WeakMap<WireExample, ReadonlySet<string>>()

const namesOf = (example: WireExample): ReadonlySet<string> => {
  const known = cache.get(example)
  if (known) return known
  const names =
    typeof example.body === 'string' ? namesIn(example.body) : new Set(keysIn(example.body).map(lower))
  cache.set(example, names)
  return names
}

const lower = (text: string) => text.toLowerCase()

/** Names of elements or keys, without the prefixes that senders choose. */
const namesIn = (message: string): ReadonlySet<string> => {
  if (message.trimStart().startsWith('<')) {
    return new Set(
      [...message.matchAll(/<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)/g)].map(([, name = '']) => lower(name)),
    )
  }
  try {
    return new Set(keysIn(JSON.parse(message)).map(lower))
  } catch {
    return new Set()
  }
}

const keysIn = (value: Json, depth = 0): string[] => {
  if (typeof value !== 'object' || value === null || depth > 8) return []
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((inner) => keysIn(inner, depth + 1))
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner, depth + 1)])
}

/** Codes that are nothing else: with a letter or a dot in them, or very long. A bare 4001 may be an amount. */
const distinctCodes = (rows: readonly Code[], text: string): string[] => {
  const found = new Set<string>()
  for (const { code } of rows) {
    if (code === null || !/[A-Za-z_].*\d|\d\.\d|\d{9}/.test(code)) continue
    const escaped = code.replace(/[.\\+*?^$()[\]{}|]/g, '\\$&')
    const match = new RegExp(`(?<![\\w.-])${escaped}(?![\\w-]|\\.\\d)`, 'i').exec(text)
    if (match) found.add(match[0])
  }
  return [...found]
}

/** A code alone: the row whose words are there as well, else the surest; the others beside it. */
const byCode = (rows: readonly Code[], code: string, given: ReadonlySet<string>): Finding => {
  const key = codeKey(code)
  const fit = rows
    .filter((row) => row.code !== null && codeKey(row.code) === key)
    .map((row) => ({
      row,
      points: likenessOf(row, given) + (row.context ? 0 : 0.02) + (row.confirmed ? 0.01 : 0),
    }))
    .sort((a, b) => b.points - a.points)
    .map(({ row }) => row)
  const [row = null, ...others] = fit
  return {
    ...nothing,
    how: 'code',
    code,
    system: row?.system ?? null,
    row,
    others: others.slice(0, mostOthers),
  }
}

const byWords = (rows: readonly Code[], given: ReadonlySet<string>): Finding[] =>
  rows
    .filter((row) => plainWords(row.message).length > 1)
    .map((row) => ({ row, likeness: likenessOf(row, given) }))
    .filter(({ likeness }) => likeness >= likeEnough)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostByWords)
    .map(({ row }) => ({ ...nothing, how: 'words', system: row.system, code: row.code, row }))
