import { addressOf, isInside, type Place } from './addresses'
import { anchorOf, type Grid, type GridCell } from './grid'
import type { Workbook, WorkbookSheet } from './open'

/** A row that looks like a test case, with the cell that its outcome belongs into. */
export type CaseRow = {
  sheet: string
  row: number
  subject: string
  title: string
  objective: string
  expected: string
  target: Place
  /** Such as `E7`. */
  address: string
  /** What stands in the target now. */
  present: string
  /** Why the target cannot be written; undefined when it can. */
  blocked?: string
  /** Column whose look a new cell takes. */
  likeColumn: number
  /** Set where the sheet has no column for outcomes: the header that is written above the first one. */
  header?: Place
  /** Words that the cell offers, where it has a list. */
  choices: readonly string[]
}

type Role = 'subject' | 'title' | 'objective' | 'expected' | 'actual'

/** The first that fits names the column. Wording differs from partner to partner. */
const headings: readonly [Role, RegExp][] = [
  [
    'actual',
    /^(actual|obtained|observed)\b|^(test )?(results?|outcomes?|status)$|^pass ?\/ ?fail\b|^success ?\/ ?fail/,
  ],
  ['expected', /^expect|^(desired|required|acceptance) /],
  [
    'title',
    /^(test ?case|test|case|scenario|test scenario)( (name|title|description|summary))?$|^(name|title)$/,
  ],
  ['objective', /^(objective|purpose|aim|goal|description|details|steps?|test steps?|procedure|action)s?\b/],
  ['subject', /^(subject|area|category|group|module|feature|section|function(ality)?|type)\b/],
]

const mostRows = 1500

export const findCaseRows = ({ sheets }: Workbook): CaseRow[] =>
  sheets
    .filter(({ isHidden }) => !isHidden)
    .flatMap(rowsOf)
    .slice(0, mostRows)

type Columns = Partial<Record<Role, number>>
type Header = { row: number; columns: Columns }

const rowsOf = (sheet: WorkbookSheet): CaseRow[] => {
  const look = lookInto(sheet.grid)
  let header: Header | undefined
  let section = ''
  const found: CaseRow[] = []
  const used = new Map<string, number>()
  for (const { row } of sheet.grid.rows) {
    const columns = headerAt(look, row)
    if (columns) {
      header = { row, columns: withActual(look, columns, row) }
      section = ''
      continue
    }
    if (!header) continue
    const heading = sectionAt(look, header.columns, row)
    if (heading !== undefined) {
      section = heading
      continue
    }
    const one = caseAt(sheet, look, header, row, section)
    if (!one) continue
    const taken = used.get(one.address)
    if (taken !== undefined) one.blocked = `It shares its cell with row ${taken}.`
    else used.set(one.address, row)
    found.push(one)
  }
  return found
}

type Look = {
  grid: Grid
  columns(row: number): readonly number[]
  cell(place: Place): GridCell | undefined
  /** As it shows: of a merged block, the text of its first cell. */
  text(row: number, column: number | undefined): string
}

const lookInto = (grid: Grid): Look => {
  const rows = new Map(
    grid.rows.map((row) => [row.row, new Map(row.cells.map((cell) => [cell.column, cell]))]),
  )
  const cell = ({ row, column }: Place) => rows.get(row)?.get(column)
  return {
    grid,
    columns: (row) => [...(rows.get(row)?.keys() ?? [])],
    cell,
    text: (row, column) =>
      column === undefined ? '' : oneLine(cell(anchorOf(grid, { row, column }))?.text ?? ''),
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A header names what is tested and what is expected or was found. */
const headerAt = (look: Look, row: number): Columns | undefined => {
  const columns: Columns = {}
  for (const column of look.columns(row).toSorted((a, b) => a - b)) {
    const text = look
      .text(row, column)
      .toLowerCase()
      .replace(/[:*#.]+$/, '')
      .trim()
    if (text.length > 40) continue
    const role = headings.find(([name, pattern]) => columns[name] === undefined && pattern.test(text))?.[0]
    if (role) columns[role] = column
  }
  const { title, objective, expected, actual } = columns
  const saysWhat = title ?? objective
  if (saysWhat === undefined || (expected === undefined && actual === undefined)) return undefined
  return { ...columns, title: saysWhat }
}

/** Where no column is for outcomes, the one after the last heading is, if nothing stands in it. */
const withActual = (look: Look, columns: Columns, row: number): Columns => {
  if (columns.actual !== undefined) return columns
  const last = Math.max(...look.columns(row).filter((column) => look.text(row, column) !== ''))
  return { ...columns, actual: last + 1 }
}

/** One text alone in its row, over several columns or in the first ones: a heading over the cases that follow. */
const sectionAt = (look: Look, columns: Columns, row: number): string | undefined => {
  const filled = look.columns(row).filter((column) => look.cell({ row, column })?.text.trim())
  const [only] = filled
  if (only === undefined || filled.length > 1) return undefined
  const isWide = look.grid.merges.some(
    (range) => isInside(range, { row, column: only }) && range.to.column > range.from.column,
  )
  const isExpectedEmpty = columns.expected !== undefined && look.text(row, columns.expected) === ''
  return isWide || (isExpectedEmpty && only <= (columns.title ?? 1)) ? look.text(row, only) : undefined
}

const caseAt = (
  { name, grid }: WorkbookSheet,
  look: Look,
  header: Header,
  row: number,
  section: string,
): CaseRow | undefined => {
  const shift = shiftOf(look, header.columns, row)
  const at = (role: Role) => {
    const column = header.columns[role]
    return column === undefined ? undefined : column + (role === 'subject' ? 0 : shift)
  }
  const title = look.text(row, at('title'))
  const expected = look.text(row, at('expected'))
  const objective = at('objective') === at('title') ? '' : look.text(row, at('objective'))
  if (title === '' && objective === '') return undefined
  const column = at('actual') ?? 1
  const target = anchorOf(grid, { row, column })
  const cell = look.cell(target)
  const headerPlace = { row: header.row, column: header.columns.actual ?? 1 }
  const isAdded = look.text(headerPlace.row, headerPlace.column) === ''
  const blocked = cell?.hasFormula
    ? 'A formula stands in its cell.'
    : isAdded && cell?.text.trim()
      ? 'The sheet has no column for outcomes, and the one beside it is not empty.'
      : undefined
  return {
    sheet: name,
    row,
    subject: look.text(row, header.columns.subject) || section,
    title,
    objective,
    expected,
    target,
    address: addressOf(target.row, target.column),
    present: oneLine(cell?.text ?? ''),
    ...(blocked && { blocked }),
    likeColumn: at('expected') ?? at('title') ?? 1,
    ...(isAdded && { header: headerPlace }),
    choices: grid.choices.find(({ ranges }) => ranges.some((range) => isInside(range, target)))?.words ?? [],
  }
}

/** Some rows of the old workbook stand one column too far to the right: what is expected is where the outcome belongs. */
const shiftOf = (look: Look, { title, objective, expected, actual }: Columns, row: number): 0 | 1 => {
  if (title === undefined || expected === undefined || actual !== expected + 1) return 0
  const isShifted =
    look.text(row, title) === '' &&
    (objective === undefined || look.text(row, objective) !== '') &&
    look.text(row, expected) !== '' &&
    look.text(row, actual) !== ''
  return isShifted ? 1 : 0
}
