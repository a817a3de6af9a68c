import type { CaseView, TemplateRowView } from '@/lib/workspace/go-live/views'

/** Below this a match of wordings is worth a look. */
export const sureLikeness = 0.75

export const isUnsure = (row: TemplateRowView) =>
  !row.isChosen && (row.caseId === null || row.likeness < sureLikeness)

const wordsOf = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{Letter}\p{Number}]+/u)
      .filter((word) => word.length > 2),
  )

/** Share of words that two texts have in common: 0 to 1. Only sorts what a person chooses from. */
export const sharedWords = (a: string, b: string): number => {
  const first = wordsOf(a)
  const second = wordsOf(b)
  if (first.size === 0 || second.size === 0) return 0
  const common = [...first].filter((word) => second.has(word)).length
  return (2 * common) / (first.size + second.size)
}

/** Cases that a row may mean, the most alike first; all of them, since the wording may be anything. */
export const candidatesFor = (row: TemplateRowView, cases: readonly CaseView[]): CaseView[] => {
  const text = `${row.sheet} ${row.title} ${row.expected}`
  return cases
    .map((each) => ({
      each,
      likeness: sharedWords(text, `${each.sheet ?? each.apiTitle} ${each.title} ${each.expected}`),
    }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ each }) => each)
}

export const rowKey = (row: Pick<TemplateRowView, 'sheet' | 'row'>) => `${row.sheet}!${row.row}`

export const rowsBySheet = (rows: readonly TemplateRowView[]) =>
  [...new Set(rows.map(({ sheet }) => sheet))].map((sheet) => ({
    sheet,
    rows: rows.filter((row) => row.sheet === sheet),
  }))
