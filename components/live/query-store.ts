import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { queryLibrary } from './query-library'

type Library = typeof queryLibrary
export type Here = { kit: Library; client: QueryClient }

/** What screens do with what was read. Before the library is here it is done as soon as it is, in the same order. */
export type Queries = {
  /** Undefined, too, as long as nothing can have been read. */
  getQueryData: <Data>(key: QueryKey) => Data | undefined
  setQueryData: <Data>(key: QueryKey, next: Data | ((before: Data | undefined) => Data | undefined)) => void
  removeQueries: (those: { queryKey: QueryKey }) => void
  cancelQueries: (those: { queryKey: QueryKey | undefined }) => Promise<void>
  invalidateQueries: (those: { queryKey: QueryKey | undefined }) => Promise<void>
  resetQueries: (those: { queryKey: QueryKey }) => Promise<void>
  fetchQuery: <Data>(what: {
    queryKey: QueryKey
    queryFn: () => Promise<Data>
    staleTime?: number
    retry?: number
  }) => Promise<Data>
}

export type QueryStore = {
  now(): Here | undefined
  subscribe(notify: () => void): () => void
  /** Fetches the library, unless it is here or on its way. */
  fetch(): void
  queries: Queries
}

/**
 * Holds the query library from when it arrives. What is asked of it earlier waits until the screens that were drawn
 * without it have begun their own reading: a change that was heard meanwhile then lands on what they read.
 */
export const createQueryStore = (
  load: () => Promise<Library>,
  later: (ms: number, fn: () => void) => void,
): QueryStore => {
  let here: Here | undefined
  let isFetching = false
  let open: (client: QueryClient) => void = () => {}
  const opened = new Promise<QueryClient>((resolve) => {
    open = resolve
  })
  let isOpen = false
  const listeners = new Set<() => void>()

  const arrive = (kit: Library) => {
    const client = kit.makeClient()
    client.mount()
    here = { kit, client }
    for (const notify of [...listeners]) notify()
    // The screens begin to read when they are drawn, which the notice leads to within this turn.
    later(0, () => {
      isOpen = true
      open(client)
    })
  }
  const fetch = () => {
    if (isFetching) return
    isFetching = true
    load().then(arrive, () => {
      isFetching = false
      later(retryMs, fetch)
    })
  }
  const act = <Done>(fn: (client: QueryClient) => Done): Promise<Awaited<Done>> =>
    isOpen && here ? Promise.resolve(fn(here.client)) : Promise.resolve(opened.then(fn))
  return {
    now: () => here,
    subscribe: (notify) => {
      listeners.add(notify)
      return () => listeners.delete(notify)
    },
    fetch,
    queries: {
      getQueryData: (key) => here?.client.getQueryData(key),
      setQueryData: (key, next) => void act((client) => client.setQueryData(key, next)),
      removeQueries: (those) => void act((client) => client.removeQueries(those)),
      cancelQueries: (those) => act((client) => client.cancelQueries(those)),
      invalidateQueries: (those) => act((client) => client.invalidateQueries(those)),
      resetQueries: (those) => act((client) => client.resetQueries(those)),
      fetchQuery: (what) => act((client) => client.fetchQuery(what)),
    },
  }
}

/** How long until a library that could not be fetched is asked for again. */
const retryMs = 2000
