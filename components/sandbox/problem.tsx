'use client'
import { Button } from '@/components/ui/button'
import { Notice, Skeleton } from '@/components/ui/layout'

type Reading = { isPending: boolean; isError: boolean; error: Error | null; refetch: () => unknown }

/** What stands in place of a list that is late or cannot be read. */
export function Late({ reading, what }: { reading: Reading; what: string }) {
  if (reading.isError) {
    return (
      <Notice tone="bad" title={`${what} cannot be read`}>
        {reading.error?.message}{' '}
        <Button size="sm" onClick={() => void reading.refetch()}>
          Try again
        </Button>
      </Notice>
    )
  }
  return (
    <div role="status" aria-label={`Reading: ${what}`} className="flex flex-col gap-3 py-2">
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-5" />
      ))}
    </div>
  )
}
