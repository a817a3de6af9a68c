import { beforeEach, describe, expect, test } from 'vitest'
import { members, users } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { createApiToken } from '@/lib/workspace/people/api-tokens'
import { changeRole } from '@/lib/workspace/people/members'
import type { Role } from '@/lib/workspace/views'
import { type TestDeps, testDeps } from '@/tests/deps'
import { actorFrom } from './actor-from'
import { safePath } from './client'
import { sealSession, sessionCookie } from './session'

let deps: TestDeps

beforeEach(() => {
  deps = testDeps()
  for (const role of ['owner', 'member', 'viewer'] as const) {
    deps.db
      .insert(users)
      .values({ id: `user-${role}`, name: role, createdAt: 0 })
      .run()
    deps.db
      .insert(members)
      .values({
        id: `member-${role}`,
        workspaceId: deps.workspaceId,
        userId: `user-${role}`,
        role,
        createdAt: 0,
      })
      .run()
  }
})

const cookieOf = async (role: Role, sessionVersion = 1): Promise<string> => {
  const session = await sealSession({ memberId: `member-${role}`, sessionVersion }, deps.config)
  return `other=1; ${sessionCookie(deps.config).name}=${session}`
}

const ask = (method: string, headers: Record<string, string>, minimum: Role = 'viewer') =>
  actorFrom(deps, new Request('http://localhost:3000/api/v1/runs', { method, headers }), minimum).then(
    ({ role }) => role,
    (error: unknown) => {
      if (error instanceof Refusal) return error.kind
      throw error
    },
  )

describe('a session', () => {
  test.each([
    ['GET', {}, 'member'],
    ['GET', { origin: 'https://elsewhere.example' }, 'member'],
    ['POST', {}, 'forbidden'],
    ['POST', { origin: 'http://localhost:3000' }, 'member'],
    ['POST', { origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' }, 'member'],
    ['POST', { origin: 'https://pay.example', 'x-forwarded-host': 'pay.example' }, 'member'],
    ['POST', { origin: 'https://elsewhere.example' }, 'forbidden'],
    ['POST', { origin: 'http://localhost:3001', host: 'localhost:3000' }, 'forbidden'],
    ['POST', { origin: 'null' }, 'forbidden'],
    ['POST', { 'sec-fetch-site': 'same-origin' }, 'member'],
    ['POST', { 'sec-fetch-site': 'same-site' }, 'forbidden'],
    ['POST', { 'sec-fetch-site': 'cross-site' }, 'forbidden'],
    ['POST', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' }, 'forbidden'],
    ['DELETE', { origin: 'https://elsewhere.example' }, 'forbidden'],
    ['PATCH', { origin: 'http://localhost:3000' }, 'member'],
  ])('%s with %j is answered as %s', async (method, headers, expected) => {
    expect(await ask(method, { cookie: await cookieOf('member'), ...headers })).toBe(expected)
  })

  test('that was ended, forged or is missing is refused', async () => {
    expect(await ask('GET', { cookie: await cookieOf('member', 2) })).toBe('unauthenticated')
    expect(await ask('GET', { cookie: `${await cookieOf('member')}x` })).toBe('unauthenticated')
    expect(await ask('GET', {})).toBe('unauthenticated')
  })

  test('sealed with another secret is refused', async () => {
    const session = await sealSession(
      { memberId: 'member-owner', sessionVersion: 1 },
      { ...deps.config, secret: Buffer.alloc(32, 9) },
    )
    expect(await ask('GET', { cookie: `${sessionCookie(deps.config).name}=${session}` })).toBe(
      'unauthenticated',
    )
  })

  test('carries the role of today, not that of the sign-in', async () => {
    const cookie = await cookieOf('member')
    changeRole(deps, deps.actor('owner'), { id: 'member-member', role: 'viewer' })
    expect(await ask('GET', { cookie })).toBe('viewer')
  })
})

describe('an API token', () => {
  test('needs no origin, and a wrong one is not covered by a session', async () => {
    const { token } = createApiToken(deps, deps.actor('owner'), { name: 'CI', role: 'member' })
    expect(await ask('POST', { authorization: `Bearer ${token}` })).toBe('member')
    expect(await ask('POST', { authorization: `bearer  ${token}` })).toBe('member')
    for (const authorization of ['Bearer wrong', 'Basic abc', token, 'Bearer']) {
      expect(await ask('GET', { authorization, cookie: await cookieOf('owner') })).toBe('unauthenticated')
    }
  })
})

describe('roles', () => {
  test.each([
    ['viewer', 'viewer', 'viewer'],
    ['viewer', 'member', 'forbidden'],
    ['viewer', 'owner', 'forbidden'],
    ['member', 'member', 'member'],
    ['member', 'owner', 'forbidden'],
    ['owner', 'owner', 'owner'],
  ] as const)('a %s asking for what needs a %s: %s', async (role, minimum, expected) => {
    expect(await ask('GET', { cookie: await cookieOf(role) }, minimum)).toBe(expected)
  })
})

describe('the page wanted before signing in', () => {
  test.each([
    ['/inbox?selected=1#top', '/inbox?selected=1#top'],
    ['/', '/'],
    [undefined, '/'],
    ['', '/'],
    ['inbox', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?next=/sign-in', '/'],
    ['/./..//evil.example', '/'],
  ])('%s leads to %s', (wanted, path) => {
    expect(safePath(wanted)).toBe(path)
  })
})
