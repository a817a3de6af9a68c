import { expect, test } from 'vitest'
import { darajaOperations } from '@/lib/catalogue/daraja'
import { startOf } from './start'

const stk = darajaOperations.find((entry) => entry.name === 'stk-push')
const context = {
  credentials: { lnmShortcode: '174379' },
  callbackUrl: 'http://localhost:3000/hook/local',
  phone: '254700000000',
}

test('the form begins with the environment, the inbox and the phone on the screen', () => {
  if (!stk) throw new Error('no STK push')
  const start = startOf(stk, context, { link: {} })
  expect(start.BusinessShortCode).toEqual({ value: 174379, origin: 'environment' })
  expect(start.CallBackURL).toEqual({ value: context.callbackUrl, origin: 'inbox' })
  expect(start.Password).toEqual({ value: undefined, origin: 'derived' })
})

test('values in the address win over those of a run, which win over all others', () => {
  if (!stk) throw new Error('no STK push')
  const start = startOf(stk, context, {
    run: { Amount: '5', AccountReference: 'OLD', Unheard: true },
    link: { AccountReference: 'NEW', NotAField: 'x' },
  })
  expect(start.Amount).toEqual({ value: '5', origin: 'run' })
  expect(start.AccountReference).toEqual({ value: 'NEW', origin: 'link' })
  expect(start.Unheard).toEqual({ value: true, origin: 'run' })
  expect(start.PhoneNumber?.value).toBeUndefined()
  expect(start.NotAField).toBeUndefined()
})

test('in production no example fills in whom to pay and how much', () => {
  if (!stk) throw new Error('no STK push')
  const start = startOf(stk, { ...context, phone: undefined, isReal: true }, { link: {} })
  expect([start.Amount?.value, start.PhoneNumber?.value]).toEqual([undefined, undefined])
})

test('a link is filled up from examples, not from what somebody sent before', () => {
  if (!stk) throw new Error('no STK push')
  const last = { PhoneNumber: 254708374149, PartyA: 254708374149, Amount: 77 }
  const start = startOf(stk, { ...context, last }, { link: { PhoneNumber: '254700000000' } })
  expect(start.PhoneNumber).toMatchObject({ origin: 'link' })
  expect(Object.values(start).map(({ origin }) => origin)).not.toContain('last')
  expect(start.PartyA?.value).not.toBe(last.PartyA)
})

test('a test number is called a phone on the screen only where there is one', () => {
  if (!stk) throw new Error('no STK push')
  const start = startOf(stk, context, { link: {}, isLocal: false })
  expect(start.PhoneNumber?.origin).toBe('test')
})

test('what follows a value of the address goes along, unless the address says otherwise', () => {
  if (!stk) throw new Error('no STK push')
  const link = { PhoneNumber: '254708374149' }
  expect(startOf(stk, context, { link }).PartyA).toEqual({ value: '254708374149', origin: 'link' })
  const both = { ...link, PartyA: '254711000100' }
  expect(startOf(stk, context, { link: both }).PartyA?.value).toBe('254711000100')
  const run = { PhoneNumber: '254700000000', PartyA: '254722000000' }
  expect(startOf(stk, context, { run, link }).PartyA).toEqual({ value: '254722000000', origin: 'run' })
})
