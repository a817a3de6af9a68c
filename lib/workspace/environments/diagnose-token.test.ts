import { describe, expect, test } from 'vitest'
import { accessTokenOf } from '@/db/queries/environments'
import { runs } from '@/db/schema'
import { type Answer, answered, makeBench } from '@/tests/environment-bench'
import { createEnvironment } from './create-environment'
import { diagnoseToken } from './diagnose-token'
import { revealSecret } from './reveal-secret'
import { trimCredentials } from './trim-credentials'

const refused = () =>
  answered(400, { errorCode: '400.008.01', errorMessage: 'Invalid Authentication passed' })
const granted = () => answered(200, { access_token: 'token', expires_in: '3599' })

const prepared = (
  credentials: Record<string, string> = { consumerKey: 'key', consumerSecret: 'secret' },
  preset = 'daraja-sandbox',
  answer: Answer = refused,
) => {
  const bench = makeBench()
  const made = createEnvironment(bench.deps, bench.actor(), { preset, credentials })
  bench.state.answer = answer
  const diagnose = async (tryOtherHost = false) => {
    const diagnosis = await diagnoseToken(bench.deps, bench.actor(), made.id, { tryOtherHost })
    return { ...diagnosis, of: Object.fromEntries(diagnosis.steps.map((step) => [step.id, step])) }
  }
  return { ...bench, made, diagnose }
}

const hosts = (requests: { url: string }[]) => requests.map((request) => new URL(request.url).host)

test('the likely causes are tested in order', async () => {
  const { diagnose } = prepared()
  expect((await diagnose()).steps.map((step) => step.id)).toEqual([
    'credentials',
    'whitespace',
    'host',
    'request',
    'environment',
    'product',
    'clock',
  ])
})

test('a token that comes means that nothing is wrong, and it replaces the one it ended', async () => {
  const { diagnose, events, db, made, state } = prepared(undefined, undefined, granted)
  const diagnosis = await diagnose()
  expect(diagnosis).toMatchObject({ works: true, verdict: 'A token comes now: nothing is wrong.' })
  expect(events.filter((event) => event.type === 'token')).toHaveLength(1)
  expect(accessTokenOf(db, made.id)?.obtainedAt).toBe(state.now)
})

test('a missing secret is named and nothing is sent', async () => {
  const { diagnose, requests } = prepared({ consumerKey: 'key' })
  const { of, verdict } = await diagnose()
  expect(of.credentials?.result).toBe('problem')
  expect(of.request?.result).toBe('skipped')
  expect(verdict).toContain('secret')
  expect(requests).toEqual([])
})

describe('stray characters are found', () => {
  test.each([
    ['a space at the end', { consumerKey: 'key ', consumerSecret: 'secret' }, 'trim'],
    ['a line break', { consumerKey: 'key', consumerSecret: 'secret\n' }, 'trim'],
    ['quotes', { consumerKey: '"key"', consumerSecret: 'secret' }, 'trim'],
    ['a zero-width space', { consumerKey: '\u200Bkey', consumerSecret: 'secret' }, 'trim'],
    ['a byte order mark', { consumerKey: '\uFEFFkey', consumerSecret: 'secret' }, 'trim'],
    ['a space inside', { consumerKey: 'ke y', consumerSecret: 'secret' }, null],
    ['a Cyrillic letter', { consumerKey: 'k\u0435y', consumerSecret: 'secret' }, null],
  ])('%s', async (_, credentials, action) => {
    const { diagnose } = prepared(credentials)
    expect((await diagnose()).of.whitespace).toMatchObject({ result: 'problem', action })
  })

  test('and removed in one click', async () => {
    const { deps, actor, made, diagnose } = prepared({ consumerKey: ' "key"\n', consumerSecret: 'secret' })
    trimCredentials(deps, actor(), made.id)
    expect(revealSecret(deps, actor(), made.id, 'consumerKey')).toBe('key')
    expect((await diagnose()).of.whitespace?.result).toBe('fine')
  })
})

describe('credentials of the other environment', () => {
  const worksInProduction: Answer = (request) =>
    new URL(request.url).host === 'api.safaricom.co.ke' ? granted() : refused()

  test('are never sent there without consent', async () => {
    const { diagnose, requests } = prepared(undefined, undefined, worksInProduction)
    const { of } = await diagnose()
    expect(of.environment).toMatchObject({ result: 'consent', action: 'try-other-host' })
    expect(hosts(requests)).toEqual(['sandbox.safaricom.co.ke'])
  })

  test('are recognised once it is given', async () => {
    const { diagnose, requests } = prepared(undefined, undefined, worksInProduction)
    const { of, verdict } = await diagnose(true)
    expect(of.environment?.result).toBe('problem')
    expect(verdict).toContain('production credentials in a sandbox environment')
    expect(hosts(requests)).toEqual(['sandbox.safaricom.co.ke', 'api.safaricom.co.ke'])
  })

  test('are no cause when the other host refuses them too', async () => {
    const { diagnose } = prepared()
    expect((await diagnose(true)).of.environment?.result).toBe('fine')
  })

  test('warn that production secrets would travel', async () => {
    const { diagnose } = prepared(undefined, 'daraja-production')
    const { of } = await diagnose()
    expect(of.environment?.detail).toContain('production secrets')
  })

  test('are not looked for from the local sandbox', async () => {
    const { diagnose, requests } = prepared({ consumerKey: 'mine' }, 'daraja-local')
    const { of } = await diagnose(true)
    expect(of.environment?.result).toBe('skipped')
    expect(of.host?.fix).toContain('jaribu-local-key')
    expect(hosts(requests)).toEqual(['localhost:3000'])
  })
})

test('a good token with refused runs points at the product', async () => {
  const { diagnose, db, made, state } = prepared(undefined, undefined, granted)
  db.insert(runs)
    .values({
      id: 'run-1',
      workspaceId: 'w1',
      environmentId: made.id,
      environmentName: made.name,
      environmentKind: 'sandbox',
      system: 'daraja',
      operation: 'daraja.b2pochi',
      sentBy: 'Wanjiru',
      createdAt: state.now,
      values: {},
      requestMethod: 'POST',
      requestUrl: 'https://sandbox.safaricom.co.ke/x',
      requestHeaders: [],
      requestBody: '',
      verdict: 'refused',
      code: '401.003.01',
    })
    .run()
  const { of, works } = await diagnose()
  expect(works).toBe(true)
  expect(of.product).toMatchObject({ result: 'problem' })
  expect(of.product?.detail).toContain('daraja.b2pochi')
})

describe('the clock', () => {
  test.each([
    [0, 'fine'],
    [60, 'fine'],
    [61, 'problem'],
    [-3600, 'problem'],
  ])('%i seconds off is judged %s', async (seconds, result) => {
    const { diagnose, state } = prepared()
    const date = new Date(state.now - seconds * 1000).toUTCString()
    state.answer = () => answered(400, '', [['Date', date]])
    expect((await diagnose()).of.clock?.result).toBe(result)
  })

  test('without a Date header is left open', async () => {
    const { diagnose } = prepared()
    expect((await diagnose()).of.clock?.result).toBe('unknown')
  })
})

test('an unreachable host is about the network, not the credentials', async () => {
  const { diagnose, state } = prepared()
  state.answer = () => ({ kind: 'unreachable', cause: 'dns', detail: 'The host was not found.', ms: 1 })
  const { of, verdict } = await diagnose(true)
  expect(of.environment?.result).toBe('skipped')
  expect(verdict).toBe('The host was not found.')
})
