import { beforeEach, describe, expect, test } from 'vitest'
import { runs } from '@/db/schema'
import { environmentKinds } from '@/lib/wire/environment-kinds'
import { origins } from '@/lib/wire/origins'
import { verdicts } from '@/lib/wire/verdicts'
import { addUp } from '@/lib/workspace/reports/add-up'
import { startOfTests, type TestDeps, testDeps } from '@/tests/deps'
import { freshSums } from './roll-ups'
import { deleteRunRow, insertRun, type NewRunRow, updateRun } from './runs'

/** A small generator with a seed, so that a failure can be repeated. */
const randomOf = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})

const everything = (table: string) => deps.db.$client.prepare(`select * from ${table}`).all()
const same = { rollups: 0, timings: 0, busyHours: 0 }
const differences = () => addUp(deps, deps.workspaceId, false, () => {})
const recompute = () => addUp(deps, deps.workspaceId, true, () => {})

const row = (id: string, change: Partial<NewRunRow> = {}): NewRunRow => ({
  id,
  workspaceId: deps.workspaceId,
  environmentId: deps.environmentId,
  environmentName: 'Local',
  environmentKind: 'local',
  system: 'daraja',
  operation: 'daraja.stk-push',
  sentBy: 'Wanjiru',
  createdAt: startOfTests,
  values: {},
  requestMethod: 'POST',
  requestUrl: 'http://localhost/',
  requestHeaders: [],
  requestBody: '',
  verdict: 'pending',
  ...change,
})

describe('roll-ups', () => {
  test('stay exact over hundreds of random inserts, updates and deletes', async () => {
    const random = randomOf(20_261_120)
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
    const maybe = <T>(make: () => T) => (random() < 0.4 ? null : make())
    const change = (): Partial<NewRunRow> => ({
      createdAt: startOfTests + Math.floor(random() * 5 * 3_600_000),
      environmentId: one(['e1', 'e2']),
      environmentKind: one(environmentKinds),
      operation: one(['daraja.stk-push', 'daraja.b2c-v3']),
      appKey: one(['', 'aaaa', 'bbbb']),
      origin: one(origins),
      verdict: one(verdicts),
      code: maybe(() => one(['0', '1', '1032'])),
      currency: maybe(() => one(['KES', 'TZS'])),
      amountCents: maybe(() => Math.floor(random() * 100_000)),
      answerMs: maybe(() => Math.floor(random() * 4_000)),
      resultAt: maybe(() => startOfTests + Math.floor(random() * 9 * 3_600_000)),
    })
    const ids: string[] = []
    for (let turn = 0; turn < 400; turn += 1) {
      const dice = random()
      if (dice < 0.5 || ids.length === 0) {
        const id = `run-${turn}`
        insertRun(deps.db, row(id, change()))
        ids.push(id)
      } else if (dice < 0.8) {
        const all = Object.entries(change())
        updateRun(deps.db, one(ids), Object.fromEntries(random() < 0.5 ? all : [one(all)]))
      } else {
        const [id = ''] = ids.splice(Math.floor(random() * ids.length), 1)
        deleteRunRow(deps.db, deps.workspaceId, id)
      }
    }
    expect(await differences()).toEqual(same)
    const all = () => ['run_rollups', 'run_timings'].map(everything)
    const before = all()
    await recompute()
    expect(all()).toEqual(before)
    expect(before.flat().length).toBeGreaterThan(100)
  })

  test('leave no row behind when the last run goes', () => {
    insertRun(deps.db, row('a', { answerMs: 40, resultAt: startOfTests + 6_000, amountCents: 100 }))
    expect([everything('run_rollups').length, everything('run_timings').length]).toEqual([1, 2])
    deleteRunRow(deps.db, deps.workspaceId, 'a')
    expect([everything('run_rollups'), everything('run_timings')]).toEqual([[], []])
  })

  test.each([
    [0, 0],
    [999, 999],
    [1_004, 1_000],
    [1_005, 1_010],
    [9_994, 9_990],
    [9_995, 10_000],
    [12_345, 12_300],
    [61_849, 61_800],
    [123_456, 123_000],
    [-5, 0],
  ])('keep %i ms as %i ms', async (ms, kept) => {
    insertRun(deps.db, row('a', { answerMs: ms }))
    expect(everything('run_timings')).toMatchObject([{ measure: 'answer', ms: kept, runs: 1 }])
    expect(await differences()).toEqual(same)
  })

  test('that were tampered with are noticed, and computed again', async () => {
    insertRun(deps.db, row('a', { answerMs: 40 }))
    deps.db.$client.exec('update run_rollups set runs = 7; delete from run_timings')
    expect(await differences()).toEqual({ ...same, rollups: 2, timings: 1 })
    await recompute()
    expect(await differences()).toEqual(same)
    expect(everything('run_rollups')).toMatchObject([{ runs: 1 }])
  })

  test('go back when the change of the run is rolled back', () => {
    expect(() =>
      deps.db.transaction(() => {
        insertRun(deps.db, row('a'))
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(everything('run_rollups')).toEqual([])
  })

  test('follow when all runs are deleted at once', () => {
    insertRun(deps.db, row('a', { answerMs: 40 }))
    deps.db.delete(runs).run()
    expect([everything('run_timings'), everything('run_rollups')]).toEqual([[], []])
  })

  test('mark each hour that a run leaves, comes to or changes in, and no other', () => {
    const hour = startOfTests - (startOfTests % 3_600_000)
    const marks = () => {
      const found = everything('report_stale_hours') as { hour: number }[]
      deps.db.$client.exec('delete from report_stale_hours')
      return found.map((each) => (each.hour - hour) / 3_600_000)
    }
    insertRun(deps.db, row('a'))
    expect(marks()).toEqual([0])
    updateRun(deps.db, 'a', { receipt: 'R', description: 'told' })
    expect(marks()).toEqual([])
    for (const change of [
      { answerMs: 5 },
      { verdict: 'paid' },
      { resultAt: startOfTests },
      { code: '1' },
    ] as const) {
      updateRun(deps.db, 'a', change)
      expect(marks()).toEqual([0])
    }
    updateRun(deps.db, 'a', { createdAt: startOfTests + 2 * 3_600_000 })
    expect(marks()).toEqual([0, 2])
    deleteRunRow(deps.db, deps.workspaceId, 'a')
    expect(marks()).toEqual([2])
  })

  test('are added up by the hour and by the part, whatever changes meanwhile', async () => {
    for (let turn = 0; turn < 30; turn += 1)
      insertRun(deps.db, row(`run-${turn}`, { createdAt: startOfTests + turn * 600_000, answerMs: turn }))
    const hour = startOfTests - (startOfTests % 3_600_000)
    const whole = [...freshSums(deps.db, deps.workspaceId, hour, 1_000)].at(-1)
    const parts = [...freshSums(deps.db, deps.workspaceId, hour, 2)]
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.at(-1)).toEqual(whole)
    const told: number[][] = []
    let isChanged = false
    const found = addUp(deps, deps.workspaceId, true, (done, of) => {
      told.push([done, of])
      if (!isChanged) updateRun(deps.db, 'run-29', { verdict: 'failed', code: '1032' })
      isChanged = true
    })
    expect(await found).toEqual(same)
    expect(told.at(-1)).toEqual([told.length, told.length])
    expect(await differences()).toEqual(same)
  })
})
