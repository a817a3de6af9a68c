import { generateKeyPairSync } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import * as written from '@/lib/catalogue/g2/messages'
import type { Operation } from '@/lib/catalogue/types'
import { envelopeOf } from '@/lib/derive/envelope'
import { markets } from '@/lib/msisdn/markets'
import { owedAnswer } from '@/lib/systems/callbacks'
import type { Values, WireMessage } from '@/lib/wire/types'
import { seededIds } from '@/lib/world/ids'
import { account } from '@/lib/world/ledger'
import { memoryStore } from '@/lib/world/memory'
import { defaultSettings } from '@/lib/world/settings'
import type { Due, World } from '@/lib/world/types'
import { parseXml, type XmlElement } from '@/lib/xml/parse'
import { goldenMessages } from '@/tests/golden-messages'
import { daraja } from '../daraja'
import type { PlanContext } from '../types'
import { g2 } from '.'
import { judgePassword, makeCheckoutPassword, makeSpPassword } from './hashed-passwords'
import { decryptNewPassword, encryptNewPassword } from './passwords'
import { documentOf, readSoap } from './wire'

const { names: goldenNames, text: golden } = goldenMessages('g2')

type Plain = { name: string; namespace: string | undefined; children: Plain[]; text: string }

/** What a message says, apart from its prefixes and white space; documents inside are unfolded. */
const meaningOf = (text: string): Plain => {
  const reading = parseXml(text)
  if ('error' in reading) throw new Error(`${reading.error}\n${text}`)
  const plain = (element: XmlElement): Plain => {
    const inner =
      /Msg$/.test(element.local) && element.children.length === 0 ? documentOf(element) : undefined
    return {
      name: element.local,
      namespace: element.namespace,
      children: inner ? [plain(inner)] : element.children.map(plain),
      text: inner || element.children.length > 0 ? '' : element.text.trim(),
    }
  }
  return plain(reading.root)
}

const operation = (name: string): Operation => {
  const found = g2.operations.find((one) => one.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

const message = (body: string, told: Partial<WireMessage> = {}): WireMessage => ({
  method: 'POST',
  path: '/hook/local',
  query: '',
  headers: [['Content-Type', 'text/xml; charset=utf-8']],
  body: Buffer.from(body),
  remoteAddress: '',
  ...told,
})

describe('each request of the golden messages is read into values and written again the same', () => {
  test.each([
    ['01', 'b2c-payment'],
    ['20', 'b2b-payment'],
    ['23', 'transaction-reversal'],
    ['25', 'transaction-status-query'],
    ['28', 'account-balance'],
    ['30', 'register-url'],
    ['33', 'c2b-validation'],
    ['36', 'c2b-confirmation'],
    ['37', 'c2b-confirmation'],
    ['40', 'query-transaction'],
    ['43', 'change-password'],
    ['50', 'checkout-process'],
    ['53', 'checkout-confirm'],
    ['55', 'checkout-status'],
    ['58', 'checkout-result'],
    ['59', 'checkout-result'],
  ])('%s %s', (start, name) => {
    const entry = operation(name)
    const read = g2.parseBody(entry, golden(start))
    if ('error' in read) throw new Error(read.error)
    expect(Object.keys(read.values)).not.toContain('')
    const again = meaningOf(envelopeOf(entry, read.values))
    const asked = meaningOf(golden(start))
    // A request without header has an empty one, or none: both are right.
    const bodyOf = (plain: Plain) =>
      plain.children.filter(({ name: own, children }) => own !== 'Header' || children.length)
    expect(bodyOf(again)).toEqual(bodyOf(asked))
  })
})

describe('each answer is understood', () => {
  test.each([
    ['02', 'b2c-payment', 'accepted', '0'],
    ['03', 'b2c-payment', 'refused', '100000007'],
    ['04', 'b2c-payment', 'accepted', '100000000'],
    ['05', 'b2c-payment', 'refused', '23'],
    ['06', 'b2c-payment', 'refused', '100000014'],
    ['31', 'register-url', 'done', '00000000'],
    ['32', 'register-url', 'refused', '100000007'],
    ['41', 'query-transaction', 'done', '00000000'],
    ['42', 'query-transaction', 'refused', '100000007'],
    ['44', 'change-password', 'done', '00000000'],
    ['51', 'checkout-process', 'done', '00'],
    ['52', 'checkout-process', 'refused', '36'],
    ['54', 'checkout-confirm', 'accepted', '00'],
    ['56', 'checkout-status', 'done', '00'],
    ['57', 'checkout-status', 'failed', '01'],
  ])('%s', (start, name, kind, code) => {
    expect(g2.read(operation(name), 200, golden(start))).toMatchObject({ kind, code })
  })

  test('the ids of an acknowledgement lead to its result', () => {
    const outcome = g2.read(operation('b2c-payment'), 200, golden('02'))
    const meaning = g2.callback(message(golden('07')))
    const keys = [
      { kind: 'originator-conversation-id', value: '600100_JARIBU_000001' },
      { kind: 'conversation-id', value: 'AG_20240115_00004a1b2c3d4e5f6071' },
    ]
    expect('keys' in outcome && outcome.keys).toEqual(expect.arrayContaining(keys))
    expect(meaning?.keys).toEqual(expect.arrayContaining(keys))
  })

  test.each([
    [
      'Response with a capital, without namespace',
      (text: string) =>
        text
          .replace('<response xmlns="http://api-v1.gen.mm.vodafone.com/mminterface/response">', '<Response>')
          .replace('</response>', '</Response>'),
    ],
    ['nine zeros', (text: string) => text.replace('<ResponseCode>0<', '<ResponseCode>000000000<')],
    ['eight zeros', (text: string) => text.replace('<ResponseCode>0<', '<ResponseCode>00000000<')],
    [
      'no declaration inside',
      (text: string) => text.replace('<![CDATA[<?xml version="1.0" encoding="UTF-8"?>', '<![CDATA[ '),
    ],
    [
      'other prefixes',
      (text: string) => text.replaceAll('soapenv:', 'S:').replaceAll('xmlns:soapenv', 'xmlns:S'),
    ],
  ])('an acknowledgement with %s is accepted', (_, change) => {
    expect(g2.read(operation('b2c-payment'), 200, change(golden('02'))).kind).toBe('accepted')
  })

  test('what is no envelope leaves the outcome open, unless it is a client error', () => {
    expect(g2.read(operation('b2c-payment'), 502, '<html>Bad gateway</html>').kind).toBe('unreadable')
    expect(g2.read(operation('b2c-payment'), 404, '').kind).toBe('refused')
    expect(g2.read(operation('b2c-payment'), 200, '<!DOCTYPE x><x/>').kind).toBe('unreadable')
  })
})

describe('each message that arrives is recognised', () => {
  test.each([
    ['07', 'result', 'success', '0', 'Sent KES 250.00 to 254700000001 - Test Recipient. Receipt SAF1JARIB1.'],
    ['08', 'result', 'success', '0', 'Sent KES 250.00 to 254700000001 - Test Recipient. Receipt SAF1JARIB1.'],
    ['09', 'result', 'failure', '1', 'Failed: Insufficient Funds (1).'],
    ['10', 'result', 'failure', '18', 'Failed: Initiator Credential Check Failure (18).'],
    ['11', 'result', 'failure', '15', 'Failed: Duplicate Detected (15).'],
    ['12', 'result', 'failure', '19', 'Failed: ApiRequestMessageExpiryFailure (19).'],
    ['15', 'queue-timeout', 'timeout', undefined, /queue/],
    ['21', 'result', 'success', '0', 'Sent KES 1,500.00 to 600200 - Jaribu Supplier. Receipt SAF3JARIB3.'],
    ['22', 'result', 'failure', '7', 'Failed: Unresolved Receiver Party (7).'],
    ['24', 'result', 'success', '0', 'Processed successfully. Receipt SAF6JARIB6.'],
    ['26', 'result', 'success', '0', /SAF1JARIB1 is completed: KES 250.00/],
    ['27', 'result', 'failure', '49', 'Failed: NoTransactionFound (49).'],
    ['29', 'result', 'success', '0', /Balances: Working KES 100,000.00, Utility KES 49,750.00/],
    ['33', 'c2b-validation', 'question', undefined, /Asks to accept KES 120.00 by 254700000001/],
    ['36', 'c2b-confirmation', 'success', undefined, /Paid KES 120.00 by 254700000001 \(Achieng W Otieno\)/],
    [
      '37',
      'c2b-confirmation',
      'success',
      undefined,
      'Paid KES 340.00 by Achieng to 600100 for ACC-23. Receipt SAF8JARIB8.',
    ],
    ['58', 'checkout-result', 'success', '00', /Paid KES 54.00 by 254700000001 for JRB-0042/],
    ['59', 'checkout-result', 'failure', '05', 'Not paid: Transaction expired (05).'],
  ])('%s', (start, kind, outcome, code, sentence) => {
    const meaning = g2.callback(message(golden(start)))
    expect(meaning).toMatchObject({ system: 'g2', kind, outcome })
    expect(meaning?.code).toBe(code)
    if (typeof sentence === 'string') expect(meaning?.sentence).toBe(sentence)
    else expect(meaning?.sentence).toMatch(sentence)
    expect(meaning?.keys.length).toBeGreaterThan(0)
  })

  test('requests and answers are none', () => {
    for (const start of ['01', '02', '13', '34', '41', '50', '51']) {
      expect(g2.callback(message(golden(start)))).toBeUndefined()
    }
  })

  test('the checkout reports by form and by query string too', () => {
    const fields =
      'MSISDN=254700000001&MERCHANT_TRANSACTION_ID=JRB-0042&AMOUNT=54&TRX_STATUS=Success&RETURN_CODE=00&DESCRIPTION=ok&M-PESA_TRX_DATE=2024-01-15%2010:31:07&M-PESA_TRX_ID=SAF9JARIB9&TRX_ID=1448&ENC_PARAMS='
    const wanted = {
      kind: 'checkout-result',
      outcome: 'success',
      facts: { receipt: 'SAF9JARIB9', amountCents: 5400 },
    }
    expect(
      g2.callback(message(fields, { headers: [['content-type', 'application/x-www-form-urlencoded']] })),
    ).toMatchObject(wanted)
    expect(g2.callback(message('', { method: 'GET', query: fields, headers: [] }))).toMatchObject(wanted)
  })

  test.each([
    ['07', '13'],
    ['15', '16'],
    ['36', '38'],
  ])('%s is owed what %s says', (start, owed) => {
    const meaning = g2.callback(message(golden(start)))
    if (!meaning) throw new Error('not recognised')
    const answer = owedAnswer(meaning)
    expect(answer?.status).toBe(200)
    expect(meaningOf(String(answer?.body))).toEqual(meaningOf(golden(owed)))
  })

  test('hostile messages are nobody’s', () => {
    for (const body of [
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      '<a'.repeat(50_000),
      '<a>'.repeat(50_000),
      '\u0000<',
    ]) {
      expect(g2.callback(message(body))).toBeUndefined()
    }
  })
})

test('messages are written as the golden ones are', () => {
  const same = (body: string, start: string) =>
    expect(meaningOf(body), start).toEqual(meaningOf(golden(start)))
  const timeout = [{ key: 'QueueTimeoutURL', value: 'https://jaribu.example.test/g2/timeout' }]
  same(written.responseMessage({ code: '200000003', description: 'Internal Server Error' }), '14')
  same(written.timeoutAnswer('000000001', 'failed'), '17')
  same(written.validationAnswer('0', 'Service processing successful', 'JARIBU-000017'), '34')
  same(written.validationAnswer('C2B00012', 'Invalid Account Number', 'JARIBU-000018'), '35')
  same(
    written.resultMessage({
      code: '0',
      description: 'The service request is processed successfully.',
      originatorConversationId: '600100_JARIBU_REV0001',
      conversationId: 'AG_20240115_00006c3d4e5f60718293',
      transactionId: 'SAF6JARIB6',
      references: timeout,
    }),
    '24',
  )
  same(written.passwordAnswer('00000000', 'Success'), '44')
})

test('passwords are those of the published vectors', () => {
  const sp = ['700100', 'Jaribu#Sandbox1', '20240115103000'] as const
  const sent = 'OTI1ZjE4NzE5MjAxM2M2ZTBkOTUzOTMyYTZmNDE1Zjk4NjY2MjJlMTI4YThiZGJjM2I4OTRkMzRhOWVhNjI5ZQ=='
  expect(makeSpPassword(...sp)).toBe(sent)
  expect(makeCheckoutPassword('898100', 'jaribu-example-passkey', '20240115103000')).toBe(
    'Mzg0NmMzNTdmMTI0MmZmZmYzZjg0MzVjNDhkOTA4MGRiZjU1NjhkMWViOTRiYWE3NmJkNzdkZmViOWQ4YjE4Zg==',
  )
  const [key, vector] = ['JaribuSharedKey1', 'JaribuVector0001'] as const
  expect(encryptNewPassword('Jaribu#Sandbox2', key, vector)).toBe('+ddiBSxUy5dS0Z0Y33kJZQ==')
  expect(decryptNewPassword('+ddiBSxUy5dS0Z0Y33kJZQ==', key, vector)).toBe('Jaribu#Sandbox2')
  expect(decryptNewPassword('nonsense', key, vector)).toBeUndefined()
  const upper = Buffer.from(Buffer.from(sent, 'base64').toString().toUpperCase()).toString('base64')
  expect(judgePassword(upper, ...sp)).toBe('right')
  expect(
    judgePassword(Buffer.from(Buffer.from(sent, 'base64').toString(), 'hex').toString('base64'), ...sp),
  ).toBe('raw-digest')
  expect(judgePassword('x', ...sp)).toBe('wrong')
})

describe('a code is explained where it was seen', () => {
  test.each([
    ['1', { place: 'result', operation: 'g2.b2c-payment', message: 'Insufficient Funds' }, 'g2-core-1'],
    ['1', { place: 'result', message: 'The balance is insufficient for the transaction.' }, 'g2-newer-1'],
    ['00000000', { place: 'api', operation: 'g2.register-url' }, 'g2-core-0'],
    ['0', { place: 'c2b-validation' }, 'g2-validation-0'],
    ['36', { operation: 'g2.checkout-process' }, 'g2-checkout-36'],
    ['36', { place: 'result' }, 'g2-core-36'],
    ['100000014', { message: 'Missing mandatory parameter:serviceId' }, 'g2-broker-100000014'],
    ['nothing', {}, undefined],
  ] as const)('%s', (code, where, id) => expect(g2.explain(code, where)?.id).toBe(id))
})

describe('a body edited by hand', () => {
  const entry = operation('b2c-payment')

  test('with an element that nobody knows is kept whole and sent as it stands', () => {
    const text = golden('01').replace('<KeyOwner>', '<Stranger>1</Stranger><KeyOwner>')
    expect(g2.parseBody(entry, text)).toEqual({ values: { '': text } })
    expect(g2.plan(entry, { '': text }, context()).request.body).toBe(text)
  })

  test('names the line of its error, also inside the document inside', () => {
    expect(g2.parseBody(entry, '<a>\n<b>\n</a>')).toMatchObject({ line: expect.any(Number) })
    const broken = golden('01').replace('</Amount', '').replace('<Key>Amount</Key>', '<Key>Amount</Kye>')
    const line = broken.split('\n').findIndex((one) => one.includes('</Kye>')) + 1
    const read = g2.parseBody(entry, broken)
    expect(read).toMatchObject({ error: expect.any(String) })
    if ('error' in read) expect(Math.abs((read.line ?? 0) - line)).toBeLessThanOrEqual(2)
  })
})

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})
const morning = Date.UTC(2026, 10, 20, 6, 15, 30)

let runs = 0
function context(): PlanContext {
  runs += 1
  return {
    baseUrl: 'http://localhost:3000/emulator/g2',
    credentials: g2.presets.find(({ kind }) => kind === 'local')?.credentials ?? {},
    certificate: pair.publicKey,
    now: morning,
    market: markets.kenya,
    callbackUrl: `http://localhost:3000/hook/local/r/01HZZZZZZZZZZZZZZZZZZZ${String(runs).padStart(4, '0')}`,
  }
}

describe('the emulated broker', () => {
  const store = { current: memoryStore() }
  let world: World

  beforeEach(() => {
    store.current = memoryStore()
    world = {
      store: store.current,
      now: morning,
      ids: seededIds(7),
      settings: structuredClone(defaultSettings),
      keys: { g2: { privateKey: pair.privateKey, certificate: pair.publicKey } },
      publicUrl: 'http://localhost:3000',
    }
    g2.seed(world)
  })

  const send = (name: string, values: Values) => {
    const planned = g2.plan(operation(name), values, context())
    const { request } = planned
    const emulated = g2.emulate(
      message(request.body ?? '', { path: operation(name).path, headers: request.headers }),
      world,
    )
    return {
      ...emulated,
      planned,
      outcome: g2.read(operation(name), emulated.answer.status, String(emulated.answer.body)),
    }
  }

  const due = (reply = ''): (Due & { meaning: ReturnType<typeof g2.callback> })[] => {
    const sent = []
    for (;;) {
      const [next] = store.current.dues()
      if (!next) return sent
      store.current.takeDue(next.id)
      world.now = Math.max(world.now, next.dueAt)
      if (next.type === 'action') {
        g2.act(next, world)
        continue
      }
      const request = next.request
      if (!request) continue
      const body = message(request.body, {
        method: request.method,
        headers: request.headers,
        query: new URL(request.url).search.slice(1),
      })
      sent.push({ ...next, meaning: g2.callback(body) })
      const result = { kind: 'answered', status: 200, body: reply, ms: 1 } as const
      g2.delivered({ id: next.id, kind: next.kind, context: next.context, result }, world)
    }
  }

  const b2c = (change: Values = {}): Values => ({
    spId: '700100',
    serviceId: '700100000',
    CommandID: 'BusinessPayment',
    Amount: '250.00',
    CallerType: '2',
    ThirdPartyID: 'jaribu_1',
    'Initiator.IdentifierType': '11',
    'Initiator.Identifier': 'testapi',
    'Initiator.ShortCode': '600000',
    'PrimaryParty.IdentifierType': '4',
    'PrimaryParty.Identifier': '600000',
    'ReceiverParty.IdentifierType': '1',
    'ReceiverParty.Identifier': '254708374149',
    KeyOwner: '1',
    ...change,
  })
  const balance = (owner: string, kind: 'customer' | 'utility' | 'working') =>
    world.store.balance(account('kenya', owner, kind))

  test('pays over SOAP with the same money that Daraja has', () => {
    const before = balance('254708374149', 'customer')
    const { outcome, notes } = send('b2c-payment', b2c())
    expect(outcome).toMatchObject({ kind: 'accepted', code: '0' })
    expect(notes).toEqual([])
    expect(balance('254708374149', 'customer') - before).toBe(250_00)
    const [result] = due()
    expect(result?.meaning).toMatchObject({
      kind: 'result',
      outcome: 'success',
      facts: { amountCents: 250_00 },
    })
    expect(result?.request?.url).toMatch(/\/hook\/local\/r\/\w+\/result$/)
    expect(store.current.sum('kenya')).toBe(0)
    // Daraja's statement of the phone knows it.
    const [newest] = world.store.transactionsOf('254708374149', 1)
    expect(newest).toMatchObject({ system: 'g2', kind: 'b2c', receipt: result?.meaning?.facts.receipt })
  })

  test.each([
    'https:me.example/r',
    'https://me.example/r r',
    'https://me\u200b.example/r',
    'ftp://me.example/r',
  ])('takes no address for results that a machine would have to repair: %j', (ResultURL) => {
    const { answer } = send('b2c-payment', b2c({ ResultURL }))
    expect(String(answer.body)).toContain('100000014')
    expect(store.current.dues()).toEqual([])
  })

  test.each<[why: string, change: Values, code: string]>([
    ['an unknown shortcode', { 'PrimaryParty.Identifier': '699999' }, '6'],
    ['an unknown operator', { 'Initiator.Identifier': 'nobody' }, '20'],
    ['no credential', { 'Initiator.SecurityCredential': 'plain' }, '18'],
    ['a receiver of a wrong kind', { 'ReceiverParty.IdentifierType': '4' }, '36'],
    ['too little', { Amount: '1' }, '2'],
    ['too much', { Amount: '250001' }, '3'],
    ['no such command', { CommandID: 'Nonsense' }, '29'],
    ['a phone that ends in a code', { 'ReceiverParty.Identifier': '254700002040' }, '2040'],
  ])('with %s it is accepted and fails in the result', (_, change, code) => {
    expect(send('b2c-payment', b2c(change)).outcome.kind).toBe('accepted')
    expect(due()[0]?.meaning).toMatchObject({ outcome: 'failure', code })
    expect(store.current.sum('kenya')).toBe(0)
  })

  test.each<[why: string, change: Values, code: string]>([
    ['a wrong spPassword', { spPassword: 'x' }, '100000007'],
    ['an unknown spId', { spId: '999999' }, '100000007'],
    ['no amount', { Amount: undefined }, '24'],
    ['a bad amount', { Amount: 'many' }, '25'],
  ])('with %s it is refused at once', (_, change, code) => {
    expect(send('b2c-payment', b2c(change)).outcome).toMatchObject({ kind: 'refused', code })
    expect(due()).toEqual([])
  })

  test('an id that was used before ends with 15, and no money moves', () => {
    const values = b2c({ OriginatorConversationID: '600000_X_1' })
    send('b2c-payment', values)
    due()
    const before = balance('254708374149', 'customer')
    send('b2c-payment', values)
    expect(due()[0]?.meaning?.code).toBe('15')
    expect(balance('254708374149', 'customer')).toBe(before)
  })

  test('answers the golden requests of a stranger with what is wrong', () => {
    for (const start of ['01', '20', '23', '25', '28', '30', '40', '43', '50', '53', '55']) {
      const { answer } = g2.emulate(message(golden(start), { path: '/mminterface/request' }), world)
      expect(parseXml(String(answer.body))).toHaveProperty('root')
    }
    expect(due()).toEqual([])
  })

  test('tells what became of a payment, its balance, and what it remembers', () => {
    const { planned } = send('b2c-payment', b2c())
    const receipt = due()[0]?.meaning?.facts.receipt
    const { Amount, CommandID, ...rest } = b2c()
    send('transaction-status-query', { ...rest, CommandID: 'TransactionStatusQuery', ReceiptNumber: receipt })
    expect(due()[0]?.meaning?.sentence).toContain(`${receipt} is completed: KES 250.00`)
    send('account-balance', {
      ...rest,
      CommandID: 'AccountBalance',
      'ReceiverParty.IdentifierType': '4',
      'ReceiverParty.Identifier': '600000',
    })
    expect(due()[0]?.meaning?.sentence).toMatch(/^Balances: Working/)
    const { outcome, answer } = send('query-transaction', {
      spId: '700100',
      serviceId: '700100000',
      originatorConversationID: planned.values.OriginatorConversationID,
    })
    expect(outcome).toMatchObject({
      kind: 'done',
      facts: { table: [{ name: 'Request 1' }, { name: 'Answer 1' }, { name: 'Result 1' }] },
    })
    const kept = Buffer.from(
      /submitApiRequest>([^<]+)</.exec(String(answer.body))?.[1] ?? '',
      'base64',
    ).toString()
    expect(kept).toContain('[redacted]')
    expect(kept).not.toContain(String(planned.values['Initiator.SecurityCredential']))
    expect([Amount, CommandID]).toHaveLength(2)
  })

  test('a customer’s payment is asked and reported over the interface that was registered, and reversed', () => {
    const registered = send('register-url', {
      spId: '700100',
      serviceId: '700100000',
      CommandID: 'RegisterURL',
      ResponseType: 'Completed',
      CallerType: '0',
      'Initiator.IdentifierType': '1',
      'PrimaryParty.IdentifierType': '1',
      'PrimaryParty.ShortCode': '600000',
      KeyOwner: '1',
    })
    expect(registered.outcome).toMatchObject({ kind: 'done' })
    const organisation = world.store.organisation('kenya', '600000')
    if (organisation) world.store.putOrganisation({ ...organisation, validation: true })
    const pay = () =>
      daraja.customerPays?.(
        {
          market: 'kenya',
          msisdn: '254711000100',
          shortcode: '600000',
          reference: 'ACC-1',
          amountCents: 120_00,
          pin: '1234',
        },
        world,
      )
    const before = balance('254711000100', 'customer')
    pay()
    const accepted = due(written.validationAnswer('0', 'ok', 'OURS-1'))
    expect(accepted.map(({ meaning }) => meaning?.kind)).toEqual(['c2b-validation', 'c2b-confirmation'])
    expect(accepted[1]?.request?.body).toContain('<ThirdPartyTransID>OURS-1<')
    expect(before - balance('254711000100', 'customer')).toBe(120_00)
    const receipt = accepted[1]?.meaning?.facts.receipt
    pay()
    expect(due(written.validationAnswer('C2B00012', 'no')).map(({ kind }) => kind)).toEqual([
      'c2b-validation',
    ])
    expect(before - balance('254711000100', 'customer')).toBe(120_00)
    const { Amount, ...rest } = b2c()
    send('transaction-reversal', {
      ...rest,
      CommandID: 'TransactionReversal',
      OriginalTransactionID: receipt,
    })
    expect(due()[0]?.meaning).toMatchObject({ outcome: 'success' })
    expect(balance('254711000100', 'customer')).toBe(before)
    expect(store.current.sum('kenya')).toBe(0)
    expect(Amount).toBeDefined()
  })

  test('a new SP password is taken, and the old one is refused', () => {
    expect(send('change-password', { spId: '700100' }).outcome.kind).toBe('done')
    expect(send('b2c-payment', b2c()).outcome).toMatchObject({ kind: 'refused', code: '100000007' })
  })

  test.each([
    ['POST', '254708374149', 'success', '00'],
    ['GET', '254700000001', 'failure', '01'],
    ['xml', '254700001037', 'failure', '05'],
  ])('a checkout in two steps reports by %s', (method, msisdn, outcome, code) => {
    const start = send('checkout-process', {
      MERCHANT_ID: '174379',
      REFERENCE_ID: 'ACC-1',
      AMOUNT: '54.00',
      MSISDN: msisdn,
      CALL_BACK_METHOD: method,
    })
    expect(start.outcome).toMatchObject({ kind: 'done', code: '00' })
    expect(due()).toEqual([])
    const trxId = start.keys.find(({ kind }) => kind === 'checkout-id')?.value
    const asked = { MERCHANT_ID: '174379', TRX_ID: trxId }
    expect(send('checkout-confirm', asked).outcome.kind).toBe('accepted')
    expect(send('checkout-status', asked).outcome.kind).toBe('pending')
    expect(due()[0]?.meaning).toMatchObject({ kind: 'checkout-result', outcome, code })
    expect(send('checkout-status', asked).outcome.kind).toBe(outcome === 'success' ? 'done' : 'failed')
    expect(store.current.sum('kenya')).toBe(0)
  })

  test('a request that waits in the queue until it is too old moves nothing and is told of', () => {
    world.settings.faults = [{ kind: 'timeout-instead', times: 1 }]
    const before = store.current.balance(account('kenya', '600000', 'utility'))
    const { outcome } = send('b2c-payment', b2c({ QueueTimeoutURL: 'https://me.example/timeout' }))
    expect(outcome).toMatchObject({ kind: 'accepted', code: '100000000' })
    expect(due().map(({ meaning }) => meaning?.kind)).toEqual(['queue-timeout'])
    expect(store.current.balance(account('kenya', '600000', 'utility'))).toBe(before)
  })

  test.each([
    ['2015-01-01T10:30:00.0000521Z', 'strict', '19'],
    ['20150101103000', 'strict', '19'],
    ['20150101103000', 'lenient', '0'],
    ['a while ago', 'strict', '0'],
  ] as const)('a time stamp %s read %sly ends with %s', (Timestamp, strictness, code) => {
    world.settings.strictness = strictness
    send('b2c-payment', b2c({ Timestamp }))
    expect(due()[0]?.meaning?.code).toBe(code)
  })

  test('the same checkout twice is a duplicate, another one under its id is refused as such', () => {
    const checkout = { MERCHANT_ID: '174379', MERCHANT_TRANSACTION_ID: 'ORDER-1', REFERENCE_ID: 'ACC-1' }
    const start = (AMOUNT: string) =>
      send('checkout-process', { ...checkout, AMOUNT, MSISDN: '254708374149', CALL_BACK_METHOD: 'POST' })
        .outcome
    expect(start('54.00')).toMatchObject({ code: '00' })
    expect(start('54.00')).toMatchObject({ code: '35' })
    expect(start('55.00')).toMatchObject({ code: '43' })
  })

  test('describes itself in well-formed WSDL', () => {
    for (const [path, call] of [
      ['/mminterface/request', 'GenericAPIRequest'],
      ['/queryTransactionService/services/transaction', 'queryTransaction'],
      ['/changePasswordService/services/management', 'changePassword'],
      ['/mpesa_online/lnmo_checkout_server.php', 'processCheckOut'],
    ] as const) {
      const { answer } = g2.emulate(message('', { method: 'GET', path, query: 'wsdl' }), world)
      expect(meaningOf(String(answer.body)).name).toBe('definitions')
      expect(String(answer.body)).toContain(`<wsdl:operation name="${call}">`)
      expect(String(answer.body)).toContain(`location="http://localhost:3000/emulator/g2${path}"`)
    }
  })
})

test('a validation is answered with the code that it is turned down with', () => {
  const meaning = g2.callback(message(golden('33')))
  if (!meaning) throw new Error('not understood')
  expect(meaningOf(String(owedAnswer(meaning)?.body))).toEqual(
    meaningOf(written.validationAnswer('0', 'Service processing successful')),
  )
  expect(meaningOf(String(owedAnswer(meaning, 'C2B00012')?.body))).toEqual(
    meaningOf(written.validationAnswer('C2B00012', 'Rejected')),
  )
})

test('every golden message is well-formed and is SOAP', () => {
  expect(goldenNames).not.toEqual([])
  for (const file of goldenNames) expect(readSoap(golden(file)), file).toBeDefined()
})
