import type { SheetLayout } from '@/lib/catalogue/go-live'
import { byWords } from '@/lib/go-live/by-words'
import { simulatedLine } from '@/lib/wire/environment-kinds'
import type { SheetCell, SheetOut } from '@/lib/workbook/write'
import type { CaseState, CaseView } from './views'

/** Light green, as the provider's workbook has it in row 3. */
const headerFill = '#C6E0B4'

const headings = ['Subject', 'Test case', 'Objective', 'Expected Results', 'Actual Results', 'Proved']

/** Not applicable is an empty cell: the provider's form writes N/A so. */
export const actualWords: Record<CaseState, string> = {
  success: 'Success',
  fail: 'Fail',
  empty: '',
  'not-applicable': '',
}

const usualWidths = [23, 30, 38, 34, 41]
/** Ours, behind the provider's five columns. */
const provedWidth = 18
const titleRow = 1
/** Between the provider's title and its header, where nothing of theirs stands. */
const noteRow = 2
const headerRow = 3
const firstCaseRow = 4

type Titles = {
  systemTitle: string
  apiTitle: (api: string) => string
  /** The local sandbox answered what proves the cases. */
  isSimulated: boolean
}

/**
 * The sheets of the provider's workbook that the chosen cases belong to, each case in its own row; after them the cases
 * that the provider's workbook does not have, one sheet an API. Every sheet has the column Actual Results, also the
 * provider's B2B, whose copy lacks it: without it nothing could be handed in.
 */
export const workbookOf = (
  cases: readonly CaseView[],
  layouts: readonly SheetLayout[],
  { systemTitle, apiTitle, isSimulated }: Titles,
): SheetOut[] => {
  const own = layouts.flatMap((layout) => {
    const rows = cases.filter(({ source, sheet }) => source === 'sheet' && sheet === layout.name)
    return rows.length > 0 ? [sheetOf(layout, rows, isSimulated)] : []
  })
  const apis = [...new Set(cases.filter(({ source }) => source === 'derived').map(({ api }) => api))]
  const further = apis.map((api) =>
    sheetOf(
      {
        name: layouts.length > 0 ? `${apiTitle(api).slice(0, 22)}, further` : apiTitle(api),
        title:
          layouts.length > 0
            ? `Further cases: ${apiTitle(api)} (not in the provider’s workbook)`
            : `${systemTitle}: ${apiTitle(api)}`,
        widths: usualWidths,
      },
      cases.filter((one) => one.source === 'derived' && one.api === api),
      isSimulated,
    ),
  )
  return [...own, ...further]
}

const sheetOf = (
  { name, title, widths }: Pick<SheetLayout, 'name' | 'title' | 'widths'>,
  cases: readonly CaseView[],
  isSimulated: boolean,
): SheetOut => {
  const rows: SheetCell[][] = []
  const put = (row: number, cells: SheetCell[]) => {
    while (rows.length < row) rows.push([])
    rows[row - 1] = cells
  }
  put(titleRow, [{ value: title, isBold: true, size: 16, span: 4 }, null, null, null])
  if (isSimulated) put(noteRow, [{ value: simulatedLine, isBold: true, span: 4 }, null, null, null])
  put(
    headerRow,
    headings.map((value) => ({ value, isBold: true, fill: headerFill, hasBorder: true, isWrapped: true })),
  )
  let next = firstCaseRow
  for (const one of cases) {
    const row = one.row ?? next
    put(row, cellsOf(one))
    next = row + 1
  }
  return { name, widths: [...widths.slice(0, 5), provedWidth], rows, isLandscape: true }
}

const cellsOf = (one: CaseView): SheetCell[] =>
  [one.subject, one.title, one.steps.join('\n'), one.expected, actualWords[one.state], provedWords(one)].map(
    (value) => (value === '' ? null : { value, isWrapped: true }),
  )

/** Who made it happen; a person's word is nobody's proof. */
const provedWords = ({ decidedBy, by, isFormOnly, state, confidence }: CaseView): string => {
  if (isFormOnly && state === 'empty') return `${byWords.form} only`
  if (decidedBy !== 'runs' || by === null) return ''
  return confidence === 'likely' ? `likely, ${byWords[by]}` : byWords[by]
}

/** In the provider's manner, by the clock of the market: `testcases_091530.xlsx`. */
export const workbookName = (now: number, utcOffsetMinutes: number): string => {
  const local = new Date(now + utcOffsetMinutes * 60_000).toISOString()
  return `testcases_${local.slice(11, 19).replaceAll(':', '')}.xlsx`
}
