import { beforeAll, describe, expect, test } from 'vitest'
import { updateRun } from '@/db/queries/runs'
import { asRefusal } from '@/lib/http/respond'
import { answered } from '@/tests/deps'
import { type GoLiveStage, goLiveStage } from '@/tests/go-live'
import { sendRun } from '../runs/send-run'
import { drainDue } from '../world/run-due'
import { changeSheet, createSheet } from './change-sheet'
import { exportSheet } from './export-sheet'
import { getSheet } from './get-sheet'
import { changeSession, startSession } from './sessions'

const paysOut = 'daraja-b2c-r09'
const confirmed = 'daraja-c2b-r11'

const member = (stage: GoLiveStage) => stage.deps.actor('member')
const aSheet = (stage: GoLiveStage, more: { apis?: string[]; requiresSoftware?: boolean } = {}) =>
  createSheet(stage.deps, member(stage), { name: 'Shop', environment: 'local', apis: ['b2c'], ...more }).id
const read = (stage: GoLiveStage, id: string) => getSheet(stage.deps, stage.deps.actor('viewer'), id)
const caseOf = async (stage: GoLiveStage, sheetId: string, caseId = paysOut) =>
  (await read(stage, sheetId)).cases.find(({ id }) => id === caseId)

/** As their own program's call stands in the history once the sandbox has seen it. */
const payOut = async (
  stage: GoLiveStage,
  { origin = 'software', ...values }: Record<string, string> = {},
) => {
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
  if (origin === 'software') updateRun(stage.deps.db, id, { origin })
  await stage.patience.pass(5)
  return id
}

// The keys of all stages are made with the first one.
beforeAll(() => {
  goLiveStage()
}, 60_000)

describe('who made a case happen', () => {
  test('is said of each row and each piece of evidence, and their own software comes first', async () => {
    const stage = goLiveStage()
    const id = aSheet(stage)
    const byForm = await payOut(stage, { origin: 'form' })
    expect(await caseOf(stage, id)).toMatchObject({ state: 'success', by: 'form', isFormOnly: false })
    const bySoftware = await payOut(stage)
    // Newer, and all the same behind it.
    for (let again = 0; again < 10; again += 1) await payOut(stage, { origin: 'form' })
    const found = await caseOf(stage, id)
    expect(found).toMatchObject({ state: 'success', by: 'software', confidence: 'certain', doubt: null })
    expect(found?.evidence[0]).toMatchObject({ by: 'software', runIds: [bySoftware] })
    expect(found?.evidence.slice(1).every(({ by }) => by === 'form')).toBe(true)
    expect(byForm).not.toBe(bySoftware)
    expect((await read(stage, id)).counts).toMatchObject({ bySoftware: expect.any(Number), formOnly: 0 })
  })

  test('matters where the sheet requires their own software', async () => {
    const stage = goLiveStage()
    const id = aSheet(stage, { requiresSoftware: true })
    await payOut(stage, { origin: 'form' })
    expect(await caseOf(stage, id)).toMatchObject({
      state: 'empty',
      judged: 'empty',
      isFormOnly: true,
      missing: ['A form of Jaribu proved it. This sheet wants it from your own software.'],
    })
    const { counts } = await read(stage, id)
    expect(counts.formOnly).toBeGreaterThan(0)
    await payOut(stage)
    expect(await caseOf(stage, id)).toMatchObject({ state: 'success', by: 'software', isFormOnly: false })
    changeSheet(stage.deps, member(stage), id, { requiresSoftware: false })
    expect((await read(stage, id)).requiresSoftware).toBe(false)
  })

  test('stands in the files', async () => {
    const stage = goLiveStage()
    const id = aSheet(stage)
    await payOut(stage)
    const { body } = await exportSheet(stage.deps, member(stage), id, 'json')
    const { cases, sheet } = JSON.parse(String(body))
    expect(sheet.requiresSoftware).toBe(false)
    expect(cases.find((each: { id: string }) => each.id === paysOut)).toMatchObject({
      by: 'software',
      evidence: [{ by: 'software', isOwnAnswer: false }],
    })
  })
})

describe('what their own server answered', () => {
  const own = 'https://shop.example/mpesa'
  const withOwnServer = (status: number) => {
    const stage = goLiveStage()
    const { send } = stage.deps.http
    const answer = answered(status, { ResultCode: 0, ResultDesc: 'Accepted' })
    stage.deps.http.send = (request) =>
      request.url.startsWith(own) ? Promise.resolve(answer) : send(request)
    return stage
  }

  test('completes a case whose callback never came to an inbox', async () => {
    const stage = withOwnServer(200)
    const id = aSheet(stage)
    await payOut(stage, { ResultURL: `${own}/result`, QueueTimeOutURL: `${own}/timeout` })
    await drainDue(stage.deps)
    const found = await caseOf(stage, id)
    expect(found).toMatchObject({ state: 'success', by: 'software' })
    expect(found?.evidence[0]).toMatchObject({ says: 'proves', isOwnAnswer: true, callbackIds: [] })
  })

  test('is not what an inbox of ours answered under another of its names', async () => {
    const stage = withOwnServer(200)
    const id = aSheet(stage)
    const { port } = stage.deps.config
    const inbox = `http://127.0.0.1:${port}/hook/local`
    const { send } = stage.deps.http
    stage.deps.http.send = (request) =>
      request.url.startsWith(inbox)
        ? Promise.resolve(answered(200, { ResultCode: 0, ResultDesc: 'Accepted' }))
        : send(request)
    await payOut(stage, { ResultURL: `${inbox}/result`, QueueTimeOutURL: `${inbox}/timeout` })
    await drainDue(stage.deps)
    expect((await caseOf(stage, id))?.evidence.filter(({ isOwnAnswer }) => isOwnAnswer)).toEqual([])
  })

  test('is what makes certain what only they can show; our own inbox’s answer does not', async () => {
    const stage = goLiveStage()
    const id = aSheet(stage, { apis: ['c2b'] })
    const cases = (await import('@/lib/systems')).systemOf('daraja').goLive.cases
    const each = cases.find((one) => one.id === confirmed)
    if (!each) throw new Error(confirmed)
    await stage.play(each)
    expect(await caseOf(stage, id, confirmed)).toMatchObject({
      state: 'success',
      confidence: 'likely',
      by: 'form',
      doubt: expect.stringContaining('Jaribu’s own inbox answered the callback.'),
    })
  })
})

describe('a session', () => {
  const stateOf = async (stage: GoLiveStage, id: string) => (await read(stage, id)).session

  test('says what their app should do, begins with the first call that fits, and turns as it proves', async () => {
    const stage = goLiveStage()
    const id = aSheet(stage)
    await startSession(stage.deps, member(stage), id, { case: paysOut, goesOn: false })
    const waiting = await stateOf(stage, id)
    expect(waiting).toMatchObject({ state: 'waiting', case: { id: paysOut }, runId: null })
    expect(waiting?.instructions.join(' ')).toMatch(/Call B2C.*\(POST \/mpesa\/b2c\/v3\/paymentrequest\)/)
    expect(waiting?.baseUrl).toContain('/emulator/daraja')
    // From a form: not what is waited for.
    await payOut(stage, { origin: 'form' })
    expect(await stateOf(stage, id)).toMatchObject({ state: 'waiting' })
    const runId = await payOut(stage)
    expect(await stateOf(stage, id)).toMatchObject({ state: 'proven', runId, proven: [{ id: paysOut }] })
    expect(await caseOf(stage, id)).toMatchObject({ by: 'software' })
  })

  test('goes on with the next missing case, and leaves out what is proved', async () => {
    const stage = goLiveStage()
    const id = aSheet(stage)
    const { case: first } = await startSession(stage.deps, member(stage), id, { case: paysOut })
    await payOut(stage)
    const next = await stateOf(stage, id)
    expect(next).toMatchObject({ state: 'waiting', runId: null, proven: [{ id: paysOut }] })
    expect(next?.case.id).not.toBe(first.id)
    expect((await caseOf(stage, id, next?.case.id))?.by).not.toBe('software')
  })

  test('pauses, resumes, takes another case, and ends; what comes meanwhile begins nothing', async () => {
    const stage = goLiveStage()
    const id = aSheet(stage)
    const act = (action: 'pause' | 'resume' | 'stop' | 'choose', caseId?: string) =>
      changeSession(stage.deps, member(stage), id, { action, case: caseId })
    await startSession(stage.deps, member(stage), id, { case: paysOut, goesOn: false })
    expect(await act('pause')).toMatchObject({ state: 'paused' })
    await payOut(stage)
    expect(await stateOf(stage, id)).toMatchObject({ state: 'paused', runId: null })
    stage.deps.pass(1000)
    expect(await act('resume')).toMatchObject({ state: 'waiting' })
    expect(await stateOf(stage, id)).toMatchObject({ state: 'waiting', runId: null })
    expect(await act('choose', 'daraja-b2c-r14')).toMatchObject({ case: { id: 'daraja-b2c-r14' } })
    expect(await act('stop')).toMatchObject({ state: 'stopped' })
    await expect(act('resume')).rejects.toThrow('This session is over.')
  })

  test('ends when its time is up', async () => {
    const stage = goLiveStage()
    const id = aSheet(stage)
    await startSession(stage.deps, member(stage), id, { case: paysOut, minutes: 1 })
    stage.deps.pass(61_000)
    await payOut(stage)
    expect(await stateOf(stage, id)).toMatchObject({ state: 'over', runId: null })
    expect(await startSession(stage.deps, member(stage), id, {})).toMatchObject({ state: 'waiting' })
  })

  test.each([
    ['a case that is not on the sheet', { case: 'daraja-b2c-zz' }, 'invalid'],
    ['no time at all', { minutes: 0 }, 'invalid'],
  ])('with %s is refused', async (_, wanted, kind) => {
    const stage = goLiveStage()
    const id = aSheet(stage)
    const thrown = await startSession(stage.deps, member(stage), id, wanted).catch((error: unknown) => error)
    expect(asRefusal(thrown)?.kind ?? 'invalid').toBe(kind)
  })

  test('is one a sheet, and members’ to open', async () => {
    const stage = goLiveStage()
    const id = aSheet(stage)
    await startSession(stage.deps, member(stage), id, {})
    await expect(startSession(stage.deps, member(stage), id, {})).rejects.toThrow('has a session open')
    await expect(startSession(stage.deps, stage.deps.actor('viewer'), id, {})).rejects.toThrow()
  })

  test('waits for no case that a customer begins', async () => {
    const stage = goLiveStage()
    const id = aSheet(stage, { apis: ['c2b'] })
    await expect(startSession(stage.deps, member(stage), id, { case: confirmed })).rejects.toThrow(
      'No call of a program begins this case',
    )
  })
})
