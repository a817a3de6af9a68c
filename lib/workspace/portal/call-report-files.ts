import { simulatedLine, simulatedName } from '@/lib/wire/environment-kinds'
import { writeCsv } from '@/lib/workbook/csv'
import { type SheetCell, writeWorkbook, xlsxType } from '@/lib/workbook/write'
import type { CallReport, ReportCall, ReportFormat } from './call-report'

export type PackageFile = { name: string; contentType: string; body: string | Uint8Array<ArrayBuffer> }

const columns: [title: string, width: number, value: (call: ReportCall) => string][] = [
  ['Date (UTC)', 22, ({ at }) => at.slice(0, 19).replace('T', ' ')],
  ['API', 34, ({ api }) => api],
  ['Reference', 22, ({ reference }) => reference],
  ['Amount', 14, ({ amount }) => amount],
  ['Currency', 10, ({ currency }) => currency],
  ['MSISDN', 18, ({ msisdn }) => msisdn],
  ['Response code', 16, ({ responseCode }) => responseCode],
  ['Success', 10, ({ isSuccess }) => (isSuccess ? 'Yes' : 'No')],
  ['Transaction', 18, ({ receipt }) => receipt],
  ['API key', 14, ({ apiKey }) => apiKey],
]

/** The same report as data, as a table, or as a workbook with the account in front. */
export const callReportFile = async (
  report: CallReport,
  format: ReportFormat,
  stem: string,
): Promise<PackageFile> => {
  const name = simulatedName(stem, report.isSimulated)
  if (format === 'json') {
    return { name: `${name}.json`, contentType: 'application/json', body: JSON.stringify(report, null, 2) }
  }
  if (format === 'csv') {
    const body = writeCsv([
      columns.map(([title]) => title),
      ...report.calls.map((call) => columns.map(([, , value]) => value(call))),
    ])
    return { name: `${name}.csv`, contentType: 'text/csv; charset=utf-8', body }
  }
  return { name: `${name}.xlsx`, contentType: xlsxType, body: await callWorkbook(report) }
}

const header = (value: string): SheetCell => ({ value, isBold: true, fill: '#C6E0B4', hasBorder: true })

const callWorkbook = (report: CallReport) =>
  writeWorkbook([
    {
      name: 'Account',
      widths: [28, 80],
      rows: [
        [{ value: report.title, isBold: true, size: 16, span: 2 }, null],
        [],
        ...factsOf(report).map(([name, value]): SheetCell[] => [
          { value: name, isBold: true, isWrapped: true },
          { value, isWrapped: true },
        ]),
      ],
    },
    {
      name: 'Calls',
      widths: columns.map(([, width]) => width),
      frozen: 1,
      isLandscape: true,
      rows: [
        columns.map(([title]) => header(title)),
        ...report.calls.map((call) =>
          columns.map(([title, , value]): SheetCell => {
            const text = value(call)
            if (text === '') return null
            return title === 'Amount' ? { value: Number(text), format: '#,##0.00' } : text
          }),
        ),
        ...(report.isSimulated ? [[], [{ value: simulatedLine, isBold: true }]] : []),
      ],
    },
  ])

const factsOf = ({ madeAt, period, account, keys, counts, isSimulated }: CallReport): [string, string][] => [
  ['Made', madeAt],
  ['Period', `${period.from ?? 'the beginning'} to ${period.to ?? 'now'}`],
  [
    'Calls',
    `${counts.calls}, ${counts.successes} of them successful${counts.isCut ? ' (the newest only: there are more)' : ''}`,
  ],
  ...account.map(({ name, value }): [string, string] => [name, value]),
  ...keys.map(({ label, isPresent, until }): [string, string] => [
    isPresent ? 'API key' : 'Former API key',
    until ? `${label}, used until ${until}` : label,
  ]),
  ...(isSimulated
    ? ([['Simulated', 'These calls were answered by Jaribu’s own sandbox: no money moved.']] as [
        string,
        string,
      ][])
    : []),
]
