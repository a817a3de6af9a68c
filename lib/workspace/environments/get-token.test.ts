import { describe, expect, test } from 'vitest'
import { accessTokens } from '@/db/schema'
import { answered, makeBench } from '@/tests/environment-bench'
import { createEnvironment } from './create-environment'
import { deleteEnvironment } from './delete-environment'
import { getEnvironment } from './get-environment'
import { getToken } from './get-token'
import { updateEnvironment } from './update-environment'

const prepared = () => {
  const bench = makeBench()
  const made = createEnvironment(bench.deps, bench.actor(), {
    preset: 'daraja-sandbox',
    credentials: { consumerKey: 'key', consumerSecret: 'secret' },
  })
  let count = 0
  bench.state.answer = () => answered(200, { access_token: `token-${++count}`, expires_in: '3599' })
  bench.events.length = 0
  return {
    ...bench,
    made,
    token: (refresh = false) => getToken(bench.deps, bench.actor(), made.id, { refresh }),
  }
}

test('a token is asked for with key and secret, kept, and announced', async () => {
  const { token, requests, state, events, made, deps, actor } = prepared()
  expect(await token()).toEqual({
    kind: 'token',
    token: 'token-1',
    obtainedAt: state.now,
    expiresAt: state.now + 3_599_000,
    fetched: true,
  })
  expect(requests[0]?.url).toBe(
    'https://sandbox.safaricom.co.ke/oauth/v1/generate?grant_type=client_credentials',
  )
  expect(requests[0]?.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1]).toBe(
    `Basic ${btoa('key:secret')}`,
  )
  expect(events).toEqual([
    {
      type: 'token',
      data: {
        environmentId: made.id,
        token: { state: 'valid', obtainedAt: state.now, expiresAt: state.now + 3_599_000 },
      },
    },
  ])
  expect(JSON.stringify(events)).not.toContain('token-1')
  expect(await token()).toMatchObject({ token: 'token-1', fetched: false })
  expect(requests).toHaveLength(1)
  expect(getEnvironment(deps, actor('viewer'), made.id).token.state).toBe('valid')
})

describe('a token is used until a minute before its end', () => {
  test.each([
    [3_538_999, 'token-1'],
    [3_539_000, 'token-2'],
    [3_600_000, 'token-2'],
  ])('after %i ms it is %s', async (passed, expected) => {
    const { token, state } = prepared()
    await token()
    state.now += passed
    expect(await token()).toMatchObject({ token: expected })
  })

  test('and a short-lived one for nine tenths of its life', async () => {
    const { token, state, requests } = prepared()
    state.answer = () => answered(200, { access_token: 'short', expires_in: 10 })
    await token()
    state.now += 8_999
    await token()
    expect(requests).toHaveLength(1)
    state.now += 1
    await token()
    expect(requests).toHaveLength(2)
  })

  test('and an ended one is shown as expired', async () => {
    const { token, state, deps, actor, made } = prepared()
    await token()
    state.now += 3_600_000
    expect(getEnvironment(deps, actor(), made.id).token.state).toBe('expired')
  })
})

test('a refresh replaces a token that is still good', async () => {
  const { token, db } = prepared()
  await token()
  expect(await token(true)).toMatchObject({ token: 'token-2', fetched: true })
  expect(await token()).toMatchObject({ token: 'token-2', fetched: false })
  expect(db.select().from(accessTokens).all()).toHaveLength(1)
})

test('fifty calls at once share one fetch, refreshes included, and the next call is free', async () => {
  const { token, requests } = prepared()
  const results = await Promise.all(Array.from({ length: 50 }, (_, index) => token(index % 2 === 1)))
  expect(new Set(results.map((one) => one.kind === 'token' && one.token))).toEqual(new Set(['token-1']))
  expect(requests).toHaveLength(1)
  expect(await token(true)).toMatchObject({ token: 'token-2' })
})

test('a fetch that fails is not shared with later calls', async () => {
  const { token, state } = prepared()
  state.answer = () => ({ kind: 'unreachable', cause: 'dns', detail: 'no such host', ms: 1 })
  expect(await token()).toMatchObject({ kind: 'unreachable', cause: 'dns' })
  state.answer = () => answered(200, { access_token: 'later', expires_in: '3599' })
  expect(await token()).toMatchObject({ kind: 'token', token: 'later' })
})

test('credentials changed while the answer is on its way keep its token out of the store', async () => {
  const { token, state, deps, actor, made, db } = prepared()
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  state.answer = async () => {
    await gate
    return answered(200, { access_token: 'of-the-old-key', expires_in: '3599' })
  }
  const old = token()
  updateEnvironment(deps, actor(), made.id, { credentials: { consumerKey: 'new-key' } })
  state.answer = () => answered(200, { access_token: 'of-the-new-key', expires_in: '3599' })
  expect(await token()).toMatchObject({ token: 'of-the-new-key' })
  release()
  expect(await old).toMatchObject({ token: 'of-the-old-key' })
  expect(await token()).toMatchObject({ token: 'of-the-new-key', fetched: false })
  expect(db.select().from(accessTokens).all()).toHaveLength(1)
})

test('an environment deleted while the answer is on its way leaves no token behind', async () => {
  const { token, state, deps, actor, made, db } = prepared()
  createEnvironment(deps, actor(), { preset: 'daraja-production' })
  state.answer = async () => {
    deleteEnvironment(deps, actor(), made.id)
    return answered(200, { access_token: 'orphan', expires_in: '3599' })
  }
  expect(await token()).toMatchObject({ kind: 'token' })
  expect(db.select().from(accessTokens).all()).toEqual([])
})

describe('what comes instead of a token is data', () => {
  test.each([
    [
      'a documented refusal',
      answered(400, { errorCode: '400.008.01', errorMessage: 'Invalid Authentication passed' }),
    ],
    ['an empty body', answered(400, '')],
    ['a page of the firewall', answered(403, '<html>Incapsula</html>')],
    ['a success without a token', answered(200, { hello: 'there' })],
  ])('%s', async (_, answer) => {
    const { token, state, db, events } = prepared()
    state.answer = () => answer
    expect(await token()).toMatchObject({
      kind: 'refused',
      status: answer.kind === 'answered' && answer.status,
    })
    expect(db.select().from(accessTokens).all()).toEqual([])
    expect(events).toEqual([])
  })

  test('a missing credential names itself and sends nothing', async () => {
    const { deps, actor, made, requests } = prepared()
    updateEnvironment(deps, actor(), made.id, { clear: ['consumerSecret'] })
    expect(await getToken(deps, actor(), made.id)).toMatchObject({
      kind: 'missing',
      credential: 'consumerSecret',
    })
    expect(requests).toEqual([])
  })
})
