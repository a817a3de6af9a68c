import { InfiniteQueryObserver, notifyManager, QueryClient, QueryObserver } from '@tanstack/react-query'

/** The live feed tells when something changed, so nothing is fetched again by itself. */
const makeClient = () =>
  new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: 1 } },
  })

/** What the screens use of the query library, fetched once a page is alive. */
export const queryLibrary = { makeClient, InfiniteQueryObserver, QueryObserver, notifyManager }
