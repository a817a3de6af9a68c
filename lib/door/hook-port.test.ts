import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { moveLeftovers } from '@/lib/workspace/callbacks/move-arrivals'
import { changeInbox } from '@/lib/workspace/inboxes/change-inbox'
import { seedWorkspaceWorld } from '@/lib/workspace/world/seed-world'
import { type TestDeps, testDeps } from '@/tests/deps'
import { sendRaw } from '@/tests/raw-http'
import { doorsOf, listenOnPorts } from './ports'

let deps: TestDeps
let port = 0
let stop = () => {}

beforeEach(async () => {
  deps = testDeps()
  deps.config.hookPort = 4000
  const doors = doorsOf(deps).map((door) => ({ ...door, port: 0 }))
  const listening = await listenOnPorts(deps, doors)
  port = listening.ports[0] ?? 0
  stop = listening.stop
})
afterEach(() => {
  stop()
  deps.db.$client.close()
})

const count = () => {
  moveLeftovers(deps)
  return deps.db.$client.prepare('select count(*) from callbacks').pluck().get()
}

describe('the port for callbacks alone', () => {
  test('captures as the other port does', async () => {
    const body = '{"a":1}'
    const [answer] = await sendRaw(
      port,
      `POST //hook/local/x HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    )
    expect(answer?.status).toBe(200)
    expect(count()).toBe(1)
    changeInbox(deps, deps.actor(), 'local', { secret: 'k2ZpQ8wRt5vY1xBn' })
    const ask = async (path: string) =>
      (
        await sendRaw(
          port,
          `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
        )
      )[0]?.status
    expect(await ask('/hook/local')).toBe(404)
    expect(await ask('/hook/local/k2ZpQ8wRt5vY1xBn')).toBe(200)
  })

  test.each([
    'GET / HTTP/1.1',
    'GET /sign-in HTTP/1.1',
    'GET /api/health HTTP/1.1',
    'GET /api/v1/openapi.json HTTP/1.1',
    'POST /api/v1/runs HTTP/1.1',
    'GET /api/live HTTP/1.1',
    'GET /_next/static/x.js HTTP/1.1',
    'GET /emulator/authority/certificate HTTP/1.1',
    'POST /emulator/daraja/oauth/v1/generate HTTP/1.1',
    'GET /hooks/local HTTP/1.1',
    'GET /x/../hook/local HTTP/1.1',
    'GET http://sandbox.safaricom.co.ke/oauth/v1/generate HTTP/1.1',
  ])('answers %s with 404 and nothing of the rest', async (line) => {
    seedWorkspaceWorld(deps, deps.workspaceId)
    for (const host of ['x', 'sandbox.safaricom.co.ke']) {
      const [answer] = await sendRaw(
        port,
        `${line}\r\nHost: ${host}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
      )
      expect(answer).toMatchObject({ status: 404, body: '{"error":"Only callbacks are taken here."}' })
      expect(answer?.head).not.toMatch(/jaribu|x-powered-by|next/i)
    }
    expect(count()).toBe(0)
  })

  test('speaks no TLS: that is the proxy’s part', async () => {
    const [answer] = await sendRaw(port, '\u0016\u0003\u0001\u0000\u0005hello\r\n\r\n')
    expect(answer?.status).toBe(400)
  })
})
