import { describe, expect, test } from 'vitest'
import { openapiOperations, wireMarkets } from '@/lib/catalogue/openapi'
import type { Json } from '@/lib/catalogue/types'
import { markets } from '@/lib/msisdn/markets'
import { tillOf, walletOf } from '@/lib/systems/vodacom/call'
import type { Values } from '@/lib/wire/types'
import { type SystemBench, systemBench } from '@/tests/system-bench'
import { openapi } from '..'
import { type Application, applicationCollection, defaultApplication, type Product } from '../applications'
import { phonesOnScreen } from '../presets'

const operation = (name: string) => {
  const found = openapiOperations.find((entry) => entry.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

type Body = Record<string, string>

let count = 0
/** Synchronous, and with an id of its own. */
const send = (bench: SystemBench, name: string, change: Values = {}) => {
  count += 1
  const plain = {
    input_ResponseURL: undefined,
    ...(operation(name).fields.some((field) => field.name === 'input_ThirdPartyConversationID')
      ? { input_ThirdPartyConversationID: `call${count}` }
      : {}),
  }
  const answered = bench.send(bench.plan(operation(name), { ...plain, ...change }))
  return { ...answered, status: answered.answer.status, body: answered.json as Body }
}

const application = (bench: SystemBench, change: Partial<Application>) =>
  bench.world.store.putRecord({
    collection: applicationCollection,
    key: 'app',
    value: { ...defaultApplication, ...change } as unknown as Json,
    updatedAt: 0,
  })

const phone = (digits: string) => `25570000${digits}`
const till = tillOf('tanzania', '000000')

describe('published test values', () => {
  const c2b = 'c2b-single-stage'
  const customer = (last: number) => ({ input_CustomerMSISDN: `00000000000${last}` })
  const mandate = (last: number) => ({ input_ThirdPartyReference: `0000000000000000000${last}` })
  test.each<[string, Values, number, string]>([
    [c2b, customer(1), 201, 'INS-0'],
    [c2b, customer(2), 408, 'INS-9'],
    [c2b, customer(3), 408, 'INS-9'],
    [c2b, customer(4), 401, 'INS-6'],
    [c2b, customer(5), 400, 'INS-1'],
    [c2b, customer(6), 401, 'INS-6'],
    [c2b, customer(7), 400, 'INS-15'],
    [c2b, customer(8), 422, 'INS-2006'],
    [c2b, customer(9), 503, 'INS-16'],
    ['b2c-single-stage', customer(1), 201, 'INS-0'],
    ['b2c-single-stage', customer(2), 400, 'INS-1'],
    ['b2c-single-stage', customer(4), 408, 'INS-9'],
    ['b2c-single-stage', customer(6), 422, 'INS-2006'],
    ['b2b-single-stage', { input_ReceiverPartyCode: '000001' }, 201, 'INS-0'],
    ['b2b-single-stage', { input_ReceiverPartyCode: '000003' }, 401, 'INS-6'],
    ['reversal', { input_TransactionID: '0000000000001' }, 201, 'INS-0'],
    ['reversal', { input_TransactionID: '0000000000006' }, 400, 'INS-35'],
    ['update-transaction-status', { input_TransactionID: '0000000000001' }, 201, 'INS-GAR-0'],
    ['update-transaction-status', { input_TransactionID: '0000000000003' }, 401, 'INS-6'],
    ['query-transaction-status', { input_QueryReference: '000000000001' }, 200, 'INS-0'],
    ['query-transaction-status', { input_QueryReference: '000000000000000000003' }, 400, 'INS-1'],
    ['direct-debit-create', customer(4), 408, 'INS-9'],
    ['direct-debit-payment', mandate(1), 201, 'INS-0'],
    ['direct-debit-payment', { input_CustomerMSISDN: '00000000000000000002' }, 400, 'INS-1'],
    ['direct-debit-query', mandate(1), 200, 'INS-0'],
    ['direct-debit-query', mandate(2), 500, 'INS-1'],
    ['direct-debit-query', { input_ThirdPartyReference: '99999999999999999999' }, 400, 'INS-999'],
    ['direct-debit-cancel', mandate(3), 401, 'INS-6'],
  ])('%s %o', (name, change, status, code) => {
    const bench = systemBench(openapi)
    const answer = send(bench, name, change)
    expect([answer.status, answer.body.output_ResponseCode]).toEqual([status, code])
    expect(bench.sums().every((sum) => sum === 0)).toBe(true)
  })

  test('21 digits stand for a transaction that was reversed', () => {
    const bench = systemBench(openapi)
    const reversed = (reference: string) =>
      send(bench, 'query-transaction-status', { input_QueryReference: reference }).body.output_Reversed
    expect([reversed('000000000001'), reversed('000000000000000000001')]).toEqual(['False', 'True'])
  })
})

describe('answers have the documented members, in form and type', () => {
  const messages = openapiOperations.flatMap((entry) => {
    const [callback] = entry.callbacks
    return callback ? [[entry.name, entry, callback] as const] : []
  })
  test.each(messages)('%s', (name, entry, callback) => {
    const bench = systemBench(openapi)
    const mandates = name.startsWith('direct-debit') && name !== 'direct-debit-create'
    const change: Values = mandates
      ? { input_ThirdPartyReference: '00000000000000000001' }
      : name === 'reversal' || name === 'update-transaction-status'
        ? { input_TransactionID: '0000000000001' }
        : {}
    const shape = (value: Json) =>
      Object.entries(value as Body).flatMap(([member, inside]) =>
        // That the voucher is answered is unconfirmed: the example has none.
        member.endsWith('VoucherCode') ? [] : [`${member}: ${typeof inside}`],
      )
    const success = send(bench, name, change)
    expect(success.status).toBe(entry.acknowledgement.success.httpStatus)
    expect(shape(success.json)).toEqual(shape(entry.acknowledgement.success.body))
    const again = name === 'direct-debit-create' ? { input_ThirdPartyReference: 'ANOTHER1' } : change
    send(bench, name, { ...again, input_ResponseURL: 'https://me.example/results' })
    const [sent] = bench.run()
    expect(new Set(shape(sent?.body ?? null))).toEqual(new Set(shape(callback.example)))
  })
})

describe('a session', () => {
  test('ends with its lifetime', () => {
    const bench = systemBench(openapi)
    bench.world.now += 59 * 60_000
    expect(send(bench, 'c2b-single-stage').status).toBe(201)
    bench.world.now += 60_000
    const late = send(bench, 'c2b-single-stage')
    expect([late.status, late.body.output_ResponseCode]).toEqual([401, undefined])
    expect(late.notes).toContain('The session key has expired.')
  })

  test('works only after its delay', () => {
    const bench = systemBench(openapi)
    application(bench, { activationSeconds: 30 })
    const asked = openapi.session?.plan(bench.context)
    if (!asked) throw new Error('no session')
    bench.context.token = String((bench.send(asked.request).json as Body).output_SessionID)
    expect(send(bench, 'c2b-single-stage').status).toBe(401)
    bench.world.now += 30_000
    expect(send(bench, 'c2b-single-stage').status).toBe(201)
  })

  test.each<[string, Partial<Application>]>([
    ['an origin that is not trusted', { trustedSources: ['shop.example'] }],
    ['a market that the application does not serve', { markets: ['ghana'] }],
  ])('is refused to %s', (_, change) => {
    const bench = systemBench(openapi)
    application(bench, change)
    const asked = openapi.session?.plan(bench.context)
    const answer = asked && bench.send(asked.request)
    expect([answer?.answer.status, answer?.json]).toEqual([
      400,
      { output_ResponseCode: 'INS-989', output_ResponseDesc: 'Session Creation Failed' },
    ])
  })

  test('is given to a trusted origin, written as a URL or as a host', () => {
    const bench = systemBench(openapi)
    application(bench, { trustedSources: ['https://shop.example'] })
    bench.context.credentials = { ...bench.context.credentials, origin: 'shop.example' }
    const asked = openapi.session?.plan(bench.context)
    expect(asked && bench.send(asked.request).answer.status).toBe(200)
  })
})

describe('a limit of the application', () => {
  const c2b = 'c2b-single-stage'
  const withProduct = (product: Partial<Product>) => {
    const bench = systemBench(openapi)
    application(bench, { products: { [c2b]: { isOn: true, ...product } } })
    return bench
  }
  const codeOf = (bench: SystemBench, change: Values = {}) =>
    send(bench, c2b, { input_Amount: '100', ...change }).body.output_ResponseCode
  test.each<[string, Partial<Product>, Values[], string[]]>([
    ['product off', { isOn: false }, [{}], ['INS-997']],
    // 09:15 in Dar es Salaam.
    ['hours of use', { from: '10:00', until: '17:00' }, [{}], ['INS-996']],
    ['hours past midnight', { from: '22:00', until: '10:00' }, [{}], ['INS-0']],
    ['single value', { singleCents: 99_99 }, [{}], ['INS-995']],
    ['daily value', { dailyCents: 150_00 }, [{}, {}], ['INS-0', 'INS-994']],
    ['number of transactions', { dailyCount: 1 }, [{}, {}], ['INS-0', 'INS-993']],
    [
      'daily value of a customer',
      { customerDailyCents: 150_00 },
      [{}, {}, { input_CustomerMSISDN: phone('0100') }],
      ['INS-0', 'INS-990', 'INS-0'],
    ],
    [
      'number of transactions of a customer',
      { customerDailyCount: 1 },
      [{}, {}, { input_CustomerMSISDN: phone('0100') }],
      ['INS-0', 'INS-991', 'INS-0'],
    ],
    ['several at once', { singleCents: 1_00, dailyCents: 1_00 }, [{}], ['INS-992']],
    ['exactly at the limit', { singleCents: 100_00, dailyCents: 100_00, dailyCount: 1 }, [{}], ['INS-0']],
  ])('%s', (_, product, calls, codes) => {
    const bench = withProduct(product)
    expect(calls.map((change) => codeOf(bench, change))).toEqual(codes)
  })

  test('that is used up opens again with a new session, and a customer’s only with the next day', () => {
    const bench = withProduct({ dailyCount: 1, customerDailyCount: 2 })
    const renew = () => {
      const asked = openapi.session?.plan(bench.context)
      if (asked) bench.context.token = String((bench.send(asked.request).json as Body).output_SessionID)
    }
    expect([codeOf(bench), codeOf(bench)]).toEqual(['INS-0', 'INS-993'])
    renew()
    expect(codeOf(bench)).toBe('INS-0')
    renew()
    expect(codeOf(bench)).toBe('INS-991')
    bench.world.now += 86_400_000
    renew()
    expect(codeOf(bench)).toBe('INS-0')
  })

  test('does not bind a call whose table lacks its code', () => {
    const bench = systemBench(openapi)
    application(bench, { products: { reversal: { isOn: true, dailyCount: 0 } } })
    expect(send(bench, 'reversal', { input_TransactionID: '0000000000001' }).status).toBe(201)
  })
})

describe('a wrong field is named by its code', () => {
  const c2b = 'c2b-single-stage'
  test.each<[string, Values, string]>([
    [c2b, { input_Amount: '1,000' }, 'INS-15'],
    [c2b, { input_Amount: '0' }, 'INS-15'],
    [c2b, { input_Amount: undefined }, 'INS-20'],
    [c2b, { input_CustomerMSISDN: '0712345678' }, 'INS-2051'],
    [c2b, { input_CustomerMSISDN: '233200000100' }, 'INS-2051'],
    [c2b, { input_Country: 'GHA' }, 'INS-998'],
    [c2b, { input_Currency: 'GHS' }, 'INS-26'],
    [c2b, { input_ServiceProviderCode: '123456' }, 'INS-13'],
    [c2b, { input_TransactionReference: 'INV-7' }, 'INS-17'],
    [c2b, { input_ThirdPartyConversationID: 'a-b' }, 'INS-28'],
    [c2b, { input_PurchasedItemsDesc: 'Shoes, red' }, 'INS-30'],
    ['b2c-single-stage', { input_PaymentItemsDesc: 'June/July' }, 'INS-31'],
    ['reversal', { input_TransactionID: 'nobody' }, 'INS-18'],
    ['query-transaction-status', { input_QueryReference: 'nobody' }, 'INS-23'],
    ['query-transaction-status', { input_QueryReference: 'a-b' }, 'INS-21'],
    ['query-beneficiary-name', { input_KycQueryType: 'Age' }, 'INS-32'],
    ['direct-debit-create', { input_AgreedTC: '2' }, 'INS-36'],
    ['direct-debit-create', { input_Frequency: undefined }, 'INS-39'],
    ['direct-debit-create', { input_Frequency: '09' }, 'INS-40'],
    ['direct-debit-create', { input_Frequency: '02' }, 'INS-41'],
    ['direct-debit-create', { input_EndRangeOfDays: '00' }, 'INS-42'],
    ['direct-debit-create', { input_ExpiryDate: '20261332' }, 'INS-43'],
    ['direct-debit-cancel', { input_ThirdPartyReference: 'a-b' }, 'INS-19'],
    ['direct-debit-cancel', { input_MandateID: 'x' }, 'INS-51'],
    ['direct-debit-query', { input_BalanceAmount: 'much' }, 'INS-54'],
    ['direct-debit-query', { input_CustomerMSISDN: undefined, input_MsisdnToken: undefined }, 'INS-57'],
  ])('%s %o', (name, change, code) => {
    const bench = systemBench(openapi)
    expect(send(bench, name, change).body.output_ResponseCode).toBe(code)
    expect(bench.sums().every((sum) => sum === 0)).toBe(true)
  })

  test('a repeated id is a duplicate', () => {
    const bench = systemBench(openapi)
    const change = { input_ThirdPartyConversationID: 'once' }
    const answers = [send(bench, 'c2b-single-stage', change), send(bench, 'c2b-single-stage', change)]
    expect(answers.map(({ body }) => body.output_ResponseCode)).toEqual(['INS-0', 'INS-10'])
    expect(answers[1]?.body.output_TransactionID).toBe('N/A')
  })
})

describe('a customer who is asked', () => {
  test.each([
    ['0100', 201, 'INS-0'],
    ['2006', 422, 'INS-2006'],
    ['0006', 401, 'INS-6'],
    ['0009', 408, 'INS-9'],
  ])('%s keeps the caller on the line until it has answered', (digits, status, code) => {
    const bench = systemBench(openapi)
    const before = bench.world.store.balance(till)
    const answer = send(bench, 'c2b-single-stage', { input_CustomerMSISDN: phone(digits) })
    expect([answer.status, answer.body.output_ResponseCode]).toEqual([status, code])
    expect(bench.world.store.balance(till) - before).toBe(code === 'INS-0' ? 150_00 : 0)
    expect(bench.sums().every((sum) => sum === 0)).toBe(true)
  })

  test('is told of later in asynchronous mode, at the address of the application', () => {
    const bench = systemBench(openapi)
    application(bench, { responseUrl: 'https://me.example/results' })
    const answer = send(bench, 'c2b-single-stage', { input_CustomerMSISDN: phone('0100') })
    expect(answer.status).toBe(201)
    expect(answer.body.output_TransactionID).toBeUndefined()
    const [sent, ...more] = bench.run()
    expect(more).toEqual([])
    expect(sent?.due.request?.url).toBe('https://me.example/results')
    expect(sent?.body).toMatchObject({
      input_OriginalConversationID: answer.body.output_ConversationID,
      input_ThirdPartyConversationID: answer.body.output_ThirdPartyConversationID,
      input_ResultCode: 'INS-0',
      input_TransactionID: expect.stringMatching(/^[0-9A-Za-z]{12}$/),
    })
  })
})

test('every market has its own path, currency, phone and ledger', () => {
  for (const market of wireMarkets) {
    const bench = systemBench(openapi)
    bench.context.market = markets[market.id]
    const before = bench.world.store.balance(tillOf(market.id, '000000'))
    const msisdn = `${phonesOnScreen[market.id]?.slice(0, -4)}0100`
    const answer = send(bench, 'c2b-single-stage', { input_CustomerMSISDN: msisdn })
    expect([market.id, answer.status]).toEqual([market.id, 201])
    expect(bench.world.store.balance(tillOf(market.id, '000000')) - before).toBe(150_00)
    expect(bench.world.store.promptsOf(msisdn, 1)[0]?.currency).toBe(market.currency)
    expect(bench.sums()).toEqual(wireMarkets.map(() => 0))
  }
})

describe('a collection in two stages', () => {
  const reserve = (bench: SystemBench) => {
    const { body } = send(bench, 'c2b-multi-stage', { input_CustomerMSISDN: phone('0100') })
    return {
      input_TransactionID: String(body.output_TransactionID),
      input_VoucherCode: String(body.output_VoucherCode),
    }
  }
  const wallet = walletOf('tanzania', phone('0100'))
  const holdings = ({ world }: SystemBench) => [world.store.balance(wallet), world.store.balance(till)]

  test.each([
    ['1', -150_00, 150_00],
    ['0', 0, 0],
  ])('that ends with %s', (flag, customer, organisation) => {
    const bench = systemBench(openapi)
    const [walletBefore = 0, tillBefore = 0] = holdings(bench)
    const reservation = reserve(bench)
    expect(holdings(bench)).toEqual([walletBefore - 150_00, tillBefore])
    const change = { ...reservation, input_CustomerMSISDN: flag }
    const wrong = { ...change, input_VoucherCode: 'WRONG1' }
    expect(send(bench, 'update-transaction-status', wrong).body.output_ResponseCode).toBe('INS-6')
    expect(send(bench, 'update-transaction-status', change).body.output_ResponseCode).toBe('INS-GAR-0')
    expect(holdings(bench)).toEqual([walletBefore + customer, tillBefore + organisation])
    expect(send(bench, 'update-transaction-status', change).body.output_ResponseCode).toBe('INS-6')
    expect(bench.sums().every((sum) => sum === 0)).toBe(true)
  })
})

describe('a reversal', () => {
  test('gives back in parts, and never more than was paid', () => {
    const bench = systemBench(openapi)
    const before = bench.world.store.balance(till)
    const paid = send(bench, 'c2b-single-stage').body
    const reverse = (amount?: string) =>
      send(bench, 'reversal', {
        input_TransactionID: String(paid.output_TransactionID),
        input_ReversalAmount: amount,
      }).body.output_ResponseCode
    expect(reverse('150.01')).toBe('INS-15')
    expect(reverse('50')).toBe('INS-0')
    expect(reverse()).toBe('INS-0')
    expect(reverse()).toBe('INS-6')
    expect(bench.world.store.balance(till)).toBe(before)
    const { body } = send(bench, 'query-transaction-status', {
      input_QueryReference: String(paid.output_ThirdPartyConversationID),
    })
    expect([body.output_ResponseTransactionStatus, body.output_Reversed]).toEqual(['Completed', 'True'])
  })

  test('of another organisation’s payment is refused', () => {
    const bench = systemBench(openapi)
    const paid = send(bench, 'c2b-single-stage').body
    const change = {
      input_TransactionID: String(paid.output_TransactionID),
      input_ReversalAmount: undefined,
      input_ServiceProviderCode: '000001',
    }
    expect(send(bench, 'reversal', change).body.output_ResponseCode).toBe('INS-35')
  })
})

test('a mandate is created, paid under, queried and cancelled', () => {
  const bench = systemBench(openapi)
  const msisdn = phone('0100')
  const about = {
    input_CustomerMSISDN: msisdn,
    input_ThirdPartyReference: 'RENT7',
    input_MsisdnToken: undefined,
    input_MandateID: undefined,
  }
  const day = { input_StartRangeOfDays: '15', input_EndRangeOfDays: '25' }
  const created = send(bench, 'direct-debit-create', { ...about, ...day }).body
  expect(created.output_MsisdnToken).toMatch(/^[0-9A-Za-z=]{1,26}$/)
  expect(send(bench, 'direct-debit-create', { ...about, ...day }).body.output_ResponseCode).toBe('INS-10')
  const both = { ...about, input_MsisdnToken: created.output_MsisdnToken }
  const before = bench.world.store.balance(till)
  const pay = (change: Values) => send(bench, 'direct-debit-payment', change).body.output_ResponseCode
  expect(pay({ ...both, input_MandateID: created.output_MandateID })).toBe('INS-0')
  expect(bench.world.store.balance(till) - before).toBe(150_00)
  expect(pay({ ...both, input_MandateID: '1' })).toBe('INS-52')
  expect(pay({ ...both, input_MsisdnToken: 'another' })).toBe('INS-50')
  const query = () => send(bench, 'direct-debit-query', { ...about, input_BalanceAmount: '200' }).body
  expect(query()).toMatchObject({ output_MandateStatus: 'Active', output_SufficientBalance: 'True' })
  expect(send(bench, 'direct-debit-cancel', about).body.output_ResponseCode).toBe('INS-0')
  expect(query().output_MandateStatus).toBe('Cancelled')
  expect(pay(about)).toBe('INS-6')
  expect(bench.sums().every((sum) => sum === 0)).toBe(true)
})

describe('what real clients send is served', () => {
  const url = (bench: SystemBench, name: string) =>
    bench.plan(operation(name), { input_ResponseURL: undefined })
  test('without the trailing slash, on the longer path of B2C, and a reversal by POST', () => {
    const bench = systemBench(openapi)
    const b2c = url(bench, 'b2c-single-stage')
    expect(
      bench.send({ ...b2c, url: b2c.url.replace('/b2cPayment/', '/b2cPayment/singleStage') }).answer.status,
    ).toBe(201)
    const reversal = bench.plan(operation('reversal'), {
      input_ResponseURL: undefined,
      input_ThirdPartyConversationID: 'another',
    })
    expect(bench.send({ ...reversal, method: 'POST' }).answer.status).toBe(201)
  })

  test('a query whose fields are in the body, and an amount that is a number', () => {
    const bench = systemBench(openapi)
    const query = url(bench, 'query-transaction-status')
    const [address = '', search = ''] = query.url.split('?')
    const body = JSON.stringify(Object.fromEntries(new URLSearchParams(search)))
    expect(bench.send({ ...query, url: address, body }).answer.status).toBe(200)
    expect(send(bench, 'c2b-single-stage', { input_Amount: 10 }).status).toBe(201)
  })

  test('a payout on the path of collections is explained', () => {
    const bench = systemBench(openapi)
    const b2c = url(bench, 'b2c-single-stage')
    const sent = bench.send({ ...b2c, url: b2c.url.replace('b2cPayment', 'c2bPayment/singleStage') })
    expect((sent.json as Body).output_ResponseCode).toBe('INS-20')
    expect(sent.notes.join(' ')).toContain('b2cPayment')
  })

  test('a misspelt market and a misspelt path are told', () => {
    const bench = systemBench(openapi)
    const c2b = url(bench, 'c2b-single-stage')
    const market = bench.send({ ...c2b, url: c2b.url.replace('vodacomTZN', 'safaricomKEN') })
    expect((market.json as Body).output_ResponseCode).toBe('INS-998')
    const path = bench.send({ ...c2b, url: c2b.url.replace('singleStage', 'singelStage') })
    expect(path.answer.status).toBe(404)
    expect(path.notes.join(' ')).toContain('c2bPayment/singleStage')
  })
})
