import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HttpRequest, HttpResult } from '@/lib/http/types'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { readCallbacks } from '../callbacks/list-callbacks'
import { moveLeftovers } from '../callbacks/move-arrivals'
import { recordCallback } from '../callbacks/record-callback'
import { changeInbox } from './change-inbox'
import { checkReach } from './check-reach'
import { createInbox } from './create-inbox'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})
afterEach(() => deps.db.$client.close())

const captured = async () => {
  moveLeftovers(deps)
  return (await readCallbacks(deps, deps.actor(), { after: 0 })).callbacks
}

const check = (publicUrl = 'https://hooks.example.com') =>
  checkReach(deps, deps.actor('member'), 'local', { publicUrl })

/** As a proxy would hand it over. */
const arrive = async (
  { method, url, headers, body = '' }: HttpRequest,
  { remoteAddress = '41.90.1.2', forwarded = false } = {},
): Promise<HttpResult> => {
  const { pathname } = new URL(url)
  const answer = await recordCallback(deps, pathname.split('/')[2] ?? '', {
    method,
    path: pathname,
    query: '',
    headers: forwarded ? [...headers, ['X-Forwarded-For', '41.90.1.2']] : headers,
    body: Buffer.from(body),
    remoteAddress,
  })
  return { kind: 'answered', ...answer, body: Buffer.from(answer.body), truncated: false, ms: 12 }
}

describe('the check of the way to an inbox', () => {
  test('goes out by its public address and comes back, and leaves nothing', async () => {
    deps.http.answer((request) => arrive(request))
    expect(await check()).toMatchObject({
      url: 'https://hooks.example.com/hook/local',
      reached: true,
      failure: null,
      next: '',
      remarks: [],
      seenFrom: '41.90.1.2',
      ms: 12,
    })
    expect(deps.http.sent[0]?.url).toMatch(/^https:\/\/hooks\.example\.com\/hook\/local\/check\/token-/)
    expect(await captured()).toEqual([])
  })

  test('passes secret, sources and pause, and tells no secret', async () => {
    deps.http.answer((request) => arrive(request))
    const secret = 'k2ZpQ8wRt5vY1xBn'
    changeInbox(deps, deps.actor(), 'local', { secret, sources: ['10.0.0.0/8'], paused: true })
    const reach = await check()
    expect(reach.reached).toBe(true)
    expect(JSON.stringify(reach)).not.toContain(secret)
    expect(deps.http.sent[0]?.url).toContain(`/hook/local/${secret}/check/`)
  })

  test('asks the address of the inbox, else that of the server', async () => {
    deps.http.answer((request) => arrive(request))
    await checkReach(deps, deps.actor(), 'local')
    changeInbox(deps, deps.actor(), 'local', { publicUrl: 'https://own.example.com' })
    await checkReach(deps, deps.actor(), 'local')
    expect(deps.http.sent.map(({ url }) => new URL(url).origin)).toEqual([
      'http://localhost:3000',
      'https://own.example.com',
    ])
  })

  test('says that a proxy hides the senders', async () => {
    deps.http.answer((request) => arrive(request, { remoteAddress: '127.0.0.1', forwarded: true }))
    expect((await check()).remarks.join()).toContain('JARIBU_TRUSTED_PROXIES=127.0.0.1')
  })

  test.each([
    ['dns', 'The name x could not be looked up (ENOTFOUND).', 'dns', /DNS.*hooks\.example\.com.*ENOTFOUND/],
    ['tls', 'The certificate of x has expired (CERT_HAS_EXPIRED).', 'tls', /TLS.*CERT_HAS_EXPIRED/],
    ['refused', 'Nothing accepted it (ECONNREFUSED).', 'refused', /refused the connection.*443/],
    ['timeout', 'It took too long.', 'timeout', /Nothing came back/],
    ['reset', 'It broke off (ECONNRESET).', 'broken', /ECONNRESET/],
    ['blocked', '10.1.2.3 is a private address.', 'blocked', /private address/],
  ] as const)('names %s', async (cause, detail, failure, sentence) => {
    deps.http.answer(() => ({ kind: 'unreachable', cause, detail, ms: 3 }))
    const reach = await check()
    expect(reach).toMatchObject({ reached: false, failure, status: null, seenFrom: null })
    expect(reach.sentence).toMatch(sentence)
    expect(reach.next).not.toBe('')
  })

  test.each([
    [
      301,
      'moved',
      { location: 'https://www.example.com/hook' },
      'redirect',
      /to https:\/\/www\.example\.com/,
    ],
    [502, 'Bad Gateway', { server: 'nginx' }, 'gateway', /HTTP 502 from “nginx”/],
    [404, 'not online', { 'ngrok-error-code': 'ERR_NGROK_3200' }, 'gateway', /ERR_NGROK_3200/],
    [530, 'error code: 1033', { server: 'cloudflare' }, 'gateway', /530/],
    [404, '{"error":"There is no inbox called local."}', {}, 'wrong-server', /Another Jaribu/],
    [404, '<h1>404 Not Found</h1>', { server: 'Apache' }, 'path', /does not pass \/hook on.*Apache/],
    [405, '', {}, 'path', /405/],
    [401, 'sign in', {}, 'closed', /signing in/],
    [200, '<html>Welcome', { server: 'caddy' }, 'wrong-server', /Another server.*caddy/],
  ] as const)('reads HTTP %i %j', async (status, body, headers, failure, sentence) => {
    deps.http.answer(() => ({ ...answered(status, body), headers: Object.entries(headers) }))
    const reach = await check()
    expect(reach).toMatchObject({ reached: false, failure, status })
    expect(reach.sentence).toMatch(sentence)
    expect(reach.next).not.toBe('')
  })

  test('tells an answer that was lost or changed on its way back', async () => {
    deps.http.answer(async (request) => {
      await arrive(request)
      return { kind: 'unreachable', cause: 'timeout', detail: 'late', ms: 10_000 }
    })
    expect(await check()).toMatchObject({ reached: false, failure: 'answer', seenFrom: '41.90.1.2' })
    deps.http.answer(async (request) => {
      await arrive(request)
      return answered(200, '<html>injected')
    })
    expect(await check()).toMatchObject({ reached: false, failure: 'answer', status: 200 })
  })

  test('takes no word that nobody waits for, nor that of another inbox', async () => {
    createInbox(deps, deps.actor(), { name: 'Shop', address: 'shop' })
    deps.http.answer((request) => arrive({ ...request, url: request.url.replace('/local/', '/shop/') }))
    expect(await check()).toMatchObject({ reached: false, failure: 'wrong-server' })
    const [stored] = await captured()
    expect(stored?.path).toMatch(/^\/hook\/shop\/check\//)
  })

  test('is a member’s to make', async () => {
    await expect(checkReach(deps, deps.actor('viewer'), 'local')).rejects.toThrow(/Viewers/)
  })
})
