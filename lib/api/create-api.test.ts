import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '@/lib/refusal'
import { createApiToken } from '@/lib/workspace/people/api-tokens'
import { apiStage, misanswered } from '@/tests/api'
import type { TestDeps } from '@/tests/deps'
import { createApi } from './create-api'
import { describeApi } from './document'
import { type AnyEndpoint, endpoint, file, nothing } from './endpoint'
import { answerApi, areas, endpoints } from './endpoints'

/** A call that no product has, written as every other: one entry. */
const invented = endpoint('POST /kiosks/{id}/tills', {
  about: 'Open a till in a kiosk.',
  role: 'member',
  path: { id: 'Id of a kiosk.' },
  query: z.object({ floor: z.coerce.number().int().default(0).describe('Where it stands.') }),
  body: z.strictObject({ name: z.string().min(1, 'Name it.') }),
  answer: z.object({ id: z.string(), name: z.string(), floor: z.int(), by: z.string() }),
  status: 201,
  location: ({ id }) => `/tills/${id}`,
  refusals: ['conflict'],
  run: ({ actor, path, query, body }) => {
    if (body.name === 'taken') throw new Refusal('conflict', 'There is one of this name.')
    return { id: `${path.id}-1`, floor: query.floor, by: actor.name, ...body }
  },
})

const ping = endpoint('GET /kiosks/open', {
  about: 'Those that are open.',
  role: 'viewer',
  answer: file(['text/plain; charset=utf-8']),
  run: () => new Response('open'),
})
const one = endpoint('GET /kiosks/{id}', {
  about: 'One kiosk.',
  role: 'viewer',
  path: { id: 'Id of a kiosk.' },
  answer: z.object({ id: z.string() }),
  run: ({ path }) => path,
})
const close = endpoint('DELETE /kiosks/{id}', {
  about: 'Close one.',
  role: 'member',
  path: { id: 'Id of a kiosk.' },
  answer: nothing,
  run: () => undefined,
})

const api = createApi([one, close, invented, ping])

describe('a new endpoint is one entry', () => {
  const kiosk = { path: { id: 'nairobi 1' }, query: { floor: '2' }, body: { name: 'Left' } }

  test('that answers, with what it takes read and checked', async () => {
    const stage = apiStage(api)
    const answered = await stage.ask(invented, kiosk, 'member')
    expect(answered).toMatchObject({
      status: 201,
      data: { id: 'nairobi 1-1', name: 'Left', floor: 2, by: 'member' },
    })
    expect(answered.headers.get('location')).toBe('/api/v1/tills/nairobi%201-1')
    expect(misanswered(invented, answered)).toBeUndefined()
    const wrong = await stage.ask(invented, { ...kiosk, body: { name: '' } }, 'member')
    expect(wrong).toMatchObject({ status: 422, data: { fields: { name: ['Name it.'] } } })
    const taken = await stage.ask(invented, { ...kiosk, body: { name: 'taken' } }, 'member')
    expect([taken.status, misanswered(invented, taken)]).toEqual([409, undefined])
  })

  test('that is closed to strangers and to whoever has less than its role, before anything is read', async () => {
    const stage = apiStage(api)
    const junk = { ...kiosk, body: [] }
    expect((await stage.ask(invented, junk)).status).toBe(401)
    expect((await stage.ask(invented, junk, 'viewer')).status).toBe(403)
  })

  test('that is described whole', () => {
    const { paths } = describeApi({ ...areas, Kiosks: [invented] }, { publicUrl: 'http://x', version: '1' })
    expect(paths).toMatchObject({
      '/kiosks/{id}/tills': {
        post: {
          operationId: 'postKiosksIdTills',
          summary: 'Open a till in a kiosk.',
          tags: ['Kiosks'],
          parameters: [
            { name: 'id', in: 'path', required: true, description: 'Id of a kiosk.' },
            {
              name: 'floor',
              in: 'query',
              required: false,
              description: 'Where it stands.',
              schema: { type: 'integer', default: 0 },
            },
          ],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { required: ['name'], additionalProperties: false } } },
          },
          responses: {
            201: {
              headers: { Location: {} },
              content: { 'application/json': { schema: { required: ['id', 'name', 'floor', 'by'] } } },
            },
            401: {},
            403: {},
            404: {},
            409: { $ref: '#/components/responses/conflict' },
            422: {},
          },
        },
      },
    })
  })

  test('and the suite sees where it answers otherwise', async () => {
    const stage = apiStage(api)
    const answered = await stage.ask(invented, kiosk, 'member')
    const said = (answer: z.ZodType): AnyEndpoint => ({ ...(invented as AnyEndpoint), answer })
    expect(misanswered(said(z.object({ id: z.string() })), answered)).toBe('not described: .floor')
    expect(misanswered(said(z.object({ id: z.int() })), answered)).toContain('expected')
    expect(misanswered({ ...(invented as AnyEndpoint), status: 200 }, answered)).toBe('success as 201')
    const refused = await stage.ask(invented, { ...kiosk, body: { name: 'taken' } }, 'member')
    expect(misanswered({ ...(invented as AnyEndpoint), refusals: [] }, refused)).toContain('409 is none of')
  })
})

describe('a path', () => {
  const call = async (method: string, path: string, role?: 'viewer') => {
    const stage = apiStage(api)
    const token = createApiToken(stage.deps, stage.deps.actor(), { name: 'CI', role: 'member' })
    return api(
      stage.deps,
      new Request(`http://x/api/v1${path}`, {
        method,
        headers: role ? { authorization: `Bearer ${token.token}` } : {},
      }),
    )
  }

  test('that is a word comes before a name', async () => {
    expect(await (await call('GET', '/kiosks/open', 'viewer')).text()).toBe('open')
    expect(await (await call('GET', '/kiosks/closed', 'viewer')).json()).toEqual({ id: 'closed' })
  })

  test.each([
    ['/kiosks/a%2Fb', 'a/b'],
    ['/kiosks/a%20b', 'a b'],
    ['/kiosks/%zz', '%zz'],
    ['/kiosks/a/', 'a'],
  ])('%s names %s', async (path, id) => {
    expect(await (await call('GET', path, 'viewer')).json()).toEqual({ id })
  })

  test.each(['/', '/kiosks', '/kiosks/a/b', '/kiosks//tills', '/nothing'])(
    '%s is nowhere, which strangers are not told',
    async (path) => {
      const answer = await call('GET', path, 'viewer')
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
      expect((await answer.json()).detail).toContain('GET /api/v1/openapi.json lists what there is')
      expect((await call('GET', path)).status).toBe(401)
    },
  )

  test('answers other methods with those that it has', async () => {
    const answer = await call('PUT', '/kiosks/a', 'viewer')
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, DELETE, HEAD, OPTIONS'])
    expect(await answer.json()).toMatchObject({ status: 405, title: 'Method not allowed' })
  })

  test('tells its methods to whoever asks', async () => {
    const answer = await call('OPTIONS', '/kiosks/a')
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, DELETE, HEAD, OPTIONS'])
    expect((await call('OPTIONS', '/kiosks/a/tills')).headers.get('allow')).toBe('POST, OPTIONS')
  })

  test('answers HEAD as GET, without a body', async () => {
    const answer = await call('HEAD', '/kiosks/a', 'viewer')
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect((await call('HEAD', '/kiosks/a')).status).toBe(401)
    expect((await call('HEAD', '/kiosks/a/tills', 'viewer')).status).toBe(405)
  })

  test('stands once with each method', () => {
    expect(() => createApi([one, one])).toThrow('Two endpoints are GET /kiosks/{id}')
    expect(endpoints.length).toBeGreaterThan(80)
  })
})

describe('without a framework', () => {
  let server: http.Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })

  const requestOf = (message: IncomingMessage): Request =>
    new Request(`http://${message.headers.host}${message.url}`, {
      method: message.method,
      headers: Object.entries(message.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
      ...(message.method !== 'GET' && { body: message as unknown as BodyInit, duplex: 'half' }),
    })

  const listen = async (deps: TestDeps): Promise<string> => {
    const made = http.createServer(async (message, response) => {
      const answer = await answerApi(deps, requestOf(message))
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      response.end(Buffer.from(await answer.arrayBuffer()))
    })
    server = made
    await new Promise<void>((done) => made.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(made.address() as AddressInfo).port}/api/v1`
  }

  test('a plain listener serves the same calls', async () => {
    const { deps } = apiStage()
    const { token } = createApiToken(deps, deps.actor(), { name: 'CI', role: 'member' })
    const url = await listen(deps)
    const headers = { authorization: `Bearer ${token}` }
    expect(await (await fetch(`${url}/me`, { headers })).json()).toMatchObject({ name: 'token CI' })
    const changed = await fetch(`${url}/inboxes/local`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ validation: 'silent' }),
    })
    expect(await changed.json()).toMatchObject({ inbox: { name: 'local', validation: 'silent' } })
    const exported = await fetch(`${url}/runs/export?format=har`, { headers })
    expect(exported.headers.get('content-disposition')).toContain('jaribu-runs.har')
    expect((await fetch(`${url}/me`)).status).toBe(401)
  })
})
