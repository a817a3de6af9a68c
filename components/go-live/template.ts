import { type Candidate, likenesses } from '@/lib/workbook/match'
import type { CaseView, TemplateRowView } from '@/lib/workspace/go-live/views'

/** Below this a match of wordings is worth a look. */
const sureLikeness = 0.75

export const isUnsure = (row: TemplateRowView) =>
  !row.isChosen && (row.caseId === null || row.likeness < sureLikeness)

const candidateOf = (each: CaseView): Candidate => ({
  id: each.id,
  group: each.api,
  sheet: each.sheet ?? each.apiTitle,
  row: each.row ?? undefined,
  subject: each.subject,
  title: each.title,
  objective: each.steps.join(' '),
  expected: each.expected,
})

/** Cases that a row may mean, the most alike first; all of them, since the wording may be anything. */
export const candidatesFor = (
  row: TemplateRowView,
  cases: readonly CaseView[],
): { each: CaseView; likeness: number }[] => {
  const likeness = likenesses({ ...row, subject: '', objective: '' }, cases.map(candidateOf))
  return cases
    .map((each, index) => ({ each, likeness: likeness[index] ?? 0 }))
    .sort((a, b) => b.likeness - a.likeness)
}

export const rowKey = (row: Pick<TemplateRowView, 'sheet' | 'row'>) => `${row.sheet}!${row.row}`

export const rowsBySheet = (rows: readonly TemplateRowView[]) =>
  [...new Set(rows.map(({ sheet }) => sheet))].map((sheet) => ({
    sheet,
    rows: rows.filter((row) => row.sheet === sheet),
  }))
