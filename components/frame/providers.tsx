'use client'
import type { ReactNode } from 'react'
import { LiveProvider } from '@/components/live/live-provider'
import { QueryProvider } from '@/components/live/queries'
import { ToastProvider } from '@/components/ui/toast'

export function Providers({
  liveAfter,
  children,
}: {
  /** Number of the newest event when the page was drawn. */
  liveAfter: number
  children: ReactNode
}) {
  return (
    <QueryProvider>
      <ToastProvider>
        <LiveProvider after={liveAfter}>{children}</LiveProvider>
      </ToastProvider>
    </QueryProvider>
  )
}
