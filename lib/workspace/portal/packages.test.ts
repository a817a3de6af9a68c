import readXlsx from 'read-excel-file/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { noteApplicationKey } from '@/db/queries/application-keys'
import { insertRun, type NewRunRow } from '@/db/queries/runs'
import { worldRows } from '@/db/queries/world'
import { mozambique } from '@/lib/systems/mozambique'
import { openapi } from '@/lib/systems/openapi'
import { startOfTests, type TestDeps, testDeps } from '@/tests/deps'
import { fingerprintOf } from '../runs/application-key'
import { seedWorkspaceWorld } from '../world/seed-world'
import { openapiReviewPackage, reviewPackageFile } from './application-package'
import { editApplication, listApplications } from './applications'
import { callReportInput, environmentCallReport } from './call-report'
import { callReportFile } from './call-report-files'
import { mozambiqueReport, mozambiqueReportInput } from './mozambique-report'

// A key of the real size takes seconds to make.

let deps: TestDeps
let count = 0
beforeEach(() => {
  deps = testDeps()
  count = 0
})

const put = (change: Partial<NewRunRow> = {}) => {
  count += 1
  insertRun(deps.db, {
    id: `run-${String(count).padStart(4, '0')}`,
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
    requestUrl: '',
    requestHeaders: [],
    requestBody: '',
    verdict: 'paid',
    code: '0',
    currency: 'KES',
    amountCents: 1_050,
    msisdn: '254708374149',
    reference: '=INV-1',
    receipt: 'UKK4T9W2QX',
    ...change,
  })
}

const key = (label: string, at: number) =>
  noteApplicationKey(deps.db, {
    workspaceId: deps.workspaceId,
    fingerprint: fingerprintOf('daraja', label),
    environmentId: deps.environmentId,
    system: 'daraja',
    label: `••••${label}`,
    at,
  })

describe('the report of an environment’s calls', () => {
  test('has each call with key, reference, amount, number, code and success, newest first', () => {
    key('old1', startOfTests - 2)
    key('new1', startOfTests)
    put({ appKey: fingerprintOf('daraja', 'old1') })
    put({ appKey: fingerprintOf('daraja', 'new1'), verdict: 'failed', code: '1032', receipt: null })
    const report = environmentCallReport(deps, deps.actor(), { environment: 'local' })
    expect(report).toMatchObject({
      isSimulated: true,
      counts: { calls: 2, successes: 1, isCut: false },
      keys: [
        { label: '••••new1', isPresent: true, until: null },
        { label: '••••old1', isPresent: false, until: '2026-11-20T06:15:29.998Z' },
      ],
      calls: [
        { responseCode: '1032', isSuccess: false, receipt: '', apiKey: '••••new1' },
        {
          at: '2026-11-20T06:15:30.000Z',
          reference: '=INV-1',
          amount: '10.50',
          currency: 'KES',
          msisdn: '254708374149',
          responseCode: '0',
          isSuccess: true,
          receipt: 'UKK4T9W2QX',
          apiKey: '••••old1',
        },
      ],
    })
    expect(JSON.stringify(report)).not.toContain('jaribu-local-secret')
  })

  test('of one key and one period; a viewer sees no whole number', () => {
    put({ appKey: fingerprintOf('daraja', 'old1') })
    put({ createdAt: startOfTests - 1000 })
    const ask = (more: object) =>
      environmentCallReport(deps, deps.actor('viewer'), { environment: 'local', ...more })
    expect(ask({ key: fingerprintOf('daraja', 'old1') }).calls).toHaveLength(1)
    expect(ask({ from: startOfTests }).calls).toMatchObject([{ msisdn: '2547••••4149' }])
    expect(ask({ to: startOfTests - 1 }).calls).toHaveLength(1)
    expect(callReportInput.safeParse({ environment: 'local', key: 'x' }).success).toBe(false)
    expect(() => environmentCallReport(deps, deps.actor(), { environment: 'other' })).toThrow(
      'no environment',
    )
  })

  test('as a table guards against formulas, as a workbook reads back', async () => {
    put()
    const report = environmentCallReport(deps, deps.actor(), { environment: 'local' })
    const csv = await callReportFile(report, 'csv', 'calls')
    expect(csv.body).toContain("'=INV-1,10.50,KES,254708374149,0,Yes,UKK4T9W2QX")
    const xlsx = await callReportFile(report, 'xlsx', 'calls')
    const [account, calls] = await readXlsx(Buffer.from(xlsx.body as Uint8Array))
    expect(account?.data.flat()).toEqual(
      expect.arrayContaining(['Calls of Local sandbox', 'Shortcode', '600000']),
    )
    expect(calls?.data[1]?.slice(2, 8)).toEqual(['=INV-1', 10.5, 'KES', '254708374149', '0', 'Yes'])
    expect(JSON.parse(String((await callReportFile(report, 'json', 'calls')).body))).toEqual(report)
  })
})

describe('the report of the Mozambique account', () => {
  const transaction = (id: string, change: object) =>
    worldRows(deps.db).putTransaction.run({
      workspaceId: deps.workspaceId,
      id,
      receipt: null,
      payer: '258843330333',
      payee: '171717',
      state: 'completed',
      conversationId: null,
      originatorConversationId: null,
      checkoutId: null,
      merchantRequestId: null,
      createdAt: startOfTests,
      data: JSON.stringify({
        id,
        system: 'mozambique',
        market: 'mozambique',
        kind: 'c2b',
        state: 'completed',
        amountCents: 1000,
        payer: '258843330333',
        payee: '171717',
        reference: 'T1',
        code: 'INS-0',
        receipt: 'abc123',
        createdAt: startOfTests,
        extra: { operation: 'mozambique.c2b-payment' },
        ...change,
      }),
    })

  test('is of the present key unless said, with the account and each call', () => {
    seedWorkspaceWorld(deps, deps.workspaceId, [mozambique])
    const account = mozambiqueReport(deps, deps.actor(), {}).keys[0]
    transaction('t1', { extra: { apiKey: account?.fingerprint, operation: 'mozambique.c2b-payment' } })
    transaction('t2', { state: 'failed', code: 'INS-2006', extra: { apiKey: 'ffffffffffff' } })
    transaction('t3', { system: 'daraja' })
    expect(mozambiqueReport(deps, deps.actor(), {})).toMatchObject({
      counts: { calls: 1, successes: 1 },
      calls: [
        {
          api: 'C2B payment',
          reference: 'T1',
          amount: '10.00',
          currency: 'MZN',
          msisdn: '258843330333',
          responseCode: 'INS-0',
          isSuccess: true,
          receipt: 'abc123',
          apiKey: account?.label,
        },
      ],
    })
    const all = mozambiqueReport(deps, deps.actor('viewer'), { key: 'all', from: startOfTests })
    expect(all.counts).toEqual({ calls: 2, successes: 1, isCut: false })
    expect(all.calls.map(({ msisdn }) => msisdn)).toEqual(['2588••••0333', '2588••••0333'])
    expect(mozambiqueReport(deps, deps.actor(), { key: 'all', to: 5 }).calls).toEqual([])
    expect(mozambiqueReportInput.safeParse({ key: 'zz', format: 'csv' }).success).toBe(false)
    expect(mozambiqueReportInput.safeParse({ key: 'all' }).success).toBe(false)
  })
})

describe('the review package of an OpenAPI application', () => {
  test('has configuration, scope, limits and the runs of its key, and no key', async () => {
    seedWorkspaceWorld(deps, deps.workspaceId, [openapi])
    const [first] = listApplications(deps, deps.actor())
    const id = first?.id ?? ''
    editApplication(deps, deps.actor(), id, {
      name: 'School fees',
      products: { 'c2b-single-stage': { isOn: true, singleCents: 500_000, from: '06:00', until: '22:00' } },
    })
    const [app] = worldRows(deps.db).appsOf.all(deps.workspaceId, 'openapi')
    put({
      system: 'openapi',
      operation: 'openapi.c2b-single-stage',
      appKey: fingerprintOf('openapi', app?.key ?? ''),
      currency: 'TZS',
    })
    put({ system: 'openapi', operation: 'openapi.b2c-single-stage', appKey: 'another' })
    const review = openapiReviewPackage(deps, deps.actor('viewer'), id)
    expect(review.configuration).toEqual(expect.arrayContaining([{ name: 'Name', value: 'School fees' }]))
    const c2b = review.scope.find(({ limits }) => limits.length > 0)
    expect(c2b).toMatchObject({
      isOn: true,
      limits: [
        { name: 'Hours', value: '06:00 to 22:00' },
        { name: 'Single transaction value', value: '5000.00' },
      ],
    })
    expect(review.runs).toMatchObject([{ product: c2b?.product, amount: '10.50 TZS', isSimulated: true }])
    expect(review.withoutSuccess).not.toContain(c2b?.product)
    expect(review.withoutSuccess.length).toBeGreaterThan(3)
    expect(JSON.stringify(review)).not.toContain(app?.key)
    const file = await reviewPackageFile(review, 'xlsx')
    expect(file.name).toBe('review-school-fees.xlsx')
    const sheets = await readXlsx(Buffer.from(file.body as Uint8Array))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Configuration', 'Scope and limits', 'Runs'])
  })
})
