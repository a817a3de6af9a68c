import 'server-only'
import type { SheetRow } from '@/db/queries/go-live'
import type { Deps } from '../deps'
import { canBeWaitedFor, casesOf, caseViews } from './case-views'

/** The next case after one that their software has not proved, from the top again at the end; undefined when there is none. */
export const nextMissing = (deps: Deps, sheet: SheetRow, after?: string): string | undefined => {
  const views = new Map(caseViews(deps, sheet).map((view) => [view.id, view]))
  const cases = casesOf(sheet)
  const from = cases.findIndex(({ id }) => id === after) + 1
  return [...cases.slice(from), ...cases.slice(0, from)].find((each) => {
    const view = views.get(each.id)
    const isOpen = view && view.state !== 'not-applicable' && view.override === null
    return isOpen && canBeWaitedFor(each) && !(view.judged === 'success' && view.by === 'software')
  })?.id
}
