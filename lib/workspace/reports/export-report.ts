import 'server-only'
import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node'
import { z } from 'zod'
import { csvOf, harmless } from '@/lib/reports/csv'
import { dayText } from '@/lib/reports/period'
import { type CellKind, type CellValue, type ReportTable, tableNames, tableOf } from '@/lib/reports/tables'
import type { Actor, Deps } from '../deps'
import { getReport } from './get-report'

const exportInput = z.object({
  format: z.enum(['csv', 'xlsx'], 'must be csv or xlsx.'),
  /** Which table a CSV file holds; a workbook has them all. */
  table: z.enum(tableNames, `must be one of ${tableNames.join(', ')}.`).default('series'),
})

type File = { name: string; contentType: string; body: string | Uint8Array<ArrayBuffer> }

/** The report as a file, with the same filters. */
export const exportReport = async (
  deps: Deps,
  actor: Actor,
  { format, table, ...filters }: Record<string, string | undefined>,
): Promise<File> => {
  const wanted = exportInput.parse({ format, ...(table && { table }) })
  const report = getReport(deps, actor, filters)
  const { from, to, zone } = report.period
  const name = `jaribu-report-${dayText(from, zone)}-to-${dayText(to - 1, zone)}`
  if (wanted.format === 'csv') {
    const body = csvOf(tableOf(report, wanted.table))
    return { name: `${name}-${wanted.table}.csv`, contentType: 'text/csv; charset=utf-8', body }
  }
  const sheets = tableNames.map((each) => sheetOf(tableOf(report, each)))
  return {
    name: `${name}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: new Uint8Array(await writeExcelFile(sheets).toBuffer()),
  }
}

const formats: Partial<Record<CellKind, string>> = {
  count: '#,##0.##',
  percent: '0.0',
  money: '#,##0.00',
  ms: '#,##0',
}

const sheetOf = ({ title, columns, rows }: ReportTable): Sheet<Buffer> => ({
  sheet: title,
  stickyRowsCount: 1,
  columns: columns.map((column) => ({
    width: column.kind === 'text' ? 24 : Math.min(28, Math.max(12, column.title.length + 2)),
  })),
  data: [
    columns.map((column): Cell => ({ value: column.title, type: String, fontWeight: 'bold', wrap: true })),
    ...rows.map((cells) => cells.map((value, index) => cellOf(value, columns[index]?.kind ?? 'text'))),
  ],
})

/** Texts are written as texts, so nothing is a formula; the apostrophe guards whoever saves the sheet as CSV. */
const cellOf = (value: CellValue, kind: CellKind): Cell => {
  if (value === null) return null
  if (typeof value === 'string') return { value: harmless(value), type: String, wrap: true }
  return { value, type: Number, format: formats[kind] }
}
