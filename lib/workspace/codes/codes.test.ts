import { describe, expect, test } from 'vitest'
import { insertRun } from '@/db/queries/runs'
import { systems } from '@/lib/systems'
import { startOfTests, type TestDeps, testDeps } from '@/tests/deps'
import { recordCallback } from '../callbacks/record-callback'
import { allCodes } from './code-view'
import { explainInput, explainPasted, longestPaste } from './explain-pasted'
import { getCode } from './get-code'
import { listCodes } from './list-codes'

const put = (deps: TestDeps, id: string, change: Partial<Parameters<typeof insertRun>[1]>) =>
  insertRun(deps.db, {
    id,
    workspaceId: deps.workspaceId,
    environmentId: deps.environmentId,
    environmentName: 'Local sandbox',
    environmentKind: 'local',
    system: 'daraja',
    operation: 'daraja.stk-push',
    sentBy: 'Wanjiru',
    createdAt: startOfTests,
    values: {},
    requestMethod: 'POST',
    requestUrl: 'http://localhost:3000/emulator/daraja/x',
    requestHeaders: [],
    requestBody: '{}',
    verdict: 'refused',
    msisdn: '254708374149',
    ...change,
  })

describe('the list of codes', () => {
  test('holds every code of every system', () => {
    expect(listCodes().codes).toHaveLength(systems.reduce((sum, { codes }) => sum + codes.length, 0))
  })

  test('is narrowed by system, place, operation and evidence', () => {
    expect(new Set(listCodes({ system: 'g2' }).codes.map(({ system }) => system))).toEqual(new Set(['g2']))
    expect(listCodes({ where: 'c2b-validation', system: 'daraja' }).codes.length).toBeGreaterThan(5)
    expect(listCodes({ evidence: 'unconfirmed' }).codes.every(({ confirmed }) => !confirmed)).toBe(true)
    expect(listCodes({ operation: 'daraja.stk-push', q: '1032' }).codes[0]?.id).toBe('stk-1032')
  })
})

describe('a code’s page', () => {
  test('shows the runs that this very row explains, newest first', () => {
    const deps = testDeps()
    const code = '500.001.1001'
    put(deps, '01A', { code, description: 'Wrong credentials' })
    put(deps, '01B', { code, description: 'Merchant does not exist' })
    put(deps, '01C', { code, description: 'Wrong credentials' })
    put(deps, '01D', { code, description: 'Wrong credentials', verdict: 'pending' })
    const runsOf = (id: string) => getCode(deps, deps.actor(), 'daraja', id).runs.map((run) => run.id)
    expect(runsOf('stk-wrong-credentials')).toEqual(['01C', '01A'])
    expect(runsOf('stk-merchant-does-not-exist')).toEqual(['01B'])
    expect(runsOf('res-2001')).toEqual([])
  })

  test('shows the callbacks that brought it, by the place they came to', async () => {
    const deps = testDeps()
    const body = JSON.stringify({
      Body: {
        stkCallback: {
          CheckoutRequestID: 'ws_CO_1',
          ResultCode: 1032,
          ResultDesc: 'Request Cancelled by user.',
        },
      },
    })
    await recordCallback(deps, 'local', {
      method: 'POST',
      path: '/hook/local/x',
      query: '',
      headers: [['content-type', 'application/json']],
      body: new TextEncoder().encode(body),
      remoteAddress: '127.0.0.1',
    })
    const detail = getCode(deps, deps.actor(), 'daraja', 'stk-1032')
    expect(detail.callbacks).toMatchObject([{ kind: 'stk-result', code: '1032', inbox: 'local' }])
    expect(getCode(deps, deps.actor(), 'daraja', 'ratiba-1032').callbacks).toEqual([])
  })

  test('hides phone numbers from viewers', () => {
    const deps = testDeps()
    put(deps, '01A', { code: '404.001.03', description: 'Invalid Access Token' })
    const phoneFor = (role: 'viewer' | 'member') =>
      getCode(deps, deps.actor(role), 'daraja', 'token-404-001-03').runs[0]?.msisdn
    expect(phoneFor('member')).toBe('254708374149')
    expect(phoneFor('viewer')).not.toContain('708374')
  })

  test('sets what sources say of one number side by side', () => {
    const { otherMeanings } = getCode(testDeps(), testDeps().actor(), 'openapi', 'openapi-ins-996')
    expect(otherMeanings.map(({ system, message }) => `${system}: ${message}`)).toEqual([
      'mozambique: Customer Account Status Not Active',
    ])
  })

  test('is there for every row, and for none that is not', () => {
    const deps = testDeps()
    for (const { system, id } of allCodes) {
      expect(getCode(deps, deps.actor('viewer'), system, id).code).toMatchObject({ system, id })
    }
    expect(() => getCode(deps, deps.actor(), 'daraja', 'nothing')).toThrow('has no code row')
  })
})

describe('a pasted text', () => {
  test('names system, place and advice', () => {
    const { findings } = explainPasted({
      text: '{"requestId":"1","errorCode":"599.1.2","errorMessage":"New"}',
    })
    expect(findings).toMatchObject([{ code: '599.1.2', row: null, systemTitle: 'Safaricom Daraja' }])
    expect(findings[0]?.advice).toContain('stays as it came')
  })

  test('that is too long is refused', () => {
    expect(() => explainInput.parse({ text: 'x'.repeat(longestPaste + 1) })).toThrow('64 KB at most')
  })
})
