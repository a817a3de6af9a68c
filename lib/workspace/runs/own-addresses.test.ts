import { afterEach, beforeEach, expect, test } from 'vitest'
import { findOperation } from '@/lib/systems'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { callbackChoices } from '../inboxes/callback-choices'
import { changeInbox } from '../inboxes/change-inbox'
import { createInbox } from '../inboxes/create-inbox'
import { ownAddresses } from './own-addresses'
import { sendRun } from './send-run'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
  deps.http.answer(() =>
    answered(200, { MerchantRequestID: 'm', CheckoutRequestID: deps.ids.next(), ResponseCode: '0' }),
  )
})
afterEach(() => deps.db.$client.close())

const push = (CallBackURL?: string, actor = deps.actor()) =>
  sendRun(deps, actor, {
    operation: 'daraja.stk-push',
    environment: 'local',
    values: {
      BusinessShortCode: 174379,
      TransactionType: 'CustomerPayBillOnline',
      Amount: '1',
      PartyA: '254708374149',
      PartyB: '174379',
      PhoneNumber: '254708374149',
      AccountReference: 'INV-1',
      TransactionDesc: 'Test',
      ...(CallBackURL && { CallBackURL }),
    },
  })

const remembered = (actor = deps.actor()) => ownAddresses(deps, actor, { environmentId: deps.environmentId })

test('an address of their own is remembered for the person and the environment, until an inbox is taken again', async () => {
  await push('https://shop.example.com/mpesa')
  expect(remembered()).toEqual({ CallBackURL: 'https://shop.example.com/mpesa' })
  expect(remembered(deps.actor('member'))).toEqual({})
  expect(ownAddresses(deps, deps.actor(), { environmentId: 'another' })).toEqual({})
  await push('http://localhost:3000/hook/local')
  expect(remembered()).toEqual({})
})

test('an inbox with a secret is one of ours, however its URL is written', async () => {
  const secret = 'k2ZpQ8wRt5vY1xBn'
  createInbox(deps, deps.actor(), { name: 'Shop', address: 'shop', secret })
  await push('https://shop.example.com/mpesa')
  await push(`http://localhost:3000/hook/shop/${secret}/x`)
  expect(remembered()).toEqual({})
  expect(JSON.stringify(deps.db.$client.prepare('select "values" from last_values').all())).not.toContain(
    secret,
  )
  const { body = '' } = deps.http.sent.at(-1) ?? {}
  expect(body).toContain(`/hook/shop/${secret}/x`)
  await push('http://localhost:3000/hook/shop/[redacted]/x')
  expect(deps.http.sent.at(-1)?.body).toContain(`/hook/shop/${secret}/x`)
})

test('a form offers every inbox and what was last typed, with the ending that the field has', async () => {
  createInbox(deps, deps.actor(), { name: 'Shop', address: 'shop' })
  changeInbox(deps, deps.actor(), 'Shop', { publicUrl: 'https://hooks.example.com' })
  await push('https://shop.example.com/mpesa')
  const operation = findOperation('daraja.stk-push')
  if (!operation) throw new Error('It is gone')
  const environment = { id: deps.environmentId, inbox: 'local' }
  const { CallBackURL = [] } = callbackChoices(deps, deps.actor(), operation, environment)
  expect(CallBackURL.map(({ what }) => what)).toEqual(['local, of this environment', 'Shop', 'your own'])
  expect(CallBackURL[1]?.value).toMatch(/^https:\/\/hooks\.example\.com\/hook\/shop/)
})
