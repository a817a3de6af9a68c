import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { environments } from '@/db/schema'
import { testDeps } from '@/tests/deps'
import { filledValues } from './fill-values'

const local = { operation: 'daraja.stk-push', environment: 'local' }

test('what a push must have is filled from the environment, its inbox, a test phone and the example', () => {
  const deps = testDeps()
  const values = filledValues(deps, deps.actor(), local)
  expect(values).toMatchObject({
    BusinessShortCode: 174379,
    PartyB: '174379',
    TransactionType: 'CustomerPayBillOnline',
    CallBackURL: expect.stringMatching(/\/hook\/local$/),
  })
  expect(values.PartyA).toBe(values.PhoneNumber)
  expect(values.Amount).toBeDefined()
})

test('the payer follows the phone that was given, and what was given stays', () => {
  const deps = testDeps()
  const values = filledValues(deps, deps.actor(), {
    ...local,
    values: { PhoneNumber: '254700001032', Amount: 7, AccountReference: '' },
  })
  expect(values).toMatchObject({
    PhoneNumber: '254700001032',
    PartyA: '254700001032',
    Amount: 7,
    AccountReference: '',
  })
})

test('both payers that were given stay apart', () => {
  const deps = testDeps()
  const given = { PhoneNumber: 254700000000, PartyA: 254708374149 }
  expect(filledValues(deps, deps.actor(), { ...local, values: given })).toMatchObject(given)
})

test('what may be left out is left out', () => {
  const deps = testDeps()
  const values = filledValues(deps, deps.actor(), {
    operation: 'daraja.c2b-simulate-v1',
    environment: 'local',
  })
  expect(values).not.toHaveProperty('BillRefNumber')
})

test('in production nobody is paid an example', () => {
  const deps = testDeps()
  deps.db.update(environments).set({ kind: 'production' }).where(eq(environments.slug, 'local')).run()
  const values = filledValues(deps, deps.actor(), local)
  expect(values).not.toHaveProperty('Amount')
  expect(values).not.toHaveProperty('PhoneNumber')
})
