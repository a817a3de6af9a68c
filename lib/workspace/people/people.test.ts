import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { members, runs, signInFailures, signInLinks, users } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { type TestDeps, testDeps } from '@/tests/deps'
import type { Actor } from '../deps'
import { endInterruptedRuns } from '../runs/end-interrupted-runs'
import { changeEmail, changePassword, finishAccount } from './account'
import { createApiToken, listApiTokens, registerEnvironmentToken, revokeApiToken } from './api-tokens'
import { actorOfMember, actorOfToken } from './find-actor'
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  readInvitation,
  revokeInvitation,
} from './invitations'
import { changeRole, listMembers, removeMember } from './members'
import { signIn } from './sign-in'
import { makeOwnerLink, openOwnerLink, readOwnerLink } from './sign-in-link'
import { listAudit, renameWorkspace } from './workspace'

// Real hashes are slow on purpose and have tests of their own; these are as asynchronous.
vi.mock('@/lib/crypto/password', () => ({
  hashPassword: async (password: string) => `hash of ${password}`,
  isPassword: async (password: string, hash: string | null) => hash === `hash of ${password}`,
}))

const hour = 60 * 60_000
const password = 'correct horse battery'

let deps: TestDeps
let owner: Actor

beforeEach(() => {
  deps = testDeps()
  const now = deps.clock()
  deps.db.insert(users).values({ id: 'user-owner', name: 'Owner', createdAt: now }).run()
  deps.db
    .insert(members)
    .values({
      id: 'member-owner',
      workspaceId: deps.workspaceId,
      userId: 'user-owner',
      role: 'owner',
      createdAt: now,
    })
    .run()
  owner = deps.actor('owner')
})

const tokenOf = (url: string | undefined): string => url?.split('/').at(-1) ?? ''

const kindOf = (act: () => unknown): string => {
  try {
    act()
    return 'none'
  } catch (error) {
    if (error instanceof Refusal) return error.kind
    throw error
  }
}

const join = async (role: 'member' | 'viewer', email = `${role}@example.com`): Promise<Actor> => {
  const { url } = createInvitation(deps, owner, { role, label: '' })
  const { memberId } = await acceptInvitation(deps, { token: tokenOf(url), name: role, email, password })
  const actor = actorOfMember(deps, memberId, 1)
  if (!actor) throw new Error('not joined')
  return actor
}

describe('the one-time owner link', () => {
  test('signs in once', () => {
    const token = tokenOf(makeOwnerLink(deps)?.url)
    expect(readOwnerLink(deps, token)).toBe('open')
    expect(openOwnerLink(deps, token)).toMatchObject({ memberId: 'member-owner', sessionVersion: 1 })
    expect(openOwnerLink(deps, token)).toBeUndefined()
    expect(readOwnerLink(deps, token)).toBe('used')
  })

  test('survives being looked at', () => {
    const token = tokenOf(makeOwnerLink(deps)?.url)
    for (let look = 0; look < 3; look += 1) expect(readOwnerLink(deps, token)).toBe('open')
    expect(openOwnerLink(deps, token)).toBeDefined()
  })

  test('ends after 24 hours', () => {
    const token = tokenOf(makeOwnerLink(deps)?.url)
    deps.pass(24 * hour)
    expect(readOwnerLink(deps, token)).toBe('expired')
    expect(openOwnerLink(deps, token)).toBeUndefined()
  })

  test('ends when a newer one is made', () => {
    const first = tokenOf(makeOwnerLink(deps)?.url)
    const second = tokenOf(makeOwnerLink(deps)?.url)
    expect(readOwnerLink(deps, first)).toBe('revoked')
    expect(openOwnerLink(deps, first)).toBeUndefined()
    expect(openOwnerLink(deps, second)).toBeDefined()
  })

  test('lets one in of many who open it at the same time', async () => {
    const token = tokenOf(makeOwnerLink(deps)?.url)
    const opened = await Promise.all(Array.from({ length: 10 }, async () => openOwnerLink(deps, token)))
    expect(opened.filter(Boolean)).toHaveLength(1)
  })

  test('is kept as a hash, and is unknown when mistyped', () => {
    const token = tokenOf(makeOwnerLink(deps)?.url)
    expect(JSON.stringify(deps.db.select().from(signInLinks).all())).not.toContain(token)
    expect(readOwnerLink(deps, `${token}x`)).toBe('unknown')
  })
})

describe('an invitation', () => {
  test('makes a member with the role it names, who can sign in', async () => {
    const viewer = await join('viewer')
    expect(viewer.role).toBe('viewer')
    expect(await signIn(deps, { email: ' VIEWER@example.com', password, address: 'a' })).toMatchObject({
      kind: 'signed-in',
      memberId: viewer.memberId,
    })
  })

  test('works once, also when two accept it at the same time', async () => {
    const token = tokenOf(createInvitation(deps, owner, { role: 'member', label: '' }).url)
    const results = await Promise.allSettled(
      ['one', 'two', 'three'].map((name) =>
        acceptInvitation(deps, { token, name, email: `${name}@example.com`, password }),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(listMembers(deps, owner)).toHaveLength(2)
  })

  test('ends after seven days, and when revoked', async () => {
    const late = tokenOf(createInvitation(deps, owner, { role: 'member', label: '' }).url)
    const { id, url } = createInvitation(deps, owner, { role: 'member', label: 'Achieng' })
    revokeInvitation(deps, owner, { id })
    expect(readInvitation(deps, tokenOf(url)).state).toBe('revoked')
    expect(kindOf(() => revokeInvitation(deps, owner, { id }))).toBe('conflict')
    deps.pass(7 * 24 * hour)
    expect(readInvitation(deps, late).state).toBe('expired')
    await expect(
      acceptInvitation(deps, { token: late, name: 'n', email: 'n@example.com', password }),
    ).rejects.toMatchObject({ kind: 'precondition' })
  })

  test('cannot take over the account of somebody who is here, and stays open for another e-mail', async () => {
    await join('member')
    const token = tokenOf(createInvitation(deps, owner, { role: 'viewer', label: '' }).url)
    await expect(
      acceptInvitation(deps, { token, name: 'x', email: 'member@example.com', password: 'another one 99' }),
    ).rejects.toMatchObject({ kind: 'conflict', fields: { email: expect.any(Array) } })
    expect(readInvitation(deps, token).state).toBe('open')
    expect(await signIn(deps, { email: 'member@example.com', password, address: 'a' })).toMatchObject({
      kind: 'signed-in',
    })
  })

  test('brings back somebody who was removed, without their old sessions', async () => {
    const first = await join('member')
    removeMember(deps, owner, { id: first.memberId ?? '' })
    const { url } = createInvitation(deps, owner, { role: 'viewer', label: '' })
    const { memberId } = await acceptInvitation(deps, {
      token: tokenOf(url),
      name: 'Back',
      email: 'member@example.com',
      password: 'another password',
    })
    expect(memberId).toBe(first.memberId)
    expect(actorOfMember(deps, memberId, 1)).toBeUndefined()
    expect(await signIn(deps, { email: 'member@example.com', password, address: 'a' })).toEqual({
      kind: 'wrong',
    })
  })

  test('is made, listed and revoked by owners only', async () => {
    for (const actor of [await join('member'), await join('viewer')]) {
      expect(kindOf(() => createInvitation(deps, actor, { role: 'member', label: '' }))).toBe('forbidden')
      expect(kindOf(() => listInvitations(deps, actor))).toBe('forbidden')
      expect(kindOf(() => revokeInvitation(deps, actor, { id: 'any' }))).toBe('forbidden')
    }
  })
})

describe('signing in', () => {
  beforeEach(async () => {
    await finishAccount(deps, owner, { name: 'Wanjiru', email: 'owner@example.com', password })
  })

  const attempt = (typed: string, email = 'owner@example.com', address = 'here') =>
    signIn(deps, { email, password: typed, address })

  test('locks an e-mail at the fifth failure, for longer each time', async () => {
    for (let failure = 1; failure <= 4; failure += 1) expect(await attempt('no')).toEqual({ kind: 'wrong' })
    const until = deps.clock() + 60_000
    expect(await attempt('no')).toEqual({ kind: 'locked', until })
    expect(await attempt(password)).toEqual({ kind: 'locked', until })
    deps.pass(60_000)
    expect(await attempt('no')).toEqual({ kind: 'locked', until: deps.clock() + 120_000 })
    deps.pass(120_000)
    expect(await attempt(password)).toMatchObject({ kind: 'signed-in' })
    expect(await attempt('no')).toEqual({ kind: 'wrong' })
  })

  test('locks an unknown e-mail the same way', async () => {
    const answers = []
    for (let failure = 1; failure <= 5; failure += 1) answers.push(await attempt('no', 'nobody@example.com'))
    expect(answers.map(({ kind }) => kind)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked'])
  })

  test('cannot be outrun by guesses made at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => attempt(`guess ${index}`)))
    expect(answers.filter(({ kind }) => kind === 'locked').length).toBeGreaterThanOrEqual(7)
    expect(await attempt(password)).toMatchObject({ kind: 'locked' })
  })

  test('locks an address that guesses at many e-mails, and no other address', async () => {
    for (let failure = 1; failure < 20; failure += 1) {
      expect(await attempt('no', `${failure}@example.com`, 'bad')).toEqual({ kind: 'wrong' })
    }
    expect(await attempt('no', '20@example.com', 'bad')).toMatchObject({ kind: 'locked' })
    expect(await attempt(password, 'owner@example.com', 'bad')).toMatchObject({ kind: 'locked' })
    expect(await attempt(password, 'owner@example.com', 'good')).toMatchObject({ kind: 'signed-in' })
  })

  test('forgets failures after a day, and keeps no e-mail in clear', async () => {
    for (let failure = 1; failure <= 5; failure += 1) await attempt('no')
    expect(JSON.stringify(deps.db.select().from(signInFailures).all())).not.toContain('owner@')
    deps.pass(24 * hour + 1)
    expect(await attempt('no')).toEqual({ kind: 'wrong' })
  })

  test('with the longest lock still ends within the hour', async () => {
    for (let failure = 1; failure <= 20; failure += 1) {
      const answer = await attempt('no')
      if (answer.kind === 'locked') {
        expect(answer.until - deps.clock()).toBeLessThanOrEqual(hour)
        deps.pass(answer.until - deps.clock())
      }
    }
  })
})

describe('an account', () => {
  test('is finished once, and a new password ends the other sessions', async () => {
    const first = await finishAccount(deps, owner, { name: 'W', email: 'w@example.com', password })
    expect(first.sessionVersion).toBe(2)
    expect(actorOfMember(deps, 'member-owner', 1)).toBeUndefined()
    expect(actorOfMember(deps, 'member-owner', 2)).toMatchObject({ role: 'owner', name: 'W' })
    await expect(
      finishAccount(deps, owner, { name: 'W', email: 'w@example.com', password }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await expect(
      changePassword(deps, owner, { currentPassword: 'wrong', password: 'something else', isVouched: false }),
    ).rejects.toMatchObject({ kind: 'invalid', fields: { currentPassword: expect.any(Array) } })
    const second = await changePassword(deps, owner, {
      currentPassword: password,
      password: 'something else',
      isVouched: false,
    })
    expect(second.sessionVersion).toBe(3)
    expect(await signIn(deps, { email: 'w@example.com', password, address: 'a' })).toEqual({ kind: 'wrong' })
  })

  test('whose password was forgotten gets a new one by a one-time link', async () => {
    await finishAccount(deps, owner, { name: 'W', email: 'w@example.com', password })
    await changePassword(deps, owner, { currentPassword: '', password: 'remembered one', isVouched: true })
    expect(
      await signIn(deps, { email: 'w@example.com', password: 'remembered one', address: 'a' }),
    ).toMatchObject({
      kind: 'signed-in',
    })
  })

  test('cannot take the e-mail of another', async () => {
    await finishAccount(deps, owner, { name: 'W', email: 'w@example.com', password })
    await join('member')
    await expect(
      changeEmail(deps, owner, { email: 'member@example.com', currentPassword: password }),
    ).rejects.toMatchObject({ kind: 'conflict', fields: { email: expect.any(Array) } })
  })

  test('is nothing that an API token has', async () => {
    const bot: Actor = { ...owner, memberId: null, tokenId: 'token' }
    await expect(
      finishAccount(deps, bot, { name: 'B', email: 'b@example.com', password }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('members', () => {
  test('are changed and removed by owners only', async () => {
    for (const actor of [await join('member'), await join('viewer')]) {
      expect(listMembers(deps, actor)).toHaveLength(listMembers(deps, owner).length)
      expect(kindOf(() => changeRole(deps, actor, { id: 'member-owner', role: 'viewer' }))).toBe('forbidden')
      expect(kindOf(() => removeMember(deps, actor, { id: 'member-owner' }))).toBe('forbidden')
      expect(kindOf(() => renameWorkspace(deps, actor, { name: 'Theirs' }))).toBe('forbidden')
    }
  })

  test('always keep one owner', async () => {
    expect(kindOf(() => changeRole(deps, owner, { id: 'member-owner', role: 'member' }))).toBe('conflict')
    expect(kindOf(() => removeMember(deps, owner, { id: 'member-owner' }))).toBe('conflict')
    const second = await join('member')
    changeRole(deps, owner, { id: second.memberId ?? '', role: 'owner' })
    removeMember(deps, owner, { id: 'member-owner' })
    expect(listMembers(deps, second).map(({ role }) => role)).toEqual(['owner'])
  })

  test('who are removed are out at once, with their tokens and invitations', async () => {
    const member = await join('member')
    const { token } = createApiToken(deps, member, { name: 'CI', role: 'member' })
    changeRole(deps, owner, { id: member.memberId ?? '', role: 'owner' })
    const { url } = createInvitation(deps, { ...member, role: 'owner' }, { role: 'member', label: '' })
    removeMember(deps, owner, { id: member.memberId ?? '' })
    expect(actorOfMember(deps, member.memberId ?? '', 1)).toBeUndefined()
    expect(actorOfToken(deps, token)).toBeUndefined()
    expect(readInvitation(deps, tokenOf(url)).state).toBe('revoked')
    expect(await signIn(deps, { email: 'member@example.com', password, address: 'a' })).toEqual({
      kind: 'wrong',
    })
  })

  test('of another workspace are unknown', () => {
    const stranger: Actor = { ...owner, workspaceId: 'workspace-2' }
    expect(kindOf(() => removeMember(deps, stranger, { id: 'member-owner' }))).toBe('not-found')
    expect(listMembers(deps, stranger)).toEqual([])
  })
})

describe('API tokens', () => {
  test('act with their role until they are revoked', () => {
    const { id, token } = createApiToken(deps, owner, { name: 'CI', role: 'viewer' })
    expect(token.length).toBeGreaterThan(32)
    expect(actorOfToken(deps, token)).toEqual({
      workspaceId: deps.workspaceId,
      role: 'viewer',
      name: 'token CI',
      memberId: null,
      tokenId: id,
    })
    revokeApiToken(deps, owner, { id })
    expect(actorOfToken(deps, token)).toBeUndefined()
  })

  test('are stored as hashes and listed by their last four letters', () => {
    const { token } = createApiToken(deps, owner, { name: 'CI', role: 'member' })
    const listed = listApiTokens(deps, owner)
    expect(JSON.stringify(listed)).not.toContain(token)
    expect(listed[0]).toMatchObject({ name: 'CI', lastFour: token.slice(-4), lastUsedAt: null, yours: true })
  })

  test('remember their last use to the minute', () => {
    const { token } = createApiToken(deps, owner, { name: 'CI', role: 'member' })
    actorOfToken(deps, token)
    const first = listApiTokens(deps, owner)[0]?.lastUsedAt
    deps.pass(59_000)
    actorOfToken(deps, token)
    expect(listApiTokens(deps, owner)[0]?.lastUsedAt).toBe(first)
    deps.pass(1_000)
    actorOfToken(deps, token)
    expect(listApiTokens(deps, owner)[0]?.lastUsedAt).toBe(deps.clock())
  })

  test('can do no more than their maker can today', async () => {
    const member = await join('member')
    const { token } = createApiToken(deps, member, { name: 'CI', role: 'member' })
    changeRole(deps, owner, { id: member.memberId ?? '', role: 'viewer' })
    expect(actorOfToken(deps, token)?.role).toBe('viewer')
  })

  test('are made by people who may send, and revoked by their maker or an owner', async () => {
    const [member, other, viewer] = [
      await join('member'),
      await join('member', 'b@example.com'),
      await join('viewer'),
    ]
    const bot: Actor = { ...member, memberId: null, tokenId: 'token' }
    expect(kindOf(() => createApiToken(deps, viewer, { name: 'x', role: 'viewer' }))).toBe('forbidden')
    expect(kindOf(() => createApiToken(deps, bot, { name: 'x', role: 'viewer' }))).toBe('forbidden')
    const { id } = createApiToken(deps, member, { name: 'CI', role: 'member' })
    expect(kindOf(() => revokeApiToken(deps, other, { id }))).toBe('forbidden')
    expect(kindOf(() => revokeApiToken(deps, { ...owner, workspaceId: 'workspace-2' }, { id }))).toBe(
      'not-found',
    )
    expect(kindOf(() => revokeApiToken(deps, member, { id }))).toBe('none')
  })

  test('of the environment are valid from the start and end when the variable changes or goes', () => {
    const first = 'first-token-of-the-environment-0001'
    const second = 'second-token-of-the-environment-001'
    const startWith = (apiToken: string | undefined) =>
      registerEnvironmentToken({ ...deps, config: { ...deps.config, apiToken } }, deps.workspaceId)
    startWith(first)
    startWith(first)
    expect(actorOfToken(deps, first)).toMatchObject({ role: 'member' })
    const [listed] = listApiTokens(deps, owner)
    expect(listed).toMatchObject({ fromEnvironment: true })
    expect(kindOf(() => revokeApiToken(deps, owner, { id: listed?.id ?? '' }))).toBe('conflict')
    startWith(second)
    expect(actorOfToken(deps, first)).toBeUndefined()
    expect(actorOfToken(deps, second)).toBeDefined()
    startWith(undefined)
    expect(actorOfToken(deps, second)).toBeUndefined()
    startWith(first)
    expect(actorOfToken(deps, first)).toBeDefined()
  })
})

describe('the audit', () => {
  test('says who did what, newest first, without a secret', async () => {
    const { token } = createApiToken(deps, owner, { name: 'CI', role: 'member' })
    renameWorkspace(deps, owner, { name: 'Duka' })
    await join('viewer')
    const entries = listAudit(deps, owner)
    expect(entries.map(({ action }) => action)).toEqual([
      'joined',
      'invited',
      'renamed the workspace',
      'created an API token',
    ])
    expect(JSON.stringify(entries)).not.toContain(token)
    expect(listAudit(deps, owner, { before: entries[1]?.id })).toHaveLength(2)
  })
})

describe('a restart', () => {
  test('ends the runs that were on their way and leaves the others', () => {
    const insert = (id: string, more: Partial<typeof runs.$inferInsert>) =>
      deps.db
        .insert(runs)
        .values({
          id,
          workspaceId: deps.workspaceId,
          environmentId: deps.environmentId,
          environmentName: 'Local sandbox',
          environmentKind: 'local',
          system: 'daraja',
          operation: 'daraja.stk-push',
          sentBy: 'Wanjiru',
          createdAt: deps.clock(),
          values: {},
          requestMethod: 'POST',
          requestUrl: 'http://localhost',
          requestHeaders: [],
          requestBody: '',
          verdict: 'pending',
          ...more,
        })
        .run()
    insert('on-its-way', {})
    insert('acknowledged', { answerStatus: 200 })
    insert('paid', { verdict: 'paid' })
    expect(endInterruptedRuns(deps)).toBe(1)
    expect(deps.db.select().from(runs).where(eq(runs.id, 'on-its-way')).get()).toMatchObject({
      verdict: 'unreachable',
      unreachableCause: 'interrupted',
    })
  })
})
