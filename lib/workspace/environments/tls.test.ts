import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { auditEntries, environmentSecrets, environments, runs } from '@/db/schema'
import { createHttpClient } from '@/lib/http/client'
import { Refusal } from '@/lib/refusal'
import { answered, makeBench } from '@/tests/environment-bench'
import { makeIdentity } from '@/tests/tls'
import { sendRun } from '../runs/send-run'
import { createEnvironment } from './create-environment'
import { deleteEnvironment } from './delete-environment'
import { diagnoseToken } from './diagnose-token'
import { environmentContext } from './environment-context'
import { getEnvironment } from './get-environment'
import { getToken } from './get-token'
import { listEnvironments } from './list-environments'
import { revealSecret } from './reveal-secret'
import { setTls } from './set-tls'
import { type TlsInput, tlsInput } from './tls-input'
import { updateEnvironment } from './update-environment'

const bench = () => {
  const made = makeBench()
  const environment = createEnvironment(made.deps, made.actor(), {
    preset: 'daraja-sandbox',
    credentials: { consumerKey: 'key', consumerSecret: 'secret' },
  })
  return {
    ...made,
    environment,
    set: (input: TlsInput) => setTls(made.deps, made.actor(), environment.id, input),
  }
}

const day = 86_400_000
const root = makeIdentity('Private root')
const client = makeIdentity('jaribu-client', { signedBy: root })
const own = { certificate: client.cert, key: client.key }

const refusal = (body: () => unknown): Refusal => {
  try {
    body()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('the TLS of an environment', () => {
  test('is shown to viewers by its public parts; the key is sealed and nowhere else', () => {
    const { deps, actor, db, environment, events, set } = bench()
    set({ ca: root.cert, client: own })
    const seen = getEnvironment(deps, actor('viewer'), environment.id)
    expect(seen.tls).toMatchObject({
      ca: [{ subject: 'CN=Private root', state: 'valid', key: 'RSA, 2048 bits' }],
      client: [{ subject: 'CN=jaribu-client', issuer: 'CN=Private root' }],
    })
    const written = JSON.stringify([
      seen,
      listEnvironments(deps, actor()),
      events,
      db.select().from(environments).all(),
      db
        .select()
        .from(environmentSecrets)
        .all()
        .map(({ ciphertext }) => ciphertext.toString('latin1')),
      db.select().from(auditEntries).all(),
    ])
    expect(written).not.toContain('PRIVATE KEY')
    expect(written).not.toContain(client.key.split('\n')[2])
  })

  test('goes into the connection and is no credential', () => {
    const { deps, actor, environment, set } = bench()
    set({ ca: root.cert, client: own })
    const context = environmentContext(deps, actor(), environment.id)
    expect(context.tls).toEqual({
      ca: root.cert.replaceAll('\r', ''),
      cert: client.cert.replaceAll('\r', ''),
      key: client.key,
    })
    expect(JSON.stringify(context.credentials)).not.toContain('PRIVATE KEY')
    expect(refusal(() => revealSecret(deps, actor(), environment.id, 'tls.clientKey')).kind).toBe('not-found')
    for (const change of [{ clear: ['tls.clientKey'] }, { credentials: { 'tls.clientKey': 'x' } }]) {
      expect(refusal(() => updateEnvironment(deps, actor(), environment.id, change)).kind).toBe('invalid')
    }
  })

  test('keeps what is left out, and forgets the key with the certificate', () => {
    const { deps, actor, db, environment, set } = bench()
    set({ ca: root.cert, client: own })
    const isKeyKept = () =>
      db
        .select()
        .from(environmentSecrets)
        .all()
        .some(({ name }) => name === 'tls.clientKey')
    expect(set({}).tls).toMatchObject({ ca: [{}], client: [{}] })
    expect(set({ ca: null }).tls).toMatchObject({ ca: [], client: [{}] })
    expect(isKeyKept()).toBe(true)
    expect(set({ client: null }).tls).toEqual({ ca: [], client: [] })
    expect(isKeyKept()).toBe(false)
    expect(environmentContext(deps, actor(), environment.id).tls).toBeUndefined()
    expect(
      db
        .select()
        .from(auditEntries)
        .all()
        .map(({ action, subject }) => `${action} ${subject}`)
        .slice(1),
    ).toEqual([
      'set the CA certificate Safaricom sandbox: CN=Private root',
      'set the client certificate Safaricom sandbox: CN=jaribu-client',
      'removed the CA certificate Safaricom sandbox',
      'removed the client certificate Safaricom sandbox',
    ])
  })

  test('goes with the environment', () => {
    const { deps, actor, db, environment, set } = bench()
    createEnvironment(deps, actor(), { preset: 'daraja-production' })
    set({ client: own })
    deleteEnvironment(deps, actor(), environment.id)
    expect(
      db
        .select()
        .from(environmentSecrets)
        .all()
        .filter(({ name }) => name === 'tls.clientKey'),
    ).toEqual([])
  })

  test('is set by members of the workspace only', () => {
    const { deps, actor, environment } = bench()
    expect(refusal(() => setTls(deps, actor('viewer'), environment.id, { ca: root.cert })).kind).toBe(
      'forbidden',
    )
    expect(refusal(() => setTls(deps, actor('owner', 'w2'), environment.id, { ca: null })).kind).toBe(
      'not-found',
    )
  })

  test('ends the token that was given over another connection', async () => {
    const { deps, actor, environment, set } = bench()
    await getToken(deps, actor(), environment.id)
    set({ ca: root.cert })
    expect(getEnvironment(deps, actor(), environment.id).token.state).toBe('none')
  })

  test.each([
    ['valid', 0],
    ['ends-soon', 340],
    ['expired', 400],
    ['not-yet', -10],
  ])('tells that a certificate is %s', (state, days) => {
    const { deps, actor, environment, state: clock, set } = bench()
    const from = clock.now
    const dated = makeIdentity('dated', { signedBy: root, from, to: from + 365 * day })
    set({ client: { certificate: dated.cert, key: dated.key } })
    clock.now += days * day
    expect(getEnvironment(deps, actor(), environment.id).tls.client[0]?.state).toBe(state)
  })
})

describe('what cannot be used is refused beside its field, and nothing changes', () => {
  const short = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'
  test.each<[string, TlsInput, string]>([
    ['no certificate', { ca: 'hello' }, 'ca'],
    ['an empty authority', { ca: '' }, 'ca'],
    ['a broken one', { client: { certificate: short, key: client.key } }, 'client.certificate'],
    [
      'a key of another',
      { ca: root.cert, client: { certificate: client.cert, key: root.key } },
      'client.key',
    ],
    ['no key', { client: { certificate: client.cert } }, 'client.key'],
    ['bytes that are no PKCS#12', { client: { pkcs12: 'aGVsbG8=' } }, 'client.pkcs12'],
  ])('%s', (_, input, field) => {
    const { deps, actor, environment, set } = bench()
    const refused = refusal(() => set(input))
    expect([refused.kind, Object.keys(refused.fields)]).toEqual(['invalid', [field]])
    expect(getEnvironment(deps, actor(), environment.id)).toEqual(environment)
  })

  test('a file that is too long', () => {
    expect(() => tlsInput.parse({ ca: 'x'.repeat(60_001) })).toThrow(/too long/)
  })
})

describe('with a host of a private authority that asks for a client certificate', () => {
  const serve = async () => {
    const host = makeIdentity('gateway', { signedBy: root })
    const taken: string[] = []
    const server = createServer(
      { ...host, ca: root.cert, requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' },
      (request, response) => {
        taken.push(request.url ?? '')
        response.setHeader('content-type', 'application/json')
        response.end(
          request.url?.startsWith('/oauth')
            ? '{"access_token":"token-of-the-private-host","expires_in":"3599"}'
            : '{"ResponseCode":"0","ResponseDescription":"Accept the service request successfully.","OriginatorConversationID":"o-1","ConversationID":"c-1"}',
        )
      },
    )
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return { baseUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, taken }
  }

  const prepared = async () => {
    const host = await serve()
    const made = bench()
    const deps = {
      ...made.deps,
      clock: () => made.state.now,
      http: createHttpClient({ allowPrivateTargets: true, publicUrl: 'http://localhost:1', port: 1 }),
    }
    updateEnvironment(deps, made.actor(), made.environment.id, { baseUrl: host.baseUrl })
    const run = async () => {
      const { id } = await sendRun(deps, made.actor(), {
        operation: 'daraja.account-balance',
        environment: made.environment.id,
        values: {},
        sendAnyway: true,
      })
      return made.db
        .select()
        .from(runs)
        .all()
        .find((row) => row.id === id)
    }
    return { ...made, deps, ...host, run }
  }

  test('nothing is sent before the authority is known, nor without a client certificate', async () => {
    const { deps, actor, environment, set, run, taken } = await prepared()
    expect(await getToken(deps, actor(), environment.id)).toMatchObject({
      kind: 'unreachable',
      detail: expect.stringContaining('“TLS”'),
    })
    set({ ca: root.cert })
    expect(await run()).toMatchObject({
      verdict: 'unreachable',
      unreachableCause: 'tls',
      description: expect.stringContaining('client certificate'),
    })
    const { steps } = await diagnoseToken(deps, actor(), environment.id)
    expect(steps.find(({ id }) => id === 'request')).toMatchObject({
      result: 'problem',
      detail: expect.stringContaining('client certificate'),
    })
    expect(taken).toEqual([])
  })

  test('tokens, the diagnosis and runs go through with both', async () => {
    const { deps, actor, environment, set, run, taken } = await prepared()
    set({ ca: root.cert, client: own })
    expect((await diagnoseToken(deps, actor(), environment.id)).works).toBe(true)
    expect(await getToken(deps, actor(), environment.id, { refresh: true })).toMatchObject({ kind: 'token' })
    const row = await run()
    expect(row).toMatchObject({ verdict: 'pending', answerStatus: 200 })
    expect(JSON.stringify(row)).not.toContain('PRIVATE KEY')
    expect(taken).toHaveLength(3)
  })
})

test('another host never sees the client certificate', async () => {
  const { deps, actor, environment, requests, state, set } = bench()
  set({ ca: root.cert, client: own })
  state.answer = () =>
    answered(400, { errorCode: '400.008.01', errorMessage: 'Invalid Authentication passed' })
  await diagnoseToken(deps, actor(), environment.id, { tryOtherHost: true })
  expect(requests.map(({ url, tls }) => [new URL(url).host, tls !== undefined])).toEqual([
    ['sandbox.safaricom.co.ke', true],
    ['api.safaricom.co.ke', false],
  ])
})
