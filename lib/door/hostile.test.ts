import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { moveLeftovers } from '@/lib/workspace/callbacks/move-arrivals'
import { registerEnvironmentToken } from '@/lib/workspace/people/api-tokens'
import { seedWorkspaceWorld } from '@/lib/workspace/world/seed-world'
import { type TestDeps, testDeps } from '@/tests/deps'
import { sendRaw } from '@/tests/raw-http'
import { attachDoor } from './attach'
import { readBody } from './read-body'

const token = 'token-of-a-test-on-loopback-only-0001'

let deps: TestDeps
let server: http.Server
let port: number
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jaribu-hostile-'))
  const made = testDeps()
  deps = { ...made, config: { ...made.config, apiToken: token, dataDir: folder } }
  registerEnvironmentToken(deps, deps.workspaceId)
  seedWorkspaceWorld(deps, deps.workspaceId)
  server = http.createServer((_, response) => response.end('a page'))
  attachDoor(server, () => deps)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const storedCount = () => {
  moveLeftovers(deps)
  return deps.db.$client.prepare('select count(*) from callbacks').pluck().get() as number
}

const head = (line: string, ...headers: string[]) =>
  `${line} HTTP/1.1\r\nHost: x\r\n${headers.map((one) => `${one}\r\n`).join('')}\r\n`

describe('what a stranger sends never ends in a fault, and 200 means stored', () => {
  const targets = ['/hook/local', '/hook/local/%00', '/hook//', '/hook', '/hook/%ff%fe/x', '/hook/..%2f']
  const emulators = [
    '/emulator/daraja/mpesa/stkpush/v1/processrequest',
    '/emulator//',
    '/emulator/%zz/x',
    '/emulator/constructor/x',
    '/emulator/__proto__/y',
    '/emulator/openapi/sandbox/ipg/v2/vodacomTZN/getSession/',
    '/emulator/mozambique/ipg/v1x/c2bPayment/singleStage/',
    '/emulator/g2/mminterface/request',
    '/emulator/authority/certificate',
  ]
  const own = [
    '/api/health',
    '/api/live',
    '/api/v1',
    '/api/v1/',
    '/api/v1//',
    '/api/v1/%zz',
    '/api/v1/runs/%2e%2e/%00',
    '/api/v1/../../hook/local',
    '/api/v1/runs?limit=%&x=%ff',
    '//api//v1//runs',
    '/api/v1/constructor',
    '/api/v1/runs/__proto__/export?format[]=1',
  ]
  const methods = [
    'GET',
    'POST',
    'PUT',
    'DELETE',
    'PATCH',
    'TRACE',
    'OPTIONS',
    'PROPFIND',
    'M-SEARCH',
    'QUERY',
  ]
  const bodies = [
    '',
    '{',
    '[]',
    'null',
    '"\\ud800"',
    '\x00\xff',
    `${'['.repeat(5000)}`,
    '{"__proto__":{"a":1}}',
  ]

  test.each([...targets, ...emulators, ...own])(
    '%s',
    async (target) => {
      for (const method of methods) {
        for (const body of bodies) {
          const before = storedCount()
          const bytes = Buffer.from(body, 'latin1')
          const [answer] = await sendRaw(port, [
            head(
              `${method} ${target}`,
              `Content-Length: ${bytes.length}`,
              'Cookie: a=%zz; jaribu.session=x.y.z',
              'X-Forwarded-For: \xff, ::::, ,',
              'x-request-id: \xfe\xfd',
              'x-middleware-prefetch: 1',
              'Connection: close',
            ),
            bytes,
          ])
          expect(answer, `${method} ${body}`).toBeDefined()
          // SOAP says a fault of the caller with 500, and so does the provider that is emulated.
          const isSoap = answer?.body.includes('faultcode') === true
          if (!isSoap) expect(answer?.status, `${method} ${body}: ${answer?.body}`).toBeLessThan(500)
          expect(answer?.body).not.toContain('fault of Jaribu')
          if (target.startsWith('/hook') && answer && answer.status < 300) {
            expect(storedCount(), `${method} ${body}`).toBe(before + 1)
          }
        }
      }
    },
    60_000,
  )
})

describe('a request that two readers would read in two ways', () => {
  test.each([
    [
      'length and chunks',
      'POST /hook/local',
      ['Content-Length: 4', 'Transfer-Encoding: chunked'],
      '0\r\n\r\n',
    ],
    ['two lengths', 'POST /hook/local', ['Content-Length: 1', 'Content-Length: 2'], 'ab'],
    ['a list of lengths', 'POST /hook/local', ['Content-Length: 1, 2'], 'ab'],
    ['a negative length', 'POST /hook/local', ['Content-Length: -1'], ''],
    ['a signed length', 'POST /hook/local', ['Content-Length: +2'], 'ab'],
    ['a length in hex', 'POST /hook/local', ['Content-Length: 0x2'], 'ab'],
    ['a length beyond numbers', 'POST /hook/local', [`Content-Length: ${'9'.repeat(40)}`], ''],
    ['chunks that are not the last coding', 'POST /hook/local', ['Transfer-Encoding: chunked, gzip'], ''],
    [
      'a chunk size that is none',
      'POST /hook/local',
      ['Transfer-Encoding: chunked'],
      'zz\r\nab\r\n0\r\n\r\n',
    ],
    ['space before the colon', 'POST /hook/local', ['Content-Length : 2'], 'ab'],
    ['a folded header', 'POST /hook/local', ['X-One: a\r\n b', 'Content-Length: 0'], ''],
    ['a bare NUL', 'POST /hook/local', ['X-One: a\x00b', 'Content-Length: 0'], ''],
  ])('%s: is refused or read in one way, and nothing follows it', async (_, line, headers, body) => {
    const smuggled = head('POST /hook/local/smuggled', 'Content-Length: 0')
    const answers = await sendRaw(port, `${head(line, ...headers)}${body}${smuggled}`, {
      answers: 2,
      isHalfClosed: true,
    })
    expect(answers.length).toBeGreaterThan(0)
    for (const { status } of answers) expect(status).toBeLessThan(500)
    const refused = answers.filter(({ status }) => status >= 400).length
    expect(storedCount()).toBe(answers.length - refused)
  })
})

describe('who asks for something else than a page or a call', () => {
  test('CONNECT is no way through', async () => {
    const answers = await sendRaw(port, 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n')
    expect(answers.every(({ status }) => status >= 400)).toBe(true)
  })

  test('a web socket is answered as the request it is', async () => {
    const [answer] = await sendRaw(
      port,
      head('GET /hook/local/ws', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'),
    )
    expect(answer?.status).toBe(200)
    expect(storedCount()).toBe(1)
  })

  test('TRACE of our own API repeats nothing', async () => {
    const [answer] = await sendRaw(port, head('TRACE /api/v1/runs', 'Cookie: secret=1', 'Connection: close'))
    expect(answer?.status).toBe(405)
    expect(answer?.body).not.toContain('secret')
  })

  test('one-byte chunks cost no more than their bytes', async () => {
    const chunks = '1\r\na\r\n'.repeat(200_000)
    const [answer] = await sendRaw(
      port,
      `${head('POST /hook/local', 'Transfer-Encoding: chunked')}${chunks}0\r\n\r\n`,
    )
    expect(answer?.status).toBe(200)
    moveLeftovers(deps)
    const length = deps.db.$client.prepare('select length(body) from callbacks').pluck().get()
    expect(length).toBe(200_000)
  })

  test('chunks beyond the limit are refused while they come', async () => {
    const [answer] = await sendRaw(
      port,
      `${head('POST /api/v1/plan', 'Transfer-Encoding: chunked', `Authorization: Bearer ${token}`)}${'10000\r\n'.concat('a'.repeat(0x10000), '\r\n').repeat(18)}`,
    )
    expect(answer?.status).toBe(413)
  })
})

describe('a body that our own API is asked to take', () => {
  const ask = (authorization: string) =>
    head('POST /api/v1/plan', 'Expect: 100-continue', 'Content-Length: 2', authorization)

  test('is not asked of a stranger', async () => {
    const answers = await sendRaw(port, ask('Authorization: Bearer wrong'))
    expect(answers.map(({ status }) => status)).toEqual([401])
    expect(answers[0]?.headers).toContainEqual(['connection', 'close'])
  })

  test('is asked of who may send it', async () => {
    const answers = await sendRaw(port, [ask(`Authorization: Bearer ${token}`), '{}'])
    expect(answers.map(({ status }) => status)).toEqual([100, 422])
  })

  test('that nobody read does not become the next request', async () => {
    const answers = await sendRaw(
      port,
      `${head('POST /api/v1/plan', 'Content-Length: 400')}${'x'.repeat(10)}`,
    )
    expect(answers.map(({ status }) => status)).toEqual([401])
  })

  test('is followed by the next request on the same connection', async () => {
    const one = `${head('POST /api/v1/plan', 'Content-Length: 2', `Authorization: Bearer ${token}`)}{}`
    const answers = await sendRaw(port, `${one}${one}${head('GET /api/health')}`, { answers: 3 })
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 200])
  })
})

test('a body that comes too slowly is given up', async () => {
  vi.useFakeTimers()
  try {
    const slow = Object.assign(new PassThrough(), { headers: {} })
    const read = readBody(slow as unknown as http.IncomingMessage, { mostBytes: 100, withinMs: 30_000 })
    for (let second = 0; second < 29; second += 1) {
      slow.write('a')
      await vi.advanceTimersByTimeAsync(1000)
    }
    await vi.advanceTimersByTimeAsync(1000)
    expect(await read).toEqual({ kind: 'too-slow' })
  } finally {
    vi.useRealTimers()
  }
})
