import type { Json, WireExample } from '@/lib/catalogue/types'
import type { System } from '@/lib/systems/types'

const cache = new WeakMap<readonly System[], ReadonlySet<string>>()

/** Whether a message of some system has a member of that name, in any capitals. */
export const isWireName = (systems: readonly System[]): ((name: string) => boolean) => {
  const known = cache.get(systems) ?? namesOfAll(systems)
  cache.set(systems, known)
  return (name) => known.has(lower(name))
}

const namesOfAll = (systems: readonly System[]): ReadonlySet<string> =>
  new Set(
    systems.flatMap(({ operations, callbacks }) => [
      ...operations.flatMap(({ acknowledgement: { success, failure, variants } }) =>
        [success, ...(failure ? [failure] : []), ...variants].flatMap((example) => [...namesOf(example)]),
      ),
      ...Object.values(callbacks).flatMap(({ example }) => [...namesInBody(example.body)]),
    ]),
  )

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

const lower = (text: string) => text.toLowerCase()

const keysIn = (value: Json, depth = 0): string[] => {
  if (typeof value !== 'object' || value === null || depth > 8) return []
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((inner) => keysIn(inner, depth + 1))
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner, depth + 1)])
}
