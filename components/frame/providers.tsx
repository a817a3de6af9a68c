'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { LiveProvider } from '@/components/live/live-provider'
import { ToastProvider } from '@/components/ui/toast'

/** The live feed tells when something changed, so nothing is fetched again by itself. */
const makeClient = () =>
  new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: 1 } },
  })

export function Providers({
  liveAfter,
  children,
}: {
  /** Number of the newest event when the page was drawn. */
  liveAfter: number
  children: ReactNode
}) {
  const [client] = useState(makeClient)
  return (
    <QueryClientProvider client={client}>
      <ToastProvider>
        <LiveProvider after={liveAfter}>{children}</LiveProvider>
      </ToastProvider>
    </QueryClientProvider>
  )
}
