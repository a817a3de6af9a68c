import type { CallbackSummary } from '@/lib/workspace/views'

/** Puts callbacks where they belong, newest first; one that is there already is replaced by its newer reading. */
export const mergeNewest = (list: CallbackSummary[], arrived: CallbackSummary[]): CallbackSummary[] => {
  if (arrived.length === 0) return list
  const byId = new Map(arrived.map((callback) => [callback.id, callback]))
  const kept = list.map((callback) => {
    const newer = byId.get(callback.id)
    if (!newer) return callback
    byId.delete(callback.id)
    return newer
  })
  if (byId.size === 0) return kept
  const fresh = [...byId.values()].sort((a, b) => b.id - a.id)
  const oldestFresh = fresh.at(-1)
  const newestKept = kept[0]
  if (!newestKept || (oldestFresh && oldestFresh.id > newestKept.id)) return [...fresh, ...kept]
  return [...fresh, ...kept].sort((a, b) => b.id - a.id)
}

/** Adds an older page below, without what is there already. */
export const appendOlder = (list: CallbackSummary[], page: CallbackSummary[]): CallbackSummary[] => {
  const oldest = list.at(-1)
  return [...list, ...page.filter((callback) => !oldest || callback.id < oldest.id)]
}
