import { describe, expect, test } from 'vitest'
import { darajaCodes, darajaOperations } from '.'

const byId = new Map(darajaOperations.map((operation) => [operation.id, operation]))

test('lists each operation under its own id', () => {
  expect(byId.size).toBe(darajaOperations.length)
  for (const { id, name } of darajaOperations) expect(id).toBe(`daraja.${name}`)
})

test('keeps each group of the portal in one piece', () => {
  const groups = darajaOperations.map(({ group }) => group)
  const changes = groups.filter((group, index) => group !== groups[index - 1])
  expect(changes).toEqual([...new Set(groups)])
})

test('keeps the misspellings of the wire', () => {
  const names = new Set(darajaOperations.flatMap(({ fields }) => fields.map(({ name }) => name)))
  for (const name of ['RecieverIdentifierType', 'Occassion', 'Occasion', 'OffSetValue']) {
    expect(names).toContain(name)
  }
  expect(JSON.stringify(byId.get('daraja.c2b-register-v2'))).toContain('OriginatorCoversationID')
})

describe.each(darajaOperations.map((operation) => [operation.id, operation] as const))(
  '%s',
  (_, operation) => {
    const names = operation.fields.map(({ name }) => name)

    test('names each field once', () => {
      expect(new Set(names).size).toBe(names.length)
    })

    test('can cross to the browser and back', () => {
      expect(JSON.parse(JSON.stringify(operation))).toEqual(operation)
    })

    test('calls back to a field of its own, or to a registered URL', () => {
      for (const { to } of operation.callbacks) {
        expect(names.includes(to) || to.startsWith('registered ')).toBe(true)
      }
      expect(operation.callbacks.length > 0).toBe(operation.asynchronous)
      expect(operation.callbacks.filter(({ expectedResponse }) => !expectedResponse)).toEqual([])
    })

    test('leads to operations and fields that exist', () => {
      for (const followUp of operation.followUps) {
        const next = byId.get(followUp.operation)
        expect(next?.fields.map(({ name }) => name)).toEqual(
          expect.arrayContaining(followUp.take.map(({ field }) => field)),
        )
        for (const { value } of followUp.take) {
          const own = value.match(/^request\.(.*)$/)?.[1]
          if (own !== undefined) expect(names).toContain(own)
        }
      }
    })

    test('says once at most what the payment is for', () => {
      const subjects = operation.fields.filter(({ subject }) => subject !== undefined)
      expect(subjects.map(({ kind }) => kind)).toEqual(subjects.length === 0 ? [] : ['reference'])
      const speaksOfAccount = /^(AccountReference|BillRefNumber|paymentRef)$/
      if (names.some((name) => speaksOfAccount.test(name))) expect(subjects).toHaveLength(1)
    })

    test('has rules about fields of its own', () => {
      for (const rule of operation.rules ?? []) {
        const { kind, message, ...about } = rule
        const mentioned = JSON.stringify(about)
        expect(names.filter((name) => mentioned.includes(`"${name}"`)).length).toBeGreaterThanOrEqual(2)
      }
    })

    test('stands beside a current operation when it is an older one', () => {
      const isOlder = /legacy|historic/.test(operation.status)
      expect(operation.supersededBy !== undefined).toBe(isOlder)
      if (operation.supersededBy) {
        expect(byId.get(operation.supersededBy)?.status).toMatch(/^(current|sandbox-only)$/)
      }
    })
  },
)

test('has codes with cause, cure and source, each under its own id', () => {
  expect(new Set(darajaCodes.map(({ id }) => id)).size).toBe(darajaCodes.length)
  expect(darajaCodes.filter(({ cause, cure, source }) => !cause || !cure || !source)).toEqual([])
})

test('has all twenty rows of the tutorial’s table of errors', () => {
  const rows = darajaCodes.flatMap(({ tutorialRow }) => (tutorialRow === undefined ? [] : [tutorialRow]))
  expect(rows.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})

test('ties codes to operations that exist', () => {
  const strangers = darajaCodes.flatMap(({ operations }) => operations.filter((id) => !byId.has(id)))
  expect(strangers).toEqual([])
})
