import { describe, expect, test } from 'vitest'
import { fieldsOf } from '@/lib/derive/envelope'
import { parseXml } from '@/lib/xml/parse'
import { g2Codes, g2Operations } from '.'

const byId = new Map(g2Operations.map((operation) => [operation.id, operation]))

test('has the sixteen operations, each under its own id', () => {
  expect(byId.size).toBe(16)
  for (const { id, name } of g2Operations) expect(id).toBe(`g2.${name}`)
})

describe.each(g2Operations.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  const names = operation.fields.map(({ name }) => name)

  test('names each field once, with its source, and gives each its place in the envelope', () => {
    expect(new Set(names).size).toBe(names.length)
    expect(operation.fields.filter(({ sources }) => sources.length === 0)).toEqual([])
    const placed = operation.envelope ? fieldsOf(operation.envelope) : []
    // An envelope may have room for what this call does not send.
    expect(names.filter((name) => !placed.includes(name))).toEqual([])
    expect(new Set(placed).size).toBe(placed.length)
  })

  test('lists its fields in the order of the wire', () => {
    const placed = operation.envelope ? fieldsOf(operation.envelope) : []
    expect(placed.filter((name) => names.includes(name))).toEqual(names)
  })

  test('can cross to the browser and back', () => {
    expect(JSON.parse(JSON.stringify(operation))).toEqual(operation)
  })

  test('calls back to a field of its own, or to a registered URL', () => {
    for (const { to, expectedResponse, example } of operation.callbacks) {
      expect(names.includes(to) || to.startsWith('registered ')).toBe(true)
      expect(expectedResponse).toBeDefined()
      expect(parseXml(String(example))).toHaveProperty('root')
    }
  })

  test('leads to operations and fields that exist', () => {
    for (const { operation: id, take } of operation.followUps) {
      const next = byId.get(id)?.fields.map(({ name }) => name)
      expect(next).toEqual(expect.arrayContaining(take.map(({ field }) => field)))
    }
  })

  test('shows answers that are well-formed', () => {
    const { success, failure, variants } = operation.acknowledgement
    for (const { body } of [success, ...(failure ? [failure] : []), ...variants]) {
      if (body !== 'ok') expect(parseXml(String(body))).toHaveProperty('root')
    }
  })
})

test('has codes with cause, cure and source, each under its own id', () => {
  expect(new Set(g2Codes.map(({ id }) => id)).size).toBe(g2Codes.length)
  expect(g2Codes.filter(({ cause, cure, source }) => !cause || !cure || !source)).toEqual([])
  expect(g2Codes.flatMap(({ operations }) => operations.filter((id) => !byId.has(id)))).toEqual([])
})
