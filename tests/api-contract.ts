import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerEnvironmentToken } from '@/lib/workspace/people/api-tokens'
import { type TestDeps, testDeps } from './deps'
import { type RawAnswer, sendRaw } from './raw-http'

const token = 'token-of-a-test-on-loopback-only-0001'

/** What holds for our own API and its live feed whichever way they come in, over real connections. */
export const testApi = (attach: (server: http.Server, deps: TestDeps) => void): void => {
  let deps: TestDeps
  let server: http.Server
  const port = () => (server.address() as AddressInfo).port

  beforeEach(async () => {
    const made = testDeps()
    deps = { ...made, config: { ...made.config, apiToken: token } }
    registerEnvironmentToken(deps, deps.workspaceId)
    server = http.createServer()
    attach(server, deps)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  })

  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  const ask = async (
    line: string,
    { body = '', headers = [`Authorization: Bearer ${token}`] }: { body?: string; headers?: string[] } = {},
  ): Promise<RawAnswer> => {
    const all = ['Host: x', ...headers, ...(body ? [`Content-Length: ${Buffer.byteLength(body)}`] : [])]
    const [answer] = await sendRaw(port(), `${line} HTTP/1.1\r\n${all.join('\r\n')}\r\n\r\n${body}`)
    if (!answer) throw new Error('no answer')
    return answer
  }
  const typeOf = ({ headers }: RawAnswer) =>
    headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]

  describe('the API', () => {
    test('answers who may ask', async () => {
      const answer = await ask('GET /api/v1/callbacks?view=summary&limit=5')
      expect(answer.status).toBe(200)
      expect(typeOf(answer)).toBe('application/json; charset=utf-8')
      expect(JSON.parse(answer.body)).toMatchObject({ callbacks: [] })
    })

    test.each([
      ['GET /api/v1/runs', 401],
      ['GET /api/v1/nothing', 401],
      ['GET /api/live', 401],
    ])('tells a stranger who asks %s, as problem+json', async (line, status) => {
      const answer = await ask(line, { headers: [] })
      expect(answer.status).toBe(status)
      expect(typeOf(answer)).toContain('application/problem+json')
    })

    test.each([
      ['GET /api/v1/nothing', 404],
      ['GET /api/v1', 404],
      ['DELETE /api/v1/runs', 405],
      ['OPTIONS /api/v1/runs', 204],
      ['GET /api/v1/callbacks?view=summary&limit=x', 422],
    ])('%s is answered with %i', async (line, status) => {
      expect((await ask(line)).status).toBe(status)
    })

    test('takes a body, and refuses one that is no JSON', async () => {
      const right = await ask('POST /api/v1/plan', {
        body: JSON.stringify({ environmentId: deps.environmentId, operation: 'daraja.stk-push', values: {} }),
      })
      expect([200, 404, 422]).toContain(right.status)
      expect((await ask('POST /api/v1/plan', { body: '{"a":' })).status).toBe(422)
    })

    test('refuses more than a call takes', async () => {
      const answer = await ask('POST /api/v1/plan', { body: JSON.stringify('x'.repeat(1024 * 1024)) })
      expect(answer.status).toBe(413)
      expect(typeOf(answer)).toContain('application/problem+json')
    })

    test('gives a HEAD no body', async () => {
      const text = await new Promise<string>((resolve, reject) => {
        const request = http.request(
          {
            port: port(),
            method: 'HEAD',
            path: '/api/v1/callbacks',
            headers: { authorization: `Bearer ${token}` },
          },
          (answer) => {
            let all = String(answer.statusCode)
            answer.on('data', (chunk) => {
              all += chunk
            })
            answer.on('end', () => resolve(all))
          },
        )
        request.on('error', reject)
        request.end()
      })
      expect(text).toBe('200')
    })
  })

  test('the live feed tells what happens from the given event on', async () => {
    const announce = (id: string) => {
      deps.live.announce(deps.workspaceId, { type: 'run-deleted', data: { id } })
      deps.announced()
    }
    announce('before')
    announce('missed')
    const seen = await new Promise<string>((resolve, reject) => {
      const request = http.get(
        {
          port: port(),
          path: '/api/live',
          headers: { authorization: `Bearer ${token}`, 'last-event-id': '1' },
          agent: false,
        },
        (answer) => {
          let text = ''
          answer.on('data', (chunk) => {
            text += chunk
            if (text.includes('missed') && !text.includes('after')) announce('after')
            if (!text.includes('"after"')) return
            request.destroy()
            resolve(`${answer.headers['content-type']}\n${text}`)
          })
          answer.on('error', () => undefined)
        },
      )
      request.on('error', reject)
    })
    expect(seen).toContain('text/event-stream')
    expect(seen).not.toContain('before')
    expect(seen.match(/data: .*/g)).toEqual(['data: {"id":"missed"}', 'data: {"id":"after"}'])
  })
}
