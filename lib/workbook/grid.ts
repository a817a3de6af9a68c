import { addressOf, isInside, type Place, placeOf, type Range, rangeOf } from './addresses'
import { attributesOf, type Tag, tagsOf, textIn, UnfitXml } from './tags'

/** A worksheet as it was read, with the place of every row and cell in its XML. */
export type Grid = {
  rows: GridRow[]
  merges: Range[]
  /** Styles of whole columns, for cells that are not there yet. */
  columnStyles: { from: number; to: number; style: string }[]
  dimension: { tag: Tag; range: Range } | undefined
  /** Lists that the workbook offers in cells, where it spells them out. */
  choices: { ranges: Range[]; words: string[] }[]
  /** Prefix of the element names, colon included; usually none. */
  prefix: string
}

export type GridRow = {
  row: number
  tag: Tag
  /** Where its closing tag begins; where it ends itself when it has none. */
  close: number
  style: string | undefined
  cells: GridCell[]
}

export type GridCell = {
  column: number
  text: string
  hasFormula: boolean
  style: string | undefined
  start: number
  end: number
}

const mostCells = 200_000
/** Merged blocks, columns with a style, lists of choices: tags of which a sheet has some dozens. */
const mostOthers = 20_000

export const readGrid = (xml: string, shared: readonly string[]): Grid => {
  const grid: Grid = {
    rows: [],
    merges: [],
    columnStyles: [],
    dimension: undefined,
    choices: [],
    prefix: '',
  }
  let row: GridRow | undefined
  let isInData = false
  let cell: OpenCell | undefined
  let choice: { ranges: Range[]; start: number } | undefined
  let count = 0
  let others = 0
  for (const tag of tagsOf(xml)) {
    if (isInData) {
      if (tag.local === 'row' && tag.kind !== 'close') {
        row = rowOf(xml, tag, grid.rows.at(-1)?.row ?? 0)
        grid.rows.push(row)
      } else if (tag.local === 'row' && row) row.close = tag.start
      else if (tag.local === 'c' && row && tag.kind !== 'close') {
        count += 1
        if (count > mostCells) throw new UnfitXml(`It has more than ${mostCells} cells.`)
        cell = openCell(xml, tag, row.cells.at(-1)?.column ?? 0)
        if (tag.kind === 'empty') row.cells.push(closedCell(cell, '', tag.end))
      } else if (tag.local === 'c' && row && cell)
        row.cells.push(closedCell(cell, textOf(cell, shared), tag.end))
      else if (cell) readInside(xml, tag, cell)
      if (tag.local === 'sheetData' && tag.kind === 'close') isInData = false
      continue
    }
    others += 1
    if (others > mostOthers) throw new UnfitXml('It has too many settings around its cells.')
    if (tag.local === 'sheetData') {
      isInData = tag.kind === 'open'
      grid.prefix = tag.name.slice(0, tag.name.length - tag.local.length)
    } else if (tag.local === 'mergeCell' && tag.kind !== 'close') {
      const range = rangeOf(attributesOf(xml, tag).ref ?? '')
      if (range) grid.merges.push(range)
    } else if (tag.local === 'dimension' && tag.kind !== 'close') {
      const range = rangeOf(attributesOf(xml, tag).ref ?? '')
      grid.dimension = range && { tag, range }
    } else if (tag.local === 'col' && tag.kind !== 'close') {
      const { min, max, style } = attributesOf(xml, tag)
      if (digits(style ?? ''))
        grid.columnStyles.push({ from: Number(min), to: Number(max), style: style ?? '' })
    } else if (tag.local === 'dataValidation') {
      const { type, sqref = '' } = tag.kind === 'open' ? attributesOf(xml, tag) : {}
      choice =
        type === 'list'
          ? { ranges: sqref.split(/\s+/).flatMap((ref) => rangeOf(ref) ?? []), start: 0 }
          : undefined
    } else if (tag.local === 'formula1' && choice) {
      if (tag.kind === 'open') choice.start = tag.end
      else {
        const spelled = /^\s*"([^"]*)"\s*$/.exec(textIn(xml, choice.start, tag.start))?.[1]
        if (spelled) {
          grid.choices.push({ ranges: choice.ranges, words: spelled.split(',').map((word) => word.trim()) })
        }
      }
    }
  }
  return grid
}

type OpenCell = Omit<GridCell, 'text' | 'end'> & {
  type: string
  value: string
  inline: string
  /** Where the text of the element that is open now begins. */
  from: number
  isPhonetic: boolean
}

/** The index of a style; anything else is none. */
const digits = (text: string) => (/^\d{1,6}$/.test(text) ? text : undefined)

const rowOf = (xml: string, tag: Tag, before: number): GridRow => {
  const { r, s, customFormat } = attributesOf(xml, tag)
  const row = r === undefined ? before + 1 : Number(r)
  if (!placeOf(addressOf(row, 1))) throw new UnfitXml('It has a row with an impossible number.')
  const isFormatted = customFormat === '1' || customFormat === 'true'
  return { row, tag, close: tag.end, style: isFormatted ? digits(s ?? '') : undefined, cells: [] }
}

const openCell = (xml: string, tag: Tag, before: number): OpenCell => {
  const { r, s = '', t = 'n' } = attributesOf(xml, tag)
  const column = r === undefined ? before + 1 : placeOf(r)?.column
  if (!column) throw new UnfitXml('It has a cell with an impossible address.')
  return {
    column,
    style: digits(s),
    type: t,
    hasFormula: false,
    value: '',
    inline: '',
    from: 0,
    isPhonetic: false,
    start: tag.start,
  }
}

const readInside = (xml: string, tag: Tag, cell: OpenCell): void => {
  if (tag.local === 'f') cell.hasFormula = true
  if (tag.local === 'rPh') cell.isPhonetic = tag.kind === 'open'
  if (tag.local !== 'v' && tag.local !== 't') return
  if (tag.kind === 'open') cell.from = tag.end
  else if (tag.kind === 'close') {
    const text = textIn(xml, cell.from, tag.start)
    if (tag.local === 'v') cell.value = text
    else if (!cell.isPhonetic) cell.inline += unescapeExcel(text)
  }
}

const closedCell = ({ column, hasFormula, style, start }: OpenCell, text: string, end: number): GridCell => ({
  column,
  text,
  hasFormula,
  style,
  start,
  end,
})

const textOf = ({ type, value, inline }: OpenCell, shared: readonly string[]): string => {
  if (type === 's') return shared[Number(value)] ?? ''
  if (type === 'inlineStr') return inline
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  return type === 'str' ? unescapeExcel(value) : value
}

/** Characters that XML cannot hold are written so by Excel: ECMA-376, ST_Xstring. */
const unescapeExcel = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** The texts of `xl/sharedStrings.xml` in order: plain or in runs, readings beside them left out. */
export const readSharedStrings = (xml: string): string[] => {
  const strings: string[] = []
  let text = ''
  let from = 0
  let isPhonetic = false
  for (const tag of tagsOf(xml)) {
    if (tag.local === 'si') {
      if (tag.kind === 'open') text = ''
      else strings.push(tag.kind === 'empty' ? '' : text)
    } else if (tag.local === 'rPh') isPhonetic = tag.kind === 'open'
    else if (tag.local === 't' && tag.kind === 'open') from = tag.end
    else if (tag.local === 't' && tag.kind === 'close' && !isPhonetic) {
      text += unescapeExcel(textIn(xml, from, tag.start))
    }
    if (strings.length > mostCells) throw new UnfitXml(`It has more than ${mostCells} texts.`)
  }
  return strings
}

/** The cell that shows in this place: of a merged block, its first. */
export const anchorOf = (grid: Grid, place: Place): Place =>
  grid.merges.find((range) => isInside(range, place))?.from ?? place
