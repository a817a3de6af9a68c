import { beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '@/lib/refusal'
import { noteHeader, readNotes } from '@/lib/wire/notes'
import type { WireMessage } from '@/lib/wire/types'
import { type TestDeps, testDeps } from '@/tests/deps'
import { emulateAndWait } from '../world/emulate'
import { seedWorkspaceWorld } from '../world/seed-world'
import { clearExchanges } from './clear-exchanges'
import { getExchange } from './get-exchange'
import { exchangeQuery, listExchanges } from './list-exchanges'
import { strangerNote } from './stranger'
import { valuesOfExchange } from './values-of-exchange'
import { flushBehind } from './write-behind'

let deps: TestDeps
let token: string
beforeEach(async () => {
  deps = testDeps()
  seedWorkspaceWorld(deps, deps.workspaceId)
  const { answer } = await send({
    method: 'GET',
    path: '/oauth/v1/generate',
    query: 'grant_type=client_credentials',
    headers: [
      ['Authorization', `Basic ${Buffer.from('jaribu-local-key:jaribu-local-secret').toString('base64')}`],
      ['User-Agent', 'curl/8.5'],
    ],
  })
  token = JSON.parse(String(answer.body)).access_token
})

const send = async (message: Partial<WireMessage>, system = 'daraja') => {
  deps.pass(10)
  const emulated = await emulateAndWait(deps, system, {
    method: 'POST',
    path: '/',
    query: '',
    headers: [],
    body: new Uint8Array(),
    remoteAddress: '10.0.0.7',
    ...message,
  })
  flushBehind(deps)
  return emulated
}

const right = {
  BusinessShortCode: '174379',
  Password: Buffer.from(
    '174379bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c91920261120091530',
  ).toString('base64'),
  Timestamp: '20261120091530',
  TransactionType: 'CustomerPayBillOnline',
  Amount: '10',
  PartyA: '254700000000',
  PartyB: '174379',
  PhoneNumber: '254700000000',
  CallBackURL: 'http://localhost:3000/hook/local/shop',
  AccountReference: 'INV-7',
  TransactionDesc: 'Order 7',
}

const push = (change: object = {}, agent = 'duka/2.1') =>
  send({
    path: '/mpesa/stkpush/v1/processrequest',
    headers: [
      ['Authorization', `Bearer ${token}`],
      ['Content-Type', 'application/json'],
      ['User-Agent', agent],
    ],
    body: Buffer.from(JSON.stringify({ ...right, ...change })),
  })

const list = (query: object = {}, role: 'owner' | 'viewer' = 'owner') =>
  listExchanges(deps, deps.actor(role), exchangeQuery.parse(query))

test.each([
  ['with a wrong password', '<CommandID>BusinessPayment</CommandID>', 'd3Jvbmc='],
  ['that names no command', '', 'd3Jvbmc='],
  ['without a header', '<CommandID>BusinessPayment</CommandID>', undefined],
])(
  'an envelope %s is refused in the list as in the detail, whatever its status',
  async (_, command, password) => {
    const gen = 'http://api-v1.gen.mm.vodafone.com/mminterface/request'
    const header =
      password === undefined
        ? ''
        : `<soapenv:Header><tns:RequestSOAPHeader xmlns:tns="http://www.huawei.com.cn/schema/common/v2_1"><tns:spId>700100</tns:spId><tns:spPassword>${password}</tns:spPassword><tns:serviceId>700100000</tns:serviceId><tns:timeStamp>20261120091530</tns:timeStamp></tns:RequestSOAPHeader></soapenv:Header>`
    await send(
      {
        path: '/mminterface/request',
        headers: [['Content-Type', 'text/xml; charset=utf-8']],
        body: Buffer.from(
          `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:req="${gen}">${header}<soapenv:Body><req:RequestMsg><![CDATA[<?xml version="1.0" encoding="UTF-8"?><request xmlns="${gen}"><Transaction>${command}</Transaction></request>]]></req:RequestMsg></soapenv:Body></soapenv:Envelope>`,
        ),
      },
      'g2',
    )
    const { exchanges } = await listExchanges(deps, deps.actor(), exchangeQuery.parse({ system: 'g2' }))
    const [listed] = exchanges
    expect(listed?.status).toBe(200)
    expect(listed?.outcome).toBe('refused')
    expect(getExchange(deps, deps.actor(), listed?.id ?? '').outcome).toBe('refused')
  },
)

describe('the list', () => {
  test('has every call, newest first, with what it was about or why it was refused', async () => {
    await push()
    await push({ PhoneNumber: '0712345678' })
    await send({ path: '/mpesa/stkpush/v3/processrequest' })
    const { exchanges, before } = await list()
    expect(before).toBeNull()
    expect(exchanges.map(({ outcome, status }) => [outcome, status])).toEqual([
      ['refused', 404],
      ['refused', 400],
      ['accepted', 200],
      ['accepted', 200],
    ])
    expect(exchanges[0]).toMatchObject({
      operation: null,
      title: 'POST /mpesa/stkpush/v3/processrequest',
      reason: expect.stringContaining('Did you mean'),
    })
    expect(exchanges[1]?.reason).toContain('PhoneNumber is not of the documented form')
    expect(exchanges[2]).toMatchObject({
      msisdn: '254700000000',
      reference: 'INV-7',
      amountCents: 1000,
      currency: 'KES',
      agent: 'duka/2.1',
      origin: 'software',
    })
  })

  test.each<[query: object, count: number]>([
    [{ outcome: 'refused' }, 2],
    [{ outcome: 'accepted' }, 2],
    [{ outcome: 'remarked' }, 0],
    [{ operation: 'daraja.stk-push' }, 2],
    [{ system: 'g2' }, 0],
    [{ client: 'python' }, 1],
    [{ client: '10.0.0.7' }, 4],
    [{ phone: '254700000000' }, 2],
    [{ phone: '254712345678' }, 0],
    [{ reference: 'INV-8' }, 1],
    [{ q: 'inv-8' }, 1],
    [{ q: '%' }, 0],
    [{ q: 'No such path' }, 1],
    [{ since: 0, until: 1 }, 0],
  ])('is narrowed by %o', async (query, count) => {
    await push()
    await push({ PhoneNumber: '0712345678', AccountReference: 'INV-8' }, 'python-requests/2.32')
    await send({ path: '/nothing' })
    expect((await list(query)).exchanges).toHaveLength(count)
  })

  test('comes in pages, down to the last and no further', async () => {
    for (let index = 0; index < 5; index += 1) await send({ path: `/nothing/${index}` })
    const seen: string[] = []
    let before: string | null | undefined
    do {
      const page = await list({ limit: 2, q: 'nothing', ...(before && { before }) })
      seen.push(...page.exchanges.map(({ path }) => path))
      before = page.before
    } while (before)
    expect(seen).toEqual(['/nothing/4', '/nothing/3', '/nothing/2', '/nothing/1', '/nothing/0'])
  })

  test('from a cursor on it is oldest first, and waits for the first that fits', async () => {
    const { after } = await list()
    const waiting = list({ after, wait: 30, outcome: 'refused' })
    await push()
    deps.announced()
    await send({ path: '/wrong' })
    deps.announced()
    const page = await waiting
    expect(page.exchanges.map(({ path }) => path)).toEqual(['/wrong'])
    expect((await list({ after: page.after })).exchanges).toEqual([])
    const all = await list({ after })
    expect(all.exchanges.map(({ status }) => status)).toEqual([200, 404])
  })

  test('says that there are new ones with one event, however many came', async () => {
    const told = () => deps.announced().filter(({ type }) => type === 'exchanges').length
    const before = told()
    await push()
    expect(told() - before).toBe(1)
  })

  test('shows a viewer no whole number, and clears for a member only', async () => {
    await push()
    const [exchange] = (await list({ phone: '254700000000' }, 'viewer')).exchanges
    expect(exchange?.msisdn).toBe('2547••••0000')
    expect(() => clearExchanges(deps, deps.actor('viewer'))).toThrow(Refusal)
    clearExchanges(deps, deps.actor())
    expect((await list()).exchanges).toEqual([])
  })
})

const newest = async () => (await list({ limit: 1 })).exchanges[0]?.id ?? ''

describe('one exchange', () => {
  test('says why it was refused and what would have been accepted', async () => {
    await push({ PhoneNumber: '0712345678', Colour: 'green' })
    const exchange = getExchange(deps, deps.actor(), await newest())
    expect(exchange).toMatchObject({ outcome: 'refused', systemTitle: 'Safaricom Daraja', isNobodys: false })
    expect(exchange.explanation.obstacles[0]).toMatchObject({
      field: 'PhoneNumber',
      sent: '"0712345678"',
      accepted: expect.stringContaining('Send 254712345678'),
    })
    expect(exchange.explanation.unread).toEqual([
      { name: 'Colour', sentence: 'No rule of this call reads it.' },
    ])
    expect(exchange.explanation.phases.map(({ state }) => state)).toEqual([
      'passed',
      'passed',
      'refused',
      'not-reached',
    ])
    expect(exchange.explanation.code?.code).toBe('400.002.02')
  })

  test('is a command for a shell in which what was taken out is a variable', async () => {
    await push()
    const { curl } = getExchange(deps, deps.actor(), await newest())
    expect(curl).toMatch(/^TOKEN='…'\nPASSWORD='…'\ncurl -X 'POST'/)
    expect(curl).toContain(`-H 'Authorization: Bearer '"$TOKEN"`)
    expect(curl).toContain(`"Password":"'"$PASSWORD"'"`)
    expect(curl).not.toContain(token)
    expect(curl).not.toContain('redacted')
  })

  test('fills the form with what was sent, but for what the form computes', async () => {
    await push({ AccountReference: 'INV-9' })
    const id = await newest()
    const { tryPath } = getExchange(deps, deps.actor(), id)
    expect(tryPath).toBe(`/try/daraja/stk-push?exchange=${id}`)
    const values = valuesOfExchange(deps, deps.actor(), { id, operation: 'daraja.stk-push' })
    expect(values).toMatchObject({ AccountReference: 'INV-9', PhoneNumber: '254700000000' })
    expect(values).not.toHaveProperty('Password')
    expect(valuesOfExchange(deps, deps.actor(), { id, operation: 'g2.b2c-payment' })).toEqual({})
  })

  test('of an unknown call leads to the form of what was meant', async () => {
    await send({
      path: '/mpesa/stkpush/v3/processrequest',
      body: Buffer.from(JSON.stringify(right)),
    })
    const { tryPath, explanation } = getExchange(deps, deps.actor(), await newest())
    expect(explanation.meant?.operation).toBe('daraja.stk-push')
    expect(tryPath).toContain('/try/daraja/stk-push?exchange=')
  })

  test('met by a fault says that it was asked for', async () => {
    await send({ path: '/x', headers: [['X-Jaribu-Fault', 'http-500']] })
    const { explanation, fault } = getExchange(deps, deps.actor(), await newest())
    expect(fault).toBe('http-500')
    expect(explanation.reason).toContain('on purpose')
  })

  test('of no system at all is kept, too', async () => {
    await send({ path: '/x' }, 'nosuch')
    const { explanation } = getExchange(deps, deps.actor(), await newest())
    expect(explanation.reason).toContain('no emulated system nosuch')
  })

  test.each<[what: string, system: string, path: string, key: string, why: RegExp]>([
    [
      'a wrong secret',
      'daraja',
      '/oauth/v1/generate',
      'jaribu-local-key:nope',
      /the secret .* is another one/,
    ],
    ['no known key', 'daraja', '/oauth/v1/generate', 'nobody:nope', /No local application/],
  ])('turned away for %s says so, on screen and in the header', async (_what, system, path, key, why) => {
    const { answer } = await send(
      {
        method: 'GET',
        path,
        query: 'grant_type=client_credentials',
        headers: [['Authorization', `Basic ${Buffer.from(key).toString('base64')}`]],
      },
      system,
    )
    const { explanation } = getExchange(deps, deps.actor(), await newest())
    expect(explanation.obstacles[0]).toMatchObject({
      about: 'authentication',
      problem: expect.stringMatching(why),
      accepted: expect.stringContaining('Basic'),
    })
    const line = answer.headers.find(([name]) => name === noteHeader)?.[1] ?? ''
    expect(readNotes(line)[0]).toMatch(why)
    expect(line).not.toContain('nope')
  })

  test('with a token of another provider says whose it is', async () => {
    const { answer } = await send(
      { path: '/mpesa/stkpush/v1/processrequest', headers: [['Authorization', `Bearer ${token}`]] },
      'daraja',
    )
    // Ours passes this check, and is refused for its body only.
    expect(readNotes(String(answer.headers.at(-1)?.[1]))[0]).toContain('no body')
    expect(strangerNote(deps, 'mozambique', { kind: 'token', token })).toContain('Safaricom Daraja')
    expect(strangerNote(deps, 'mozambique', { kind: 'key', key: 'jaribu-local-key' })).toContain(
      'Safaricom Daraja',
    )
    expect(strangerNote(deps, 'daraja', { kind: 'token', token: 'jaribu-local-key' })).toContain(
      'only opens a session',
    )
    expect(strangerNote(deps, 'daraja', { kind: 'token', token: 'never-heard-of' })).toBeUndefined()
  })

  test('of another workspace is not here', () => {
    expect(() => getExchange(deps, deps.actor(), '01HZZZZZZZZZZZZZZZZZZZZZZZ')).toThrow(Refusal)
  })
})
