import { maskText } from '../mask'

/** Takes persons out of what is handed to others: phone numbers everywhere, names where a message names a person. */
export type PeopleMask = (text: string) => string

/**
 * Made from the messages that will be shown together: a name that one of them brings is masked in all of them, in
 * sentences too. Organisations keep their names.
 */
export const peopleMask = (messages: readonly string[]): PeopleMask => {
  const names = new Set(messages.flatMap(namesIn).filter((name) => name.length >= 2))
  // The longest first: a whole name before its parts.
  const ordered = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return (text) => ordered.reduce((masked, name) => replaceWord(masked, name), maskText(text))
}

const dots = '•••'

const replaceWord = (text: string, name: string): string =>
  text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu'),
    (found) => `${[...found][0] ?? ''}${dots}`,
  )

/** `FirstName`, `input_CustomerLastName`, `billedFullName`, `fullName`, `customer_name`: a person's, whoever sends it. */
const personField =
  /(?:^|_|[a-z])(?:first|middle|last|sur|full|customer|payer|sender|recipient|subscriber)_?name$|^kycvalue$|e-?mail$/i

/** `254708374149 - Asha Test`: of a person when a phone number stands before it. */
const publicName = /PublicName$|^(Credit|Debit)PartyName$/i

const namesIn = (message: string): string[] => {
  const pairs: [string, string][] = []
  try {
    collect(JSON.parse(message), pairs)
  } catch {
    collectXml(message, pairs)
  }
  return pairs.flatMap(([name, value]) => {
    const trimmed = value.trim()
    if (publicName.test(name)) return personIn(trimmed)
    if (!personField.test(name) || trimmed === '' || trimmed.length > 120) return []
    return [trimmed, ...trimmed.split(/\s+/).filter((part) => part.length >= 3 && !part.includes('@'))]
  })
}

const personIn = (value: string): string[] => {
  const [, name] = /^\+?\d{9,15}\s*-\s*(.{2,120})$/.exec(value) ?? []
  return name ? [name, ...name.split(/\s+/).filter((part) => part.length >= 3)] : []
}

/** Fields by name, and lists of key and value as results carry them. */
const collect = (value: unknown, pairs: [string, string][]): void => {
  if (Array.isArray(value)) {
    for (const inner of value) collect(inner, pairs)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const { Key, Name, Value } = value as Record<string, unknown>
  const key = Key ?? Name
  if (typeof key === 'string' && typeof Value === 'string') pairs.push([key, Value])
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string') pairs.push([name, inner])
    else collect(inner, pairs)
  }
}

/** Elements with text alone, escaped or not, and the key and value pairs of a result. */
const collectXml = (text: string, pairs: [string, string][]): void => {
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  if (!plain.trimStart().startsWith('<')) return
  for (const [, name = '', value = ''] of plain.matchAll(
    /<(?:[\w-]+:)?([\w-]+)(?:\s[^<>]{0,200})?>([^<>]{1,200})<\//g,
  )) {
    pairs.push([name, value])
  }
  for (const [, key = '', value = ''] of plain.matchAll(
    /<(?:[\w-]+:)?Key>([^<>]{1,100})<\/(?:[\w-]+:)?Key>\s*<(?:[\w-]+:)?Value>([^<>]{1,200})</g,
  )) {
    pairs.push([key, value])
  }
}
