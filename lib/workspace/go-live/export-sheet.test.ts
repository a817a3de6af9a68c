import { gzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import readXlsx, { readSheet } from 'read-excel-file/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { callbacks } from '@/db/schema'
import { systemOf } from '@/lib/systems'
import { simulatedLine } from '@/lib/wire/environment-kinds'
import { openWorkbook } from '@/lib/workbook/open'
import { writeWorkbook } from '@/lib/workbook/write'
import { type GoLiveStage, goLiveStage } from '@/tests/go-live'
import { oddWorkbook } from '@/tests/odd-workbook'
import { sendRun } from '../runs/send-run'
import { changeCase } from './change-case'
import { createSheet } from './change-sheet'
import { changeChecklist, checklistChange, listChecklist } from './checklist'
import { exportSheet } from './export-sheet'
import { workbookOf } from './export-sheet-workbook'
import { getSheet } from './get-sheet'
import { fillTemplate, matchTemplateRow, readTemplate, removeTemplate, uploadTemplate } from './template'

let stage: GoLiveStage
let id: string
const actor = (role: 'owner' | 'member' | 'viewer' = 'member') => stage.deps.actor(role)
const paysOut = 'daraja-b2c-r09'

/** A sheet of B2C with one payout that went well. */
beforeEach(async () => {
  stage = goLiveStage()
  id = createSheet(stage.deps, actor(), { name: 'Shop & Sons', environment: 'local', apis: ['b2c'] }).id
  const hook = `${stage.deps.config.publicUrl}/hook/local`
  await sendRun(stage.deps, actor(), {
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
    },
  })
  await stage.patience.pass(5)
})

const bytesOf = (body: string | Uint8Array) => Buffer.from(body as Uint8Array)

describe('the export of a sheet', () => {
  test('is the provider’s workbook, its cases where the provider has them', async () => {
    const file = await exportSheet(stage.deps, actor('viewer'), id, 'xlsx')
    expect(file.name).toMatch(/^testcases_\d{6}-simulated\.xlsx$/)
    const sheets = await readXlsx(bytesOf(file.body))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['B2C', 'B2C, further'])
    const b2c = sheets[0]?.data ?? []
    expect(b2c[0]?.[0]).toBe('Testing Broker- Core API integration')
    expect(b2c[2]).toEqual([
      'Subject',
      'Test case',
      'Objective',
      'Expected Results',
      'Actual Results',
      'Proved',
    ])
    const { cases } = await getSheet(stage.deps, actor(), id)
    for (const one of cases.filter(({ source }) => source === 'sheet')) {
      const actual = { success: 'Success', fail: 'Fail', empty: null, 'not-applicable': null }[one.state]
      const proved =
        one.decidedBy === 'runs' ? { software: 'by your software', form: 'by form' }[one.by ?? 'form'] : null
      expect(b2c[(one.row ?? 0) - 1], one.id).toEqual([
        one.subject,
        one.title,
        one.steps.join('\n'),
        one.expected,
        actual,
        proved,
      ])
    }
    expect(b2c[8]?.[4]).toBe('Success')
  })

  test('the annex has request, answer and callback of a case, without secrets and people', async () => {
    const file = await exportSheet(stage.deps, actor('owner'), id, 'annex')
    expect(file.name).toBe('Shop Sons evidence-simulated.xlsx')
    const sheets = await readXlsx(bytesOf(file.body))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['About', 'Cases', 'B2C'])
    const text = JSON.stringify(sheets)
    expect(text).toContain('/emulator/daraja/mpesa/b2c/v3/paymentrequest')
    expect(text).toContain('2547••••4149')
    expect(text).not.toContain('254708374149')
    expect(text).not.toMatch(/Bearer [A-Za-z0-9]{8}/)
    expect(text).not.toContain('jaribu-local-secret')
    const messages = sheets[2]?.data ?? []
    expect(messages.map(([, message]) => message)).toEqual(
      expect.arrayContaining(['Answer at once', 'Daraja result', 'Our answer']),
    )
  })

  test('a packed callback is in the annex as what it holds, with people masked', async () => {
    const { db } = stage.deps
    for (const { id: callback, body } of db.select().from(callbacks).all()) {
      const packed = { body: gzipSync(body), headers: [['Content-Encoding', 'gzip']] as [string, string][] }
      db.update(callbacks).set(packed).where(eq(callbacks.id, callback)).run()
    }
    const sheets = await readXlsx(bytesOf((await exportSheet(stage.deps, actor('owner'), id, 'annex')).body))
    const text = JSON.stringify(sheets)
    expect(text).toContain('ReceiverPartyPublicName')
    expect(text).not.toContain('bytes that are no text')
    expect(text).not.toContain('254708374149')
  })

  test('as JSON says what it is and carries everything', async () => {
    changeCase(stage.deps, actor(), id, paysOut, { note: 'Asked 254708374149 himself.' })
    const file = await exportSheet(stage.deps, actor(), id, 'json')
    const exported = JSON.parse(String(file.body))
    expect(exported).toMatchObject({
      format: 'jaribu.go-live-sheet',
      version: 1,
      sheet: { name: 'Shop & Sons', system: 'daraja', apis: ['b2c'] },
    })
    const payout = exported.cases.find((one: { id: string }) => one.id === paysOut)
    expect(payout).toMatchObject({
      state: 'success',
      actualResult: 'Success',
      remarks: ['Note of Wanjiru: Asked 2547••••4149 himself.'],
      evidence: [{ says: 'proves', isSimulated: true }],
    })
    expect(payout.evidence[0].messages.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['request', 'answer', 'callback', 'our-answer']),
    )
    expect(exported.checklist).toHaveLength(systemOf('daraja').goLive.checklist.length)
    expect(String(file.body)).not.toContain('254708374149')
  })
})

describe('a workbook of one’s own', () => {
  const partners = () =>
    writeWorkbook([
      {
        name: 'Our tests',
        widths: [],
        rows: [
          ['Acme Ltd'],
          ['#', 'Expected', 'Result', 'Scenario'],
          [1, 'Receiver gets the money', null, 'Promotion payment to a valid customer'],
          [2, 'Declined, not enough funds', 'open', 'PromotionPayment with insufficient funds'],
          [3, 'Blue', null, 'Colour of the logo'],
        ],
      },
    ])

  test('is matched by its wording, corrected, filled and taken away again', async () => {
    const bytes = await partners()
    const view = await uploadTemplate(stage.deps, actor(), id, { name: 'C:\\tests\\acme.xlsx', bytes })
    expect(view.name).toBe('acme.xlsx')
    expect(view.rows).toMatchObject([
      { row: 3, target: 'C3', present: '', caseId: paysOut, isChosen: false, blocked: null },
      { row: 4, target: 'C4', present: 'open', caseId: 'daraja-b2c-r10' },
      { row: 5, caseId: null, likeness: 0 },
    ])
    expect(view.rows[0]?.because).toMatch(/promotionpayment|customer/i)
    changeCase(stage.deps, actor(), id, 'daraja-b2c-r11', { override: { state: 'fail', reason: 'Seen.' } })
    const corrected = await matchTemplateRow(stage.deps, actor(), id, {
      sheet: 'Our tests',
      row: 5,
      caseId: 'daraja-b2c-r11',
    })
    expect(corrected.rows[2]).toMatchObject({ caseId: 'daraja-b2c-r11', isChosen: true })
    expect((await getSheet(stage.deps, actor('viewer'), id)).template).toEqual(
      readTemplate(stage.deps, actor('viewer'), id),
    )
    const filled = await fillTemplate(stage.deps, actor('viewer'), id)
    expect(filled.name).toBe('acme-filled-simulated.xlsx')
    const [sheet] = await readXlsx(Buffer.from(filled.bytes))
    expect(sheet?.data.map((row) => row[2])).toEqual([null, 'Result', 'Success', 'open', 'Fail'])
    expect(sheet?.data[0]?.filter((cell) => cell !== null).at(-1)).toBe(simulatedLine)
    removeTemplate(stage.deps, actor(), id)
    expect(() => readTemplate(stage.deps, actor(), id)).toThrow('No workbook was uploaded')
  })

  test('gets the words that its own list offers', async () => {
    const push = createSheet(stage.deps, actor(), { name: 'P', environment: 'local', apis: ['stk-push'] }).id
    const view = await uploadTemplate(stage.deps, actor(), push, { name: 'odd', bytes: oddWorkbook() })
    const matched = view.rows.filter(({ caseId }) => caseId !== null)
    expect(matched.length).toBeGreaterThanOrEqual(3)
    for (const { caseId } of matched) {
      changeCase(stage.deps, actor(), push, caseId ?? '', { override: { state: 'success', reason: 'Seen.' } })
    }
    const filled = await fillTemplate(stage.deps, actor(), push)
    const rows = await readSheet(Buffer.from(filled.bytes), 'STK Push request')
    expect(rows.map((row) => row[1]).filter((cell) => cell === 'Passed').length).toBe(
      matched.filter(({ blocked }) => blocked === null).length,
    )
  })

  test('the provider’s own layout finds every case in its row, B2B without a column for outcomes too', async () => {
    const all = createSheet(stage.deps, actor(), {
      name: 'All',
      environment: 'local',
      apis: systemOf('daraja').goLive.apis.map(({ id: api }) => api),
    }).id
    const { cases } = await getSheet(stage.deps, actor(), all)
    const layouts = systemOf('daraja').goLive.sheets
    const sheets = workbookOf(cases, layouts, { systemTitle: '', apiTitle: (api) => api, isSimulated: true })
    const b2b = sheets.find(({ name }) => name === 'B2B')
    const bytes = await writeWorkbook(
      sheets.map((sheet) =>
        sheet === b2b ? { ...sheet, rows: sheet.rows.map((row) => row.slice(0, 4)) } : sheet,
      ),
    )
    const view = await uploadTemplate(stage.deps, actor(), all, { name: 'testcases.xlsx', bytes })
    const own = cases.filter(({ source }) => source === 'sheet')
    for (const one of own) {
      const row = view.rows.find((found) => found.sheet === one.sheet && found.row === one.row)
      expect(row, one.id).toMatchObject({ caseId: one.id, target: `E${one.row}`, blocked: null })
    }
    expect(view.rows.length).toBe(cases.length)
    changeCase(stage.deps, actor(), all, 'daraja-b2b-r09', {
      override: { state: 'success', reason: 'Seen.' },
    })
    const filled = openWorkbook((await fillTemplate(stage.deps, actor(), all)).bytes)
    const cells = filled.sheets.find(({ name }) => name === 'B2B')?.grid.rows
    expect(cells?.find(({ row }) => row === 3)?.cells.find(({ column }) => column === 5)?.text).toBe(
      'Actual Results',
    )
    expect(cells?.find(({ row }) => row === 9)?.cells.find(({ column }) => column === 5)?.text).toBe(
      'Success',
    )
  })

  test('is refused with its reason, and to viewers', async () => {
    const send = (name: string, bytes: Uint8Array, role: 'member' | 'viewer' = 'member') =>
      uploadTemplate(stage.deps, actor(role), id, { name, bytes })
    await expect(send('a.xlsm', await partners())).rejects.toThrow('Only .xlsx is filled')
    await expect(send('a.xlsx', Buffer.from('x'))).rejects.toThrow('no .xlsx workbook')
    await expect(send('a.xlsx', new Uint8Array(6_000_000))).rejects.toThrow('larger than 5 MB')
    const plain = await writeWorkbook([{ name: 'A', widths: [], rows: [['just text']] }])
    await expect(send('a.xlsx', plain)).rejects.toThrow('no rows that look like test cases')
    await expect(send('a.xlsx', await partners(), 'viewer')).rejects.toThrow('Viewers')
    await send('a.xlsx', await partners())
    const match = (row: number, caseId: string, role: 'member' | 'viewer' = 'member') =>
      matchTemplateRow(stage.deps, actor(role), id, { sheet: 'Our tests', row, caseId })
    await expect(match(9, paysOut)).rejects.toThrow('no such row')
    await expect(match(3, 'nothing')).rejects.toThrow('no such case')
    await expect(match(3, paysOut, 'viewer')).rejects.toThrow('Viewers')
  })
})

describe('the checklist of a sheet', () => {
  test('is ticked and noted by members, and says what Jaribu found', async () => {
    const items = await listChecklist(stage.deps, actor('viewer'), id)
    const found = (name: string) => items.find((item) => item.id === name)?.found
    expect(found('shortcode-kind')).toEqual({
      isFine: false,
      text: 'This environment uses 600000, a published test value.',
    })
    expect(found('proof-success')).toEqual({
      isFine: true,
      text: 'The one API of this sheet has a recorded success.',
    })
    expect(found('urls-pass')).toMatchObject({ isFine: false })
    expect(found('organisation-name')).toBeNull()
    const changed = await changeChecklist(stage.deps, actor(), id, 'organisation-name', {
      note: 'Shop & Sons',
    })
    expect(changed).toMatchObject({ isDone: false, by: 'Wanjiru', found: { isFine: false } })
    const ticked = await changeChecklist(stage.deps, actor(), id, 'organisation-name', { isDone: true })
    expect(ticked).toMatchObject({ isDone: true, note: 'Shop & Sons' })
    await expect(
      changeChecklist(stage.deps, actor('viewer'), id, 'organisation-name', { isDone: false }),
    ).rejects.toThrow('Viewers')
    await expect(changeChecklist(stage.deps, actor(), id, 'nothing', { isDone: true })).rejects.toThrow(
      'no such item',
    )
    expect(checklistChange.safeParse({}).success).toBe(false)
  })
})
