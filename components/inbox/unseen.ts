import type { CallbackSummary } from '@/lib/workspace/views'

/** More than this many cannot be told apart from "all that were read". */
const most = 50

/** How many of the newest callbacks, those of test cases left out, nobody has looked at here, as the bell says it; undefined for none. */
export const unseenText = (
  newest: readonly Pick<CallbackSummary, 'id' | 'isOfCase'>[],
  /** Id of the newest one that was looked at; null and undefined: not known. */
  seen: number | null | undefined,
): string | undefined => {
  if (seen === null || seen === undefined) return undefined
  const unseen = newest.filter(({ id, isOfCase }) => id > seen && !isOfCase).length
  if (unseen === 0) return undefined
  return unseen >= most && unseen === newest.length ? `${unseen}+` : String(unseen)
}
