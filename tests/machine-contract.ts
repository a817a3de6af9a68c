import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { moveLeftovers } from '@/lib/workspace/callbacks/move-arrivals'
import { seedWorkspaceWorld } from '@/lib/workspace/world/seed-world'
import { type TestDeps, testDeps } from './deps'
import { type RawAnswer, sendRaw } from './raw-http'

/** What holds for machines whichever way they come in: by the door, or through a framework's route handlers. */
export const testMachines = (attach: (server: http.Server, deps: TestDeps) => void): void => {
  let deps: TestDeps
  let server: http.Server
  const ask = async (text: string): Promise<RawAnswer | undefined> =>
    (await sendRaw((server.address() as AddressInfo).port, text))[0]
  const post = (target: string, body: string) =>
    ask(`POST ${target} HTTP/1.1\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)

  beforeEach(async () => {
    deps = testDeps()
    seedWorkspaceWorld(deps, deps.workspaceId)
    server = http.createServer()
    attach(server, deps)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  })

  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  const bodies = () => {
    moveLeftovers(deps)
    return deps.db.$client.prepare('select path, query, body from callbacks order by id').all() as {
      path: string
      query: string
      body: Buffer
    }[]
  }

  test.each([
    ['/hook/local', '{"a":1}'],
    ['/hook/local/', ''],
    ['/hook/local/a/b%20c?d=e&d=f', '<xml/>'],
    ['/hook/local', '\u0000\u0001 no text at all'],
  ])('what is posted to %s is stored as it came, and acknowledged', async (target, body) => {
    const answer = await post(target, body)
    expect(answer?.status).toBe(200)
    expect(JSON.parse(answer?.body ?? '')).toEqual({ ResultCode: 0, ResultDesc: 'Accepted' })
    const [path, query = ''] = target.split('?')
    expect(bodies()).toEqual([{ path, query, body: Buffer.from(body) }])
  })

  test.each(['PUT', 'PATCH', 'DELETE'])('a %s is captured as a POST is', async (method) => {
    const answer = await ask(`${method} /hook/local HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi`)
    expect(answer?.status).toBe(200)
    expect(bodies()[0]?.body.toString()).toBe('hi')
  })

  test('an inbox that is not there takes nothing', async () => {
    expect((await post('/hook/nobody', '{}'))?.status).toBe(404)
    expect(bodies()).toEqual([])
  })

  test('more than a megabyte is refused', async () => {
    expect((await post('/hook/local', 'a'.repeat(1024 * 1024 + 1)))?.status).toBe(413)
    expect((await post('/emulator/daraja/mpesa/x', 'a'.repeat(1024 * 1024 + 1)))?.status).toBe(413)
    expect(bodies()).toEqual([])
  })

  test('a provider’s emulator answers in its own words', async () => {
    const basic = Buffer.from('jaribu-local-key:jaribu-local-secret').toString('base64')
    const token = await ask(
      `GET /emulator/daraja/oauth/v1/generate?grant_type=client_credentials HTTP/1.1\r\nHost: x\r\nAuthorization: Basic ${basic}\r\n\r\n`,
    )
    expect(JSON.parse(token?.body ?? '')).toHaveProperty('access_token')
    const refused = await post('/emulator/daraja/mpesa/stkpush/v1/processrequest', '{}')
    expect(refused?.status).toBe(404)
    expect(JSON.parse(refused?.body ?? '')).toHaveProperty('errorCode')
    expect((await post('/emulator/nothing/at/all', '{}'))?.status).toBe(404)
  })
}
