import type { Json } from '@/lib/catalogue/types'
import type { System } from '@/lib/systems/types'
import { objectOf, type WireObject } from '@/lib/wire/json'
import { explainAnswer } from './explain-answer'
import { type Finding, mostOthers, nothing } from './finding'
import { namedCodes, type PastedMessage } from './pasted'
import { codeKey } from './search'
import { namesInText } from './wire-names'

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
  const faults = message.startsWith('<')
    ? asSoapFault(systems, message)
    : systems.flatMap((system) => asFault(system, message))
  if (faults.length > 0) return faults
  const answers = explainAnswer(systems, message)
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
  if (!operation || !namesInText(message).has('faultstring')) return []
  const outcome = system.read(operation, 500, message)
  if (outcome.kind !== 'refused' || outcome.code.startsWith('HTTP ')) return []
  const { code, description } = outcome
  const row = system.explain(code, { place: 'api', message: description }) ?? null
  return row || /\./.test(code)
    ? [{ ...nothing, how: 'refusal', system: system.id, code, description, row }]
    : []
}

const member = (name: string) => new RegExp(`<(?:[\\w.-]+:)?${name}\\b[^>]*>([^<]{1,500})<`, 'i')
const faultCode = member('(?:faultcode|Value)')
const faultWords = member('(?:faultstring|Text)')

/** A fault of SOAP refuses a call, whoever says it; some systems know the words. */
const asSoapFault = (systems: readonly System[], message: string): Finding[] => {
  if (!namesInText(message).has('fault')) return []
  const code = faultCode.exec(message)?.[1]?.trim()
  const description = faultWords.exec(message)?.[1]?.trim() ?? null
  if (!code) return []
  const [row = null] = systems.flatMap(
    (system) => system.explain(code, { place: 'api', message: description ?? undefined }) ?? [],
  )
  return [{ ...nothing, how: 'refusal', system: row?.system ?? null, code, description, row }]
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
