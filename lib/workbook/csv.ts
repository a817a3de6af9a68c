import { looksLikeFormula } from './text'

/** RFC 4180 in UTF-8 with its mark, so that spreadsheets read accents. A text that looks like a formula is quoted away. */
export const writeCsv = (rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(fieldOf).join(',')).join('\r\n')}\r\n`

const fieldOf = (value: string | number | boolean | null): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = looksLikeFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
