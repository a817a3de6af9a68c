import { useState } from 'react'
import type { ListPage } from '@/components/live/live-list'
import { useLive } from '@/components/live/live-provider'
import { useQueryClient } from '@/components/live/queries'
import { useGathered } from '@/components/live/use-gathered'
import { useLiveList } from '@/components/live/use-live-list'
import { callApi } from '@/lib/api/client'
import type { ExchangeSummary } from '@/lib/workspace/exchanges/views'
import { type ExchangeFilters, requestOf } from './address'

const pageSize = 200
/** Batches that are announced within this time are read together. */
const gatherMs = 250

const readPage = (filters: ExchangeFilters, before: string | null, signal: AbortSignal) =>
  callApi('GET /sandbox/exchanges', {
    query: requestOf(filters, { limit: pageSize, ...(before !== null && { before }) }),
    signal,
  })

/** The exchanges that fit the filters, as they come. The server says only that there are new ones. */
export const useExchangeList = (filters: ExchangeFilters, isAtTop: () => boolean) => {
  const queries = useQueryClient()
  const asked = JSON.stringify(filters)
  const [dropped, setDropped] = useState(0)
  const read = async (before: string | null, signal: AbortSignal): Promise<ListPage<ExchangeSummary>> => {
    const page = await readPage(filters, before, signal)
    setDropped(page.dropped)
    return { rows: page.exchanges, cursor: page.before }
  }
  const list = useLiveList<ExchangeSummary>({
    queryKey: ['exchanges', asked],
    read,
    isAtTop,
  })
  const readNewest = useGathered(
    asked,
    gatherMs,
    (signal) => read(null, signal),
    ({ rows }) => list.arrive(rows),
  )
  useLive('exchanges', ({ cleared }) => {
    if (cleared) void queries.resetQueries({ queryKey: ['exchanges', asked] })
    else readNewest()
  })
  return { ...list, dropped }
}
