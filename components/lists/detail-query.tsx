import type { ReactNode } from 'react'
import type { Reading } from '@/components/live/queries'
import { Button } from '@/components/ui/button'
import { Notice, Skeleton } from '@/components/ui/layout'

/** What was chosen, once it is read; until then its outline, and a way to try again where it cannot be read. */
export function DetailQuery<Detail>({
  query,
  unshown,
  children,
}: {
  query: Reading<Detail>
  /** `This callback cannot be shown`. */
  unshown: string
  children: (detail: Detail) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) {
    return (
      <Notice tone="bad" title={unshown} className="m-4">
        {query.error.message}{' '}
        <Button size="sm" onClick={() => void query.refetch()}>
          Try again
        </Button>
      </Notice>
    )
  }
  return (
    <div className="flex flex-col gap-3 p-4" aria-busy="true">
      <Skeleton className="w-2/3" />
      <Skeleton className="w-1/2" />
      <Skeleton className="h-40 w-full" />
    </div>
  )
}
