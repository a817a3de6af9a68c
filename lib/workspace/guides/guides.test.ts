import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { insertRun } from '@/db/queries/runs'
import { environmentSecrets, environments } from '@/db/schema'
import { trees } from '@/lib/guides'
import { systems } from '@/lib/systems'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { moveLeftovers } from '../callbacks/move-arrivals'
import { recordCallback } from '../callbacks/record-callback'
import { secretContext } from '../environments/secrets'
import { getGuide, listGuides } from './read-guides'
import { type CheckInput, checkInput, listChecks, runCheck } from './run-check'
import { sampleOf } from './sample'

const published = systems[0]?.publicKeys?.find(({ kind }) => kind === 'sandbox')?.pem ?? ''

/** With an uploaded certificate, so that no key of a local sandbox has to be made. */
const quickDeps = (): TestDeps => {
  const deps = testDeps()
  change(deps, { certificate: published })
  return deps
}

const runId = '01KTESTRN00000000000000000'

const put = (deps: TestDeps, change: Partial<Parameters<typeof insertRun>[1]> = {}) =>
  insertRun(deps.db, {
    id: runId,
    workspaceId: deps.workspaceId,
    environmentId: deps.environmentId,
    environmentName: 'Local sandbox',
    environmentKind: 'local',
    system: 'daraja',
    operation: 'daraja.stk-push',
    sentBy: 'Wanjiru',
    createdAt: deps.clock(),
    values: { CallBackURL: `http://localhost:3000/hook/local/r/${runId}` },
    requestMethod: 'POST',
    requestUrl: 'http://localhost:3000/emulator/daraja/mpesa/stkpush/v1/processrequest',
    requestHeaders: [],
    requestBody: '{}',
    answerStatus: 200,
    answerBody: JSON.stringify({
      MerchantRequestID: '1-2-3',
      CheckoutRequestID: 'ws_CO_1',
      ResponseCode: '0',
      ResponseDescription: 'Success. Request accepted for processing',
    }),
    verdict: 'pending',
    ...change,
  })

const change = (deps: TestDeps, to: Partial<typeof environments.$inferInsert>) =>
  deps.db.update(environments).set(to).where(eq(environments.id, deps.environmentId)).run()

const check = (deps: TestDeps, name: CheckInput['check'], named: Record<string, string> = { run: runId }) =>
  runCheck(deps, deps.actor(), { check: name, ...named })

const ofEnvironment = { environment: 'local' }

const arrive = async (deps: TestDeps, path: string, body: unknown) => {
  await recordCallback(deps, 'local', {
    method: 'POST',
    path,
    query: '',
    headers: [['content-type', 'application/json']],
    body: new TextEncoder().encode(JSON.stringify(body)),
    remoteAddress: '127.0.0.1',
  })
  moveLeftovers(deps)
}

describe('checks of a run', () => {
  test('an accepted run is answered, and its callback is missing', async () => {
    const deps = quickDeps()
    put(deps)
    expect(await check(deps, 'run-answered')).toMatchObject({ result: 'fine' })
    expect(await check(deps, 'run-outcome')).toMatchObject({ result: 'problem' })
  })

  test('a refused run tells why and leads to its code', async () => {
    const deps = quickDeps()
    put(deps, {
      answerStatus: 500,
      answerBody: '{"requestId":"1","errorCode":"500.001.1001","errorMessage":"Wrong credentials"}',
      verdict: 'refused',
    })
    const report = await check(deps, 'run-answered')
    expect(report.result).toBe('problem')
    expect(report.links).toEqual([
      { label: 'All about 500.001.1001', path: '/reference/codes/daraja/stk-wrong-credentials' },
    ])
  })

  test.each([
    ['a prompt may take three minutes', 'daraja.stk-push', 100, 'problem'],
    ['a prompt of a checkout may, too', 'g2.checkout-confirm', 100, 'problem'],
    ['and no longer', 'daraja.stk-push', 200, 'fine'],
    ['any other result comes within one', 'daraja.b2c-v3', 100, 'fine'],
  ])('%s', async (_, operation, seconds, result) => {
    const deps = quickDeps()
    put(deps, { operation, system: operation.split('.')[0] ?? '' })
    deps.pass(seconds * 1000)
    expect(await check(deps, 'run-age')).toMatchObject({ result })
  })

  test('without an answer nobody knows', async () => {
    const deps = quickDeps()
    put(deps, { answerStatus: null, unreachableCause: 'timeout', unreachableDetail: 'Nothing in 30 s.' })
    expect(await check(deps, 'run-answered')).toMatchObject({
      result: 'unknown',
      found: ['Nothing in 30 s.'],
    })
  })

  test('a callback that came is found', async () => {
    const deps = quickDeps()
    put(deps)
    await arrive(deps, `/hook/local/r/${runId}`, {
      Body: {
        stkCallback: {
          CheckoutRequestID: 'ws_CO_1',
          ResultCode: 1032,
          ResultDesc: 'Request Cancelled by user.',
        },
      },
    })
    const report = await check(deps, 'run-outcome')
    expect(report).toMatchObject({ result: 'fine', links: [{ path: '/inbox/1' }] })
  })

  test('it is too early for a while', async () => {
    const deps = quickDeps()
    put(deps)
    expect(await check(deps, 'run-age')).toMatchObject({ result: 'problem' })
    deps.pass(10 * 60_000)
    expect(await check(deps, 'run-age')).toMatchObject({ result: 'fine' })
  })

  test('a strange message in the inbox is shown, silence is said', async () => {
    const deps = quickDeps()
    put(deps)
    expect(await check(deps, 'inbox-heard')).toMatchObject({ result: 'problem', found: ['Nothing at all.'] })
    await arrive(deps, '/hook/local/odd', { hello: 1 })
    expect(await check(deps, 'inbox-heard')).toMatchObject({
      result: 'fine',
      found: ['POST with 11 bytes.'],
    })
  })

  test('a URL that the system filled in is read from the body', async () => {
    const deps = quickDeps()
    change(deps, { kind: 'production' })
    put(deps, { values: {}, requestBody: JSON.stringify({ CallBackURL: 'http://pay.duka.co.ke/x' }) })
    expect(await check(deps, 'callback-url')).toMatchObject({ result: 'problem' })
    put(deps, {
      id: '01KTESTRN00000000000000002',
      operation: 'g2.b2c-payment',
      values: {},
      requestBody: '<a><req:ResultURL>http://localhost/x</req:ResultURL></a>',
    })
    expect(await check(deps, 'callback-url', { run: '01KTESTRN00000000000000002' })).toMatchObject({
      result: 'problem',
    })
  })

  test.each([
    ['local', 'http://localhost:3000/hook/local', 'fine'],
    ['sandbox', 'http://localhost:3000/hook/local', 'problem'],
    ['sandbox', 'https://pay.duka.co.ke/callbacks', 'fine'],
    ['sandbox', 'https://pay.duka.co.ke/mpesa', 'problem'],
    ['production', 'http://pay.duka.co.ke/callbacks', 'problem'],
    ['production', 'https://192.168.1.5/callbacks', 'problem'],
  ] as const)('in %s the URL %s is a %s', async (kind, url, expected) => {
    const deps = quickDeps()
    change(deps, { kind })
    put(deps, { values: { CallBackURL: url } })
    expect(await check(deps, 'callback-url')).toMatchObject({ result: expected })
  })
})

describe('checks of an environment', () => {
  test('the inbox is asked by its public address', async () => {
    const deps = quickDeps()
    deps.http.answer(async ({ method, url, headers }) => {
      const message = { method, path: new URL(url).pathname, query: '', headers, body: new Uint8Array() }
      const answer = await recordCallback(deps, 'local', { ...message, remoteAddress: '127.0.0.1' })
      return answered(answer.status, answer.body.toString())
    })
    expect(await check(deps, 'public-url', ofEnvironment)).toMatchObject({ result: 'fine' })
    expect(deps.http.sent.map(({ url }) => url)).toEqual([
      expect.stringMatching(/^http:\/\/localhost:3000\/hook\/local\/check\//),
    ])
    change(deps, { kind: 'sandbox' })
    const report = await check(deps, 'public-url', ofEnvironment)
    expect(report).toMatchObject({ result: 'problem' })
    expect(report.links).toEqual([{ label: 'Get reachable', path: '/settings/reach' }])
  })

  test('something else at the public URL is a problem', async () => {
    const deps = quickDeps()
    deps.http.answer(() => ({
      kind: 'answered',
      status: 200,
      headers: [],
      body: new Uint8Array(),
      truncated: false,
      ms: 3,
    }))
    expect(await check(deps, 'public-url', ofEnvironment)).toMatchObject({ result: 'problem' })
  })

  test('a token comes, or the diagnosis says why not', async () => {
    const deps = quickDeps()
    expect(await check(deps, 'token', ofEnvironment)).toMatchObject({ result: 'fine' })
    deps.db.delete(environmentSecrets).where(eq(environmentSecrets.name, 'consumerSecret')).run()
    const report = await check(deps, 'token', ofEnvironment)
    expect(report.result).toBe('problem')
    expect(report.found.join(' ')).toContain('Consumer secret')
  })

  test('a product that is missing shows in the newest runs', async () => {
    const deps = quickDeps()
    expect(await check(deps, 'product', ofEnvironment)).toMatchObject({ result: 'unknown' })
    put(deps, { code: '401.003.01', description: 'no apiproduct match found', verdict: 'refused' })
    expect(await check(deps, 'product', ofEnvironment)).toMatchObject({ result: 'problem' })
    put(deps, { id: '01KTESTRN00000000000000001', code: '0', verdict: 'paid' })
    expect(await check(deps, 'product', ofEnvironment)).toMatchObject({ result: 'fine' })
  })

  test('shortcode and passkey are compared with what the sandbox knows', async () => {
    const deps = quickDeps()
    expect(await check(deps, 'stk-password', ofEnvironment)).toMatchObject({ result: 'fine' })
    change(deps, { settings: { lnmShortcode: '600000' } })
    const report = await check(deps, 'stk-password', ofEnvironment)
    expect(report.result).toBe('problem')
    expect(report.found.join(' ')).toContain('not the published one')
    change(deps, { kind: 'production' })
    expect((await check(deps, 'stk-password', ofEnvironment)).found.join(' ')).toContain(
      'production issues its own',
    )
  })

  test('an operator with a space, and a certificate of another environment, are found', async () => {
    const deps = testDeps()
    expect(await check(deps, 'credential', ofEnvironment)).toMatchObject({ result: 'fine' })
    expect(await check(deps, 'certificate', ofEnvironment)).toMatchObject({ result: 'fine' })
    deps.db
      .update(environmentSecrets)
      .set({
        ciphertext: deps.vault.seal(
          'Safaricom999!*! ',
          secretContext(deps.environmentId, 'initiatorPassword'),
        ),
      })
      .where(eq(environmentSecrets.name, 'initiatorPassword'))
      .run()
    expect(await check(deps, 'credential', ofEnvironment)).toMatchObject({ result: 'problem' })
    const production = systems[0]?.publicKeys?.find(({ kind }) => kind === 'production')?.pem ?? ''
    change(deps, { certificate: production })
    expect(await check(deps, 'certificate', ofEnvironment)).toMatchObject({ result: 'problem' })
    change(deps, { kind: 'sandbox' })
    const report = await check(deps, 'certificate', ofEnvironment)
    expect(report.found.join(' ')).toContain('of the production environment')
  })
})

describe('who may test, and what', () => {
  test('viewers read and test nothing', async () => {
    const deps = quickDeps()
    put(deps)
    await expect(runCheck(deps, deps.actor('viewer'), { check: 'run-outcome', run: runId })).rejects.toThrow(
      'Viewers',
    )
  })

  test('a run or an environment of somebody else is not there', async () => {
    const deps = quickDeps()
    put(deps)
    const stranger = { ...deps.actor(), workspaceId: 'workspace-2' }
    await expect(runCheck(deps, stranger, { check: 'run-outcome', run: runId })).rejects.toThrow('not here')
    await expect(runCheck(deps, stranger, { check: 'token', environment: 'local' })).rejects.toThrow(
      'no environment',
    )
  })

  test('what is missing is said beside its field', async () => {
    const deps = quickDeps()
    await expect(runCheck(deps, deps.actor(), { check: 'run-age' })).rejects.toMatchObject({
      kind: 'invalid',
      fields: { run: ['This is tested on a run: name one.'] },
    })
    expect(checkInput.safeParse({ check: 'hack' }).success).toBe(false)
  })

  test('every check that a tree asks for exists and fits its subject', () => {
    const subjects = new Map(listChecks().map(({ name, subject }) => [name, subject]))
    for (const tree of trees) {
      for (const node of Object.values(tree.nodes)) {
        if (node.kind !== 'check') continue
        expect(subjects.has(node.check)).toBe(true)
        if (tree.subject === 'environment') expect(subjects.get(node.check)).toBe('environment')
      }
    }
  })
})

describe('guides as data', () => {
  test('are listed, found by words, and read one by one', () => {
    const deps = testDeps()
    const { guides, trees: questions, hits } = listGuides({ q: 'passkey' })
    expect(hits?.map(({ slug }) => slug)).toContain('wrong-credentials')
    for (const { slug } of [...guides, ...questions]) expect(getGuide(deps, slug)).toBeDefined()
    expect(getGuide(deps, 'limits')).toMatchObject({ kind: 'findings' })
    expect(() => getGuide(deps, 'nothing')).toThrow('There is no guide')
  })

  test('samples hold the published values and no longer secret', () => {
    const samples = sampleOf(testDeps(), 'daraja.stk-push', { Amount: '7' })
    expect(samples.map(({ label }) => label)).toContain('Python requests')
    const curl = samples.find(({ id }) => id === 'curl')?.code ?? ''
    expect(curl).toContain('http://localhost:3000/emulator/daraja/mpesa/stkpush/v1/processrequest')
    expect(curl).toContain('"Amount":"7"')
    for (const { slug } of [...listGuides().guides, ...listGuides().trees]) {
      const document = getGuide(testDeps(), slug)
      const samples = document.kind === 'findings' ? [] : Object.values(document.samples)
      expect(samples.filter((one) => one.length === 0)).toEqual([])
    }
  })
})
