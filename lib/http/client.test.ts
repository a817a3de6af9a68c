import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import net, { type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import forge from 'node-forge'
import { afterEach, describe, expect, test } from 'vitest'
import { createHttpClient, type HttpClientOptions } from './client'
import type { HttpRequest } from './types'

const open: { close(): unknown; closeAllConnections?(): void }[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections?.()
    server.close()
  }
})

const listen = async (server: net.Server): Promise<number> => {
  open.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const serve = async (listener: RequestListener): Promise<{ port: number; server: Server }> => {
  const server = createServer(listener)
  return { port: await listen(server), server }
}

const clientOf = (options: Partial<HttpClientOptions> = {}) =>
  createHttpClient({
    allowPrivateTargets: true,
    publicUrl: 'http://localhost:1',
    port: 1,
    ...options,
  })

const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: [],
  timeoutMs: 5_000,
  ...more,
})

describe('an answer', () => {
  test('comes whole, with its headers in order and as written', async () => {
    const { port } = await serve((_request, response) => {
      response.writeHead(201, [
        'X-One',
        'a',
        'Set-Cookie',
        'b=1',
        'Set-Cookie',
        'c=2',
        'content-TYPE',
        'text/plain',
      ])
      response.end('hello')
    })
    const result = await clientOf().send(get(`http://127.0.0.1:${port}/x?y=1`))
    if (result.kind !== 'answered') throw new Error(result.detail)
    expect(result).toMatchObject({ status: 201, truncated: false })
    expect(Buffer.from(result.body).toString()).toBe('hello')
    expect(result.headers.slice(0, 4)).toEqual([
      ['X-One', 'a'],
      ['Set-Cookie', 'b=1'],
      ['Set-Cookie', 'c=2'],
      ['content-TYPE', 'text/plain'],
    ])
  })

  test('is to exactly the request that was asked for', async () => {
    const seen: { method?: string; url?: string; raw: string[]; body: string }[] = []
    const { port } = await serve(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      seen.push({ method: request.method, url: request.url, raw: request.rawHeaders, body })
      response.end()
    })
    await clientOf().send({
      method: 'POST',
      url: `http://127.0.0.1:${port}/a%20b?c=d%2Fe`,
      headers: [
        ['Authorization', 'Bearer t'],
        ['Content-Type', 'application/json'],
        ['X-b', '2'],
      ],
      body: '{"a":"é"}',
      timeoutMs: 5_000,
    })
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/a%20b?c=d%2Fe', body: '{"a":"é"}' })
    const names = seen[0]?.raw.filter((_, index) => index % 2 === 0) ?? []
    expect(names.filter((name) => /^(Auth|Content-T|X-)/.test(name))).toEqual([
      'Authorization',
      'Content-Type',
      'X-b',
    ])
  })

  test('that redirects is data, whoever it points to', async () => {
    let followed = 0
    const { port } = await serve((request, response) => {
      if (request.url !== '/') followed += 1
      response.writeHead(307, {
        location: request.url === '/meta' ? 'http://169.254.169.254/latest' : '/next',
      })
      response.end()
    })
    for (const path of ['/', '/meta']) {
      const result = await clientOf().send(get(`http://127.0.0.1:${port}${path}`))
      expect(result).toMatchObject({ kind: 'answered', status: 307 })
    }
    expect(followed).toBe(1)
  })

  test('that is too long is cut and says so', async () => {
    const { port } = await serve((_request, response) => {
      response.write('x'.repeat(600))
      response.end('x'.repeat(600))
    })
    const result = await clientOf({ maxBytes: 1000 }).send(get(`http://127.0.0.1:${port}/`))
    if (result.kind !== 'answered') throw new Error(result.detail)
    expect(result.truncated).toBe(true)
    expect(result.body).toHaveLength(1000)
  })

  test('of exactly the limit is whole', async () => {
    const { port } = await serve((_request, response) => response.end('x'.repeat(1000)))
    expect(await clientOf({ maxBytes: 1000 }).send(get(`http://127.0.0.1:${port}/`))).toMatchObject({
      truncated: false,
    })
  })

  test('that came compressed is unpacked, unless it would burst', async () => {
    const { port } = await serve((request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.end(gzipSync('x'.repeat(request.url === '/bomb' ? 100_000 : 500)))
    })
    const client = clientOf({ maxBytes: 1000 })
    const plain = await client.send(get(`http://127.0.0.1:${port}/`))
    const bomb = await client.send(get(`http://127.0.0.1:${port}/bomb`))
    if (plain.kind !== 'answered' || bomb.kind !== 'answered') throw new Error('no answer')
    expect(Buffer.from(plain.body).toString()).toBe('x'.repeat(500))
    expect(bomb.body.length).toBeLessThan(1000)
  })
})

describe('nothing answers', () => {
  test('in time: the whole exchange has one deadline', async () => {
    const { port } = await serve((request, response) => {
      if (request.url === '/drip') response.write('begun')
    })
    for (const path of ['/silent', '/drip']) {
      const result = await clientOf().send(get(`http://127.0.0.1:${port}${path}`, { timeoutMs: 60 }))
      expect(result).toMatchObject({ kind: 'unreachable', cause: 'timeout' })
    }
  })

  test('because the caller cancelled, before or meanwhile', async () => {
    const abort = new AbortController()
    const { port } = await serve(() => abort.abort())
    const url = `http://127.0.0.1:${port}/`
    expect(await clientOf().send(get(url, { signal: abort.signal }))).toMatchObject({ cause: 'cancelled' })
    expect(await clientOf().send(get(url, { signal: abort.signal }))).toMatchObject({ cause: 'cancelled' })
  })

  test('because the connection broke', async () => {
    const { port } = await serve((request, response) => {
      if (request.url === '/midway') response.write('half')
      setImmediate(() => request.socket.destroy())
    })
    for (const path of ['/', '/midway']) {
      expect(await clientOf().send(get(`http://127.0.0.1:${port}${path}`))).toMatchObject({ cause: 'reset' })
    }
  })

  test('because what answers is no web server', async () => {
    const port = await listen(net.createServer((socket) => socket.end('SSH-2.0-nothing\r\n')))
    expect(await clientOf().send(get(`http://127.0.0.1:${port}/`))).toMatchObject({ cause: 'reset' })
  })

  test('because nobody listens', async () => {
    const { port, server } = await serve(() => {})
    server.close()
    await once(server, 'close')
    const result = await clientOf().send(get(`http://127.0.0.1:${port}/`))
    expect(result).toMatchObject({ cause: 'refused', detail: expect.stringContaining(`127.0.0.1:${port}`) })
  })

  test('because the name is unknown', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }))
    expect(await clientOf({ resolve }).send(get('http://no.example/'))).toMatchObject({ cause: 'dns' })
    expect(await clientOf({ resolve: async () => [] }).send(get('http://no.example/'))).toMatchObject({
      cause: 'dns',
    })
  })

  test('that can prove who it is', async () => {
    const server = createSecureServer(selfSigned(), (_request, response) => response.end('secret'))
    const port = await listen(server)
    const result = await clientOf().send(get(`https://127.0.0.1:${port}/`))
    expect(result).toMatchObject({ cause: 'tls', detail: expect.stringContaining('certificate') })
  })

  test('to a request that cannot be written', async () => {
    const result = await clientOf().send(get('http://127.0.0.1:9/', { headers: [['X', 'a\r\nInjected: b']] }))
    expect(result).toMatchObject({ kind: 'unreachable', cause: 'blocked' })
  })
})

describe('the guard', () => {
  const strict = (resolved: string) =>
    clientOf({
      allowPrivateTargets: false,
      publicUrl: 'http://localhost:3000',
      port: 3000,
      resolve: async () => [{ address: resolved, family: resolved.includes(':') ? 6 : 4 }],
    })

  test.each([
    'http://10.0.0.1/',
    'http://127.0.0.1:9/',
    'http://[::1]:9/',
    'http://0x7f.1:9/',
    'http://2130706433:9/',
    'http://[::ffff:10.0.0.1]/',
    'http://100.64.1.1/',
    'http://inside.example/',
    'http://169.254.169.254/latest/meta-data',
    'http://0.0.0.0:3000/',
  ])('stops %s when private targets are not allowed', async (url) => {
    expect(await strict('192.168.0.9').send(get(url))).toMatchObject({
      kind: 'unreachable',
      cause: 'blocked',
    })
  })

  test.each([
    'http://169.254.169.254/latest/meta-data',
    'http://[fd00:ec2::254]/',
    'http://[::ffff:169.254.169.254]/',
    'http://0.0.0.0:3000/',
    'http://100.100.100.200/',
    'http://[fe80::1]/',
  ])('stops %s even when private targets are allowed', async (url) => {
    expect(await clientOf().send(get(url))).toMatchObject({ kind: 'unreachable', cause: 'blocked' })
  })

  test('stops a name that leads to a metadata address', async () => {
    const resolve = async () => [{ address: '169.254.169.254', family: 4 }]
    expect(await clientOf({ resolve }).send(get('http://nice.example/'))).toMatchObject({ cause: 'blocked' })
  })

  test('stops a name when one of its addresses is private', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    const client = clientOf({ allowPrivateTargets: false, resolve })
    expect(await client.send(get('http://both.example/'))).toMatchObject({ cause: 'blocked' })
  })

  test('checks the very lookup that is connected to: a name that changes its answer gains nothing', async () => {
    const { port } = await serve((_request, response) => response.end('inside'))
    let asked = 0
    const resolve = async () => {
      asked += 1
      return [{ address: asked === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }]
    }
    const client = clientOf({ resolve })
    const first = await client.send(
      get(`http://rebind.example:${port}/`, { headers: [['Connection', 'close']] }),
    )
    expect(first).toMatchObject({ kind: 'answered' })
    const second = await client.send(get(`http://rebind.example:${port}/`))
    expect(second).toMatchObject({ cause: 'blocked' })
    expect(asked).toBe(2)
  })

  test('lets our own server be reached, on loopback at its own port or by its public address', async () => {
    const { port } = await serve((_request, response) => response.end('emulator'))
    const byPort = clientOf({ allowPrivateTargets: false, publicUrl: 'https://pay.example', port })
    expect(await byPort.send(get(`http://127.0.0.1:${port}/emulator`))).toMatchObject({ kind: 'answered' })
    expect(await byPort.send(get(`http://localhost:${port}/emulator`))).toMatchObject({ kind: 'answered' })
    const byName = clientOf({
      allowPrivateTargets: false,
      publicUrl: `http://pay.example:${port}`,
      port: 1,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    })
    expect(await byName.send(get(`http://pay.example:${port}/emulator`))).toMatchObject({ kind: 'answered' })
    expect(await byName.send(get(`http://else.example:${port}/emulator`))).toMatchObject({ cause: 'blocked' })
  })

  test('finds the emulators in this process, whatever its public address leads to', async () => {
    const { port } = await serve((request, response) => response.end(request.url))
    const client = clientOf({
      allowPrivateTargets: false,
      publicUrl: 'https://pay.example',
      host: '127.0.0.1',
      port,
      resolve: async () => {
        throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
      },
    })
    const answered = await client.send(get('https://pay.example/emulator/daraja/x?y=1'))
    expect(answered.kind === 'answered' && Buffer.from(answered.body).toString()).toBe(
      '/emulator/daraja/x?y=1',
    )
    // Whether the public address leads anywhere is asked outside, as everybody else would.
    expect(await client.send(get('https://pay.example/api/health'))).toMatchObject({ kind: 'unreachable' })
    expect(await client.send(get('https://other.example/emulator/daraja/x'))).toMatchObject({
      kind: 'unreachable',
    })
  })

  test('never follows a provider’s name to this machine, whatever is allowed', async () => {
    const { port } = await serve((_request, response) => response.end('our own emulator'))
    const client = clientOf({
      allowPrivateTargets: true,
      port,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      isProvider: (hostname) => hostname === 'api.provider.example',
    })
    const result = await client.send(get(`http://api.provider.example:${port}/pay`))
    expect(result).toMatchObject({ cause: 'blocked', detail: expect.stringContaining('hosts file') })
    expect(await client.send(get(`http://other.example:${port}/pay`))).toMatchObject({ kind: 'answered' })
  })

  test.each(['203.0.113.7', '2001:4860:4860::1234'])(
    'nor to a public address that is this machine’s own: %s',
    async (address) => {
      const client = clientOf({
        resolve: async () => [{ address, family: address.includes(':') ? 6 : 4 }],
        ownAddresses: () => [address],
        isProvider: (hostname) => hostname === 'api.provider.example',
      })
      expect(await client.send(get('https://api.provider.example/pay'))).toMatchObject({
        cause: 'blocked',
        detail: expect.stringContaining('this machine itself'),
      })
    },
  )

  test('does not take a private neighbour on the same port for our own server', async () => {
    const client = clientOf({ allowPrivateTargets: false, publicUrl: 'https://pay.example', port: 3000 })
    expect(await client.send(get('http://192.168.0.9:3000/'))).toMatchObject({ cause: 'blocked' })
  })

  test.each([
    ['file:///etc/passwd', 'Only http and https'],
    ['ftp://example.com/', 'Only http and https'],
    ['http://me:secret@example.com/', 'user name or password'],
    ['not a url', 'not a complete URL'],
    ['', 'not a complete URL'],
  ])('refuses %s', async (url, reason) => {
    const result = await clientOf().send(get(url))
    expect(result).toMatchObject({ cause: 'blocked', detail: expect.stringContaining(reason) })
    expect(JSON.stringify(result)).not.toContain('secret@')
  })
})

const selfSigned = (): { key: string; cert: string } => {
  const keys = forge.pki.rsa.generateKeyPair(1024)
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = keys.publicKey
  certificate.serialNumber = '01'
  certificate.validity.notBefore = new Date(Date.UTC(2020, 0, 1))
  certificate.validity.notAfter = new Date(Date.UTC(2120, 0, 1))
  certificate.setSubject([{ name: 'commonName', value: '127.0.0.1' }])
  certificate.setIssuer([{ name: 'commonName', value: '127.0.0.1' }])
  certificate.sign(keys.privateKey, forge.md.sha256.create())
  return { key: forge.pki.privateKeyToPem(keys.privateKey), cert: forge.pki.certificateToPem(certificate) }
}
