import { describe, expect, test } from 'vitest'
import { checkValues, exampleOf } from '@/lib/derive'
import { openapiCodes, openapiOperations, wireMarkets } from '.'

const byId = new Map(openapiOperations.map((operation) => [operation.id, operation]))

test('lists each operation under its own id and on a path of every market', () => {
  expect(byId.size).toBe(openapiOperations.length)
  for (const { id, name, path } of openapiOperations) {
    expect(id).toBe(`openapi.${name}`)
    expect(path).toMatch(/^\/ipg\/v2\/\{market\}\/[A-Za-z0-9/]+\/$/)
  }
})

test('has the five markets', () => {
  expect(wireMarkets.map(({ path }) => path)).toEqual([
    'vodacomTZN',
    'vodafoneGHA',
    'vodacomLES',
    'vodacomDRC',
    'vodacomMOZ',
  ])
})

test('has the groups in one piece each', () => {
  const groups = openapiOperations.map(({ group }) => group)
  expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([
    'Session',
    'C2B',
    'B2C',
    'B2B',
    'Account',
    'Direct debit',
  ])
})

describe.each(openapiOperations.map((operation) => [operation.id, operation] as const))(
  '%s',
  (_, operation) => {
    const names = operation.fields.map(({ name }) => name)

    test('names each field once, and every field has a source', () => {
      expect(new Set(names).size).toBe(names.length)
      expect(operation.fields.filter(({ sources }) => sources.length === 0)).toEqual([])
    })

    test('can cross to the browser and back', () => {
      expect(JSON.parse(JSON.stringify(operation))).toEqual(operation)
    })

    test('passes with its own example', () => {
      expect(checkValues(operation, exampleOf(operation))).toEqual([])
    })

    test('leads to operations and fields that exist', () => {
      for (const followUp of operation.followUps) {
        const next = byId.get(followUp.operation)
        expect(next?.fields.map(({ name }) => name)).toEqual(
          expect.arrayContaining(followUp.take.map(({ field }) => field)),
        )
      }
    })

    test('owes every callback an answer', () => {
      for (const { to, expectedResponse } of operation.callbacks) {
        expect(to).toMatch(/^registered /)
        expect(expectedResponse).toBeDefined()
      }
    })
  },
)

test('has codes with cause, cure and source, tied to operations that exist', () => {
  expect(new Set(openapiCodes.map(({ id }) => id)).size).toBe(openapiCodes.length)
  expect(openapiCodes.filter(({ cause, cure, source }) => !cause || !cure || !source)).toEqual([])
  expect(openapiCodes.flatMap(({ operations }) => operations.filter((id) => !byId.has(id)))).toEqual([])
})
