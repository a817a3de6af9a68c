import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { worldRows } from '@/db/queries/world'
import { encryptPkcs1 } from '@/lib/crypto/rsa'
import { initialValues } from '@/lib/derive'
import { markets } from '@/lib/msisdn/markets'
import { g2 } from '@/lib/systems/g2'
import { readNotes } from '@/lib/wire/notes'
import type { WireMessage } from '@/lib/wire/types'
import { answered, type TestDeps, testDeps, unreachable } from '@/tests/deps'
import { emulateWire } from './emulate'
import { emulatorKeys } from './emulator-keys'
import { listOrganisations, listRegistrations, setValidation } from './organisations'
import { listTransactions, payFromPhone } from './payments'
import { answerPrompt, listOpenPrompts, listPhones, listPromptsOf } from './phones'
import { drainDue, startDue, stopDue } from './run-due'
import { seedWorkspaceWorld } from './seed-world'
import { changeSandboxSettings, readSandboxSettings, resetSandbox } from './settings'

const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'

const seeded = (file?: string): TestDeps => {
  const deps = testDeps(file)
  seedWorkspaceWorld(deps, deps.workspaceId)
  return deps
}

const send = (deps: TestDeps, message: Partial<WireMessage> & { path: string }) => {
  const { answer, notes, delivery } = emulateWire(deps, 'daraja', {
    method: 'POST',
    query: '',
    headers: [],
    body: new Uint8Array(),
    remoteAddress: '127.0.0.1',
    ...message,
  })
  const text = Buffer.from(answer.body).toString('utf8')
  return { status: answer.status, headers: answer.headers, text, notes, delivery }
}

const tokenOf = (deps: TestDeps, secret = 'jaribu-local-secret') => {
  const basic = Buffer.from(`jaribu-local-key:${secret}`).toString('base64')
  const { text } = send(deps, {
    method: 'GET',
    path: '/oauth/v1/generate',
    query: 'grant_type=client_credentials',
    headers: [['Authorization', `Basic ${basic}`]],
  })
  return JSON.parse(text) as { access_token?: string; errorCode?: string }
}

const post = (deps: TestDeps, path: string, body: object, token = tokenOf(deps).access_token) =>
  send(deps, {
    path,
    headers: [
      ['Authorization', `Bearer ${token}`],
      ['Content-Type', 'application/json'],
    ],
    body: Buffer.from(JSON.stringify(body)),
  })

const push = (deps: TestDeps, msisdn = '254708374149') =>
  post(deps, '/mpesa/stkpush/v1/processrequest', {
    BusinessShortCode: '174379',
    Password: Buffer.from(`174379${passkey}20261120091530`).toString('base64'),
    Timestamp: '20261120091530',
    TransactionType: 'CustomerPayBillOnline',
    Amount: '10',
    PartyA: msisdn,
    PartyB: '174379',
    PhoneNumber: msisdn,
    CallBackURL: 'http://localhost:3000/hook/local/r/1',
    AccountReference: 'INV-7',
    TransactionDesc: 'Order 7',
  })

const sumOf = (deps: TestDeps) =>
  worldRows(deps.db)
    .balances.all(deps.workspaceId)
    .reduce((sum, { cents }) => sum + cents, 0)

const entrySum = (deps: TestDeps) =>
  (
    deps.db.$client.prepare('select coalesce(sum(cents), 0) as sum from world_entries').get() as {
      sum: number
    }
  ).sum

describe('the door', () => {
  test('knows the workspace by key and secret, and later by the token', () => {
    const deps = seeded()
    expect(tokenOf(deps).access_token).toMatch(/^[A-Za-z0-9]{28}$/)
    expect(tokenOf(deps, 'wrong').errorCode).toBe('400.008.01')
    expect(push(deps).status).toBe(200)
    expect(post(deps, '/mpesa/stkpush/v1/processrequest', {}, 'nobodys').status).toBe(404)
  })

  test('says in headers what the strict reading would refuse', () => {
    const deps = seeded()
    const { headers } = post(deps, '/mpesa/stkpush/v1/processrequests', {})
    expect(headers.filter(([name]) => name === 'X-Jaribu-Note')).toHaveLength(1)
    const line = headers.find(([name]) => name === 'X-Jaribu-Note')?.[1] ?? ''
    const [reason, remark] = readNotes(line)
    expect(reason).toContain('Send POST /mpesa/stkpush/v1/processrequest for M-PESA Express (STK push).')
    expect(remark).toContain('Did you mean')
    // A client that turns a printed header block into JSON by swapping quotes must not break.
    expect(line).not.toMatch(/['"\\]/)
  })

  test('gives out a certificate whose credentials it can read', () => {
    const deps = seeded()
    const { status, text } = send(deps, { method: 'GET', path: '/certificate' })
    expect(status).toBe(200)
    const certificate = new X509Certificate(text)
    expect(certificate.checkIssued(certificate)).toBe(true)
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048)
    expect(emulatorKeys(deps, deps.workspaceId, 'daraja').certificate).toBe(text)
    const { notes } = post(deps, '/mpesa/accountbalance/v1/query', {
      Initiator: 'testapi',
      SecurityCredential: encryptPkcs1('Safaricom999!*!', text),
      CommandID: 'AccountBalance',
      PartyA: '600000',
      IdentifierType: '4',
      Remarks: 'Now',
      QueueTimeOutURL: 'http://localhost:3000/hook/local/timeout',
      ResultURL: 'http://localhost:3000/hook/local/result',
    })
    expect(notes).toEqual([])
  })

  test('keeps the private key sealed', () => {
    const deps = seeded()
    const row = worldRows(deps.db).record.get(deps.workspaceId, 'keys', 'daraja')
    expect(row?.value).toContain('BEGIN CERTIFICATE')
    expect(row?.value).not.toContain('PRIVATE KEY')
  })

  test('remembers that a fault was used up', () => {
    const deps = seeded()
    changeSandboxSettings(deps, deps.actor(), {
      faults: [{ kind: 'http-500', operation: 'daraja.oauth-token', times: 1 }],
    })
    const token = tokenOf(deps).access_token
    expect(token).toBeUndefined()
    expect(readSandboxSettings(deps, deps.actor()).faults).toEqual([])
    expect(tokenOf(deps).access_token).toBeDefined()
  })
})

describe('what is due', () => {
  afterEach(stopDue)

  test('is sent when its time has come, once, over HTTP', async () => {
    const deps = seeded()
    push(deps)
    await drainDue(deps)
    expect(deps.http.sent).toEqual([])
    deps.pass(1000)
    await drainDue(deps)
    await drainDue(deps)
    expect(deps.http.sent).toHaveLength(1)
    expect(deps.http.sent[0]).toMatchObject({
      method: 'POST',
      url: 'http://localhost:3000/hook/local/r/1',
      body: expect.stringContaining('"ResultCode":0'),
    })
    expect(sumOf(deps)).toBe(0)
    expect(entrySum(deps)).toBe(0)
  })

  test('is announced: the prompt opens and ends on the live feed', async () => {
    const deps = seeded()
    push(deps, '254700000000')
    const [open] = listOpenPrompts(deps, deps.actor('viewer'))
    expect(open).toMatchObject({
      forPerson: true,
      payerName: 'Amina Njoroge',
      amountCents: 1000,
      currency: 'KES',
    })
    answerPrompt(deps, deps.actor(), {
      msisdn: '254700000000',
      promptId: open?.id ?? '',
      answer: { answer: 'pin', pin: '1234' },
    })
    const states = deps
      .announced()
      .filter(({ type }) => type === 'prompt')
      .map(({ data }) => data.state)
    expect(states).toEqual(['open', 'paid'])
    expect(listOpenPrompts(deps, deps.actor())).toEqual([])
    expect(listPromptsOf(deps, deps.actor(), '254700000000')).toHaveLength(1)
    await drainDue(deps)
    expect(deps.http.sent).toHaveLength(1)
  })

  test('that was being sent when the process died is sent again after the restart', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jaribu-due-'))
    const file = path.join(folder, 'jaribu.db')
    const deps = seeded(file)
    push(deps)
    deps.pass(1000)
    let isAsked = false
    deps.http.answer(() => {
      isAsked = true
      // The process ends here: nobody ever hears of the answer.
      return new Promise(() => {})
    })
    void drainDue(deps)
    await Promise.resolve()
    expect(isAsked).toBe(true)
    const rows = worldRows(deps.db)
    const claimed = deps.db.$client.prepare("select id from world_dues where state = 'sending'").get() as {
      id: string
    }
    rows.recoverDues.run()
    deps.http.answer(() => answered(200, {}))
    await drainDue(deps)
    expect(rows.due.get(claimed.id)).toMatchObject({ state: 'delivered', answerStatus: 200 })
    deps.db.$client.close()
    rmSync(folder, { recursive: true })
  })

  test('is drained by the timer as soon as it is there', async () => {
    const deps = seeded()
    changeSandboxSettings(deps, deps.actor(), { autoPayDelayMs: 0, resultDelayMs: 0 })
    const delivered = new Promise<void>((done) => {
      deps.http.answer(() => {
        done()
        return answered(200, {})
      })
    })
    startDue(deps)
    push(deps)
    await delivered
    expect(deps.http.sent).toHaveLength(1)
  })

  test('and cannot be delivered is kept with the reason', async () => {
    const deps = seeded()
    deps.http.answer(() => unreachable('refused'))
    push(deps)
    deps.pass(1000)
    await drainDue(deps)
    const row = deps.db.$client.prepare("select state, failure from world_dues where type = 'callback'").get()
    expect(row).toEqual({ state: 'failed', failure: 'It ended: refused.' })
  })

  test.each([
    ['accepted', () => answered(200, { ResultCode: '0' }), 'Completed', 'completed'],
    ['rejected', () => answered(200, { ResultCode: 'C2B00011' }), 'Completed', 'cancelled'],
    ['silent with Completed', () => unreachable('timeout'), 'Completed', 'completed'],
    ['silent with Cancelled', () => unreachable('timeout'), 'Cancelled', 'cancelled'],
  ])('asks the validation URL: %s', async (_what, reply, type, state) => {
    const deps = seeded()
    setValidation(deps, deps.actor(), { shortcode: '600000', validation: true })
    post(deps, '/mpesa/c2b/v2/registerurl', {
      ShortCode: '600000',
      ResponseType: type,
      ConfirmationURL: 'http://localhost:3000/hook/local/confirmation',
      ValidationURL: 'http://localhost:3000/hook/local/validation',
    })
    expect(listRegistrations(deps, deps.actor())).toMatchObject([
      { shortcode: '600000', responseType: type, version: 'v2' },
    ])
    deps.http.answer((request) => (request.url.endsWith('validation') ? reply() : answered(200, {})))
    const outcome = payFromPhone(deps, deps.actor(), {
      msisdn: '254700000000',
      shortcode: '600000',
      reference: 'A1',
      amountCents: 10_000,
      pin: '1234',
    })
    expect(outcome.kind).toBe('started')
    await drainDue(deps)
    expect(deps.http.sent[0]).toMatchObject({ timeoutMs: 8000 })
    expect(deps.http.sent).toHaveLength(state === 'completed' ? 2 : 1)
    expect(listTransactions(deps, deps.actor(), { party: '254700000000' })).toMatchObject([
      { state, payerName: 'Amina Njoroge', payeeName: 'Jaribu Test', currency: 'KES' },
    ])
    expect(sumOf(deps)).toBe(0)
  })
})

describe('the sandbox', () => {
  test('lists phones and organisations with their money', () => {
    const deps = seeded()
    const phones = listPhones(deps, deps.actor())
    expect(phones.find(({ msisdn }) => msisdn === '254708374149')).toMatchObject({
      balanceCents: 20_000_000,
      doing: 'Pays by itself',
      pin: '1234',
    })
    expect(phones.find(({ msisdn }) => msisdn === '254700001032')?.doing).toMatch(/^Ends with 1032: /)
    expect(listPhones(deps, deps.actor('viewer'))[0]?.pin).toBe('')
    expect(
      listOrganisations(deps, deps.actor()).find(({ shortcode }) => shortcode === '174379'),
    ).toMatchObject({
      accounts: [
        { kind: 'utility', balanceCents: 100_000_000 },
        { kind: 'working', balanceCents: 500_000_000 },
      ],
    })
  })

  test('is back at its opening balances after a reset, with keys and tokens still good', async () => {
    const deps = seeded()
    const token = tokenOf(deps).access_token
    const { certificate } = emulatorKeys(deps, deps.workspaceId, 'daraja')
    push(deps)
    push(deps, '254700000000')
    deps.pass(1000)
    await drainDue(deps)
    resetSandbox(deps, deps.actor())
    expect(listTransactions(deps, deps.actor(), {})).toEqual([])
    expect(listOpenPrompts(deps, deps.actor())).toEqual([])
    expect(listPhones(deps, deps.actor()).find(({ msisdn }) => msisdn === '254708374149')?.balanceCents).toBe(
      20_000_000,
    )
    expect(sumOf(deps)).toBe(0)
    expect(emulatorKeys(deps, deps.workspaceId, 'daraja').certificate).toBe(certificate)
    expect(post(deps, '/mpesa/stkpush/v1/processrequest', {}, token).text).toContain('400.002.02')
  })

  test('lets viewers read and nothing else', () => {
    const deps = seeded()
    const viewer = deps.actor('viewer')
    expect(readSandboxSettings(deps, viewer).strictness).toBe('lenient')
    expect(() => resetSandbox(deps, viewer)).toThrow()
    expect(() => changeSandboxSettings(deps, viewer, { strictness: 'strict' })).toThrow()
    expect(() => setValidation(deps, viewer, { shortcode: '600000', validation: true })).toThrow()
    expect(() =>
      answerPrompt(deps, viewer, { msisdn: '254700000000', promptId: 'P', answer: { answer: 'cancel' } }),
    ).toThrow()
  })

  test('seeding twice changes nothing', () => {
    const deps = seeded()
    const before = worldRows(deps.db).balances.all(deps.workspaceId)
    seedWorkspaceWorld(deps, deps.workspaceId)
    expect(worldRows(deps.db).balances.all(deps.workspaceId)).toEqual(before)
  })
})

describe('the SOAP broker at its door', () => {
  const soap = (deps: TestDeps, spId: string, spPassword: string) => {
    const context = {
      baseUrl: '',
      credentials: { ...g2.presets[0]?.credentials, spId, spPassword },
      certificate: emulatorKeys(deps, deps.workspaceId, 'g2').certificate,
      now: deps.clock(),
      market: markets.kenya,
      callbackUrl: 'http://localhost:3000/hook/local/r/01HZZZZZZZZZZZZZZZZZZZZZZZ',
    }
    const entry = g2.operations.find(({ name }) => name === 'b2c-payment')
    if (!entry) throw new Error('no B2C')
    const values = Object.fromEntries(
      Object.entries(initialValues(entry, context)).map(([name, { value }]) => [name, value]),
    )
    const { request } = g2.plan(entry, { ...values, spId }, context)
    const { answer } = emulateWire(deps, 'g2', {
      method: 'POST',
      path: entry.path,
      query: '',
      headers: request.headers,
      body: Buffer.from(request.body ?? ''),
      remoteAddress: '',
    })
    return g2.read(entry, answer.status, Buffer.from(answer.body).toString('utf8'))
  }

  test('finds the workspace by spId, and its payment is on the same statement as Daraja’s', async () => {
    const deps = seeded()
    expect(soap(deps, '700100', 'Jaribu#Local1')).toMatchObject({ kind: 'accepted', code: '0' })
    await drainDue(deps)
    const [newest] = listTransactions(deps, deps.actor(), { party: '254708374149' })
    expect(newest).toMatchObject({ system: 'g2', kind: 'b2c', state: 'completed' })
  })

  test('refuses a stranger and a wrong password', () => {
    const deps = seeded()
    expect(soap(deps, '999999', 'x')).toMatchObject({ kind: 'refused', code: '100000007' })
    expect(soap(deps, '700100', 'x')).toMatchObject({ kind: 'refused', code: '100000007' })
  })
})
