import { beforeAll, describe, expect, test } from 'vitest'
import { jobOf, sheetOf } from '@/db/queries/go-live'
import { judgingOf } from '@/db/queries/go-live-judging'
import { auditEntries, environments, goLiveQueue } from '@/db/schema'
import { answered } from '@/tests/deps'
import { type GoLiveStage, goLiveStage } from '@/tests/go-live'
import { deleteRun } from '../runs/delete-run'
import { sendRun } from '../runs/send-run'
import { casesOfRun } from './cases-of-run'
import { caseChange, changeCase } from './change-case'
import { changeSheet, createSheet, deleteSheet, newSheet, sheetChange } from './change-sheet'
import { getSheet } from './get-sheet'
import { changeJob, interruptLeftJobs, startJob, waitForJob } from './jobs'
import { judgeAll } from './keep-judging'
import { listSheets } from './list-sheets'
import type { CaseView } from './views'

const member = (stage: GoLiveStage) => stage.deps.actor('member')

const aSheet = (stage: GoLiveStage, apis = ['b2c', 'stk-push'], environment = 'local') =>
  createSheet(stage.deps, member(stage), { name: 'Shop', environment, apis })

const caseOf = async (stage: GoLiveStage, sheetId: string, caseId: string): Promise<CaseView> => {
  const sheet = await getSheet(stage.deps, stage.deps.actor('viewer'), sheetId)
  const found = sheet.cases.find(({ id }) => id === caseId)
  if (!found) throw new Error(caseId)
  return found
}

const payOut = async (stage: GoLiveStage, values: Record<string, string> = {}) => {
  const hook = `${stage.deps.config.publicUrl}/hook/local`
  const { id } = await sendRun(stage.deps, member(stage), {
    operation: 'daraja.b2c-v3',
    environment: 'local',
    sendAnyway: true,
    values: {
      InitiatorName: 'testapi',
      CommandID: 'PromotionPayment',
      Amount: '10',
      PartyA: '600000',
      PartyB: '254708374149',
      Remarks: 'ok',
      QueueTimeOutURL: `${hook}/timeout`,
      ResultURL: `${hook}/result`,
      ...values,
    },
  })
  await stage.patience.pass(5)
  return id
}

const paysOut = 'daraja-b2c-r09'

// The keys of all stages are made with the first one.
beforeAll(() => {
  goLiveStage()
}, 60_000)

describe('a sheet', () => {
  test('has the cases of the chosen groups, empty at first', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    const sheet = await getSheet(stage.deps, stage.deps.actor('viewer'), id)
    expect(sheet).toMatchObject({
      name: 'Shop',
      environment: { kind: 'local' },
      systemTitle: 'Safaricom Daraja',
      apis: ['stk-push', 'b2c'],
      judging: null,
      template: null,
      job: null,
    })
    expect(sheet.counts).toMatchObject({ cases: 58, empty: 58, success: 0, fail: 0 })
    expect(new Set(sheet.cases.map(({ state }) => state))).toEqual(new Set(['empty']))
    expect(sheet.cases.find(({ id: caseId }) => caseId === paysOut)).toMatchObject({
      sheet: 'B2C',
      row: 9,
      decidedBy: 'nobody',
      missing: [
        'Nothing fits yet. Needed: accepted exchange and result callback with ResultCode 0 and a TransactionReceipt.',
      ],
      play: { isPossible: true, why: null },
    })
  })

  test('is filled by runs as they happen', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    const runId = await payOut(stage)
    expect(await caseOf(stage, id, paysOut)).toMatchObject({
      state: 'success',
      decidedBy: 'runs',
      confidence: 'certain',
      missing: [],
      evidence: [
        {
          says: 'proves',
          runIds: [runId],
          callbackIds: [expect.any(Number)],
          sentence: 'B2C payment v3 succeeded with 0, as expected.',
          isSimulated: true,
          attachedBy: null,
        },
      ],
    })
    expect((await listSheets(stage.deps, stage.deps.actor('viewer')))[0]?.counts.success).toBeGreaterThan(3)
  })

  test('is named by the runs that stand in it', async () => {
    const stage = goLiveStage()
    const lonely = await payOut(stage)
    expect(await casesOfRun(stage.deps, stage.deps.actor('viewer'), lonely)).toEqual([])
    const { id } = aSheet(stage, ['b2c'])
    const runId = await payOut(stage)
    const cases = await casesOfRun(stage.deps, stage.deps.actor('viewer'), runId)
    expect(cases.find(({ caseId }) => caseId === paysOut)).toEqual({
      sheetId: id,
      sheetName: 'Shop',
      caseId: paysOut,
      apiTitle: 'B2C',
      title: 'PromotionPayment to a valid customer',
      says: 'proves',
    })
  })

  test('judges what was recorded before it, whatever its number', async () => {
    const stage = goLiveStage()
    const first = await payOut(stage)
    for (let count = 0; count < 12; count += 1) await payOut(stage)
    const { id } = aSheet(stage)
    await judgeAll(stage.deps, stage.deps.environmentId)
    const view = await caseOf(stage, id, paysOut)
    expect(view.state).toBe('success')
    expect(view.evidence).toHaveLength(8)
    expect(view.evidence.some(({ runIds }) => runIds.includes(first))).toBe(false)
  })

  test('takes back what a deleted run said, and finds an older one that says it too', async () => {
    const stage = goLiveStage()
    const ids: string[] = []
    for (let count = 0; count < 9; count += 1) ids.push(await payOut(stage))
    const { id } = aSheet(stage)
    await judgeAll(stage.deps, stage.deps.environmentId)
    for (const runId of ids.slice(1)) deleteRun(stage.deps, stage.deps.actor('owner'), runId)
    await judgeAll(stage.deps, stage.deps.environmentId)
    expect((await caseOf(stage, id, paysOut)).evidence.map(({ runIds }) => runIds)).toEqual([[ids[0]]])
    deleteRun(stage.deps, stage.deps.actor('owner'), ids[0] ?? '')
    expect(await caseOf(stage, id, paysOut)).toMatchObject({ state: 'empty', evidence: [] })
  })

  test('says what a run still waits for, then takes the result', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    const real = stage.deps.http.send
    stage.deps.http.send = (request) =>
      request.url.includes('/hook/') ? Promise.resolve(answered(503, {})) : real(request)
    await payOut(stage)
    expect(await caseOf(stage, id, paysOut)).toMatchObject({
      state: 'empty',
      missing: ['The result has not come yet.'],
      evidence: [{ says: 'part' }],
    })
  })

  test('queues nothing for environments that no sheet speaks of', async () => {
    const stage = goLiveStage()
    await payOut(stage)
    expect(stage.deps.db.select().from(goLiveQueue).all()).toEqual([])
    const { id } = aSheet(stage)
    expect(judgingOf(stage.deps.db, stage.deps.environmentId)).toBeDefined()
    await payOut(stage)
    deleteSheet(stage.deps, member(stage), id)
    expect(stage.deps.db.select().from(goLiveQueue).all()).toEqual([])
    expect(judgingOf(stage.deps.db, stage.deps.environmentId)).toBeUndefined()
  })

  test('is renamed, given other groups, and refuses what it does not know', () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    const changed = changeSheet(stage.deps, member(stage), id, { name: 'Till', apis: ['stk-query'] })
    expect(changed).toMatchObject({ name: 'Till', apis: ['stk-query'], counts: { cases: 12 } })
    expect(() => changeSheet(stage.deps, member(stage), id, { apis: ['b3c'] })).toThrow(
      'There is no group “b3c”',
    )
    expect(() => aSheet(stage, ['b2c'], 'nowhere')).toThrow('no such environment')
    expect(() => newSheet.parse({ name: 'Shop', environment: 'local', apis: [] })).toThrow(
      'Choose at least one',
    )
    expect(sheetChange.parse({ name: ' Till ' })).toEqual({ name: 'Till' })
  })

  test('is seen by viewers and changed by members', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    const viewer = stage.deps.actor('viewer')
    expect((await getSheet(stage.deps, viewer, id)).id).toBe(id)
    expect(() => createSheet(stage.deps, viewer, { name: 'x', environment: 'local', apis: ['b2c'] })).toThrow(
      'Viewers',
    )
    expect(() => changeSheet(stage.deps, viewer, id, { name: 'x' })).toThrow('Viewers')
    expect(() => deleteSheet(stage.deps, viewer, id)).toThrow('Viewers')
    await expect(changeCase(stage.deps, viewer, id, paysOut, { note: 'x' })).rejects.toThrow('Viewers')
    await expect(startJob(stage.deps, viewer, id, {})).rejects.toThrow('Viewers')
    const stranger = { ...viewer, workspaceId: 'another' }
    await expect(getSheet(stage.deps, stranger, id)).rejects.toThrow('no such sheet')
  })

  test('outlives its environment, with what was proven there', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    await payOut(stage)
    await caseOf(stage, id, paysOut)
    stage.deps.db.delete(environments).run()
    const view = await caseOf(stage, id, paysOut)
    expect(view).toMatchObject({
      state: 'success',
      play: { isPossible: false, why: 'The environment is gone.' },
    })
  })
})

describe('a person', () => {
  test('decides a case with a reason, and takes it back', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    const decided = await changeCase(stage.deps, member(stage), id, paysOut, {
      override: { state: 'not-applicable', reason: 'We do not pay out.' },
    })
    expect(decided).toMatchObject({
      state: 'not-applicable',
      decidedBy: 'person',
      judged: 'empty',
      override: { state: 'not-applicable', reason: 'We do not pay out.', by: 'Wanjiru' },
    })
    await payOut(stage)
    expect(await caseOf(stage, id, paysOut)).toMatchObject({ state: 'not-applicable', judged: 'success' })
    const back = await changeCase(stage.deps, member(stage), id, paysOut, { override: null })
    expect(back).toMatchObject({ state: 'success', decidedBy: 'runs', override: null })
    expect(
      stage.deps.db
        .select()
        .from(auditEntries)
        .all()
        .map(({ subject }) => subject),
    ).toEqual([
      'Shop, PromotionPayment to a valid customer: not-applicable, because: We do not pay out.',
      'Shop, PromotionPayment to a valid customer: back to what the runs say',
    ])
    expect(() => caseChange.parse({ override: { state: 'fail', reason: ' ' } })).toThrow('Say why')
  })

  test('notes something, and the note stays when the case is decided', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    await changeCase(stage.deps, member(stage), id, paysOut, { note: 'Ask finance.' })
    const both = await changeCase(stage.deps, member(stage), id, paysOut, {
      override: { state: 'success', reason: 'Seen.' },
    })
    expect(both).toMatchObject({ note: { text: 'Ask finance.', by: 'Wanjiru' }, state: 'success' })
    expect((await changeCase(stage.deps, member(stage), id, paysOut, { note: '' })).note).toBeNull()
  })

  test('attaches a run, which then counts against the case too, and takes one away', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    const poor = 'daraja-b2c-r10'
    const runId = await payOut(stage)
    expect(await caseOf(stage, id, poor)).toMatchObject({ state: 'empty' })
    expect(await changeCase(stage.deps, member(stage), id, poor, { attach: runId })).toMatchObject({
      state: 'fail',
      evidence: [{ says: 'contradicts', attachedBy: 'Wanjiru', runIds: [runId] }],
    })
    expect(await changeCase(stage.deps, member(stage), id, poor, { detach: runId })).toMatchObject({
      state: 'empty',
      evidence: [],
    })
    const proven = await caseOf(stage, id, paysOut)
    const taken = await changeCase(stage.deps, member(stage), id, paysOut, {
      detach: proven.evidence[0]?.id ?? '',
    })
    expect(taken).toMatchObject({ state: 'empty', evidence: [] })
    await expect(changeCase(stage.deps, member(stage), id, poor, { attach: 'nothing' })).rejects.toThrow(
      'There is no such run',
    )
  })

  test('attaches only runs of the same environment', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage, ['c2b'], 'local-mozambique')
    const runId = await payOut(stage)
    await expect(
      changeCase(stage.deps, member(stage), id, 'mozambique-c2b-d01', { attach: runId }),
    ).rejects.toThrow('was sent to Local sandbox')
  })
})

describe('a job', () => {
  const run = async (stage: GoLiveStage, sheetId: string, cases?: string[]) => {
    const job = await startJob(
      stage.deps,
      member(stage),
      sheetId,
      cases ? { cases } : {},
      () => stage.patience,
    )
    return waitForJob(stage.deps, member(stage), { sheetId, jobId: job.id, seconds: 20 })
  }

  test('runs cases one after the other and says what came of each', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    const job = await run(stage, id, [paysOut, 'daraja-b2c-r10', 'daraja-stk-push-request-r23'])
    expect(job).toMatchObject({ state: 'done', total: 3, done: 3, failed: 0, currentCase: null })
    expect(job.log.map(({ caseId, tone }) => [caseId, tone])).toEqual([
      [null, 'neutral'],
      [paysOut, 'good'],
      ['daraja-b2c-r10', 'good'],
      ['daraja-stk-push-request-r23', 'good'],
      [null, 'good'],
    ])
    expect(job.log[1]?.text).toBe(
      'PromotionPayment to a valid customer: B2C payment v3 succeeded with 0, as expected.',
    )
    expect((await caseOf(stage, id, 'daraja-stk-push-request-r23')).state).toBe('success')
    expect(stage.deps.announced().some(({ type, data }) => type === 'sheet' && data.id === id)).toBe(true)
  })

  test('waits for no job of another database, though its ids are the same', async () => {
    const other = goLiveStage()
    const { id: otherId } = aSheet(other)
    const never = () => new Promise<never>(() => {})
    const patienceWithout = () => ({ until: never, during: never, pass: never })
    await startJob(other.deps, member(other), otherId, { cases: [paysOut] }, patienceWithout)
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    expect(id).toBe(otherId)
    expect(await run(stage, id, [paysOut])).toMatchObject({ state: 'done', done: 1, failed: 0 })
  })

  test('runs all that is missing and leaves what is proven or decided', async () => {
    const stage = goLiveStage()
    const { id, counts } = aSheet(stage, ['stk-query'])
    expect(counts.playable).toBeGreaterThan(0)
    await changeCase(stage.deps, member(stage), id, 'daraja-stk-query-d01', {
      override: { state: 'not-applicable', reason: 'No.' },
    })
    const left = await getSheet(stage.deps, member(stage), id)
    if (left.counts.playable > 0) {
      const job = await run(stage, id)
      expect(job.total).toBe(left.counts.playable)
    }
    await changeCase(stage.deps, member(stage), id, 'daraja-stk-query-d01', { override: null })
    const job = await run(stage, id, ['daraja-stk-query-d01'])
    expect(job).toMatchObject({ state: 'done', failed: 0 })
    await expect(run(stage, id, ['daraja-b2c-r09'])).rejects.toThrow('This sheet has no case')
  })

  test('says what did not go as it should', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    const real = stage.deps.http.send
    stage.deps.http.send = (request) =>
      request.url.includes('/b2c/') ? Promise.resolve(answered(500, { errorMessage: 'No.' })) : real(request)
    const job = await run(stage, id, [paysOut])
    expect(job).toMatchObject({ state: 'done', failed: 1 })
    expect(job.log[1]).toMatchObject({ tone: 'bad', caseId: paysOut })
    expect((await caseOf(stage, id, paysOut)).state).toBe('fail')
  })

  test('is paused and resumed, and stopped', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    const actor = member(stage)
    const cases = [paysOut, 'daraja-b2c-r10', 'daraja-b2c-r12']
    const job = await startJob(stage.deps, actor, id, { cases }, () => stage.patience)
    await changeJob(stage.deps, actor, id, job.id, { action: 'pause' }, () => stage.patience)
    const paused = await waitForJob(stage.deps, actor, { sheetId: id, jobId: job.id, seconds: 20 })
    expect(paused).toMatchObject({ state: 'paused', currentCase: null })
    expect(paused.done).toBeLessThan(3)
    await expect(startJob(stage.deps, actor, id, { cases })).rejects.toThrow('Resume or stop that first')
    await changeJob(stage.deps, actor, id, job.id, { action: 'resume' }, () => stage.patience)
    expect(await waitForJob(stage.deps, actor, { sheetId: id, jobId: job.id, seconds: 20 })).toMatchObject({
      state: 'done',
      done: 3,
    })
    const again = await startJob(stage.deps, actor, id, { cases }, () => stage.patience)
    const stopped = await changeJob(stage.deps, actor, id, again.id, { action: 'stop' })
    expect(stopped.state).toBe('stopped')
    expect(stopped.endedAt).not.toBeNull()
    await expect(changeJob(stage.deps, actor, id, again.id, { action: 'resume' })).rejects.toThrow(
      'over already',
    )
  })

  test('that a process left behind is interrupted, and can be resumed', async () => {
    const stage = goLiveStage()
    const { id } = aSheet(stage)
    const actor = member(stage)
    const job = await startJob(stage.deps, actor, id, { cases: [paysOut] }, () => ({
      ...stage.patience,
      during: () => new Promise(() => {}),
    }))
    interruptLeftJobs(stage.deps)
    expect(jobOf(stage.deps.db, id, job.id)).toMatchObject({ state: 'interrupted', done: 0 })
  })

  test('sends nothing to production', async () => {
    const stage = goLiveStage()
    stage.deps.db.update(environments).set({ kind: 'production' }).run()
    const { id } = aSheet(stage)
    await expect(startJob(stage.deps, member(stage), id, { cases: [paysOut] })).rejects.toThrow(
      'Nothing of a sheet is run against production',
    )
    expect(await caseOf(stage, id, paysOut)).toMatchObject({ play: { isPossible: false } })
    expect(sheetOf(stage.deps.db, stage.deps.workspaceId, id)?.environmentKind).toBe('production')
  })
})
