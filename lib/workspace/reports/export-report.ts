import 'server-only'
import { z } from 'zod'
import { dayText } from '@/lib/reports/period'
import { type CellKind, type ReportTable, tableNames, tableOf } from '@/lib/reports/tables'
import { simulatedLine, simulatedName } from '@/lib/wire/environment-kinds'
import { writeCsv } from '@/lib/workbook/csv'
import { type SheetOut, writeWorkbook, xlsxType } from '@/lib/workbook/write'
import type { Actor, Deps } from '../deps'
import { blankless } from '../runs/list-runs'
import { getReport } from './get-report'
import { reportFields } from './report-input'

export const reportExport = z.preprocess(
  blankless,
  reportFields.extend({
    format: z.enum(['csv', 'xlsx'], 'must be csv or xlsx.'),
    table: z
      .enum(tableNames, `must be one of ${tableNames.join(', ')}.`)
      .default('series')
      .describe('Which table a CSV file holds; a workbook has them all.'),
  }),
)

type File = { name: string; contentType: string; body: string | Uint8Array<ArrayBuffer> }

/** The report as a file, with the same filters. */
export const exportReport = async (
  deps: Deps,
  actor: Actor,
  { format, table, ...filters }: z.output<typeof reportExport>,
): Promise<File> => {
  const report = await getReport(deps, actor, filters)
  const { from, to, zone } = report.period
  const isSimulated = report.kinds.some(({ kind, runs }) => kind === 'local' && runs > 0)
  const name = `jaribu-report-${dayText(from, zone)}-to-${dayText(to - 1, zone)}`
  if (format === 'csv') {
    const { columns, rows } = tableOf(report, table)
    const body = writeCsv([columns.map(({ title }) => title), ...rows])
    return {
      name: simulatedName(`${name}-${table}.csv`, isSimulated),
      contentType: 'text/csv; charset=utf-8',
      body,
    }
  }
  const body = await writeWorkbook(tableNames.map((each) => sheetOf(tableOf(report, each), isSimulated)))
  return { name: simulatedName(`${name}.xlsx`, isSimulated), contentType: xlsxType, body }
}

const formats: Partial<Record<CellKind, string>> = {
  count: '#,##0.##',
  percent: '0.0',
  money: '#,##0.00',
  ms: '#,##0',
}

const sheetOf = ({ title, columns, rows }: ReportTable, isSimulated: boolean): SheetOut => ({
  name: title,
  frozen: 1,
  isLandscape: true,
  widths: columns.map((column) =>
    column.kind === 'text' ? 26 : Math.min(28, Math.max(12, column.title.length + 2)),
  ),
  rows: [
    columns.map((column) => ({ value: column.title, isBold: true, isWrapped: true })),
    ...rows.map((cells) =>
      cells.map((value, index) =>
        typeof value === 'number' ? { value, format: formats[columns[index]?.kind ?? 'count'] } : value,
      ),
    ),
    ...(isSimulated ? [[], [{ value: partlySimulated, isBold: true }]] : []),
  ],
})

const partlySimulated = `${simulatedLine} So it is with what is called simulated here.`
