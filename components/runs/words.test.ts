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

test.each([
  ['timeout', 'No answer within the time limit'],
  ['dns', 'The host name was not found'],
  ['tls', 'No secure connection could be made'],
  ['refused', 'The host refused the connection'],
  ['blocked', 'This address is not allowed as a target'],
  ['interrupted', 'Jaribu stopped before an answer came'],
  ['reset', 'The connection was dropped before an answer came'],
  ['moonshine', 'Not reached: moonshine'],
])('a run that met nobody for %s says why', (cause, words) =>
  expect(runSentence({ ...run, verdict: 'unreachable', unreachable: { cause, detail: '' } })).toBe(words),
)

test('values travel through the address of a form and back', () => {
  const path = tryPath('daraja.stk-query', { values: { CheckoutRequestID: 'ws_CO_1&2' } })
  expect(path).toBe('/try/daraja/stk-query?v.CheckoutRequestID=ws_CO_1%262')
  const query = Object.fromEntries(new URL(path, 'http://x').searchParams)
  expect(valuesInQuery({ ...query, run: '01K' })).toEqual({ CheckoutRequestID: 'ws_CO_1&2' })
})
