import { expect, test } from 'vitest'
import { rebind, valuesToSendAgain } from './run-again'

const old = '01JD6Z8V3K5N7Q9R1S3T5V7W9X'
const next = '01KAJ0G2H4J6K8M0N2P4Q6R8S0'

test.each([
  [`http://localhost:3000/hook/local/r/${old}`, `http://localhost:3000/hook/local/r/${next}`],
  [`http://localhost:3000/hook/local/r/${old}/timeout`, `http://localhost:3000/hook/local/r/${next}/timeout`],
  ['https://mine.test/callback', 'https://mine.test/callback'],
  ['http://localhost:3000/hook/local/own', 'http://localhost:3000/hook/local/own'],
])('%s follows the new run only where it named the old one', (before, after) => {
  expect(rebind({ url: before, list: [{ url: before }] }, next)).toEqual({
    url: after,
    list: [{ url: after }],
  })
})

test('a run sent again computes what is derived anew and leaves redacted values out', () => {
  const values = { Amount: 1, Timestamp: '20261120091530', Password: '••••', Key: '[redacted]' }
  expect(valuesToSendAgain(values, { fields: [] })).toEqual({ Amount: 1, Timestamp: '20261120091530' })
})
