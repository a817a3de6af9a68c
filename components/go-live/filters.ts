import { anyText, choiceOf, isSaid, oneOf, type Values } from '@/components/address/address'
import type { CaseView } from '@/lib/workspace/go-live/views'

export const stateFilters = [
  'empty',
  'success',
  'fail',
  'conflict',
  'person',
  'playable',
  'not-applicable',
] as const
export type StateFilter = (typeof stateFilters)[number]

export const stateFilterWords: Record<StateFilter, string> = {
  empty: 'To do',
  success: 'Success',
  fail: 'Fail',
  conflict: 'Evidence for and against',
  person: 'Decided by a person',
  playable: 'To do, and can be run',
  'not-applicable': 'Not applicable',
}

/** What narrows the table. */
export const filterNames = {
  q: anyText,
  api: anyText,
  state: oneOf(stateFilters),
  kind: oneOf(['success', 'negative'] satisfies CaseView['kind'][]),
}
export type CaseFilters = Values<typeof filterNames>

const tabs = ['cases', 'checklist', 'export'] as const
export type Tab = (typeof tabs)[number]

/** All that the address of a sheet says. */
export const sheetNames = {
  ...filterNames,
  tab: choiceOf(tabs, 'cases'),
  /** The open case. */
  case: anyText,
}

export const isFiltered = (filters: CaseFilters): boolean => isSaid(filterNames, filters)

export const isPlayable = (each: CaseView) =>
  each.state === 'empty' && each.play.isPossible && !each.isFormOnly

const fitsState: Record<StateFilter, (each: CaseView) => boolean> = {
  empty: (each) => each.state === 'empty',
  success: (each) => each.state === 'success',
  fail: (each) => each.state === 'fail',
  conflict: (each) => each.isConflicting,
  person: (each) => each.decidedBy === 'person',
  playable: isPlayable,
  'not-applicable': (each) => each.state === 'not-applicable',
}

const textOf = (each: CaseView) =>
  [
    each.id,
    each.apiTitle,
    each.subject,
    each.title,
    ...each.steps,
    each.expected,
    each.proof,
    each.note?.text,
    each.override?.reason,
    ...each.evidence.flatMap((evidence) => [evidence.sentence, ...evidence.runIds]),
  ]
    .join('\n')
    .toLowerCase()

/** Every word of the text must be somewhere in the case. */
export const fits = (each: CaseView, filters: CaseFilters): boolean => {
  if (filters.api && each.api !== filters.api) return false
  if (filters.kind && each.kind !== filters.kind) return false
  if (filters.state && !fitsState[filters.state](each)) return false
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const text = textOf(each)
  return words.every((word) => text.includes(word))
}

export type CaseGroup = { api: string; title: string; cases: CaseView[] }

/** Cases by API, in the order in which they come. */
export const groupCases = (cases: readonly CaseView[]): CaseGroup[] => {
  const groups = new Map<string, CaseGroup>()
  for (const each of cases) {
    const group = groups.get(each.api)
    if (group) group.cases.push(each)
    else groups.set(each.api, { api: each.api, title: each.apiTitle, cases: [each] })
  }
  return [...groups.values()]
}
