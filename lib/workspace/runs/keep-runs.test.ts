import { beforeEach, describe, expect, test } from 'vitest'
import { insertKeys } from '@/db/queries/callback-links'
import { insertRun, type NewRunRow } from '@/db/queries/runs'
import { worldRows } from '@/db/queries/world'
import { goLiveEvidence, goLiveJudging, goLiveQueue, goLiveRuns, goLiveSheets } from '@/db/schema'
import { type TestDeps, testDeps } from '@/tests/deps'
import { moveLeftovers } from '../callbacks/move-arrivals'
import { recordCallback } from '../callbacks/record-callback'
import { sweepRuns } from './keep-runs'
import { listRuns } from './list-runs'

const dayMs = 86_400_000

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
  deps.config.softwareRuns = { most: 3, days: 30 }
})

const put = (id: string, change: Partial<NewRunRow> = {}) =>
  insertRun(deps.db, {
    id,
    workspaceId: deps.workspaceId,
    environmentId: deps.environmentId,
    environmentName: 'Local',
    environmentKind: 'local',
    system: 'daraja',
    operation: 'daraja.stk-push',
    sentBy: 'python-requests/2.31.0',
    origin: 'software',
    createdAt: deps.clock(),
    values: {},
    requestMethod: 'POST',
    requestUrl: 'http://localhost:3000/emulator/daraja/mpesa/stkpush/v1/processrequest',
    requestHeaders: [],
    requestBody: '{}',
    verdict: 'paid',
    ...change,
  })
const putAll = (ids: readonly string[], change: Partial<NewRunRow> = {}) => {
  for (const id of ids) put(id, change)
}
const sweep = () => {
  while (sweepRuns(deps));
}
const kept = () => deps.db.$client.prepare('select id from runs order by id').pluck().all()
const owe = (keys: string) => {
  const { workspaceId } = deps
  const rows = worldRows(deps.db)
  rows.putDue.run('D1', workspaceId, 'daraja', 'callback', 'stk-result', deps.clock(), null, 'null', '[]')
  rows.putDueKey.run(workspaceId, keys, 'D1')
}
const sheet = () =>
  deps.db
    .insert(goLiveSheets)
    .values({
      id: 'sheet-1',
      workspaceId: deps.workspaceId,
      environmentId: deps.environmentId,
      environmentName: 'Local',
      environmentKind: 'local',
      system: 'daraja',
      name: 'Sheet',
      apis: [],
      createdBy: 'Wanjiru',
      createdAt: deps.clock(),
    })
    .run()
const evidence = (change: { runIds: string[]; callbackIds: number[] }) =>
  deps.db
    .insert(goLiveEvidence)
    .values({
      environmentId: deps.environmentId,
      sheetId: '',
      caseId: 'case-1',
      says: 'proves',
      way: 0,
      place: 0,
      subject: 'run:other',
      at: deps.clock(),
      confidence: 'certain',
      isSimulated: true,
      sentence: 'Paid.',
      ...change,
    })
    .run()

describe('runs of a team’s own software', () => {
  test('go beyond their number, the oldest first, and are said to be gone', () => {
    putAll(['R1', 'R2', 'R3', 'R4', 'R5'])
    sweep()
    expect(kept()).toEqual(['R3', 'R4', 'R5'])
    expect(listRuns(deps, deps.actor(), {}).runs.map(({ id }) => id)).toEqual(['R5', 'R4', 'R3'])
    expect(deps.announced().map(({ type, data }) => [type, data.id])).toEqual([
      ['run-deleted', 'R1'],
      ['run-deleted', 'R2'],
    ])
  })

  test('go beyond their age, however few there are', () => {
    putAll(['R1', 'R2'])
    deps.pass(29 * dayMs)
    put('R3')
    sweep()
    expect(kept()).toEqual(['R1', 'R2', 'R3'])
    deps.pass(2 * dayMs)
    sweep()
    expect(kept()).toEqual(['R3'])
  })

  test('go without any other run’s going', () => {
    putAll(['F1', 'F2'], { origin: 'form' })
    putAll(['C1'], { origin: 'customer' })
    putAll(['T1'], { origin: 'case' })
    putAll(['R1', 'R2', 'R3', 'R4'])
    deps.pass(400 * dayMs)
    sweep()
    expect(kept()).toEqual(['C1', 'F1', 'F2', 'T1'])
  })

  test('go slice by slice, until none is too many', () => {
    deps.config.softwareRuns = { most: 0, days: 30 }
    putAll(Array.from({ length: 45 }, (_, number) => `R${String(number).padStart(2, '0')}`))
    expect(sweepRuns(deps)).toBe(true)
    expect(kept().length).toBeGreaterThan(30)
    sweep()
    expect(kept()).toEqual([])
  })

  test('leave their callbacks in the inbox, as nobody’s', async () => {
    put('R1')
    insertKeys(deps.db, deps.workspaceId, [{ kind: 'checkout-id', value: 'ws_CO_1' }], 'R1')
    const { $client } = deps.db
    await recordCallback(deps, 'local', {
      method: 'POST',
      path: '/hook/local',
      query: '',
      headers: [['Content-Type', 'application/json']],
      body: Buffer.from(
        '{"Body":{"stkCallback":{"MerchantRequestID":"M-1","CheckoutRequestID":"ws_CO_1","ResultCode":1032,"ResultDesc":"x"}}}',
      ),
      remoteAddress: '127.0.0.1',
    })
    moveLeftovers(deps)
    expect($client.prepare('select run_id from callbacks').pluck().all()).toEqual(['R1'])
    deps.pass(31 * dayMs)
    sweep()
    expect(kept()).toEqual([])
    expect($client.prepare('select run_id from callbacks').pluck().all()).toEqual([null])
    expect($client.prepare('select count(*) from correlation_keys').pluck().get()).toBe(0)
  })
})

describe('a run stays', () => {
  const stays = () => {
    put('R0')
    deps.pass(31 * dayMs)
    sweep()
    expect(kept()).toEqual(['R1'])
  }

  test('while it is pending', () => {
    put('R1', { verdict: 'pending' })
    stays()
  })

  test('while a callback is owed that is about it, and goes when that was sent', () => {
    put('R1')
    insertKeys(deps.db, deps.workspaceId, [{ kind: 'checkout-id', value: 'ws_CO_1' }], 'R1')
    owe('ws_CO_1')
    stays()
    deps.db.$client.exec(`update world_dues set state = 'delivered'`)
    sweep()
    expect(kept()).toEqual([])
  })

  test('while another run that asked about it is pending', () => {
    put('R1')
    insertKeys(deps.db, deps.workspaceId, [{ kind: 'receipt', value: 'UKK4T9W2QX' }], 'R1')
    put('R2', { operation: 'daraja.reversal', verdict: 'pending', origin: 'form' })
    insertKeys(deps.db, deps.workspaceId, [{ kind: 'mention', value: 'UKK4T9W2QX' }], 'R2')
    put('R0')
    deps.pass(31 * dayMs)
    sweep()
    expect(kept()).toEqual(['R1', 'R2'])
  })

  test('as long as it is evidence of a case', () => {
    put('R1')
    evidence({ runIds: ['R1'], callbackIds: [] })
    stays()
  })

  test('as long as a callback of its is evidence of a case', () => {
    put('R1')
    deps.db.$client.exec(
      `insert into callbacks (id, workspace_id, inbox_id, received_at, method, path, query, headers, body, body_bytes,
         remote_address, kind, sentence, run_id, answer_status, answer_headers, answer_body, answer_micros, timing)
       values (7, 'workspace-1', 'inbox-1', 1, 'POST', '/', '', '[]', '', 0, '', 'unknown', '', 'R1', 200, '[]', '', 1, 'usual')`,
    )
    evidence({ runIds: [], callbackIds: [7] })
    stays()
  })

  test('that somebody added to a case or took from it', () => {
    put('R1')
    sheet()
    deps.db
      .insert(goLiveRuns)
      .values({ sheetId: 'sheet-1', caseId: 'c', runId: 'R1', tie: 'attached', by: 'Wanjiru', at: 1 })
      .run()
    stays()
  })

  test('that is still to be judged', () => {
    put('R1')
    deps.db
      .insert(goLiveQueue)
      .values({ environmentId: deps.environmentId, subject: 'run:R1', dueAt: 0 })
      .run()
    stays()
  })

  test('that was recorded before its sheet, until that has looked at it', () => {
    put('R1')
    const judging = {
      environmentId: deps.environmentId,
      workspaceId: deps.workspaceId,
      rules: 'r',
      noticesBefore: 0,
    }
    deps.db
      .insert(goLiveJudging)
      .values({ ...judging, runsBefore: 'R2' })
      .run()
    deps.pass(31 * dayMs)
    sweep()
    expect(kept()).toEqual(['R1'])
    deps.db.update(goLiveJudging).set({ runsBefore: '' }).run()
    sweep()
    expect(kept()).toEqual([])
  })
})
