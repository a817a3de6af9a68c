import readExcel from 'read-excel-file/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { ZodError } from 'zod'
import { insertRun, type NewRunRow } from '@/db/queries/runs'
import { asRefusal } from '@/lib/http/respond'
import type { Refusal } from '@/lib/refusal'
import { answered, startOfTests, type TestDeps, testDeps } from '@/tests/deps'
import { createEnvironment } from '../environments/create-environment'
import { deleteEnvironment } from '../environments/delete-environment'
import { deleteRun } from '../runs/delete-run'
import { listRuns } from '../runs/list-runs'
import { sendRun } from '../runs/send-run'
import { checkRollups, recompute } from './check-rollups'
import { exportReport, reportExport } from './export-report'
import { getReport } from './get-report'
import { reportChoices } from './report-choices'
import { reportInput } from './report-input'

let deps: TestDeps
let count = 0
beforeEach(() => {
  deps = testDeps()
  count = 0
})

const day = 24 * 3_600_000
const put = (change: Partial<NewRunRow> = {}): string => {
  count += 1
  const id = `run-${String(count).padStart(4, '0')}`
  insertRun(deps.db, {
    id,
    workspaceId: deps.workspaceId,
    environmentId: deps.environmentId,
    environmentName: 'Local sandbox',
    environmentKind: 'local',
    system: 'daraja',
    operation: 'daraja.stk-push',
    sentBy: 'Wanjiru',
    createdAt: startOfTests - 60_000,
    values: {},
    requestMethod: 'POST',
    requestUrl: '',
    requestHeaders: [],
    requestBody: '',
    verdict: 'paid',
    code: '0',
    currency: 'KES',
    amountCents: 1_000,
    answerMs: 40,
    ...change,
  })
  return id
}
const report = async (input: object = {}, role: 'owner' | 'viewer' = 'owner') =>
  getReport(deps, deps.actor(role), reportInput.parse(input))
const refusal = async (ask: () => Promise<unknown>): Promise<Refusal | undefined> => {
  try {
    await ask()
  } catch (thrown) {
    return asRefusal(thrown)
  }
  return undefined
}

describe('a report', () => {
  test('adds up the last seven days of the environment’s market', async () => {
    put()
    put({ verdict: 'failed', code: '1032', resultAt: startOfTests, amountCents: 500 })
    put({ verdict: 'pending', code: '0' })
    put({ createdAt: startOfTests - 7 * day })
    const found = await report()
    expect(found.period).toMatchObject({
      zone: { name: 'Africa/Nairobi' },
      text: '14 Nov 2026 to 20 Nov 2026',
    })
    expect(found.totals).toMatchObject({
      runs: 3,
      pending: 1,
      succeeded: 1,
      unsuccessful: 1,
      successRate: 0.5,
    })
    expect(found.amounts).toEqual([{ kind: 'local', currency: 'KES', paidCents: 1_000, askedCents: 2_500 }])
    expect(found.reasons).toMatchObject([{ code: '1032', runs: 1, share: 1 }])
    expect(found.reasons[0]?.meaning?.message).toMatch(/cancel/i)
    expect(found.timings).toMatchObject({ answer: { runs: 3, p50: 40 }, result: { runs: 1, p50: 60_000 } })
    expect(found.series).toHaveLength(7)
    expect(found.series.at(-1)).toMatchObject({ runs: 3 })
    expect(found.operations).toMatchObject([
      { operation: 'daraja.stk-push', title: expect.any(String), runs: 3 },
    ])
    expect(found).toMatchObject({ isMixed: false, comparison: null, interval: 'day' })
  })

  test('says when simulated and real runs are in one, and narrows to one kind', async () => {
    put()
    put({ environmentKind: 'production' })
    expect(await report()).toMatchObject({
      isMixed: true,
      kinds: [
        { kind: 'production', runs: 1 },
        { kind: 'local', runs: 1 },
      ],
      amounts: [{ kind: 'production' }, { kind: 'local' }],
    })
    expect(await report({ kind: 'production' })).toMatchObject({ isMixed: false, totals: { runs: 1 } })
  })

  test('narrows by operation, system, environment and key', async () => {
    put()
    put({
      operation: 'daraja.b2c-v1',
      environmentId: 'gone',
      environmentName: 'Old',
      appKey: '0123456789abcdef',
    })
    expect((await report({ operation: 'daraja.b2c-v1' })).totals.runs).toBe(1)
    expect((await report({ system: 'g2' })).totals.runs).toBe(0)
    expect((await report({ system: 'daraja' })).totals.runs).toBe(2)
    expect((await report({ environment: 'local' })).totals.runs).toBe(1)
    expect(await report({ environment: 'gone' })).toMatchObject({
      totals: { runs: 1 },
      filters: { environment: { name: 'Old', kind: 'local' } },
    })
  })

  test('leaves test cases out unless they are asked for', async () => {
    put()
    put({ origin: 'case', answerMs: 900 })
    put({ origin: 'software', verdict: 'failed', code: '1032' })
    const found = await report()
    expect(found.totals).toMatchObject({ runs: 2, succeeded: 1 })
    expect(found.timings.answer).toMatchObject({ runs: 2, p99: 40 })
    expect((await report({ origin: 'all' })).totals.runs).toBe(3)
    expect((await report({ origin: 'case' })).timings.answer.p50).toBe(900)
    expect(await report({ origin: 'software' })).toMatchObject({
      totals: { runs: 1, succeeded: 0 },
      filters: { origin: 'software' },
    })
  })

  test('stands beside the period before', async () => {
    put()
    put({ createdAt: startOfTests - day - 3_600_000, verdict: 'failed', code: '1' })
    // Later on the day before than it is now today.
    put({ createdAt: startOfTests - day + 3 * 3_600_000 })
    const found = await report({ period: 'today', compare: 'previous' })
    expect(found.totals).toMatchObject({ runs: 1, successRate: 1 })
    expect(found.comparison).toMatchObject({
      totals: { runs: 1, successRate: 0 },
      period: { text: '19 Nov 2026, 00:00 to 10:00' },
    })
    expect((await report({ compare: '2025-01-01,2025-01-31' })).comparison?.totals).toMatchObject({
      runs: 0,
      successRate: null,
    })
  })

  test.each(['UTC', 'Africa/Nairobi', 'Africa/Kinshasa'])(
    'by the week, read from stored weeks, is timed as exactly as by the hour: %s',
    async (zone) => {
      // Every 5 hours over five weeks, around midnights and Mondays of every zone.
      for (let hour = 0; hour < 35 * 24; hour += 5) {
        const createdAt = startOfTests - hour * 3_600_000
        put({ createdAt, answerMs: (hour * 37) % 1_500, resultAt: createdAt + ((hour * 101) % 30_000) })
      }
      const asked = { from: '2026-10-19T05', to: '2026-11-18', zone }
      const weekly = await report({ ...asked, interval: 'week' })
      const hourly = await report({ ...asked, interval: 'hour' })
      expect(weekly.timings).toEqual(hourly.timings)
      expect(weekly.operations).toEqual(hourly.operations)
      expect(weekly.series.length).toBeGreaterThan(3)
      for (const { from, to, timings } of weekly.series) {
        expect((await report({ from: String(from), to: String(to), zone, interval: 'day' })).timings).toEqual(
          timings,
        )
      }
    },
  )

  test('forgets a run that is deleted', async () => {
    const id = put()
    deleteRun(deps, deps.actor(), id)
    expect((await report()).totals.runs).toBe(0)
  })

  test('is for viewers too, and of their own workspace alone', async () => {
    put()
    expect((await report({}, 'viewer')).totals.runs).toBe(1)
    expect((await getReport(deps, { ...deps.actor(), workspaceId: 'another' })).totals.runs).toBe(0)
  })

  test.each([
    [{ system: 'paypal' }, 'system'],
    [{ operation: 'daraja.nothing' }, 'operation'],
    [{ environment: 'nowhere' }, 'environment'],
    [{ kind: 'real' }, 'kind'],
    [{ appKey: 'jaribu-local-key' }, 'appKey'],
    [{ appKey: '0123456789abcdef' }, 'appKey'],
    [{ zone: 'Europe/Paris' }, 'zone'],
    [{ origin: 'robot' }, 'origin'],
    [{ interval: 'minute' }, 'interval'],
    [{ period: 'yesterday' }, 'period'],
    [{ from: '2026-13-01' }, 'from'],
    [{ compare: 'last' }, 'compare'],
  ])('with %o is refused beside the field', async (input, field) => {
    const found = await refusal(() => report(input))
    expect(found?.kind).toBe('invalid')
    expect(Object.keys(found?.fields ?? {})).toEqual([field])
  })

  test('with a parameter that it does not know is refused', async () => {
    await expect(report({ perod: 'today' })).rejects.toThrow(ZodError)
  })
})

test('choices name the keys, former ones included, and environments that are gone', async () => {
  const { id } = createEnvironment(deps, deps.actor(), { preset: 'daraja-sandbox', name: 'Shop' })
  deps.http.answer(() => answered(200, {}))
  const push = { operation: 'daraja.stk-push', sendAnyway: true, values: { Amount: '1' } }
  await sendRun(deps, deps.actor(), { ...push, environment: 'local' })
  put({ environmentId: id, environmentName: 'Shop', environmentKind: 'sandbox' })
  deleteEnvironment(deps, deps.actor(), id)
  const choices = reportChoices(deps, deps.actor('viewer'))
  expect(choices.environments).toMatchObject([
    { id: deps.environmentId, isGone: false },
    { id, name: 'Shop', kind: 'sandbox', isGone: true },
  ])
  expect(choices.appKeys).toMatchObject([{ label: '••••-key', isLatest: true }])
  const { fingerprint = '' } = choices.appKeys[0] ?? {}
  expect((await report({ appKey: fingerprint })).totals.runs).toBe(1)
})

describe('a file of the report', () => {
  const file = (input: Record<string, string>) =>
    exportReport(deps, deps.actor('viewer'), reportExport.parse(input))

  test('is CSV of one table', async () => {
    put()
    put({ verdict: 'refused', code: '=cmd()' })
    const { name, body, contentType } = await file({ format: 'csv', table: 'reasons' })
    expect([name, contentType]).toEqual([
      'jaribu-report-2026-11-14-to-2026-11-20-reasons-simulated.csv',
      'text/csv; charset=utf-8',
    ])
    expect(String(body).split('\r\n')[1]).toBe("daraja,'=cmd(),refused,,,,1,100")
  })

  test('is a workbook with every table, and reads back', async () => {
    put()
    put({ verdict: 'failed', code: '1032', amountCents: 1_050 })
    const { body } = await file({ format: 'xlsx', compare: 'previous' })
    const sheets = await readExcel(Buffer.from(body as Uint8Array))
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Summary',
      'Over time',
      'Operations',
      'Why runs did not succeed',
      'Verdicts',
      'Times',
    ])
    const rows = sheets[0]?.data ?? []
    expect(rows[0]).toEqual(['Figure', '14 Nov 2026 to 20 Nov 2026', '7 Nov 2026 00:00 to 13 Nov 2026 10:00'])
    expect(rows).toContainEqual(['Runs', 2, 0])
    expect(rows).toContainEqual(['Asked for (KES, simulated)', 20.5, 0])
  })

  test.each([{ format: 'pdf' }, {}, { format: 'csv', table: 'people' }])('is not %o', (input) => {
    expect(() => reportExport.parse(input)).toThrow(ZodError)
  })
})

describe('the sums behind reports', () => {
  test('are exact, and are computed again by an owner', async () => {
    put()
    expect(await checkRollups(deps, deps.actor('member'))).toEqual({
      isExact: true,
      rollups: 0,
      timings: 0,
      busyHours: 0,
    })
    deps.db.$client.exec('update run_rollups set runs = 5')
    expect((await checkRollups(deps, deps.actor('member'))).isExact).toBe(false)
    expect((await refusal(() => recompute(deps, deps.actor('member'))))?.kind).toBe('forbidden')
    expect((await recompute(deps, deps.actor('owner'))).isExact).toBe(true)
    expect((await report()).totals.runs).toBe(1)
  })
})

test('the runs behind a number are found by the same filters', async () => {
  const paid = put({ appKey: 'aaaa' })
  const failed = put({ verdict: 'failed', code: '1032', environmentKind: 'production' })
  const lost = put({ verdict: 'unreachable', code: null })
  const pending = put({ verdict: 'pending', code: '0' })
  const found = (filter: object) =>
    listRuns(deps, deps.actor(), filter)
      .runs.map(({ id }) => id)
      .sort()
  expect(found({ outcome: 'succeeded' })).toEqual([paid])
  expect(found({ outcome: 'unsuccessful' })).toEqual([failed, lost])
  expect(found({ outcome: 'final' })).toEqual([paid, failed, lost])
  expect(found({ verdict: 'pending' })).toEqual([pending])
  expect(found({ code: '1032' })).toEqual([failed])
  expect(found({ code: '-', verdict: 'unreachable' })).toEqual([lost])
  expect(found({ kind: 'production' })).toEqual([failed])
  expect(found({ appKey: 'aaaa' })).toEqual([paid])
})
