import { expect, test } from 'vitest'
import { nextRunId } from './next-run-id'
import { valuesToSendAgain } from './run-again'

test('a run sent again leaves redacted values to be computed again', () => {
  const values = {
    Amount: 1,
    Timestamp: '20200101000000',
    SecurityCredential: '[redacted]',
    list: [{ a: 1 }],
  }
  expect(valuesToSendAgain(values)).toEqual({ Amount: 1, Timestamp: '20200101000000', list: [{ a: 1 }] })
})

test('ids of runs grow, also within one millisecond', () => {
  const ids = Array.from({ length: 50 }, nextRunId)
  expect(ids).toEqual([...ids].sort())
})
