import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { moveLeftovers } from '@/lib/workspace/callbacks/move-arrivals'
import { seedWorkspaceWorld } from '@/lib/workspace/world/seed-world'
import { testApi } from '@/tests/api-contract'
import { type TestDeps, testDeps } from '@/tests/deps'
import { testMachines } from '@/tests/machine-contract'
import { sendRaw } from '@/tests/raw-http'
import { attachDoor } from './attach'

let deps: TestDeps
let server: http.Server
let port: number
let passedOn: string[]

beforeEach(async () => {
  deps = testDeps()
  passedOn = []
  server = http.createServer((request, response) => {
    passedOn.push(`${request.method} ${request.url}`)
    response.end('a page')
  })
  server.on('upgrade', (_, socket) => socket.destroy())
  attachDoor(server, () => deps)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

type Stored = {
  method: string
  path: string
  query: string
  headers: [string, string][]
  body: Buffer
  remoteAddress: string
}

const stored = (): Stored[] => {
  moveLeftovers(deps)
  return deps.db.$client
    .prepare(
      'select method, path, query, headers, body, remote_address as remoteAddress from callbacks order by id',
    )
    .all()
    .map((row) => ({ ...(row as Stored), headers: JSON.parse((row as { headers: string }).headers) }))
}

const post = (target: string, body = '{"a":1}', ...headers: string[]) =>
  `POST ${target} HTTP/1.1\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n${body}`

describe('our own API at the door', () => {
  testApi((own, made) => attachDoor(own, () => made))
})

describe('machines that come in by the door', () => {
  testMachines((own, made) => attachDoor(own, () => made))
})

describe('what arrives is kept as it came', () => {
  test('header names, their order and repeats, and nothing that nobody sent', async () => {
    const [answer] = await sendRaw(
      port,
      'POST /hook/local/x HTTP/1.1\r\nhost: x\r\nX-One: 1\r\nCONTENT-length: 2\r\nx-ONE: 2\r\nX-Forwarded-For: 9.9.9.9\r\n\r\nhi',
    )
    expect(answer?.status).toBe(200)
    expect(stored()[0]?.headers).toEqual([
      ['host', 'x'],
      ['X-One', '1'],
      ['CONTENT-length', '2'],
      ['x-ONE', '2'],
      ['X-Forwarded-For', '9.9.9.9'],
    ])
  })

  test.each(['GET', 'DELETE', 'OPTIONS', 'PATCH', 'PUT', 'TRACE', 'PROPFIND', 'M-SEARCH'])(
    'the body of a %s',
    async (method) => {
      const [answer] = await sendRaw(
        port,
        `${method} /hook/local HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\n\r\n{"a":1}`,
      )
      expect(answer?.status).toBeLessThan(300)
      expect(stored()[0]).toMatchObject({ method, body: Buffer.from('{"a":1}') })
    },
  )

  test('the body of a GET, which an emulator serves', async () => {
    const body = '{"input_QueryReference":"x"}'
    const [answer] = await sendRaw(
      port,
      `GET /emulator/openapi/sandbox/ipg/v2/vodacomTZN/queryTransactionStatus/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
    expect(JSON.stringify(answer)).toContain('its body was read all the same')
  })

  test.each([
    ['//hook//local//a', '//hook//local//a', ''],
    ['/hook/local/%zz%', '/hook/local/%zz%', ''],
    ['/hook/local/a%2Fb/', '/hook/local/a%2Fb/', ''],
    ['/hook/local?a=1&a=2&%', '/hook/local', 'a=1&a=2&%'],
    ['/hook/local/..%2f..', '/hook/local/..%2f..', ''],
    ['/hook/local/?', '/hook/local/', ''],
    ['/hook/local/a?b?c#d', '/hook/local/a', 'b?c#d'],
    ['http://elsewhere.example/hook/local/x?y', '/hook/local/x', 'y'],
  ])('the target %s', async (target, path, query) => {
    const [answer] = await sendRaw(port, post(target))
    expect(answer?.status).toBe(200)
    expect(stored()[0]).toMatchObject({ path, query })
  })

  test('headers of the framework are only headers', async () => {
    const [answer] = await sendRaw(
      port,
      post(
        '/hook/local',
        '{}',
        'x-middleware-prefetch: 1',
        'rsc: 1',
        'next-action: x',
        'x-middleware-subrequest: a',
      ),
    )
    expect(answer?.status).toBe(200)
    expect(stored()).toHaveLength(1)
  })

  test('compressed bytes stay compressed', async () => {
    const body = gzipSync('{"Result":{}}')
    await sendRaw(port, [
      `POST /hook/local HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`,
      body,
    ])
    expect(gunzipSync(stored()[0]?.body ?? '').toString()).toBe('{"Result":{}}')
  })

  test('a chunked body, however small its chunks', async () => {
    const text = '{"Body":1}'
    const chunks = [...text].map((letter) => `1\r\n${letter}\r\n`).join('')
    await sendRaw(
      port,
      `POST /hook/local HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`,
    )
    expect(stored()[0]?.body.toString()).toBe(text)
  })
})

describe('who sent it', () => {
  test('is whom the connection comes from, whatever a header claims', async () => {
    await sendRaw(port, post('/hook/local', '{}', 'X-Forwarded-For: 196.201.214.200'))
    expect(stored()[0]?.remoteAddress).toBe('127.0.0.1')
  })

  test.each([
    ['196.201.214.200', '196.201.214.200'],
    ['6.6.6.6, 196.201.214.200', '196.201.214.200'],
    ['6.6.6.6, 196.201.214.200, 10.1.2.3', '196.201.214.200'],
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:41.1.2.3', '41.1.2.3'],
    ['unknown', 'unknown'],
  ])('is told by a trusted proxy: %s', async (claimed, address) => {
    const trusted = testDeps()
    const { rangeOf } = await import('@/lib/http/ranges')
    const ranges = ['127.0.0.1', '10.0.0.0/8'].flatMap((text) => {
      const range = rangeOf(text)
      return range ? [range] : []
    })
    deps = { ...trusted, config: { ...trusted.config, trustedProxies: ranges } }
    await sendRaw(port, post('/hook/local', '{}', `X-Forwarded-For: ${claimed}`))
    expect(stored()[0]?.remoteAddress).toBe(address)
  })
})

describe('the limits', () => {
  const megabyte = 1024 * 1024

  test('a body of exactly one megabyte is kept', async () => {
    const [answer] = await sendRaw(port, post('/hook/local', 'a'.repeat(megabyte)))
    expect(answer?.status).toBe(200)
    expect(stored()[0]?.body.length).toBe(megabyte)
  })

  test('a longer one is refused by its declared length, before it is sent', async () => {
    const [answer] = await sendRaw(
      port,
      `POST /hook/local HTTP/1.1\r\nHost: x\r\nContent-Length: ${megabyte + 1}\r\n\r\n`,
    )
    expect(answer?.status).toBe(413)
    expect(answer?.body).toContain(String(megabyte))
    expect(answer?.headers).toContainEqual(['Connection', 'close'])
    expect(stored()).toEqual([])
  })

  test('a longer one without a length is refused while it streams', async () => {
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`
    const [answer] = await sendRaw(port, [
      'POST /hook/local HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
      ...Array.from({ length: 17 }, () => chunk),
    ])
    expect(answer?.status).toBe(413)
    expect(stored()).toEqual([])
  })

  test('who asks first is told before sending', async () => {
    const ask = (length: number) =>
      `POST /hook/local HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`
    expect((await sendRaw(port, ask(megabyte + 1))).map(({ status }) => status)).toEqual([413])
    const answers = await sendRaw(port, [ask(2), 'hi'])
    expect(answers.map(({ status }) => status)).toEqual([100, 200])
    expect(stored()[0]?.body.toString()).toBe('hi')
  })

  test('headers that never end are refused', async () => {
    const [answer] = await sendRaw(
      port,
      `POST /hook/local HTTP/1.1\r\nHost: x\r\n${'X-Long: '.padEnd(20_000, 'a')}\r\n\r\n`,
    )
    expect(answer?.status).toBe(431)
  })

  test('headers and whole requests have a time to arrive in', () => {
    expect(server.headersTimeout).toBeLessThanOrEqual(30_000)
    expect(server.requestTimeout).toBeLessThanOrEqual(300_000)
  })
})

describe('connections', () => {
  test('are kept, and requests in a row are answered in order', async () => {
    const many = Array.from({ length: 5 }, (_, index) => post(`/hook/local/${index}`)).join('')
    const answers = await sendRaw(port, many, { answers: 5 })
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(stored().map(({ path }) => path)).toEqual([0, 1, 2, 3, 4].map((index) => `/hook/local/${index}`))
  })

  test('of HTTP/1.0 are closed, and need no Host', async () => {
    const [answer] = await sendRaw(port, 'POST /hook/local HTTP/1.0\r\nContent-Length: 2\r\n\r\nhi')
    expect(answer?.status).toBe(200)
    expect(answer?.headers).toContainEqual(['Connection', 'close'])
  })

  test('that offer another protocol stay with this one, body and all', async () => {
    const [answer] = await sendRaw(
      port,
      post(
        '/hook/local',
        '{"java":1}',
        'Connection: Upgrade, HTTP2-Settings',
        'Upgrade: h2c',
        'HTTP2-Settings: AAEAAEAA',
      ),
    )
    expect(answer?.status).toBe(200)
    expect(stored()[0]?.body.toString()).toBe('{"java":1}')
  })

  test('a HEAD gets no body', async () => {
    const answers = await sendRaw(port, 'HEAD /hook/local HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', {
      answers: 2,
    })
    expect(answers).toHaveLength(0)
    const text = await new Promise<string>((resolve) => {
      let all = ''
      const socket = net.connect(port, '127.0.0.1', () =>
        socket.write('HEAD /hook/local HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
      )
      socket.on('data', (chunk) => {
        all += chunk
      })
      socket.on('close', () => resolve(all))
    })
    expect(text).toMatch(/^HTTP\/1\.1 200/)
    expect(text.endsWith('\r\n\r\n')).toBe(true)
  })

  test('what is no HTTP is told so and does no harm', async () => {
    const [answer] = await sendRaw(port, 'hello there\r\n\r\n')
    expect(answer?.status).toBe(400)
    expect((await sendRaw(port, post('/hook/local')))[0]?.status).toBe(200)
  })

  test('a caller who hangs up half-way leaves nothing behind', async () => {
    await new Promise<void>((done) => {
      const socket = net.connect(port, '127.0.0.1', () => {
        socket.write('POST /hook/local HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf', () => {
          socket.destroy()
          done()
        })
      })
    })
    expect((await sendRaw(port, post('/hook/local')))[0]?.status).toBe(200)
    expect(stored()).toHaveLength(1)
  })
})

describe('the rest', () => {
  test('goes on to the pages', async () => {
    for (const target of ['/', '/hooks', '/inbox', '/api/v2', '/emulators/daraja', '/_next/static/x.js']) {
      const [answer] = await sendRaw(
        port,
        `GET ${target} HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\r\n`,
      )
      expect(answer?.status).toBe(200)
    }
    expect(passedOn).toHaveLength(6)
  })

  test('an unknown inbox is told, and not stored', async () => {
    const [answer] = await sendRaw(port, post('/hook/nobody%20here'))
    expect(answer?.status).toBe(404)
    expect(answer?.body).toContain('nobody here')
  })

  test('health is told without the framework', async () => {
    const [answer] = await sendRaw(port, 'GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(JSON.parse(answer?.body ?? '')).toEqual({ status: 'ok', version: deps.config.version })
    expect(passedOn).toEqual([])
  })
})

describe('the emulated providers', () => {
  beforeEach(() => seedWorkspaceWorld(deps, deps.workspaceId))

  const basic = Buffer.from('jaribu-local-key:jaribu-local-secret').toString('base64')
  const token = (target: string, host: string) =>
    `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Basic ${basic}\r\n\r\n`

  test('answer below their door', async () => {
    const [answer] = await sendRaw(
      port,
      token('/emulator/daraja/oauth/v1/generate?grant_type=client_credentials', 'localhost'),
    )
    expect(answer?.status).toBe(200)
    expect(JSON.parse(answer?.body ?? '')).toHaveProperty('access_token')
  })

  test.each(['sandbox.safaricom.co.ke', 'api.safaricom.co.ke', 'SANDBOX.safaricom.co.ke:443'])(
    'answer at their own host %s, where a client can be told of no other',
    async (host) => {
      const [answer] = await sendRaw(port, token('/oauth/v1/generate?grant_type=client_credentials', host))
      expect(JSON.parse(answer?.body ?? '')).toHaveProperty('access_token')
    },
  )

  test('are nowhere at a host that is nobody’s', async () => {
    await sendRaw(port, token('/oauth/v1/generate', 'safaricom.co.ke.example'))
    expect(passedOn).toEqual(['GET /oauth/v1/generate'])
  })
})
