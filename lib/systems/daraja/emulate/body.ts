import type { Json, Operation } from '@/lib/catalogue/types'
import { perEntry } from '@/lib/systems/gateway/per-entry'
import { objectOf, type WireObject } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'

/** Objects inside objects become dotted names. Bodies of this API nest once; what is deeper stays as it is. */
const flatten = (source: WireObject): Values => {
  const values: Values = Object.create(null)
  for (const [name, value] of Object.entries(source)) {
    values[name] = value
    for (const [inner, innerValue] of Object.entries(objectOf(value) ?? {}))
      values[`${name}.${inner}`] = innerValue
  }
  return values
}

export type Body = { kind: 'object' | 'array'; items: Values[] } | { kind: 'unreadable' }

/** Reads whatever bytes came as the JSON object or array of objects that the API takes. */
export const readBody = (bytes: Uint8Array): Body => {
  const text = new TextDecoder().decode(bytes).trim()
  let parsed: Json
  try {
    parsed = JSON.parse(text) as Json
  } catch {
    return { kind: 'unreadable' }
  }
  const items = (Array.isArray(parsed) ? parsed : [parsed]).map(objectOf)
  if (!items.every((item) => item !== undefined)) return { kind: 'unreadable' }
  return { kind: Array.isArray(parsed) ? 'array' : 'object', items: items.map(flatten) }
}

/** The fields of a call without a body. */
export const readQuery = (query: string): Body => ({
  kind: 'object',
  items: [Object.assign(Object.create(null) as Values, Object.fromEntries(new URLSearchParams(query)))],
})

/** Names that clients send where the documentation has another one. */
const aliases: [documented: string, seen: string][] = [
  ['Initiator', 'InitiatorName'],
  ['InitiatorName', 'Initiator'],
  ['Occassion', 'Occasion'],
  ['Occasion', 'Occassion'],
  ['RecieverIdentifierType', 'ReceiverIdentifierType'],
  ['OriginalConversationID', 'OriginatorConversationID'],
  ['callbackurl', 'callbackUrl'],
  ['callbackurl', 'callbackURL'],
  ['RequestRefID', 'RequestRefId'],
  ['MSISDN', 'Msisdn'],
  ['Msisdn', 'MSISDN'],
]

const aliasesOf = perEntry(({ fields }: Operation) => {
  const names = new Set(fields.map(({ name }) => name))
  return aliases.filter(([documented, seen]) => names.has(documented) && !names.has(seen))
})

/** Fills documented names from the ones that were sent, and says so. */
export const readAliases = (values: Values, operation: Operation, notes: string[]) => {
  for (const [documented, seen] of aliasesOf(operation)) {
    if ((values[documented] ?? '') !== '' || (values[seen] ?? '') === '') continue
    values[documented] = values[seen]
    notes.push(`${seen} was sent where the documentation has ${documented}; accepted.`)
  }
}
