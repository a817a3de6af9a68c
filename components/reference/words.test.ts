import { describe, expect, test } from 'vitest'
import { codePlaces } from '@/lib/catalogue/code-places'
import { darajaOperations } from '@/lib/catalogue/daraja'
import { g2Operations } from '@/lib/catalogue/g2'
import { openapiOperations } from '@/lib/catalogue/openapi'
import { operationStatuses } from '@/lib/catalogue/operation-statuses'
import { authWords, callbackTitle, evidenceWords, placeWords, repeatWords } from './words'

const operations = [...darajaOperations, ...openapiOperations, ...g2Operations]
const findOperation = (id: string) => operations.find((each) => each.id === id)

const titlesOf = (operation: string) => findOperation(operation)?.callbacks.map(callbackTitle)

describe('a callback of an operation', () => {
  test.each([
    ['daraja.stk-push', ['STK result: success', 'STK result: failure', 'STK result: no response']],
    ['daraja.b2c-v3', ['Daraja result: success', 'Daraja result: failure', 'Queue timeout']],
    ['daraja.c2b-register-v2', ['C2B validation', 'C2B confirmation']],
    ['daraja.b2b-express-checkout', ['B2B Express result: success', 'B2B Express result: cancelled']],
    ['g2.checkout-confirm', ['Checkout result: success', 'Checkout result: failure']],
    ['openapi.update-transaction-status', ['Two-stage result']],
    ['openapi.direct-debit-query', ['Mandate result']],
  ])('of %s is headed by what it is and how it ends', (operation, titles) =>
    expect(titlesOf(operation)).toEqual(titles),
  )

  test('has a heading of its own in each operation', () => {
    for (const { id, callbacks } of operations) {
      const titles = callbacks.map(callbackTitle)
      expect(new Set(titles).size, id).toBe(titles.length)
    }
  })
})

describe('the place of a code', () => {
  test('has words of its own', () => {
    const words = Object.values(codePlaces)
    expect(new Set(words).size).toBe(words.length)
  })

  test.each([
    ['api', 'Answer to a call'],
    ['stk-result', 'Outcome of a prompt'],
    ['result', 'Result of a call'],
    ['c2b-validation', 'Your answer to a validation'],
  ] as const)('%s is: %s', (place, words) => expect(placeWords(place)).toBe(words))
})

test.each([
  [{ retry: true }, 'Sending it again can help.'],
  [{ retry: false }, 'Sending the same again will not help: change what the cure says first.'],
  [{ retry: true, caution: 'Ask for the status.' }, 'Do not just repeat it. Ask for the status.'],
])('whether to repeat, by %j', (code, words) => expect(repeatWords(code)).toBe(words))

test('what an operation is and how sure that is has words that tell them apart', () => {
  for (const words of [operationStatuses, evidenceWords].map((each) => Object.values<string>(each))) {
    expect(new Set(words).size).toBe(words.length)
    for (const each of words) expect(each.trim()).not.toBe('')
  }
})

test.each([
  ['daraja.oauth-token', 'Basic'],
  ['daraja.stk-push', 'Bearer token'],
  ['g2.b2c-payment', 'values inside the message'],
  ['g2.generic-api-result', 'nothing'],
])('%s is authorised by: %s', (id, words) => {
  const operation = findOperation(id)
  expect(operation && authWords(operation)).toBe(words)
})
