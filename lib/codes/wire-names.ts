import type { Json, WireExample } from '@/lib/catalogue/types'
import type { System } from '@/lib/systems/types'

type Known = { names: ReadonlySet<string>; byLetters: ReadonlyMap<string, string> }

const cache = new WeakMap<readonly System[], Known>()

const knownOf = (systems: readonly System[]): Known => {
  const cached = cache.get(systems)
  if (cached) return cached
  const spelled = spellings(systems)
  const known = {
    names: new Set(spelled.map(lower)),
    byLetters: new Map(spelled.toReversed().map((name) => [lettersOf(name), name])),
  }
  cache.set(systems, known)
  return known
}

const lettersOf = (name: string) => lower(name).replaceAll('_', '')

/**
 * The name that a message of some system has for this one, in any capitals; programs write `checkout_request_id` for
 * `CheckoutRequestID`. Undefined where none has it.
 */
export const wireNameOf = (systems: readonly System[]): ((name: string) => string | undefined) => {
  const { names, byLetters } = knownOf(systems)
  return (name) => (names.has(lower(name)) ? name : byLetters.get(lettersOf(name)))
}

/** The same object under the names of the wire. */
export const inWireNames = (value: Json, nameOf: (name: string) => string | undefined, depth = 0): Json => {
  if (typeof value !== 'object' || value === null || depth > 8) return value
  if (Array.isArray(value)) return value.map((inner) => inWireNames(inner, nameOf, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [nameOf(key) ?? key, inWireNames(inner, nameOf, depth + 1)]),
  )
}

/** Names as they are written, those of callbacks first. */
const spellings = (systems: readonly System[]): string[] => [
  ...systems.flatMap(({ callbacks }) =>
    Object.values(callbacks).flatMap(({ example }) => spelledIn(example.body)),
  ),
  ...systems.flatMap(({ operations }) =>
    operations.flatMap(({ acknowledgement: { success, failure, variants } }) =>
      [success, ...(failure ? [failure] : []), ...variants].flatMap(({ body }) => spelledIn(body)),
    ),
  ),
]

const spelledIn = (body: Json): string[] =>
  typeof body === 'string' && body.trimStart().startsWith('<') ? elementsIn(body) : keysIn(body)

const examples = new WeakMap<WireExample, ReadonlySet<string>>()

/** Names in an example of a message, in small letters. */
export const namesOf = (example: WireExample): ReadonlySet<string> => {
  const known = examples.get(example)
  if (known) return known
  const names = namesInBody(example.body)
  examples.set(example, names)
  return names
}

const namesInBody = (body: Json): ReadonlySet<string> =>
  typeof body === 'string' ? namesInText(body) : new Set(keysIn(body).map(lower))

/** Names of elements, without the prefixes that senders choose, or of members. */
export const namesInText = (message: string): ReadonlySet<string> => {
  if (message.trimStart().startsWith('<')) return new Set(elementsIn(message).map(lower))
  try {
    return new Set(keysIn(JSON.parse(message)).map(lower))
  } catch {
    return new Set()
  }
}

const elementsIn = (message: string): string[] =>
  [...message.matchAll(/<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)/g)].map(([, name = '']) => name)

const lower = (text: string) => text.toLowerCase()

const keysIn = (value: Json, depth = 0): string[] => {
  if (typeof value !== 'object' || value === null || depth > 8) return []
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((inner) => keysIn(inner, depth + 1))
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner, depth + 1)])
}
