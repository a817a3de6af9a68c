import type { CellValue, ReportTable } from './tables'

/** RFC 4180, with CR LF. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export const csvOf = ({ columns, rows }: Pick<ReportTable, 'columns' | 'rows'>): string =>
  [columns.map(({ title }) => title), ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')

const cellOf = (value: CellValue): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = harmless(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Spreadsheets run what begins like this: https://owasp.org/www-community/attacks/CSV_Injection */
export const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)
