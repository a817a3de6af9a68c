import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './story'

const root = path.resolve(import.meta.dirname, '..')

/** Routes as Next sees them: `(groups)` fall away, `[parameters]` get a value. */
const routesNamed = (file: string) =>
  readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .map((found) => found.replaceAll(path.sep, '/'))
    .filter((found) => found === file || found.endsWith(`/${file}`))
    .map((found) => ({
      file: `app/${found}`,
      url: `/${found
        .split('/')
        .slice(0, -1)
        .filter((segment) => !/^\(.*\)$/.test(segment))
        .map((segment) => (segment.startsWith('[') ? 'some' : segment))
        .join('/')}`,
    }))

/** Signing in needs no session, by nature. */
const signInPages = /^app\/\(auth\)\//

test('nobody reads a page without signing in', async ({ jaribu }) => {
  const pages = routesNamed('page.tsx').filter(({ file }) => !signInPages.test(file))
  expect(pages.length).toBeGreaterThan(5)
  for (const { url, file } of pages) {
    const answer = await fetch(`${jaribu.url}${url}`, { redirect: 'manual' })
    const target = answer.headers.get('location') ?? ''
    expect(`${file} ${answer.status} ${new URL(target || '/nowhere', jaribu.url).pathname}`).toMatch(
      / 30[27] \/(sign-in|signin|login)/,
    )
  }
})

const strangers = ['', 'Bearer no-such-token-no-such-token-no-such']

const statusOf = async (url: string, method: string, token: string) => {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: token } : {}) },
    body: method === 'GET' ? undefined : '{}',
    redirect: 'manual',
  })
  await answer.body?.cancel()
  return answer.status
}

test('nobody calls the API without a token or a session', async ({ jaribu }) => {
  const { data } = await jaribu.api('GET', '/openapi.json')
  const calls = Object.entries(data.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path.replace(/\{\w+\}/g, 'some')] as const),
  )
  expect(calls.length).toBeGreaterThan(80)
  for (const [method, path] of [...calls, ['GET', '/nothing'] as const]) {
    for (const token of strangers) {
      const status = await statusOf(`${jaribu.url}/api/v1${path}`, method, token)
      expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 401`)
    }
  }
})

test('nobody calls another handler either; only hook, emulator and health are open', async ({ jaribu }) => {
  const isPublic = /^app\/(hook|emulator|api\/health|api\/auth|api\/v1)\//
  const handlers = routesNamed('route.ts').filter(
    ({ file }) => !isPublic.test(file) && !signInPages.test(file),
  )
  expect(handlers.map(({ file }) => file)).toContain('app/api/live/route.ts')
  for (const { url, file } of handlers) {
    const text = readFileSync(path.join(root, file), 'utf8')
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
      new RegExp(`export (const|async function|function) ${method}\\b|\\b${method}\\b[^;]*}? from`).test(
        text,
      ),
    )
    expect(`${file} ${methods.join()}`).toMatch(/ (GET|POST|PUT|PATCH|DELETE)/)
    for (const method of methods) {
      for (const token of strangers) {
        const status = await statusOf(`${jaribu.url}${url}`, method, token)
        expect(`${method} ${file} ${status}`).toBe(`${method} ${file} 401`)
      }
    }
  }
})

test('the API has one route file: its endpoints stand in lib/api', () => {
  const own = routesNamed('route.ts').filter(({ file }) => file.startsWith('app/api/v1/'))
  expect(own.map(({ file }) => file)).toEqual(['app/api/v1/[...path]/route.ts'])
})

test('a page of somebody else cannot use the session of a person who is signed in', async ({
  owner,
  jaribu,
}) => {
  const cookies = await owner.context().cookies()
  const answer = await fetch(`${jaribu.url}/api/v1/sandbox/reset`, {
    method: 'POST',
    headers: {
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      origin: 'https://elsewhere.example',
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/json',
    },
    body: '{}',
  })
  expect([401, 403]).toContain(answer.status)
})

test('an inbox answers any method and body, keeps every byte, and refuses what is too large', async ({
  jaribu,
}) => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
  const send = (url: string, init: RequestInit) => fetch(`${jaribu.url}${url}`, init)
  expect((await send('/hook/local/', { method: 'POST', body: bytes })).status).toBe(200)
  expect((await send('/hook/local/deep/below?a=1', { method: 'PUT', body: '<xml' })).status).toBe(200)
  expect((await send('/hook/local', { method: 'GET' })).status).toBe(200)
  expect((await send('/hook/local', { method: 'POST', body: new Uint8Array(1024 * 1024 + 1) })).status).toBe(
    413,
  )
  expect((await send('/hook/nobody', { method: 'POST', body: '{}' })).status).toBe(404)
  const { data } = await jaribu.api('GET', '/callbacks?inbox=local')
  expect(data.callbacks).toHaveLength(3)
  expect(data.callbacks[0]).toMatchObject({ method: 'POST', bodyEncoding: 'base64' })
  expect(Buffer.from(data.callbacks[0].body, 'base64').equals(Buffer.from(bytes))).toBe(true)
  expect(data.callbacks[1]).toMatchObject({ method: 'PUT', query: 'a=1', body: '<xml', bodyEncoding: 'utf8' })
})
