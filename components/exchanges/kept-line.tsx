'use client'
import { useState } from 'react'
import { useQueryClient } from '@/components/live/queries'
import { Button } from '@/components/ui/button'
import { callApi } from '@/lib/api/client'

export type Kept = { most: number; days: number; dropped: number }

/** How much is kept, and a way to begin with an empty list. */
export function KeptLine({ kept, canChange }: { kept: Kept; canChange: boolean }) {
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState('')
  const clear = async () => {
    try {
      await callApi('DELETE /sandbox/exchanges')
      setAsking(false)
      queries.removeQueries({ queryKey: ['exchanges', 'detail'] })
    } catch (thrown) {
      setProblem(thrown instanceof Error ? thrown.message : 'They could not be deleted.')
    }
  }
  return (
    <p className="ml-auto flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-sm">
      <span>
        The newest {kept.most.toLocaleString('en')} are kept, for {kept.days} days.
        {kept.dropped > 0 &&
          ` ${kept.dropped.toLocaleString('en')} came faster than they could be kept and are not here.`}
      </span>
      {canChange &&
        (isAsking ? (
          <>
            <Button size="sm" variant="danger" onClick={() => void clear()}>
              Delete all of them
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setAsking(false)}>
              Keep
            </Button>
          </>
        ) : (
          <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>
            Clear…
          </Button>
        ))}
      {problem && (
        <span role="alert" className="text-failed">
          {problem}
        </span>
      )}
    </p>
  )
}
