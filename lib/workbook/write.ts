import writeXlsx, { type CellObject, type Feature, type Sheet } from 'write-excel-file/universal'
import { cellText, looksLikeFormula, tabNames } from './text'

type CellLook = {
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
  /** On paper. */
  isLandscape?: boolean
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A new workbook. Texts are always texts: nothing that is written here can become a formula. */
export const writeWorkbook = async (sheets: readonly SheetOut[]): Promise<Uint8Array<ArrayBuffer>> => {
  const names = tabNames(sheets.map(({ name }) => name))
  const blob = await writeXlsx(
    sheets.map((sheet, index) => sheetOf(sheet, names[index] ?? sheet.name)),
    { fontFamily: 'Calibri', fontSize: 11, features: [printsWell] },
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

const sheetOf = ({ widths, rows, frozen, isLandscape }: SheetOut, sheet: string): Sheet<Blob> => ({
  sheet,
  data: rows.map((row) => withHeight(row, widths).map(cellOf)),
  columns: widths.map((width) => ({ width })),
  ...(frozen && { stickyRowsCount: frozen }),
  ...(isLandscape && { orientation: 'landscape' as const }),
})

/** Excel's largest row, in points. */
const highestRow = 409

/** Programs do not all fit rows to wrapped texts when they open a file: the height is said. */
const withHeight = (row: readonly SheetCell[], widths: readonly number[]): readonly SheetCell[] => {
  const height = Math.min(
    highestRow,
    Math.max(0, ...row.map((cell, column) => heightOf(cell, column, widths))),
  )
  const first = row.findIndex((cell) => cell !== null)
  if (height === 0 || first < 0) return row
  return row.map((cell, index) => {
    if (index !== first) return cell
    return typeof cell === 'object' && cell !== null ? { ...cell, height } : { value: cell, height }
  })
}

const heightOf = (cell: SheetCell, column: number, widths: readonly number[]): number => {
  if (cell === null || typeof cell !== 'object' || !cell.isWrapped || cell.height) return 0
  const { value, span = 1, size = 11, isMono } = cell
  const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0) || 10
  // A width is counted in digits of the usual size; words leave some of a line unused.
  const letters = Math.max(1, Math.floor(width * (11 / size) * (isMono ? 0.95 : 0.9)))
  return linesOf(String(value ?? ''), letters) * Math.ceil(size * 1.36)
}

/** How many lines a text takes when a line holds so many letters. */
export const linesOf = (text: string, letters: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0)

/** On paper all columns fit the page; the rows take as many pages as they need. */
const printsWell: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/(<worksheet[^>]*>)(?!<sheetPr)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(/(<pageMargins[^>]*>)(?!<pageSetup)/, '$1<pageSetup paperSize="9"/>')
            .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
}

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
