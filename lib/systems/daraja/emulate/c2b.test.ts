import { describe, expect, test } from 'vitest'
import type { Json } from '@/lib/catalogue/types'
import type { DeliveredCallback } from '@/lib/systems/types'
import { account } from '@/lib/world/ledger'
import type { Due } from '@/lib/world/types'
import { type Emulator, emulator } from '@/tests/emulator'
import { customerPays } from '.'

const register = (sandbox: Emulator, change: Record<string, Json> = {}, version = 'v2') =>
  sandbox.send(`/mpesa/c2b/${version}/registerurl`, {
    ShortCode: '600000',
    ResponseType: 'Completed',
    ConfirmationURL: 'https://pay.jaribu.co.ke/d/confirmation',
    ValidationURL: 'https://pay.jaribu.co.ke/d/validation',
    ...change,
  })

const simulate = (sandbox: Emulator, change: Record<string, Json> = {}, version = 'v2') =>
  sandbox.send(`/mpesa/c2b/${version}/simulate`, {
    ShortCode: '600000',
    CommandID: 'CustomerPayBillOnline',
    Amount: '150',
    Msisdn: '254708374149',
    BillRefNumber: 'INV-2041',
    ...change,
  })

const validate = (sandbox: Emulator) => {
  const organisation = sandbox.world.store.organisation('kenya', '600000')
  if (organisation) sandbox.world.store.putOrganisation({ ...organisation, validation: true })
}

const wallet = account('kenya', '254708374149', 'customer')
const utility = account('kenya', '600000', 'utility')

const answered = (status: number, body: string): DeliveredCallback['result'] => ({
  kind: 'answered',
  status,
  body,
  ms: 5,
})
const silence: DeliveredCallback['result'] = { kind: 'failed', cause: 'timeout', ms: 8000 }

describe('a payment of a customer', () => {
  test('keeps the id of the request that simulated it, which no notice carries', () => {
    const sandbox = emulator()
    register(sandbox)
    const { OriginatorCoversationID } = simulate(sandbox).json as Record<string, string>
    expect(sandbox.world.store.transactionByKey(OriginatorCoversationID ?? '')).toMatchObject({ kind: 'c2b' })
  })

  test('is confirmed to the registered URL with text amounts and a masked phone', () => {
    const sandbox = emulator()
    expect(register(sandbox).json).toMatchObject({
      OriginatorCoversationID: expect.any(String),
      ResponseCode: '0',
    })
    expect(simulate(sandbox).answer.status).toBe(200)
    const sent = sandbox.run()
    expect(sent.map(({ url }) => url)).toEqual(['https://pay.jaribu.co.ke/d/confirmation'])
    expect(sent[0]?.body).toEqual({
      TransactionType: 'Pay Bill',
      TransID: expect.stringMatching(/^UKK[A-Z0-9]{7}$/),
      TransTime: '20261120091530',
      TransAmount: '150.00',
      BusinessShortCode: '600000',
      BillRefNumber: 'INV-2041',
      InvoiceNumber: '',
      OrgAccountBalance: '1000150.00',
      ThirdPartyTransID: '',
      MSISDN: '2547 ***** 149',
      FirstName: 'ASHA',
      MiddleName: '',
      LastName: '',
    })
    expect(sandbox.sum()).toBe(0)
  })

  test('carries a hashed phone where URLs were registered with v1', () => {
    const sandbox = emulator()
    register(sandbox, {}, 'v1')
    simulate(sandbox, {}, 'v1')
    expect(sandbox.run()[0]?.body.MSISDN).toMatch(/^[0-9a-f]{64}$/)
  })

  test('completes without any notice where no URLs are registered', () => {
    const sandbox = emulator()
    const before = sandbox.world.store.balance(utility)
    simulate(sandbox)
    expect(sandbox.run()).toEqual([])
    expect(sandbox.world.store.balance(utility) - before).toBe(150_00)
  })

  test('asks nobody while validation is off', () => {
    const sandbox = emulator()
    register(sandbox)
    simulate(sandbox)
    expect(sandbox.run().map(({ due }) => due.kind)).toEqual(['c2b-confirmation'])
  })

  const outcomes: [
    what: string,
    reply: DeliveredCallback['result'],
    type: string,
    isPaid: boolean,
    third: string,
  ][] = [
    ['0 as text', answered(200, '{"ResultCode":"0","ResultDesc":"Accepted"}'), 'Cancelled', true, ''],
    [
      '0 as a number',
      answered(200, '{"ResultCode":0,"ThirdPartyTransID":"ORDER-1"}'),
      'Cancelled',
      true,
      'ORDER-1',
    ],
    ['C2B00012', answered(200, '{"ResultCode":"C2B00012","ResultDesc":"Rejected"}'), 'Completed', false, ''],
    ['1', answered(200, '{"ResultCode":1}'), 'Completed', false, ''],
    ['-1', answered(200, '{"ResultCode":-1}'), 'Completed', false, ''],
    ['silence with Completed', silence, 'Completed', true, ''],
    ['silence with Cancelled', silence, 'Cancelled', false, ''],
    ['HTTP 500 with Completed', answered(500, '{"ResultCode":0}'), 'Completed', true, ''],
    ['HTTP 500 with Cancelled', answered(500, '{"ResultCode":0}'), 'Cancelled', false, ''],
    ['HTML with Completed', answered(200, '<html>'), 'Completed', true, ''],
    ['HTML with Cancelled', answered(200, '<html>'), 'Cancelled', false, ''],
    ['no code with Cancelled', answered(200, '{}'), 'Cancelled', false, ''],
  ]
  test.each(outcomes)('that is answered with %s ends by the rules', (_what, reply, type, isPaid, third) => {
    const sandbox = emulator()
    validate(sandbox)
    register(sandbox, { ResponseType: type })
    const before = sandbox.world.store.balance(wallet)
    simulate(sandbox)
    const asked: Due[] = []
    const sent = sandbox.run(60_000, (due) => {
      asked.push(due)
      return reply
    })
    expect(asked[0]).toMatchObject({ kind: 'c2b-validation', request: { timeoutMs: 8000 } })
    expect(sent[0]?.body).toMatchObject({ OrgAccountBalance: '', TransAmount: '150.00' })
    expect(sandbox.world.store.balance(wallet)).toBe(isPaid ? before - 150_00 : before)
    expect(sent).toHaveLength(isPaid ? 2 : 1)
    if (isPaid) {
      expect(sent[1]?.body).toMatchObject({ TransID: sent[0]?.body.TransID, ThirdPartyTransID: third })
    }
    expect(sandbox.sum()).toBe(0)
  })

  test('holds the money while the organisation is being asked', () => {
    const sandbox = emulator()
    validate(sandbox)
    register(sandbox)
    const before = sandbox.world.store.balance(wallet)
    simulate(sandbox)
    expect(sandbox.world.store.balance(wallet)).toBe(before - 150_00)
    expect(sandbox.world.store.balance(utility)).toBe(1_000_000_00)
  })

  test('is answered once even when the question was sent twice', () => {
    const sandbox = emulator({ faults: [{ kind: 'duplicate', times: 1 }] })
    validate(sandbox)
    register(sandbox)
    simulate(sandbox)
    expect(sandbox.run().map(({ due }) => due.kind)).toEqual([
      'c2b-validation',
      'c2b-confirmation',
      'c2b-validation',
    ])
    expect(sandbox.world.store.balance(utility)).toBe(1_000_150_00)
  })
})

describe('registering', () => {
  test('takes one pair of URLs for several shortcodes, and the newest pair of one', () => {
    const sandbox = emulator()
    for (const ShortCode of ['600000', '600638']) register(sandbox, { ShortCode })
    const again = register(sandbox, { ConfirmationURL: 'https://pay.jaribu.co.ke/new' })
    expect(again.answer.status).toBe(200)
    expect(again.notes.join()).toContain('500.003.1001')
    simulate(sandbox)
    simulate(sandbox, { ShortCode: '600638' })
    expect(sandbox.run().map(({ url }) => url)).toEqual([
      'https://pay.jaribu.co.ke/new',
      'https://pay.jaribu.co.ke/d/confirmation',
    ])
  })

  test('a second pair is refused in strict reading', () => {
    const sandbox = emulator({ strictness: 'strict' })
    expect(register(sandbox).answer.status).toBe(200)
    const { answer, json } = register(sandbox, { ConfirmationURL: 'https://pay.jaribu.co.ke/new' })
    expect(answer.status).toBe(500)
    expect(json).toMatchObject({ errorCode: '500.003.1001', errorMessage: 'Urls are already registered.' })
  })

  test('accepts forbidden words and loopback with a note, and refuses them in strict reading', () => {
    const change = { ConfirmationURL: 'http://localhost:3000/mpesa/confirmation' }
    expect(register(emulator(), change).answer.status).toBe(200)
    const { answer, json } = register(emulator({ strictness: 'strict' }), change)
    expect(answer.status).toBe(400)
    expect(json).toMatchObject({ errorCode: '400.003.02' })
  })

  test('warns when the two URLs look swapped', () => {
    const { notes } = register(emulator(), {
      ConfirmationURL: 'https://pay.jaribu.co.ke/validation',
      ValidationURL: 'https://pay.jaribu.co.ke/confirmation',
    })
    expect(notes.join()).toContain('swapped')
  })

  test('knows its shortcodes', () => {
    expect(register(emulator(), { ShortCode: '999999' }).json).toMatchObject({
      errorMessage: 'Bad Request - Invalid ShortCode',
    })
  })
})

describe('from the phone’s own menu', () => {
  const pay = (sandbox: Emulator, change: object = {}) =>
    customerPays(
      {
        market: 'kenya',
        msisdn: '254700000000',
        shortcode: '600000',
        reference: 'A1',
        amountCents: 500_00,
        pin: '1234',
        ...change,
      },
      sandbox.world,
    )

  test('a paybill is paid and its confirmation owed at once', () => {
    const sandbox = emulator()
    register(sandbox)
    expect(pay(sandbox)).toMatchObject({ kind: 'started', sentence: expect.stringContaining('Confirmed') })
    expect(sandbox.run(0).map(({ due }) => due.kind)).toEqual(['c2b-confirmation'])
  })

  test('a till gets the money in its merchant account', () => {
    const sandbox = emulator()
    expect(pay(sandbox, { shortcode: '303030' }).kind).toBe('started')
    expect(sandbox.world.store.balance(account('kenya', '303030', 'merchant'))).toBe(500_500_00)
  })

  const refusals: [why: string, change: object, code: string][] = [
    ['a wrong PIN', { pin: '9999' }, '2001'],
    ['too little money', { msisdn: '254700000001' }, '1'],
    ['too much at once', { amountCents: 250_001_00 }, '3'],
    ['less than a shilling', { amountCents: 50 }, '2'],
    ['an unknown shortcode', { shortcode: '999999' }, 'SFC_IC0003'],
  ]
  test.each(refusals)('is refused for %s', (_why, change, code) => {
    const sandbox = emulator()
    expect(pay(sandbox, change)).toMatchObject({ kind: 'refused', code })
    expect(sandbox.sum()).toBe(0)
  })
})

test.each([
  ['strict', { BillRefNumber: '' }, 'Bad Request - Invalid BillRefNumber'],
  ['strict', { Amount: '300000' }, 'Bad Request - Invalid Amount'],
  ['lenient', { BillRefNumber: '' }, undefined],
  ['lenient', { Amount: '300000' }, undefined],
] as const)('a simulation read %sly with %o is told %s', (strictness, change, message) => {
  const sandbox = emulator({ strictness })
  const { answer, json, notes } = sandbox.send('/mpesa/c2b/v2/simulate', {
    ShortCode: '600000',
    CommandID: 'CustomerPayBillOnline',
    Amount: '10',
    Msisdn: '254708374149',
    BillRefNumber: 'INV-9',
    ...change,
  })
  expect(answer.status).toBe(message ? 400 : 200)
  if (message) expect(json).toMatchObject({ errorMessage: message })
  else expect(notes.join(' ')).toMatch(/BillRefNumber is missing|More than one transaction/)
})
