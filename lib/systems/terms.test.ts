import { describe, expect, test } from 'vitest'
import { terms } from '@/lib/catalogue/terms'
import type { Json, Operation } from '@/lib/catalogue/types'
import { systems } from '.'

/** Names of members and elements, and the names that a table of parameters holds as values. */
const namesIn = (body: Json | undefined): string[] => {
  if (typeof body === 'string') {
    return [
      ...[...body.matchAll(/<(?:[\w-]+:)?([A-Za-z][\w.-]*)/g)].map((found) => found[1] ?? ''),
      ...[...body.matchAll(/<(?:[\w-]+:)?Key>([^<]+)</g)].map((found) => found[1] ?? ''),
    ]
  }
  if (Array.isArray(body)) return body.flatMap(namesIn)
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]) => [
    name,
    ...(/^(name|key)$/i.test(name) && typeof value === 'string' ? [value] : namesIn(value)),
  ])
}

const namesOf = (operations: readonly Operation[]) => {
  const fields = (direction: Operation['direction']) =>
    operations
      .filter((one) => one.direction === direction)
      .flatMap((one) => one.fields.map(({ name }) => name))
  const answers = operations.flatMap(({ acknowledgement: { success, failure, variants } }) =>
    [success, failure, ...variants].flatMap((example) => namesIn(example?.body)),
  )
  const callbacks = operations.flatMap((one) => one.callbacks.flatMap(({ example }) => namesIn(example)))
  return {
    request: new Set(fields('outbound')),
    answer: new Set(answers),
    callback: new Set([...callbacks, ...fields('inbound')]),
  }
}

describe.each(systems)('the terms of $id', ({ terms: column = {}, operations }) => {
  const known = namesOf(operations)

  test('name every thing of the table once, with a source', () => {
    expect(Object.keys(column).sort()).toEqual(terms.map(({ id }) => id).sort())
    for (const [id, { source }] of Object.entries(column)) expect(source, id).not.toBe('')
  })

  test.each(['request', 'answer', 'callback'] as const)('use no name that no %s has', (message) => {
    const strangers = Object.entries(column).flatMap(([id, use]) =>
      (use.wire?.[message] ?? []).filter((name) => !known[message].has(name)).map((name) => `${id}: ${name}`),
    )
    expect(strangers).toEqual([])
  })

  test('name nothing on the wire for what the system lacks', () => {
    const lacking = Object.entries(column).filter(([, { word }]) => word === null)
    expect(lacking.filter(([, { wire }]) => wire !== undefined)).toEqual([])
  })
})
