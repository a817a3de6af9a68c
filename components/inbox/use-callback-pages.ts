'use client'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { fetchJson } from '@/components/live/fetch-json'
import { useLive } from '@/components/live/live-provider'
import type { CallbackSummary } from '@/lib/workspace/views'
import { apiQuery, type InboxFilters, isFiltered } from './filters'
import { appendOlder, mergeNewest } from './list'

const pageSize = 200
/** Arrivals within this time are read together when a filter decides which of them belong here. */
const gatherMs = 200

type Pages = {
  list: CallbackSummary[]
  /** Arrived while the reader was further down: shown when wanted. */
  held: CallbackSummary[]
  /** Ids that slid in just now. */
  fresh: ReadonlySet<number>
  state: 'loading' | 'more' | 'end' | 'failed'
  problem: string
}

const empty: Pages = { list: [], held: [], fresh: new Set(), state: 'loading', problem: '' }

const readPage = async (filters: InboxFilters, before: number | undefined, signal: AbortSignal) => {
  const id = Number(filters.id)
  const single = filters.id !== ''
  const query = apiQuery(filters, {
    before: single ? Math.min(id + 1, before ?? Number.POSITIVE_INFINITY) : before,
    limit: single ? 1 : pageSize,
  })
  const { callbacks } = await fetchJson<{ callbacks: CallbackSummary[] }>(`/api/v1/callbacks?${query}`, {
    signal,
  })
  return {
    callbacks: single ? callbacks.filter((each) => each.id === id) : callbacks,
    isLast: single || callbacks.length < pageSize,
  }
}

/**
 * The inbox as it scrolls: pages by cursor from the newest down, with arrivals on top. `holds()` answers whether new
 * rows must wait because the reader is not at the top.
 */
export const useCallbackPages = (filters: InboxFilters, holds: () => boolean) => {
  const [pages, setPages] = useState<Pages>(empty)
  const running = useRef<AbortController>(undefined)
  const gathering = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = JSON.stringify(filters)

  const load = useCallback(
    async (before: number | undefined) => {
      running.current?.abort()
      const mine = new AbortController()
      running.current = mine
      setPages((now) => (before === undefined ? { ...empty } : { ...now, state: 'loading' }))
      try {
        const page = await readPage(JSON.parse(asked) as InboxFilters, before, mine.signal)
        setPages((now) => ({
          ...now,
          list:
            before === undefined
              ? mergeNewest(page.callbacks, now.list)
              : appendOlder(now.list, page.callbacks),
          state: page.isLast ? 'end' : 'more',
        }))
      } catch (thrown) {
        if (mine.signal.aborted) return
        setPages((now) => ({
          ...now,
          state: 'failed',
          problem: thrown instanceof Error ? thrown.message : String(thrown),
        }))
      }
    },
    [asked],
  )

  useEffect(() => {
    void load(undefined)
    return () => {
      running.current?.abort()
      clearTimeout(gathering.current)
    }
  }, [load])

  const arrive = useEffectEvent((arrived: CallbackSummary[]) => {
    const waits = holds()
    setPages((now) => {
      const known = new Set(now.list.map((each) => each.id))
      const news = arrived.filter((each) => !known.has(each.id))
      const list = mergeNewest(
        now.list,
        arrived.filter((each) => known.has(each.id)),
      )
      // Older than the lowest row on screen: its page will bring it.
      const lowest = now.state === 'end' ? undefined : now.list.at(-1)?.id
      const inside = news.filter((each) => lowest === undefined || each.id > lowest)
      if (inside.length === 0) return { ...now, list }
      if (waits) return { ...now, list, held: mergeNewest(now.held, inside) }
      return { ...now, list: mergeNewest(list, inside), fresh: new Set(inside.map((each) => each.id)) }
    })
  })

  useLive('callback', (callback) => {
    const narrowed = JSON.parse(asked) as InboxFilters
    if (!isFiltered(narrowed)) {
      arrive([callback])
      return
    }
    // Only the server can tell whether a body holds the text, so the first page is read again.
    gathering.current ??= setTimeout(() => {
      gathering.current = undefined
      const mine = new AbortController()
      readPage(narrowed, undefined, mine.signal).then(
        (page) => arrive(page.callbacks),
        () => {
          // The list stays as it is; the next arrival or the stream's resync reads again.
        },
      )
    }, gatherMs)
  })
  useLive('resync', () => void load(undefined))

  return {
    ...pages,
    more: () => {
      if (pages.state === 'more') void load(pages.list.at(-1)?.id)
    },
    retry: () => void load(pages.list.at(-1)?.id),
    /** Brings in what was held back. */
    release: () =>
      setPages((now) =>
        now.held.length === 0
          ? now
          : {
              ...now,
              list: mergeNewest(now.list, now.held),
              held: [],
              fresh: new Set(now.held.map((each) => each.id)),
            },
      ),
  }
}
