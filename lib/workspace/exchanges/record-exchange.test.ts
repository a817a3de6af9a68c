import { beforeEach, describe, expect, test } from 'vitest'
import { type ExchangeRow, exchangeOf } from '@/db/queries/exchanges'
import type { WireMessage } from '@/lib/wire/types'
import { type TestDeps, testDeps } from '@/tests/deps'
import { emulateAndWait } from '../world/emulate'
import { seedWorkspaceWorld } from '../world/seed-world'
import { exchangeQuery, listExchanges } from './list-exchanges'
import { recordExchange } from './record-exchange'
import { headersAsOwn } from './sender'
import { trimOnce } from './trim'
import { flushBehind, givenUp } from './write-behind'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
  seedWorkspaceWorld(deps, deps.workspaceId)
})

const basic = `Basic ${Buffer.from('jaribu-local-key:jaribu-local-secret').toString('base64')}`

const send = (message: Partial<WireMessage> & { path: string }, system = 'daraja') =>
  emulateAndWait(deps, system, {
    method: 'POST',
    query: '',
    headers: [],
    body: new Uint8Array(),
    remoteAddress: '10.0.0.9',
    ...message,
  })

const askForToken = (headers: [string, string][] = [['Authorization', basic]]) =>
  send({ method: 'GET', path: '/oauth/v1/generate', query: 'grant_type=client_credentials', headers })

const tokenOf = async () =>
  (JSON.parse(String((await askForToken()).answer.body)) as { access_token: string }).access_token

const push = {
  BusinessShortCode: '174379',
  Password:
    'MTc0Mzc5YmZiMjc5ZjlhYTliZGJjZjE1OGU5N2RkNzFhNDY3Y2QyZTBjODkzMDU5YjEwZjc4ZTZiNzJhZGExZWQyYzkxOTIwMjYxMTIwMDkxNTMw',
  Timestamp: '20261120091530',
  TransactionType: 'CustomerPayBillOnline',
  Amount: '150',
  PartyA: '254708374149',
  PartyB: '174379',
  PhoneNumber: '254708374149',
  CallBackURL: 'http://localhost:3000/hook/local',
  AccountReference: 'INV-7',
  TransactionDesc: 'Order',
}

const pushed = async (body: unknown = push, headers: [string, string][] = []) =>
  send({
    path: '/mpesa/stkpush/v1/processrequest',
    headers: [
      ['Authorization', `Bearer ${await tokenOf()}`],
      ['Content-Type', 'application/json'],
      ['User-Agent', 'okhttp/4.12.0'],
      ...headers,
    ],
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  })

const kept = (): ExchangeRow[] => {
  flushBehind(deps)
  const ids = deps.db.$client.prepare('select id from exchanges order by id').pluck().all() as string[]
  return ids.flatMap((id) => exchangeOf(deps.db, deps.workspaceId, id) ?? [])
}

const last = () => {
  const row = kept().at(-1)
  if (!row) throw new Error('Nothing was recorded.')
  return row
}

describe('an exchange', () => {
  test('keeps what was sent, what was answered, by whom, and what it was about', async () => {
    await pushed()
    expect(last()).toMatchObject({
      workspaceId: deps.workspaceId,
      isNobodys: false,
      system: 'daraja',
      operation: 'daraja.stk-push',
      method: 'POST',
      path: '/mpesa/stkpush/v1/processrequest',
      bodyEncoding: 'utf8',
      answerStatus: 200,
      ended: 'handle',
      outcome: 'accepted',
      code: '0',
      msisdn: '254708374149',
      amountCents: 15_000,
      currency: 'KES',
      reference: 'INV-7',
      remoteAddress: '10.0.0.9',
      userAgent: 'okhttp/4.12.0',
      origin: 'software',
      at: deps.clock(),
    })
    expect(last().answerMicros).toBeGreaterThan(0)
  })

  test('of a wrong key is kept for the team, with the key that it named and where it ended', async () => {
    await askForToken([
      ['Authorization', `Basic ${Buffer.from('my-live-key-of-before:secret-of-before').toString('base64')}`],
    ])
    expect(last()).toMatchObject({
      workspaceId: deps.workspaceId,
      isNobodys: true,
      operation: 'daraja.oauth-token',
      ended: 'authenticate',
      outcome: 'refused',
      answerStatus: 400,
      appLabel: '••••fore',
    })
  })

  test('that nothing recognises is kept all the same', async () => {
    await send({ method: 'PUT', path: '/mpesa/stkpush/v9/prozess' })
    expect(last()).toMatchObject({ operation: null, ended: 'find', outcome: null, answerStatus: 404 })
    await send({ path: '/pay' }, 'nobody')
    expect(last()).toMatchObject({ system: 'nobody', operation: null, ended: null, answerStatus: 404 })
  })

  test('that met a fault names it', async () => {
    await pushed(push, [['X-Jaribu-Fault', 'spike-arrest']])
    expect(last()).toMatchObject({ ended: 'fault', fault: 'spike-arrest', operation: 'daraja.stk-push' })
    await pushed(push, [['X-Jaribu-Fault', 'truncated']])
    expect(last()).toMatchObject({ ended: 'handle', fault: 'truncated' })
  })

  test('of Jaribu itself is known by a word that is neither kept nor answered to anybody else', async () => {
    const url = 'http://localhost:3000/emulator/daraja/x'
    const [own = ['', '']] = headersAsOwn(deps, { url, headers: [] }, { origin: 'case', runId: 'RUN' })
    expect(
      headersAsOwn(
        deps,
        { url: 'https://api.safaricom.co.ke/emulator/', headers: [] },
        { origin: 'form', runId: 'R' },
      ),
    ).toEqual([])
    await pushed(push, [own])
    expect(last()).toMatchObject({ origin: 'case', runId: 'RUN' })
    expect(JSON.stringify(kept())).not.toContain(own[1].split(' ')[0])
    await pushed(push, [[own[0], 'guessed case RUN']])
    expect(last()).toMatchObject({ origin: 'software' })
    expect(last().requestHeaders).toContainEqual([own[0], 'guessed case RUN'])
  })
})

describe('hostile bodies', () => {
  test('of a megabyte are kept in part, with their size', async () => {
    await pushed('x'.repeat(1024 * 1024))
    expect(last()).toMatchObject({ bodyBytes: 1024 * 1024, ended: 'check' })
    expect(last().requestBody.length).toBe(256 * 1024)
  })

  test('that are no text are kept byte for byte', async () => {
    const token = await tokenOf()
    const body = Buffer.from([0xff, 0xd8, 0x00, 0x80, 0x22, 0xc3])
    await send({
      path: '/mpesa/stkpush/v1/processrequest',
      headers: [['Authorization', `Bearer ${token}`]],
      body,
    })
    expect(last()).toMatchObject({ bodyEncoding: 'base64', requestBody: body.toString('base64') })
  })

  test('with deep brackets and half a name do no harm', async () => {
    await pushed('['.repeat(200_000))
    await pushed(`{"Password":${'{"a":'.repeat(20_000)}`)
    await pushed(`"${'\\'.repeat(100_000)}`)
    expect(kept()).toHaveLength(6)
  })
})

describe('many of them', () => {
  const record = (path: string) => {
    const message: WireMessage = {
      method: 'POST',
      path,
      query: '',
      headers: [['Authorization', 'Bearer 0123456789abcdef']],
      body: Buffer.from(JSON.stringify(push)),
      remoteAddress: '10.0.0.9',
    }
    const answer = { status: 200, headers: [], body: '{"ResponseCode":"0"}' }
    const emulated = { answer, notes: [], keys: [], ended: 'find' as const }
    recordExchange(deps, { system: 'daraja', message, emulated, startedAt: 0 })
  }

  test('ten thousand are all kept, in order', () => {
    for (let count = 0; count < 10_000; count += 1) record(`/unknown/${count}`)
    const paths = deps.db.$client.prepare('select path from exchanges order by id').pluck()
    flushBehind(deps)
    const all = paths.all()
    expect(all).toHaveLength(10_000)
    expect(all.at(-1)).toBe('/unknown/9999')
    expect(givenUp(deps).count).toBe(0)
  })

  test('who reads finds what was answered a moment ago', async () => {
    record('/unknown/now')
    const { exchanges } = await listExchanges(deps, deps.actor(), exchangeQuery.parse({}))
    expect(exchanges.map(({ path }) => path)).toContain('/unknown/now')
  })

  test('more than can be held are given up from the oldest, and counted', () => {
    for (let count = 0; count < 20_001; count += 1) record(`/unknown/${count}`)
    flushBehind(deps)
    const count = deps.db.$client.prepare('select count(*) from exchanges').pluck().get() as number
    expect(givenUp(deps)).toEqual({ count: 20_001 - count, lastAt: deps.clock() })
    expect(givenUp(deps).count).toBeGreaterThan(0)
  })

  test('the oldest go beyond the count and the age that are set', () => {
    deps.config.exchanges = { most: 5, days: 2 }
    for (let count = 0; count < 9; count += 1) record(`/unknown/${count}`)
    flushBehind(deps)
    expect(trimOnce(deps, deps.workspaceId)).toBe(4)
    expect(kept().map(({ path }) => path)).toEqual([4, 5, 6, 7, 8].map((each) => `/unknown/${each}`))
    deps.pass(3 * 24 * 60 * 60 * 1000)
    record('/new')
    flushBehind(deps)
    while (trimOnce(deps, deps.workspaceId) > 0);
    expect(kept().map(({ path }) => path)).toEqual(['/new'])
  })
})

describe('secrets', () => {
  const stored = () => {
    flushBehind(deps)
    return JSON.stringify(deps.db.$client.prepare('select * from exchanges').all())
  }

  test('of a token call: the pair, the secret and the token that is handed out', async () => {
    const token = await tokenOf()
    expect(stored()).not.toContain(token)
    expect(stored()).not.toContain(basic.slice(6))
    expect(stored()).not.toContain('jaribu-local-secret')
    expect(last().requestHeaders).toContainEqual(['Authorization', 'Basic [redacted]'])
  })

  test.each([
    ['JSON', '{"Password":"s3cr3t-value","Amount":1}'],
    ['JSON that is cut off', '{"Amount":1,"Password":"s3cr3t-value'],
    ['JSON turned into JSON twice', JSON.stringify('{"Password":"s3cr3t-value"}')],
    ['JSON with an escaped name', '{"P\\u0061ssword":"s3cr3t-value"}'],
    ['JSON with an escaped quote', '{"Password":"a\\"s3cr3t-value","Amount":1}'],
    ['an object', '{"SecurityCredential":{"of":["s3cr3t-value"]},"Amount":1}'],
    ['a printed dictionary', "{'InitiatorPassword': 's3cr3t-value'}"],
    ['a form', 'grant_type=x&client_secret=s3cr3t-value&a=1'],
    ['an element', '<soap:x><spPassword>s3cr3t-value</spPassword></soap:x>'],
    ['an element with an entity', '<x><Password type="a">a&amp;s3cr3t-value</Password></x>'],
    ['an escaped element', '<x>&lt;SecurityCredential&gt;s3cr3t-value&lt;/SecurityCredential&gt;</x>'],
    ['a CDATA section', '<x><api:Password><![CDATA[s3cr3t-value]]></api:Password></x>'],
    ['a number', '{"pin": 73571234,"s":"s3cr3t"}'],
  ])('in %s are taken out, and the rest stays', async (_, body) => {
    await pushed(body)
    expect(stored()).not.toMatch(/s3cr3t-value|73571234/)
    expect(last().requestBody).toContain('[redacted]')
  })

  test.each([
    ['x-api-key', 'abc-secret-1'],
    ['X-App-Key', 'abc-secret-1'],
    ['Cookie', 'abc-secret-1'],
    ['Authorization', 'abc-secret-1'],
    ['X-Custom', 'Bearer abc-secret-1'],
  ])('in the header %s', async (name, value) => {
    await send({ path: '/mpesa/stkpush/v1/processrequest', headers: [[name, value]] })
    expect(stored()).not.toContain('abc-secret-1')
  })

  test('in the query, and in bytes that are no text', async () => {
    await send({ path: '/oauth/v1/generate', query: 'consumer_secret=abc-secret-1&x=1' })
    await send({
      path: '/x',
      body: Buffer.concat([Buffer.from([0xff, 0x80]), Buffer.from('password=abc-secret-1')]),
    })
    expect(Buffer.from(last().requestBody, 'base64').toString('latin1')).toContain('password=[redacted]')
    expect(stored()).not.toContain('abc-secret-1')
    await send({ path: '/x', body: Buffer.from('\ufeff{"password":"abc-secret-1"}', 'utf16le') })
    expect(stored()).not.toContain('abc-secret-1')
  })

  test('of the environment, wherever they stand', async () => {
    await pushed({ ...push, Remarks: 'the password is Safaricom999!*!' })
    expect(last().requestBody).toContain('the password is [redacted]')
  })
})
