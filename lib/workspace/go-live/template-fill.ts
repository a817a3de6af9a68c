import { simulatedLine } from '@/lib/wire/environment-kinds'
import { type CaseRow, findCaseRows } from '@/lib/workbook/find-rows'
import type { Grid } from '@/lib/workbook/grid'
import { type Workbook, withSheets } from '@/lib/workbook/open'
import { type CellWrite, patchSheet } from '@/lib/workbook/patch'
import { actualWords } from './export-sheet-workbook'
import type { CaseState } from './views'

/** Writes the outcome of each of these rows; what is not filled and what is not applicable stays as it stands there. */
export const fillWorkbook = (
  workbook: Workbook,
  rows: readonly { sheet: string; row: number; state: CaseState }[],
  isSimulated: boolean,
): Uint8Array<ArrayBuffer> => {
  const found = new Map(findCaseRows(workbook).map((row) => [keyOf(row), row]))
  const changed = new Map<string, string>()
  for (const { name, part, xml, grid } of workbook.sheets) {
    const writes = rows.flatMap((row) => {
      const target = row.sheet === name ? found.get(keyOf(row)) : undefined
      return target ? writesOf(target, row.state) : []
    })
    const marks = isSimulated && writes.length > 0 ? markOf(grid, writes) : []
    if (writes.length > 0) changed.set(part, patchSheet(xml, grid, unique([...writes, ...marks])))
  }
  return withSheets(workbook, changed)
}

/** Beside what stands in the first row: rows are never added, and nothing of theirs is written over. */
const markOf = (grid: Grid, writes: readonly CellWrite[]): CellWrite[] => {
  const [first] = grid.rows
  if (!first) return []
  const taken = [
    ...first.cells.filter(({ text, hasFormula }) => text !== '' || hasFormula).map(({ column }) => column),
    ...grid.merges
      .filter(({ from, to }) => first.row >= from.row && first.row <= to.row)
      .map(({ to }) => to.column),
    ...writes.filter(({ row }) => row === first.row).map(({ column }) => column),
  ]
  return [{ row: first.row, column: Math.max(0, ...taken) + 1, text: simulatedLine }]
}

const keyOf = ({ sheet, row }: { sheet: string; row: number }) => `${row}\n${sheet}`

const writesOf = (row: CaseRow, state: CaseState): CellWrite[] => {
  const text = wordFor(state, row.choices)
  if (text === '' || row.blocked) return []
  const { target, header, likeColumn } = row
  return [
    { ...target, text, likeColumn },
    ...(header ? [{ ...header, text: 'Actual Results', likeColumn: header.column - 1 }] : []),
  ]
}

/** The header of an added column is asked for by every row of it. */
const unique = (writes: readonly CellWrite[]): CellWrite[] => [
  ...new Map(writes.map((write) => [`${write.row}:${write.column}`, write])).values(),
]

const synonyms: Record<CaseState, RegExp> = {
  success: /^(success(ful)?|pass(ed)?|ok|yes)$/i,
  fail: /^(fail(ed|ure)?|unsuccessful|no|not ok)$/i,
  empty: /^(?!)/,
  'not-applicable': /^(n\/?a|not applicable)$/i,
}

/** A cell that offers a list gets the list's own word. */
const wordFor = (state: CaseState, choices: readonly string[]): string =>
  choices.find((choice) => synonyms[state].test(choice)) ?? actualWords[state]
