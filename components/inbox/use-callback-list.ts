import type { ListPage } from '@/components/live/live-list'
import { useLive } from '@/components/live/live-provider'
import { useGathered } from '@/components/live/use-gathered'
import { useLiveList } from '@/components/live/use-live-list'
import type { CallbackSummary } from '@/lib/workspace/views'
import { listCallbacks } from './api'
import { apiQuery, type InboxFilters, isFiltered } from './filters'

const pageSize = 200
/** Arrivals within this time are read together when a filter decides which of them belong here. */
const gatherMs = 200

const readPage = async (
  filters: InboxFilters,
  before: number | null,
  signal: AbortSignal,
): Promise<ListPage<CallbackSummary>> => {
  const id = Number(filters.id)
  const isSingle = filters.id !== ''
  const query = apiQuery(filters, {
    before: isSingle ? id + 1 : (before ?? undefined),
    limit: isSingle ? 1 : pageSize,
  })
  const { callbacks } = await listCallbacks(Object.fromEntries(new URLSearchParams(query)), signal)
  if (isSingle) return { rows: callbacks.filter((each) => each.id === id), cursor: null }
  return { rows: callbacks, cursor: callbacks.length < pageSize ? null : (callbacks.at(-1)?.id ?? null) }
}

/** The callbacks that fit the filters, as they arrive. */
export const useCallbackList = (filters: InboxFilters, isAtTop: () => boolean) => {
  const asked = JSON.stringify(filters)
  const list = useLiveList<CallbackSummary>({
    queryKey: ['callbacks', 'inbox', asked],
    read: (before, signal) => readPage(filters, before, signal),
    isAtTop,
  })
  const readNewest = useGathered(
    asked,
    gatherMs,
    (signal) => readPage(filters, null, signal),
    ({ rows }) => list.arrive(rows),
  )
  useLive('callback', (callback) => {
    // Only the server can tell whether a body holds the text, so the first page is read again.
    if (isFiltered(filters)) readNewest()
    else list.arrive([callback])
  })
  return list
}
