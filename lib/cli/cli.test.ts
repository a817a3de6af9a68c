import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attachDoor } from '@/lib/door/attach'
import { registerEnvironmentToken } from '@/lib/workspace/people/api-tokens'
import { seedWorkspaceWorld } from '@/lib/workspace/world/seed-world'
import { type TestDeps, testDeps } from '@/tests/deps'
import { settingsFor } from './exec'
import type { Io } from './io'
import { runCommand } from './program'
import { checkoutServer } from './server'

let deps: TestDeps
let jaribu: http.Server
let url: string
const token = 'token-of-a-command-line-under-test-0001'
let home: string
let stop: AbortController
const closed: http.Server[] = []

const listening = async (server: http.Server) => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closed.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeEach(async () => {
  const made = testDeps()
  deps = { ...made, config: { ...made.config, apiToken: token } }
  registerEnvironmentToken(deps, deps.workspaceId)
  seedWorkspaceWorld(deps, deps.workspaceId)
  jaribu = http.createServer()
  attachDoor(jaribu, () => deps)
  url = await listening(jaribu)
  home = mkdtempSync(path.join(tmpdir(), 'jaribu-cli-'))
  stop = new AbortController()
})

afterEach(() => {
  stop.abort()
  for (const server of closed.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(home, { recursive: true, force: true })
})

type Ended = { code: number; out: string[]; err: string[] }

const begin = (words: readonly string[], { onLine }: { onLine?: (line: string) => void } = {}) => {
  const [out, err]: [string[], string[]] = [[], []]
  const io: Io = {
    out: (line) => {
      out.push(line)
      onLine?.(line)
    },
    err: (line) => err.push(line),
    env: { NODE_ENV: 'test', JARIBU_URL: url, JARIBU_TOKEN: token, XDG_STATE_HOME: home },
    signal: stop.signal,
    now: deps.clock,
    pause: () => new Promise((done) => setImmediate(done)),
  }
  const host = {
    server: checkoutServer('.'),
    prepare: async () => {},
    start: async () => 0,
    write: (bytes: Uint8Array) => void out.push(Buffer.from(bytes).toString()),
  }
  const ended: Promise<Ended> = runCommand(words, io, host).then((code) => ({ code, out, err }))
  return { ended, out, err }
}
const run = (...words: string[]) => begin(words).ended

const post = (body: string) => fetch(`${url}/hook/local/confirmation`, { method: 'POST', body })

describe('called wrongly', () => {
  test.each([
    [['nonsense'], /unknown command/],
    [['wait', '--timeout', 'soon'], /Write a whole number/],
    [['listen', '--forward-to', 'localhost:8000'], /is no address to forward to/],
    [['trigger', 'nothing'], /There is no kind “nothing”[\s\S]*daraja.stk-result {2}STK result/],
    [['trigger', 'result'], /a kind of several systems[\s\S]*openapi.result/],
    [['trigger', 'stk-result', '--set', 'Amount'], /sets nothing/],
    [['trigger', 'stk-result', '--set', 'Amont=5'], /has no “Amont”[\s\S]*Item\.Amount/],
    [['export', 'run'], /Say which run/],
    [['exec'], /missing required argument/],
    [['send', 'g2.b2c'], /No environment speaks “g2”/],
  ])('%j ends with 2 and says why', async (words, why) => {
    const { code, err } = await run(...words)
    expect(err.join('\n')).toMatch(why)
    expect(code).toBe(2)
  })

  test('a token that is not known is refused, and a place that is not there is told apart', async () => {
    expect((await run('wait', '--token', 'wrong')).code).toBe(3)
    const away = await run('wait', '--url', 'http://127.0.0.1:1')
    expect(away).toMatchObject({ code: 4, err: [expect.stringMatching(/cannot be reached/)] })
  })
})

describe('trigger', () => {
  test('shows what it would send and sends nothing', async () => {
    const { code, out } = await run('trigger', 'stk-result', '--set', 'ResultCode=1032', '--preview')
    expect(code).toBe(0)
    expect(JSON.parse(out.join('\n')).Body.stkCallback.ResultCode).toBe(1032)
    expect((await run('wait', '--timeout', '0')).code).toBe(5)
  })

  test('what is sent to the inbox is captured there and understood', async () => {
    const sets = ['--set', 'TransAmount=75.00', '--set', 'BillRefNumber=INV-9']
    const { code, out } = await run('trigger', 'daraja.c2b-confirmation', ...sets)
    expect(code).toBe(0)
    expect(out[0]).toMatch(/\/hook\/local\/confirmation answered 200 in \d+ ms/)
    expect(out[1]).toMatch(/c2b-confirmation {2}.*KES 75\.00/)
  })

  test('a message of G2 is XML', async () => {
    const { out } = await run('trigger', 'g2.c2b-validation', '--set', 'TransAmount=9.00', '--preview')
    expect(out.join('\n')).toContain('<TransAmount>9.00</TransAmount>')
  })
})

describe('wait', () => {
  test('finds what came a moment before, and what comes while it waits', async () => {
    await run('trigger', 'daraja.c2b-confirmation', '--set', 'TransID=AAA1111111')
    expect(await run('wait', '--receipt', 'AAA1111111', '--timeout', '5')).toMatchObject({ code: 0 })
    const waiting = begin(['wait', '--receipt', 'BBB2222222', '--json', '--timeout', '30'])
    await run('trigger', 'daraja.c2b-confirmation', '--set', 'TransID=BBB2222222')
    const { code, out } = await waiting.ended
    expect(code).toBe(0)
    expect(JSON.parse(out.join(''))).toMatchObject({
      kind: 'c2b-confirmation',
      meaning: { receipt: 'BBB2222222' },
    })
  })

  test('what does not come in time has a code of its own', async () => {
    await run('trigger', 'daraja.c2b-confirmation')
    const { code, err } = await run('wait', '--kind', 'stk-result', '--timeout', '0')
    expect(code).toBe(5)
    expect(err).toEqual(['No such callback came within 0 s.'])
  })
})

describe('send', () => {
  test('what is refused is told by field', async () => {
    const { code, err } = await run('send', 'daraja.stk-push', '--set', 'Amount=-5')
    expect(code).toBe(3)
    expect(err[0]).toMatch(/^Amount: /)
  })

  test('what is left out is filled in, and what could not be sent ends with 1', async () => {
    deps.http.send = async () => ({
      kind: 'unreachable',
      cause: 'refused',
      detail: 'Nothing listens there.',
      ms: 1,
    })
    const { code, out } = await run('send', 'daraja.stk-push', '--set', 'PhoneNumber=254700001032', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out.join(''))).toMatchObject({
      verdict: 'unreachable',
      values: { PhoneNumber: '254700001032', PartyA: '254700001032', BusinessShortCode: 174379 },
    })
  })
})

describe('listen', () => {
  const receiver = async (answer: (count: number) => number) => {
    const got: { url: string; body: string; headers: http.IncomingHttpHeaders }[] = []
    const at = await listening(
      http.createServer((request, response) => {
        let body = ''
        request.on('data', (chunk) => {
          body += chunk
        })
        request.on('end', () => {
          got.push({ url: request.url ?? '', body, headers: request.headers })
          response.writeHead(answer(got.length)).end('ok')
        })
      }),
    )
    return { at, got }
  }

  /** Listens until so many callbacks were shown. */
  const listenFor = async (count: number, words: string[], meanwhile: () => Promise<unknown>) => {
    let left = count
    const listener = begin(['listen', '--mode', 'json', ...words], {
      onLine: () => {
        left -= 1
        if (left === 0) stop.abort()
      },
    })
    await meanwhile()
    const ended = await listener.ended
    stop = new AbortController()
    return ended
  }

  test('passes each on as it came, below a host or to one address, and tells what was answered', async () => {
    const first = await receiver(() => 200)
    const second = await receiver(() => 503)
    const targets = ['--forward-to', first.at, '--forward-to', `${second.at}/all`]
    const { out } = await listenFor(1, ['--after', '0', ...targets], () => post('{"a": 1}'))
    expect(first.got).toMatchObject([{ url: '/confirmation', body: '{"a": 1}' }])
    expect(second.got).toMatchObject([{ url: '/all', headers: { 'x-jaribu-callback': '1' } }])
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      callback: { id: 1 },
      forwarded: [
        { kind: 'answered', status: 200 },
        { kind: 'answered', status: 503 },
      ],
    })
  })

  test('what was answered there stands with the callback, for teammates to see', async () => {
    const { at } = await receiver(() => 503)
    await listenFor(1, ['--mode', 'json', '--after', '0', '--forward-to', `${at}/all`], () => post('{}'))
    await expect
      .poll(async () => {
        const answer = await fetch(`${url}/api/v1/callbacks/1/attempts`, {
          headers: { authorization: `Bearer ${token}` },
        })
        return (await answer.json()).attempts
      })
      .toMatchObject([{ purpose: 'forward', url: `${at}/all`, state: 'failed', answer: { status: 503 } }])
  })

  test('goes on where the last one stopped: what came meanwhile is there once and in order', async () => {
    await listenFor(1, ['--after', '0'], () => post('{"n":0}'))
    for (let n = 1; n <= 120; n += 1) await post(`{"n":${n}}`)
    const { out } = await listenFor(120, [], async () => {})
    expect(out.map((each) => JSON.parse(JSON.parse(each).callback.body).n)).toEqual(
      Array.from({ length: 120 }, (_, index) => index + 1),
    )
  })

  test('that nobody answers is told, and loses nothing', async () => {
    const gone = http.createServer()
    const at = await listening(gone)
    gone.close()
    const { out } = await listenFor(1, ['--after', '0', '--forward-to', at], () => post('hello'))
    expect(JSON.parse(out[0] ?? '').forwarded).toMatchObject([
      { kind: 'silent', why: 'nothing listens there' },
    ])
  })

  test('a body that is no text goes on byte for byte', async () => {
    const { at, got } = await receiver(() => 200)
    const bytes = Buffer.from([0, 255, 1, 10])
    await listenFor(1, ['--after', '0', '--forward-to', at], () =>
      fetch(`${url}/hook/local`, { method: 'PUT', body: bytes }),
    )
    expect(Buffer.from(got[0]?.body ?? '', 'utf8').length).toBeGreaterThan(0)
    expect(got[0]?.headers['content-length']).toBe('4')
  })
})

test('a file is written to the output, or where it is to go', async () => {
  const { code, out } = await run('export', 'runs', '--filter', 'limit=1')
  expect(code).toBe(0)
  expect(JSON.parse(out.join(''))).toHaveProperty('runs')
  const file = path.join(home, 'report.csv')
  expect((await run('export', 'report', '--output', file)).code).toBe(0)
  expect(readFileSync(file, 'utf8')).toMatch(/,/)
  expect(await run('export', 'runs', '--format', 'pdf')).toMatchObject({ code: 3 })
})

test('a program finds every system’s address and credentials in its environment', () => {
  expect(settingsFor('http://localhost:1', 't')).toMatchObject({
    JARIBU_URL: 'http://localhost:1',
    JARIBU_CALLBACK_URL: 'http://localhost:1/hook/local',
    DARAJA_BASE_URL: 'http://localhost:1/emulator/daraja',
    DARAJA_CONSUMER_KEY: 'jaribu-local-key',
    OPENAPI_API_KEY: expect.any(String),
    MOZAMBIQUE_BASE_URL: expect.stringContaining('/emulator/mozambique'),
    G2_SP_ID: '700100',
  })
})
