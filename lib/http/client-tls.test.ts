import { once } from 'node:events'
import { createServer, type Server, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { afterAll, describe, expect, test } from 'vitest'
import { makeIdentity } from '@/tests/tls'
import { createHttpClient } from './client'
import type { TlsMaterial } from './types'

const root = makeIdentity('Private root')
const host = makeIdentity('gateway', { signedBy: root })
const client = makeIdentity('jaribu-client', { signedBy: root })
const stranger = makeIdentity('Somebody else')
const strangersClient = makeIdentity('jaribu-client', { signedBy: stranger })

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

/** A host with a certificate of the private authority; it answers who the caller has proved to be. */
const serve = async (options: ServerOptions = {}) => {
  let taken = 0
  const server = createServer({ ...host, ...options }, (request, response) => {
    taken += 1
    response.end((request.socket as TLSSocket).getPeerCertificate().subject?.CN ?? 'nobody')
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `https://127.0.0.1:${port}/`, taken: () => taken }
}

const mutual: ServerOptions = { requestCert: true, rejectUnauthorized: true, ca: root.cert }

const newClient = () =>
  createHttpClient({ allowPrivateTargets: true, publicUrl: 'http://localhost:1', port: 1 })
const send = async (url: string, tls?: TlsMaterial, http = newClient()) => {
  const result = await http.send({ method: 'GET', url, headers: [], timeoutMs: 5_000, ...(tls && { tls }) })
  return result.kind === 'answered' ? Buffer.from(result.body).toString() : result
}

describe('a host with a certificate of a private authority', () => {
  test('is not believed until that authority is known, and the remedy is named', async () => {
    const { url, taken } = await serve()
    expect(await send(url)).toMatchObject({
      cause: 'tls',
      detail: expect.stringMatching(/authority that is not known here.*add its CA certificate/),
    })
    expect(await send(url, { ca: stranger.cert })).toMatchObject({
      cause: 'tls',
      detail: expect.stringContaining('not signed by the authority that this environment trusts'),
    })
    expect(taken()).toBe(0)
    expect(await send(url, { ca: root.cert })).toBe('nobody')
  })

  test('shows what it has when it is looked at, and is asked nothing', async () => {
    const { url, taken } = await serve()
    const { problem, tls } = await newClient().inspect(url, 5_000)
    expect(problem).toBeNull()
    expect(tls).toMatchObject({
      protocol: 'TLSv1.3',
      problem: expect.stringContaining('authority that is not known here'),
    })
    expect(tls?.chain.length).toBeGreaterThan(0)
    expect(taken()).toBe(0)
  })

  test('is not looked at where nothing may be sent', async () => {
    const { url } = await serve()
    const http = createHttpClient({ allowPrivateTargets: false, publicUrl: 'http://localhost:1', port: 1 })
    expect(await http.inspect(url, 5_000)).toMatchObject({
      addresses: [],
      problem: expect.stringContaining('private address'),
      tls: null,
    })
  })

  test('is believed under its own name only', async () => {
    const { url } = await serve(makeIdentity('elsewhere', { signedBy: root, address: '127.0.0.9' }))
    expect(await send(url, { ca: root.cert })).toMatchObject({
      cause: 'tls',
      detail: expect.stringContaining('belongs to another name'),
    })
  })

  test('is not believed after the end of its certificate', async () => {
    const old = makeIdentity('gateway', { signedBy: root, from: 0, to: 86_400_000 })
    const { url } = await serve(old)
    expect(await send(url, { ca: root.cert })).toMatchObject({
      cause: 'tls',
      detail: expect.stringContaining('has expired'),
    })
  })

  test('is checked even where the process was told to check nothing', async () => {
    const { url } = await serve()
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    try {
      expect(await send(url)).toMatchObject({ cause: 'tls' })
    } finally {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before
    }
  })
})

describe.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'a host that asks for a client certificate in %s',
  (version) => {
    const options: ServerOptions = { ...mutual, minVersion: version, maxVersion: version }

    test('takes the one of the environment', async () => {
      const { url } = await serve(options)
      expect(await send(url, { ca: root.cert, ...client })).toBe('jaribu-client')
    })

    test('takes nothing without one, and the remedy is named', async () => {
      const { url, taken } = await serve(options)
      expect(await send(url, { ca: root.cert })).toMatchObject({
        cause: 'tls',
        detail: expect.stringMatching(/client certificate.*“TLS”/),
      })
      expect(taken()).toBe(0)
    })

    test('does not take one of another authority', async () => {
      const { url, taken } = await serve(options)
      expect(await send(url, { ca: root.cert, ...strangersClient })).toMatchObject({
        kind: 'unreachable',
        detail: expect.stringContaining('client certificate of this environment'),
      })
      expect(taken()).toBe(0)
    })
  },
)

test('a connection made with one certificate is never used for another', async () => {
  const other = makeIdentity('second-client', { signedBy: root })
  const { url } = await serve(mutual)
  const http = newClient()
  const who = []
  for (const identity of [client, other, client])
    who.push(await send(url, { ca: root.cert, ...identity }, http))
  expect(who).toEqual(['jaribu-client', 'second-client', 'jaribu-client'])
  expect(await send(url, { ca: root.cert }, http)).toMatchObject({ kind: 'unreachable' })
})

test('an agent that is dropped for newer ones ends what it has under way', async () => {
  const { url } = await serve()
  const http = newClient()
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => send(url, { ca: `${root.cert}${'\n'.repeat(index)}` }, http)),
  )
  expect(new Set(answers)).toEqual(new Set(['nobody']))
})
