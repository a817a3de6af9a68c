'use client'
import type {
  DefaultError,
  DefinedUseQueryResult,
  InfiniteData,
  InfiniteQueryObserverOptions,
  QueryKey,
  QueryObserverOptions,
  UseInfiniteQueryResult,
  UseQueryResult,
} from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { createQueryStore, type Here, type Queries, type QueryStore } from './query-store'

const QueryContext = createContext<QueryStore | undefined>(undefined)

/** Holds what the screens below have read. The library that reads is fetched once the page is alive. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() =>
    createQueryStore(
      () => import('./query-library').then((module) => module.queryLibrary),
      (ms, fn) => void setTimeout(fn, ms),
    ),
  )
  useEffect(() => store.fetch(), [store])
  return <QueryContext value={store}>{children}</QueryContext>
}

const useStore = (): QueryStore => {
  const store = useContext(QueryContext)
  if (!store) throw new Error('Something is read outside of QueryProvider.')
  return store
}

/** For what is done with readings besides drawing them. */
export const useQueryClient = (): Queries => useStore().queries

type Told =
  | 'data'
  | 'dataUpdatedAt'
  | 'error'
  | 'isError'
  | 'isFetching'
  | 'isPending'
  | 'isPlaceholderData'
  | 'isSuccess'
// Of each member by itself, so that asking for one property still tells of the others.
type Part<Result, Keys extends keyof Result> = Result extends unknown ? Pick<Result, Keys> : never
type Again = { refetch: () => unknown }

/** What was read, or that it is not yet, or why it cannot be. */
export type Reading<Data> = Part<UseQueryResult<Data>, Told> & Again
type Begun<Data> = Part<DefinedUseQueryResult<Data>, Told> & Again

type Options<Data> = Pick<
  QueryObserverOptions<Data>,
  | 'queryKey'
  | 'queryFn'
  | 'enabled'
  | 'staleTime'
  | 'gcTime'
  | 'retry'
  | 'refetchInterval'
  | 'placeholderData'
  | 'initialDataUpdatedAt'
>

const untold = {
  dataUpdatedAt: 0,
  error: null,
  isError: false,
  isPlaceholderData: false,
  refetch: () => undefined,
} as const
const pending = { ...untold, data: undefined, isPending: true, isSuccess: false, isFetching: true } as const
const given = <Data,>(data: Data) =>
  ({ ...untold, data, isPending: false, isSuccess: true, isFetching: false }) as const

/** Draws again when the library has come; what it draws first is what the server drew. */
const useHere = (): Here | undefined => {
  const store = useStore()
  return useSyncExternalStore(store.subscribe, store.now, () => undefined)
}

/** Draws again whenever an observer has news. */
const useNews = (
  here: Here | undefined,
  observer:
    | { subscribe(notify: () => void): () => void; updateResult(): void; getCurrentResult(): object }
    | undefined,
) => {
  const current = () => observer?.getCurrentResult()
  useSyncExternalStore(
    useCallback(
      (notify: () => void) => {
        if (!here || !observer) return () => {}
        const stop = observer.subscribe(here.kit.notifyManager.batchCalls(notify))
        // What came between drawing and listening.
        observer.updateResult()
        return stop
      },
      [here, observer],
    ),
    current,
    current,
  )
}

type Known<Data> = Data extends undefined ? never : NoInfer<Data>

/** As the library's hook of that name, and drawn without the library until it has come. */
export function useQuery<Data>(options: Options<Data> & { initialData: Known<Data> }): Begun<Data>
export function useQuery<Data>(
  options: Options<Data> & { initialData?: NoInfer<Data> | undefined },
): Reading<Data>
export function useQuery<Data>(
  options: Options<Data> & { initialData?: NoInfer<Data> | undefined },
): Reading<Data> | Begun<Data> {
  const here = useHere()
  const asked = here?.client.defaultQueryOptions<Data>({ ...options, _optimisticResults: 'optimistic' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: one observer for as long as the screen lives, told of new options below
  const observer = useMemo(
    () => here && asked && new here.kit.QueryObserver<Data>(here.client, asked),
    [here],
  )
  const result = asked && observer?.getOptimisticResult(asked)
  useEffect(() => {
    if (asked) observer?.setOptions(asked)
  }, [asked, observer])
  useNews(here, observer)
  if (observer && result) return observer.trackResult(result)
  return options.initialData === undefined ? pending : given(options.initialData)
}

type PagesTold = Told | 'isFetchingNextPage' | 'isFetchNextPageError' | 'hasNextPage'
type ReadingOfPages<Page, Cursor> = Part<UseInfiniteQueryResult<InfiniteData<Page, Cursor>>, PagesTold> &
  Again & { fetchNextPage: () => unknown }

const pendingPages = {
  ...pending,
  isFetchingNextPage: false,
  isFetchNextPageError: false,
  hasNextPage: false,
  fetchNextPage: () => undefined,
} as const

/** The same for what is read page by page. */
export const useInfiniteQuery = <Page, Cursor>(
  options: InfiniteQueryObserverOptions<Page, DefaultError, InfiniteData<Page, Cursor>, QueryKey, Cursor>,
): ReadingOfPages<Page, Cursor> => {
  const here = useHere()
  const key = JSON.stringify(options.queryKey)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one observer for each list, told of other new options below
  const observer = useMemo(
    () =>
      here &&
      new here.kit.InfiniteQueryObserver<Page, DefaultError, InfiniteData<Page, Cursor>, QueryKey, Cursor>(
        here.client,
        options,
      ),
    [here, key],
  )
  useEffect(() => observer?.setOptions(options), [observer, options])
  useNews(here, observer)
  return observer?.getCurrentResult() ?? pendingPages
}
