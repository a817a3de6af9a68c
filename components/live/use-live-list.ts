'use client'
import type { InfiniteData } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import {
  cutTo,
  holdBack,
  type Id,
  type ListPage,
  mergeNewest,
  pillText,
  type Row,
  rowsOf,
  sortArrivals,
  type Waiting,
  withoutRow,
  withRows,
} from './live-list'
import { useLive } from './live-provider'
import { useInfiniteQuery, useQueryClient } from './queries'

/** A list that nobody scrolls is cut to this many rows when it grows, and no more than this wait above it. */
const mostRows = 1000

type Cursor<Item extends Row> = Item['id'] | null
type Pages<Item extends Row> = InfiniteData<ListPage<Item>, Cursor<Item>>
type Above<Item extends Row> = { key: string; waiting: Waiting<Item>; fresh: ReadonlySet<Id> }

/** What waits above a list, and what came into it just now. */
const useAbove = <Item extends Row>(key: string) => {
  const none: Above<Item> = { key, waiting: { rows: [], isCut: false }, fresh: new Set() }
  const [kept, setKept] = useState(none)
  const of = (above: Above<Item>) => (above.key === key ? above : none)
  return {
    waiting: of(kept).waiting,
    fresh: of(kept).fresh,
    hold: (news: readonly Item[]) =>
      setKept((now) => ({ ...of(now), waiting: holdBack(mostRows, of(now).waiting, news) })),
    /** Nothing waits any more, and these rows are in the list. */
    clear: (entered: readonly Item[] = []) =>
      setKept({ ...none, fresh: new Set(entered.map(({ id }) => id)) }),
    forget: (id: Id) =>
      setKept((now) => {
        const { waiting } = of(now)
        return { ...of(now), waiting: { ...waiting, rows: waiting.rows.filter((row) => row.id !== id) } }
      }),
  }
}

/**
 * A list kept as it is on the server: read by cursor from the newest down, with arrivals on top. Where the reader is
 * not at the top, new rows wait until `release`, because nothing moves under the pointer. Which arrivals belong here is
 * for the caller to say: it listens, and hands them to `arrive`.
 */
export const useLiveList = <Item extends Row>({
  queryKey,
  read,
  isAtTop,
}: {
  /** With everything that narrows the list: another key is another list. */
  queryKey: readonly string[]
  read: (before: Cursor<Item>, signal: AbortSignal) => Promise<ListPage<Item>>
  isAtTop: () => boolean
}) => {
  const queries = useQueryClient()
  const key = queryKey.join(' ')
  /** What was heard since the newest page was asked for last: a page under way may not have it yet. */
  const heard = useRef(new Map<Id, Item>())
  const query = useInfiniteQuery<ListPage<Item>, Cursor<Item>>({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      if (pageParam === null) heard.current.clear()
      // The library's type of the parameter stays open while ours is a type parameter.
      const page = await read(pageParam as Cursor<Item>, signal)
      const { known, news } = sortArrivals([page], [...heard.current.values()])
      return { ...page, rows: mergeNewest(page.rows, pageParam === null ? [...known, ...news] : known) }
    },
    initialPageParam: null,
    getNextPageParam: ({ cursor }) => cursor,
    staleTime: 0,
  })
  const pages = query.data?.pages
  const rows = useMemo(() => rowsOf(pages ?? []), [pages])
  const listed = useMemo(() => new Set<Id>(rows.map(({ id }) => id)), [rows])

  const above = useAbove<Item>(key)
  const waiting = { ...above.waiting, rows: above.waiting.rows.filter(({ id }) => !listed.has(id)) }

  const setPages = (change: (pages: ListPage<Item>[]) => ListPage<Item>[]) =>
    queries.setQueryData<Pages<Item>>(queryKey, (data) => {
      if (!data) return data
      const next = change(data.pages)
      return { pages: next, pageParams: data.pageParams.slice(0, next.length) }
    })
  /** Brings in what waits above, and these. */
  const enter = (news: readonly Item[]) => {
    if (waiting.isCut) {
      above.clear()
      void queries.resetQueries({ queryKey })
      return
    }
    const entering = [...waiting.rows, ...news]
    setPages((before) => cutTo(mostRows, withRows(before, entering)))
    above.clear(entering)
  }

  const arrive = (arrived: readonly Item[]) => {
    for (const row of arrived) {
      heard.current.set(row.id, row)
      const [oldest] = heard.current.keys()
      if (oldest !== undefined && heard.current.size > mostRows) heard.current.delete(oldest)
    }
    // While the first page is under way, it takes them in when it comes.
    const before = queries.getQueryData<Pages<Item>>(queryKey)?.pages
    if (!before) return
    const { known, news } = sortArrivals(before, arrived)
    if (known.length > 0) setPages((now) => withRows(now, known))
    if (news.length === 0) return
    if (isAtTop()) enter(news)
    else above.hold(news)
  }

  useLive('resync', () => above.clear())

  const state = query.isFetchingNextPage || query.isPending ? 'loading' : query.hasNextPage ? 'more' : 'end'
  return {
    rows,
    /** `failed`: rows that were read before are still here. */
    state: query.isError ? 'failed' : state,
    problem: query.error?.message ?? '',
    /** Ids that came in just now. */
    fresh: above.fresh,
    /** What waits above, in words; undefined when nothing does. */
    pill: pillText(waiting),
    isListed: (id: Id): boolean => listed.has(id) || above.waiting.rows.some((row) => row.id === id),
    arrive,
    remove: (id: Id) => {
      heard.current.delete(id)
      setPages((before) => withoutRow(before, id))
      above.forget(id)
    },
    /** Brings in what waits above. */
    release: () => {
      if (waiting.rows.length > 0) enter([])
    },
    more: () => {
      if (state === 'more' && !query.isError) void query.fetchNextPage()
    },
    retry: () => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch()),
  } as const
}
