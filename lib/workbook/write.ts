import writeXlsx, { type CellObject, type Sheet } from 'write-excel-file/universal'
import { cellText, looksLikeFormula, tabNames } from './text'

export type CellLook = {
  isBold?: boolean
  /** In points. */
  size?: number
  /** `#c6e0b4`. */
  fill?: string
  colour?: string
  hasBorder?: boolean
  isWrapped?: boolean
  /** Columns that it covers. */
  span?: number
  /** Of the row, in points. */
  height?: number
  isMono?: boolean
  /** Of a number: `#,##0.00`. */
  format?: string
}

export type SheetCell = ({ value: string | number | null } & CellLook) | string | number | null

export type SheetOut = {
  name: string
  /** In characters, by column. */
  widths: readonly number[]
  rows: readonly (readonly SheetCell[])[]
  /** Rows that stay in sight. */
  frozen?: number
  isLandscape?: boolean
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A new workbook. Texts are always texts: nothing that is written here can become a formula. */
export const writeWorkbook = async (sheets: readonly SheetOut[]): Promise<Uint8Array<ArrayBuffer>> => {
  const names = tabNames(sheets.map(({ name }) => name))
  const blob = await writeXlsx(
    sheets.map((sheet, index) => sheetOf(sheet, names[index] ?? sheet.name)),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

const sheetOf = ({ widths, rows, frozen, isLandscape }: SheetOut, sheet: string): Sheet<Blob> => ({
  sheet,
  data: rows.map((row) => row.map(cellOf)),
  columns: widths.map((width) => ({ width })),
  ...(frozen && { stickyRowsCount: frozen }),
  ...(isLandscape && { orientation: 'landscape' as const }),
})

const cellOf = (cell: SheetCell): CellObject | null => {
  if (cell === null) return null
  if (typeof cell !== 'object') return contentOf(cell)
  const { value, isBold, size, fill, colour, hasBorder, isWrapped, span, height, isMono, format } = cell
  return {
    ...(value === null ? {} : contentOf(value)),
    ...(isBold && { fontWeight: 'bold' as const }),
    ...(size && { fontSize: size }),
    ...(fill && { backgroundColor: fill }),
    ...(colour && { textColor: colour }),
    ...(hasBorder && { borderStyle: 'thin' as const, borderColor: '#000000' }),
    ...(isWrapped && { wrap: true, alignVertical: 'top' as const }),
    ...(span && { columnSpan: span }),
    ...(height && { height }),
    ...(isMono && { fontFamily: 'Consolas' }),
    ...(typeof value === 'number' && format && { format }),
  }
}

const contentOf = (value: string | number): CellObject =>
  typeof value === 'number'
    ? { type: Number, value }
    : // The text format keeps it a text even after somebody edits the cell.
      { type: String, value: cellText(value), ...(looksLikeFormula(value) && { format: '@' }) }
