import { describe, expect, test } from 'vitest'
import { mozambiqueOperations } from '@/lib/catalogue/mozambique'
import type { Json, Operation } from '@/lib/catalogue/types'
import { markets } from '@/lib/msisdn/markets'
import { owedAnswer } from '@/lib/systems/callbacks'
import type { Values, WireMessage } from '@/lib/wire/types'
import { systemBench } from '@/tests/system-bench'
import { understand } from '..'
import type { Outcome } from '../types'
import { mozambique } from '.'
import { fingerprintOf } from './emulate/account'
import { mozambiqueKeys } from './keys'
import { urlOf } from './plan'

const operation = (name: string): Operation => {
  const found = mozambiqueOperations.find((one) => one.name === name)
  if (!found) throw new Error(`no operation ${name}`)
  return found
}

const c2b = operation('c2b-payment')
const b2c = operation('b2c-payment')
const b2b = operation('b2b-payment')
const reversal = operation('reversal')
const query = operation('query-transaction-status')
const name = operation('query-customer-name')

type Answer = Record<string, string>

const bench = (account: Record<string, Json> = {}) => {
  const made = systemBench(mozambique)
  made.world.store.putRecord({ collection: 'accounts', key: 'mozambique', value: account, updatedAt: 0 })
  let count = 0
  const send = (of: Operation, change: Values = {}, strict = {}) => {
    count += 1
    const answered = made.send({
      ...made.plan(of, { input_ThirdPartyReference: `REF${count}`, ...change }),
      ...strict,
    })
    return { ...answered, status: answered.answer.status, json: answered.json as Answer }
  }
  return { ...made, send }
}

const responseUrl = 'http://localhost:3000/hook/local'
const receiptForm = /^[0-9A-Za-z]{12}$/
const conversationForm = /^[0-9a-f]{32}$/
const balance = ({ world }: ReturnType<typeof bench>, owner: string) =>
  world.store.balance({
    market: 'mozambique',
    owner,
    kind: owner.startsWith('258') ? 'customer' : 'utility',
  })

describe('every example message of the reference', () => {
  const paid = bench().send(c2b).json.output_TransactionID
  const payFirst = (made: ReturnType<typeof bench>) =>
    made.send(c2b, { input_ThirdPartyReference: 'FIRST' }).json

  test.each(mozambiqueOperations)('$name answers each of its success members, in order and type', (of) => {
    const made = bench({ mayQueryNames: true })
    const first = payFirst(made)
    const { status, json } = made.send(of, {
      ...(of === reversal ? { input_TransactionID: first.output_TransactionID } : {}),
      ...(of === query ? { input_QueryReference: first.output_TransactionID } : {}),
    })
    const { success } = of.acknowledgement
    expect(status).toBe(success.httpStatus)
    expect(Object.keys(json)).toEqual(Object.keys(success.body as Answer))
    expect(json).toMatchObject({
      output_ResponseCode: 'INS-0',
      output_ResponseDesc: 'Request processed successfully',
      output_ConversationID: expect.stringMatching(conversationForm),
      output_ThirdPartyReference: 'REF2',
    })
    if (of.movesMoney) expect(json.output_TransactionID).toMatch(receiptForm)
    expect(made.sums()).toEqual([0])
  })

  const refused: [operation: Operation, change: Values, code: string, status: number][] = [
    [c2b, { input_CustomerMSISDN: '258840000006' }, 'INS-6', 401],
    [c2b, { input_CustomerMSISDN: '258840000009' }, 'INS-9', 408],
    [c2b, { input_CustomerMSISDN: '258840002006' }, 'INS-2006', 422],
    [b2c, { input_Amount: '9999999999' }, 'INS-2006', 422],
    [b2b, { input_ReceiverPartyCode: '123456' }, 'INS-2002', 400],
    [reversal, { input_TransactionID: paid, input_SecurityCredential: 'Wrong' }, 'INS-25', 400],
    [query, { input_QueryReference: 'Unknown1' }, 'INS-23', 400],
    [name, {}, 'INS-26', 400],
  ]
  test.each(refused)(
    '$name is refused with its documented members: %o gives %s',
    (of, change, code, status) => {
      const made = bench()
      const answered = made.send(of, change)
      const { failure, variants } = of.acknowledgement
      const documented = [failure, ...variants].find(
        (one) => (one?.body as Answer | undefined)?.output_ResponseCode === code,
      )
      expect(answered.status).toBe(status)
      expect(documented).toMatchObject({ httpStatus: status })
      expect(Object.keys(answered.json)).toEqual(Object.keys(documented?.body as Answer))
      expect(answered.json).toMatchObject({
        ...(documented?.body as Answer),
        output_ConversationID: expect.stringMatching(conversationForm),
        output_ThirdPartyReference: 'REF1',
      })
      expect(made.sums()).toEqual([0])
    },
  )

  test.each([c2b, b2c, b2b, reversal])(
    '$name in asynchronous mode: no receipt yet, then the callback',
    (of) => {
      const made = bench()
      const first = payFirst(made)
      made.world.store.putRecord({
        collection: 'accounts',
        key: 'mozambique',
        value: { responseUrl },
        updatedAt: 0,
      })
      const { status, json } = made.send(of, {
        ...(of === reversal ? { input_TransactionID: first.output_TransactionID } : {}),
      })
      expect(status).toBe(201)
      expect(json).toEqual({
        output_ResponseCode: 'INS-0',
        output_ResponseDesc: 'Request processed successfully',
        output_ConversationID: expect.stringMatching(conversationForm),
        output_ThirdPartyReference: 'REF2',
      })
      expect(mozambique.read(of, status, JSON.stringify(json)).kind).toBe('accepted')
      const [callback, ...rest] = made.run()
      expect(rest).toEqual([])
      const example = of.callbacks[0]?.example as Answer
      expect(Object.keys(callback?.body as Answer)).toEqual(Object.keys(example))
      expect(callback?.body).toEqual({
        ...example,
        input_OriginalConversationID: json.output_ConversationID,
        input_ThirdPartyReference: 'REF2',
        input_TransactionID: expect.stringMatching(receiptForm),
      })
      expect(callback?.due.request?.url).toBe(responseUrl)
    },
  )

  test('the listener owes the acknowledgement whose last name is another one', () => {
    const spec = c2b.callbacks[0]
    const meaning = understand(messageWith(spec?.example ?? null))
    expect(meaning).toMatchObject({
      system: 'mozambique',
      kind: 'result',
      outcome: 'success',
      sentence: 'The payment of REQ7731 is completed. Receipt r4Zt9Ky2LmQv.',
      facts: { receipt: 'r4Zt9Ky2LmQv' },
    })
    const owed = meaning && owedAnswer(meaning)
    expect(owed?.status).toBe(200)
    expect(JSON.parse(String(owed?.body))).toEqual(spec?.expectedResponse?.body)
  })
})

const messageWith = (body: Json): WireMessage => ({
  method: 'POST',
  path: '/hook/local',
  query: '',
  headers: [],
  body: Buffer.from(JSON.stringify(body)),
  remoteAddress: '',
})

describe('a callback', () => {
  const told = {
    input_OriginalConversationID: 'c1',
    input_ThirdPartyReference: 'r1',
    input_TransactionID: 'N/A',
  }
  test.each([
    ['0', 'success'],
    ['INS-0', 'success'],
    ['INS-6', 'failure'],
    ['INS-9', 'timeout'],
    ['INS-1', 'timeout'],
  ])('with %s means %s', (code, outcome) => {
    const meaning = understand(messageWith({ ...told, input_ResultCode: code, input_ResultDesc: 'Words' }))
    expect(meaning).toMatchObject({ system: 'mozambique', outcome, code })
    expect(meaning?.facts.receipt).toBeUndefined()
  })

  test('of the OpenAPI portal is none of this one’s', () => {
    const { input_ThirdPartyReference: _, ...rest } = told
    const openapi = { ...rest, input_ThirdPartyConversationID: 'r1', input_ResultCode: 'INS-0' }
    expect(mozambique.callback(messageWith(openapi))).toBeUndefined()
  })
})

describe('a field', () => {
  const wrong: [change: Values, code: string, status: number][] = [
    [{ input_Amount: undefined }, 'INS-20', 400],
    [{ input_Amount: '' }, 'INS-20', 400],
    [{ input_Amount: '0' }, 'INS-15', 400],
    [{ input_Amount: '1.234' }, 'INS-15', 400],
    [{ input_Amount: '-1' }, 'INS-15', 400],
    [{ input_Amount: { a: 1 } }, 'INS-21', 400],
    [{ input_TransactionReference: ' INV1' }, 'INS-1', 500],
    [{ input_TransactionReference: 'INV-1' }, 'INS-14', 400],
    [{ input_TransactionReference: 'x'.repeat(21) }, 'INS-17', 400],
    [{ input_ThirdPartyReference: 'a b' }, 'INS-19', 400],
    [{ input_CustomerMSISDN: '843330333' }, 'INS-2051', 400],
    [{ input_CustomerMSISDN: '258863330333' }, 'INS-2051', 400],
    [{ input_ServiceProviderCode: '17' }, 'INS-13', 400],
    [{ input_ServiceProviderCode: '999999' }, 'INS-13', 400],
  ]
  test.each(wrong)('%o is refused with %s', (change, code, status) => {
    const made = bench()
    const answered = made.send(c2b, change)
    expect([answered.json.output_ResponseCode, answered.status]).toEqual([code, status])
    expect(made.run()).toEqual([])
  })

  test.each([['10'], ['10.00'], [10], ['10.5']])('input_Amount may be %o', (amount) => {
    const made = bench()
    const held = balance(made, '171717')
    expect(made.send(c2b, { input_Amount: amount }).status).toBe(201)
    expect(balance(made, '171717') - held).toBe(Math.round(Number(amount) * 100))
  })
})

describe('the key', () => {
  const call = (headers: [string, string][]) => {
    const made = bench()
    return made.send(c2b, {}, { headers }).json.output_ResponseCode
  }
  test.each<[string, [string, string][]]>([
    ['is missing', []],
    ['is sent bare', [['Authorization', 'Bearer jaribulocalkeyformozambique00001']]],
    [
      'was encrypted for somebody else',
      [['Authorization', `Bearer ${Buffer.alloc(512, 7).toString('base64')}`]],
    ],
  ])('that %s is refused with INS-2', (_why, headers) => expect(call(headers)).toBe('INS-2'))

  test('is encrypted anew each time, and the plain key is nowhere in the request', () => {
    const { plan } = systemBench(mozambique)
    const bearers = [1, 2].map(() => plan(c2b).headers.find(([header]) => header === 'Authorization')?.[1])
    expect(bearers[0]).not.toBe(bearers[1])
    expect(JSON.stringify(plan(c2b))).not.toContain('jaribulocalkeyformozambique00001')
  })

  test('made with the published 4096-bit key is base64 of 684 characters', () => {
    const made = systemBench(mozambique)
    const context = { ...made.context, certificate: mozambiqueKeys[0].pem }
    const { request, secrets } = mozambique.plan(c2b, {}, context)
    const bearer = request.headers.find(([header]) => header === 'Authorization')?.[1]
    expect(bearer).toMatch(/^Bearer [A-Za-z0-9+/]{683}=$/)
    expect(secrets.headers).toContain('Authorization')
  })
})

describe('the address', () => {
  test.each([
    ['https://api.sandbox.vm.co.mz', 'https://api.sandbox.vm.co.mz:18352/ipg/v1x/c2bPayment/singleStage/'],
    ['https://api.vm.co.mz/', 'https://api.vm.co.mz:18352/ipg/v1x/c2bPayment/singleStage/'],
    ['http://localhost:8080', 'http://localhost:8080/ipg/v1x/c2bPayment/singleStage/'],
    [
      'http://x.test/emulator/mozambique',
      'http://x.test/emulator/mozambique/ipg/v1x/c2bPayment/singleStage/',
    ],
  ])('%s leads to %s', (base, url) => expect(urlOf(c2b, {}, base)).toBe(url))

  test('carries the fields of a query', () => {
    const { context } = systemBench(mozambique)
    const values = {
      input_ThirdPartyReference: 'R1',
      input_QueryReference: 'X1',
      input_ServiceProviderCode: '171717',
    }
    const { request, mentions } = mozambique.plan(query, values, context)
    expect(request.method).toBe('GET')
    expect(request.body).toBeUndefined()
    expect(request.url).toMatch(
      /queryTransactionStatus\/\?input_ThirdPartyReference=R1&input_QueryReference=X1&input_ServiceProviderCode=171717$/,
    )
    expect(mentions).toContainEqual({ kind: 'receipt', value: 'X1' })
  })

  test('that is misspelt is a 404 that says what was meant', () => {
    const { answer, json } = bench().call({ path: '/ipg/v1x/c2bPayment/singleStag/' })
    expect(answer.status).toBe(404)
    expect(json).toEqual({
      output_error: 'Resource not found. Did you mean /ipg/v1x/c2bPayment/singleStage/?',
    })
  })

  test('on the port of another call is refused with INS-22', () => {
    const made = bench()
    const { headers } = made.plan(c2b)
    const ports = [18345, 18352, 3000].map(
      (port) =>
        made.send(c2b, {}, { headers: [...headers, ['Host', `localhost:${port}`]] }).json.output_ResponseCode,
    )
    expect(ports).toEqual(['INS-22', 'INS-0', 'INS-0'])
  })
})

describe('the phone on the screen', () => {
  const answers = [
    [{ answer: 'pin', pin: '1234' }, 'INS-0', 201, 'paid'],
    [{ answer: 'pin', pin: '9999' }, 'INS-6', 401, 'wrong-pin'],
    [{ answer: 'wrong-pin' }, 'INS-6', 401, 'wrong-pin'],
    [{ answer: 'cancel' }, 'INS-5', 401, 'cancelled'],
    [{ answer: 'expire' }, 'INS-9', 408, 'expired'],
    [{ answer: 'no-money' }, 'INS-2006', 422, 'failed'],
  ] as const
  test.each(answers)('answers %o, which ends the waiting call with %s', (reply, code, status, state) => {
    const made = bench()
    const { world } = made
    const request = made.plan(c2b, { input_CustomerMSISDN: '258840000000' })
    const emulated = mozambique.emulate(messageOf(request), {
      ...world,
      app: { id: 'a', system: 'mozambique', key: 'jaribulocalkeyformozambique00001', secret: '' },
    })
    const transactionId = emulated.held?.transactionId ?? ''
    expect(mozambique.answerHeld?.(transactionId, world)).toBeUndefined()
    const [prompt] = world.store.openPrompts('258840000000')
    if (!prompt) throw new Error('no prompt')
    expect(prompt).toMatchObject({
      payee: '171717',
      currency: 'MZN',
      amountCents: 1000,
      reference: 'INV20417',
    })
    expect(mozambique.answerPrompt(prompt, reply, world).state).toBe(state)
    const final = mozambique.answerHeld?.(transactionId, world)
    expect(final?.status).toBe(status)
    expect(JSON.parse(String(final?.body)).output_ResponseCode).toBe(code)
    expect(made.sums()).toEqual([0])
  })

  test('takes one prompt at a time', () => {
    const made = bench({ responseUrl })
    made.send(c2b, { input_CustomerMSISDN: '258840000000' })
    made.send(c2b, { input_CustomerMSISDN: '258840000000' })
    expect(made.world.store.openPrompts('258840000000')).toHaveLength(1)
    const bodies = made.run().map(({ body }) => (body as Answer).input_ResultCode)
    expect(bodies.sort()).toEqual(['INS-6', 'INS-9'])
  })
})

const messageOf = ({
  method,
  url,
  headers,
  body = '',
}: ReturnType<ReturnType<typeof bench>['plan']>): WireMessage => ({
  method,
  path: new URL(url).pathname.replace('/emulator/mozambique', ''),
  query: new URL(url).search.slice(1),
  headers,
  body: Buffer.from(body),
  remoteAddress: '',
})

test('a third-party reference pays once', () => {
  const made = bench()
  const again = { input_ThirdPartyReference: 'ONCE' }
  const codes = [c2b, c2b, b2c].map((of) => made.send(of, again).json.output_ResponseCode)
  expect(codes).toEqual(['INS-0', 'INS-10', 'INS-10'])
})

describe('a reversal', () => {
  const paidBench = () => {
    const made = bench()
    const before = balance(made, '258843330333')
    const receipt = made.send(c2b, { input_Amount: '100' }).json.output_TransactionID
    return { ...made, before, receipt }
  }

  test.each(['input_ReversalAmount', 'input_Amount'])('gives back a part by %s', (member) => {
    const { send, receipt, before, ...made } = paidBench()
    const { status, notes } = send(reversal, {
      input_TransactionID: receipt,
      input_ReversalAmount: undefined,
      [member]: '30.00',
    })
    expect(status).toBe(201)
    expect(balance({ send, ...made }, '258843330333')).toBe(before - 70_00)
    expect(notes.some((note) => note.includes('input_Amount'))).toBe(member === 'input_Amount')
  })

  test('without an amount gives back the rest, and then nothing more', () => {
    const { send, receipt, before, ...made } = paidBench()
    send(reversal, { input_TransactionID: receipt, input_ReversalAmount: '30' })
    const tooMuch = send(reversal, { input_TransactionID: receipt, input_ReversalAmount: '71' })
    expect(tooMuch.json.output_ResponseCode).toBe('INS-15')
    const rest = { input_TransactionID: receipt, input_ReversalAmount: undefined }
    expect(send(reversal, rest).status).toBe(201)
    expect(balance({ send, ...made }, '258843330333')).toBe(before)
    expect(send(reversal, rest).json.output_ResponseCode).toBe('INS-6')
    expect(made.sums()).toEqual([0])
  })

  const refused: [Values, string][] = [
    [{ input_TransactionID: 'Nothing00001' }, 'INS-997'],
    [{ input_TransactionID: 'no receipt!' }, 'INS-18'],
    [{ input_InitiatorIdentifier: 'Nobody' }, 'INS-24'],
    [{ input_SecurityCredential: 'Wrong' }, 'INS-25'],
    [{ input_ServiceProviderCode: '979797' }, 'INS-997'],
  ]
  test.each(refused)('with %o is refused with %s', (change, code) => {
    const { send, receipt } = paidBench()
    const answered = send(reversal, { input_TransactionID: receipt, ...change })
    expect(answered.json.output_ResponseCode).toBe(code)
  })
})

describe('a query', () => {
  test('finds a payment by receipt, conversation id and third-party reference', () => {
    const { send } = bench()
    const { json } = send(c2b, { input_ThirdPartyReference: 'ORDER1' })
    const { output_TransactionID: receipt, output_ConversationID: conversation } = json
    for (const reference of [receipt, conversation, 'ORDER1']) {
      const answered = send(query, { input_QueryReference: reference })
      expect(answered.json.output_ResponseTransactionStatus).toBe('Completed')
    }
  })

  test.each([
    ['258840000005', 'Cancelled'],
    ['258840000009', 'Expired'],
    ['258840000006', 'N/A'],
  ])('of what %s did says %s', (phone, state) => {
    const { send } = bench()
    send(c2b, { input_CustomerMSISDN: phone, input_ThirdPartyReference: 'ORDER1' })
    const answered = send(query, { input_QueryReference: 'ORDER1' })
    expect(answered.json.output_ResponseTransactionStatus).toBe(state)
  })

  test('of a name hides some of its letters once the account may ask', () => {
    const { json } = bench({ mayQueryNames: true }).send(name, { input_CustomerMSISDN: '258840000000' })
    expect(json.output_CustomerName).toBe('An*be** Ma*un**')
  })
})

describe('an answer is read', () => {
  const body = (code: string, more: object = {}) => JSON.stringify({ output_ResponseCode: code, ...more })
  const cases: [Operation, number, string, Outcome['kind']][] = [
    [c2b, 201, body('INS-0', { output_TransactionID: 'abc123' }), 'done'],
    [c2b, 200, body('INS-0', { output_TransactionID: 'abc123' }), 'done'],
    [c2b, 201, body('INS-0'), 'accepted'],
    [c2b, 201, body('INS-0', { output_TransactionID: 'N/A' }), 'accepted'],
    [c2b, 401, body('INS-5'), 'failed'],
    [c2b, 401, body('INS-6'), 'failed'],
    [c2b, 422, body('INS-2006'), 'failed'],
    [c2b, 401, body('INS-2'), 'refused'],
    [c2b, 500, body('INS-1'), 'unknown'],
    [c2b, 408, body('INS-9'), 'unknown'],
    [c2b, 409, body('INS-10'), 'unknown'],
    [c2b, 400, '{"output_error":"Bad Request"}', 'refused'],
    [c2b, 502, '{"output_error":"Bad Gateway"}', 'unknown'],
    [c2b, 408, '', 'unreadable'],
    [c2b, 409, '', 'unreadable'],
    [c2b, 409, '{"output_error":"Conflict"}', 'unknown'],
    [c2b, 404, '<html>', 'refused'],
    [name, 200, '{"output_ResultCode":"INS-0","output_CustomerName":"A*"}', 'done'],
    [query, 200, body('INS-0', { output_ResponseTransactionStatus: 'Completed' }), 'done'],
    [query, 200, body('INS-0', { output_ResponseTransactionStatus: 'Expired' }), 'failed'],
    [query, 200, body('INS-0', { output_ResponseTransactionStatus: 'N/A' }), 'unknown'],
    [query, 400, body('INS-23'), 'refused'],
  ]
  test.each(cases)('$name %i %s', (of, status, text, kind) => {
    expect(mozambique.read(of, status, text).kind).toBe(kind)
  })

  test('and an open outcome says to query first', () => {
    const outcome = mozambique.read(c2b, 408, body('INS-9', { output_ResponseDesc: 'Request timeout' }))
    expect(outcome).toMatchObject({ description: expect.stringContaining('Query the transaction') })
    expect(mozambique.explain('INS-9', {})?.caution).toContain('Query the transaction first')
  })

  test('and a refusal with 401 says that it is none of the key', () => {
    const outcome = mozambique.read(c2b, 401, body('INS-6'))
    expect(outcome).toMatchObject({ description: expect.stringContaining('Do not repeat it') })
    expect(mozambique.explain('INS-6', {})?.caution).toContain('not a lost session')
  })
})

test('a code means what it means on this portal', () => {
  expect(mozambique.explain('INS-26', {})?.message).toBe('Not authorized')
  expect(mozambique.explain('00000000', {})?.success).toBe(true)
  expect(mozambique.explain('INS-4711', {})).toBeUndefined()
})

test('a payment remembers which key made it, and not the key', () => {
  const { send, world } = bench()
  send(c2b)
  const [transaction] = world.store.transactionsOf('171717', 1)
  expect(transaction?.extra.apiKey).toBe(fingerprintOf('jaribulocalkeyformozambique00001'))
  expect(transaction?.market).toBe(markets.mozambique.id)
})
