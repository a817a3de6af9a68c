import { beforeEach, describe, expect, test } from 'vitest'
import { insertRun, type NewRunRow, updateRun } from '@/db/queries/runs'
import { type Block, blockOfStored, storedForm } from '@/lib/reports/block'
import { hourMs } from '@/lib/reports/period'
import { startOfTests, type TestDeps, testDeps } from '@/tests/deps'
import { blockOf, forget, forgetChanged, reading } from './blocks'
import { getReport } from './get-report'
import { makeBlocks } from './keep-blocks'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})

const put = (id: string, change: Partial<NewRunRow> = {}) =>
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
    requestUrl: '',
    requestHeaders: [],
    requestBody: '',
    verdict: 'paid',
    answerMs: 40,
    ...change,
  })
const stored = () =>
  deps.db.$client
    .prepare('select hours, count(*) as blocks from report_blocks group by 1 order by 1')
    .all() as { hours: number; blocks: number }[]
const marks = () => deps.db.$client.prepare('select count(*) from report_stale_hours').pluck().get()
const noTurn = async () => {}
const dayBefore = (days: number) => startOfTests - days * 24 * hourMs
const month = { period: '30d' }
const runsOf = async (asked: object = month) =>
  (await getReport(deps, deps.actor('viewer'), asked)).totals.runs

/** Two runs an hour of ten days, with times of all lengths. */
const tenDays = () => {
  for (let hour = 0; hour < 240; hour += 1) {
    const createdAt = startOfTests - hour * hourMs
    put(`a${hour}`, { createdAt, answerMs: hour * 9 })
    put(`b${hour}`, { createdAt, verdict: 'failed', code: '1032', resultAt: createdAt + hour * 70_000 })
  }
}

describe('a block', () => {
  test('is read back as it was stored', () => {
    const place = {
      environmentId: 'e',
      kind: 'local',
      system: 's',
      operation: 'o',
      appKey: '',
      origin: 'form',
    } as const
    const block: Block = {
      sums: [{ ...place, verdict: 'paid', code: '0', currency: 'KES', runs: 3, amountCents: 700 }],
      times: [
        { ...place, measure: 'answer', pairs: Uint32Array.of(1, 2, 40, 1) },
        { ...place, measure: 'result', pairs: Uint32Array.of(5_000, 4_000_000_000) },
      ],
    }
    const { words, numbers } = storedForm(block)
    // At an odd place of a larger buffer, as a database hands it out.
    const odd = Buffer.concat([Buffer.from([0]), numbers]).subarray(1)
    expect(blockOfStored({ words, numbers: odd })).toEqual(block)
  })

  test('is kept of hours, days and weeks that are over, and read instead of them', async () => {
    tenDays()
    const fresh = await getReport(deps, deps.actor(), month)
    expect(fresh.totals.runs).toBe(480)
    expect(stored()).toEqual([
      { hours: -24, blocks: 10 },
      { hours: -1, blocks: 239 },
      { hours: 1, blocks: 239 },
    ])
    // Nothing of the hours that are over is looked at again.
    deps.db.$client.exec(`delete from run_timings where hour < ${startOfTests - hourMs}`)
    expect(await getReport(deps, deps.actor(), month)).toEqual(fresh)
  })

  test('tells environments and keys apart where a report asks for them', async () => {
    tenDays()
    put('other', { environmentId: 'gone', environmentName: 'Gone', appKey: 'aaaa', createdAt: dayBefore(3) })
    put('case', { origin: 'case', createdAt: dayBefore(3) })
    expect(await runsOf()).toBe(481)
    expect(await runsOf({ ...month, environment: 'gone' })).toBe(1)
    expect(await runsOf({ ...month, environment: 'local' })).toBe(480)
    expect(await runsOf({ ...month, origin: 'all' })).toBe(482)
    expect(await runsOf({ ...month, origin: 'case' })).toBe(1)
    const { timings, amounts } = await getReport(deps, deps.actor(), month)
    const all = await getReport(deps, deps.actor(), { ...month, origin: 'form' })
    expect([timings, amounts]).toEqual([all.timings, all.amounts])
  })

  test('goes with a change of any run in it', async () => {
    tenDays()
    await runsOf({ from: '2026-11-09', interval: 'week' })
    await runsOf()
    const before = stored()
    expect(before.map(({ hours }) => hours)).toEqual([-168, -24, -1, 1])
    updateRun(deps.db, 'b100', { verdict: 'paid', code: '0' })
    const report = await getReport(deps, deps.actor(), month)
    expect(report.totals.succeeded).toBe(241)
    expect(marks()).toBe(0)
    deps.db.$client.exec("delete from runs where id = 'b100'")
    expect(await runsOf({ from: '2026-11-09', interval: 'week' })).toBe(479)
    expect(await runsOf()).toBe(479)
  })

  test('is not kept where a run changed while it was put together, also if the mark is gone meanwhile', async () => {
    tenDays()
    const day = { from: startOfTests - (startOfTests % (24 * hourMs)) - 48 * hourMs, hours: 24 as const }
    let turns = 0
    await reading(deps, async () => {
      await forgetChanged(deps, deps.workspaceId, { from: day.from, to: startOfTests }, noTurn)
      await blockOf(deps, deps.workspaceId, day, async () => {
        turns += 1
        if (turns !== 20) return
        // A run of an hour that was read already, and another reader that notices.
        put('late', { createdAt: day.from })
        forget(deps, deps.workspaceId, day.from)
      })
    })
    expect(stored().map(({ hours }) => hours)).toEqual([1])
    const again = await reading(deps, () => blockOf(deps, deps.workspaceId, day, noTurn))
    expect(again.sums.reduce((sum, { runs }) => sum + runs, 0)).toBe(49)
  })
})

describe('in the background', () => {
  test('blocks are made of what is over, by the clock of each market', async () => {
    tenDays()
    await makeBlocks(deps)
    expect(stored().map(({ hours }) => hours)).toEqual([-168, -24, -1, 1])
    expect(marks()).toBe(1)
    expect(await runsOf()).toBe(480)
  })

  test('those of an hour that all runs were deleted of are gone', async () => {
    put('a', { createdAt: dayBefore(3) })
    await makeBlocks(deps)
    expect(stored()).not.toEqual([])
    deps.db.$client.exec('delete from runs')
    await makeBlocks(deps)
    expect([stored(), marks(), await runsOf()]).toEqual([[], 0, 0])
  })
})

test('a long report gives way to others while it is read', async () => {
  tenDays()
  let others = 0
  const tick = () => {
    others += 1
    handle = setImmediate(tick)
  }
  let handle = setImmediate(tick)
  await getReport(deps, deps.actor(), { from: '2024-01-01', interval: 'week' })
  clearImmediate(handle)
  expect(others).toBeGreaterThan(0)
})
