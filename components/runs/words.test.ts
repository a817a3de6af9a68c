import { describe, expect, test } from 'vitest'
import { runSentence, tryPath, valuesInQuery } from './words'

const run = {
  verdict: 'pending' as const,
  description: null,
  amountCents: 100,
  currency: 'KES',
  answerStatus: 200,
  callbackCount: 0,
}

describe('the sentence of a run', () => {
  test('never tells an accepted request as paid', () => {
    expect(runSentence(run)).toBe('Accepted, waiting for the callback')
  })
  test.each([
    [{ ...run, answerStatus: null }, 'Sent, waiting for the answer'],
    [{ ...run, verdict: 'paid' as const }, 'Paid KES 1.00'],
    [{ ...run, verdict: 'refused' as const, description: 'Bad Request' }, 'Refused: Bad Request'],
    [
      { ...run, verdict: 'unreachable' as const, unreachable: { cause: 'cancelled', detail: '' } },
      'Cancelled before an answer came',
    ],
  ])('says what happened %#', (given, sentence) => {
    expect(runSentence(given)).toBe(sentence)
  })
})

test('values travel through the address of a form and back', () => {
  const path = tryPath('daraja.stk-query', { values: { CheckoutRequestID: 'ws_CO_1&2' } })
  expect(path).toBe('/try/daraja/stk-query?v.CheckoutRequestID=ws_CO_1%262')
  const query = Object.fromEntries(new URL(path, 'http://x').searchParams)
  expect(valuesInQuery({ ...query, run: '01K' })).toEqual({ CheckoutRequestID: 'ws_CO_1&2' })
})
