import { strFromU8, unzipSync } from 'fflate'
import readXlsx from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { SheetLayout } from '@/lib/catalogue/go-live'
import { simulatedLine } from '@/lib/wire/environment-kinds'
import { writeWorkbook } from '@/lib/workbook/write'
import { aCase } from '@/tests/go-live-views'
import { workbookName, workbookOf } from './export-sheet-workbook'
import type { CaseView } from './views'

const caseView = (changed: Partial<CaseView>) =>
  aCase({
    api: 'c2b',
    apiTitle: 'C2B',
    sheet: 'C2B',
    row: 4,
    title: 'A case',
    steps: ['Do this.', 'Then that.'],
    expected: 'It works.',
    ...changed,
  })

const layouts: SheetLayout[] = [
  { name: 'B2C', title: 'Testing Broker- Core API integration', api: 'b2c', widths: [23, 30, 38, 20, 41] },
  { name: 'C2B', title: 'Testing API Gateway', api: 'c2b', widths: [30, 40, 50, 40, 41], gaps: [5] },
]

const cases = [
  caseView({ id: 'a', row: 4, state: 'success' }),
  caseView({ id: 'b', row: 6, state: 'fail', title: '=cmd|calc' }),
  caseView({ id: 'c', row: 7, state: 'not-applicable' }),
  caseView({ id: 'd', row: 8 }),
  caseView({
    id: 'e',
    source: 'derived',
    sheet: null,
    row: null,
    state: 'success',
    decidedBy: 'runs',
    by: 'software',
    title: 'One of ours',
  }),
]
const titles = { systemTitle: 'Safaricom Daraja', apiTitle: () => 'C2B', isSimulated: false }
const header = ['Subject', 'Test case', 'Objective', 'Expected Results', 'Actual Results', 'Proved']
const line = (title: string, actual: string | null, proved: string | null = null) => [
  'Functionality tests',
  title,
  'Do this.\nThen that.',
  'It works.',
  actual,
  proved,
]

describe('the workbook in the provider’s layout', () => {
  test('reads back with each case in its own row, N/A empty, and its gaps', async () => {
    const bytes = await writeWorkbook(workbookOf(cases, layouts, titles))
    const sheets = await readXlsx(Buffer.from(bytes))
    const empty = [null, null, null, null, null, null]
    expect(sheets).toEqual([
      {
        sheet: 'C2B',
        data: [
          ['Testing API Gateway', null, null, null, null, null],
          empty,
          header,
          line('A case', 'Success'),
          empty,
          line('=cmd|calc', 'Fail'),
          line('A case', null),
          line('A case', null),
        ],
      },
      {
        sheet: 'C2B, further',
        data: [
          ['Further cases: C2B (not in the provider’s workbook)', null, null, null, null, null],
          empty,
          header,
          line('One of ours', 'Success', 'by your software'),
        ],
      },
    ])
  })

  test('has the merged title, the green header, widths and no formula', async () => {
    const bytes = await writeWorkbook(workbookOf(cases, layouts, titles))
    const parts = unzipSync(bytes)
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const sheet = part('xl/worksheets/sheet1.xml')
    expect(sheet).toContain('ref="A1:D1"')
    expect(sheet).not.toContain('<f>')
    expect([...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))).toEqual([
      30, 40, 50, 40, 41, 18,
    ])
    const styles = part('xl/styles.xml')
    expect(styles).toMatch(/<sz val="16"\/>/)
    expect(styles).toMatch(/FFC6E0B4|C6E0B4/)
    expect(styles).toContain('thin')
    expect(styles).toContain('wrapText')
  })

  test('a system without a workbook gets a sheet for each API', () => {
    const own = caseView({ api: 'c2b', source: 'derived', sheet: null, row: null })
    expect(workbookOf([own], [], titles).map(({ name, rows }) => [name, rows[0]?.[0]])).toEqual([
      ['C2B', { value: 'Safaricom Daraja: C2B', isBold: true, size: 16, span: 4 }],
    ])
  })

  test('says on each sheet that it was simulated, where nothing of the provider’s stands', () => {
    const marked = workbookOf(cases, layouts, { ...titles, isSimulated: true })
    expect(marked.length).toBeGreaterThan(1)
    for (const { rows } of marked) expect(rows[1]?.[0]).toMatchObject({ value: simulatedLine })
    for (const { rows } of workbookOf(cases, layouts, titles)) expect(rows[1] ?? []).toEqual([])
  })

  test('is named in the provider’s manner, by the clock of the market', () => {
    expect(workbookName(Date.UTC(2026, 10, 20, 6, 15, 30), 180)).toBe('testcases_091530.xlsx')
  })
})
