'use client'
import Link from 'next/link'
import { lazy, Suspense, useState } from 'react'
import { useLive } from '@/components/live/live-provider'
import { useRun } from '@/components/runs/use-run'
import { Button } from '@/components/ui/button'
import { Notice, Skeleton } from '@/components/ui/layout'

const RunDetailView = lazy(() =>
  import('@/components/runs/run-detail').then((module) => ({ default: module.RunDetailView })),
)

/** The run that the address names, beside the form it was sent from. */
export function SelectedRun({
  id,
  isSending,
  isAsynchronous,
  onClose,
}: {
  id: string
  isSending: boolean
  isAsynchronous: boolean
  onClose: () => void
}) {
  const [heardOf, setHeardOf] = useState('')
  useLive('run', (announced) => announced.id === id && setHeardOf(id))
  // Before the server speaks of a run it may not be stored yet.
  const { data: run, error } = useRun(id, { isSending: isSending && heardOf !== id })
  const reading = (
    <div className="flex flex-col gap-2 pt-1" aria-busy="true">
      <Skeleton className="h-6 w-72 max-w-full" />
      <Skeleton className="w-full max-w-xl" />
    </div>
  )
  if (run) {
    return (
      <Suspense fallback={reading}>
        <div className="min-w-0">
          <RunDetailView
            run={run}
            isAsynchronous={isAsynchronous}
            actions={
              <>
                <Button size="sm" variant="ghost" asChild>
                  <Link href={`/history/${run.id}`}>Open</Link>
                </Button>
                <Button size="sm" variant="ghost" onClick={onClose}>
                  Close
                </Button>
              </>
            }
          />
        </div>
      </Suspense>
    )
  }
  if (error && !isSending) {
    return (
      <Notice tone="bad" title="This run cannot be shown">
        {error.message}{' '}
        <Button size="inline" variant="link" onClick={onClose}>
          Close
        </Button>
      </Notice>
    )
  }
  return reading
}
