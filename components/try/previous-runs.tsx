'use client'
import Link from 'next/link'
import { useLive } from '@/components/live/live-provider'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { readAgain } from '@/components/live/read-again'
import { listRuns } from '@/components/runs/api'
import { RunLine } from '@/components/runs/run-row'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/classes'

const shown = 6

/** The newest runs of this operation, and the way back to their values. */
export function PreviousRuns({
  operation,
  selected,
  onSelect,
  onUseValues,
}: {
  operation: string
  selected: string | null
  onSelect: (id: string) => void
  onUseValues: (id: string) => void
}) {
  const queries = useQueryClient()
  const key = ['runs', 'of', operation]
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => listRuns({ operation, limit: shown }, signal),
  })
  useLive('run', (run) => run.operation === operation && void readAgain(queries, key))
  useLive('run-deleted', () => void readAgain(queries, key))
  if (!data || data.runs.length === 0) return null
  return (
    <section aria-labelledby="previous-runs" className="min-w-0 border-t pt-4">
      <div className="flex items-baseline justify-between gap-4 pb-1">
        <h2 id="previous-runs" className="font-semibold text-base">
          Runs of this operation
        </h2>
        <Link
          href={`/history?operation=${encodeURIComponent(operation)}`}
          className="text-accent text-sm hover:underline"
        >
          All in history
        </Link>
      </div>
      <ul>
        {data.runs.map((run) => (
          <li
            key={run.id}
            className={cn('flex items-center gap-2 border-b', run.id === selected && 'bg-selected')}
          >
            <button
              type="button"
              aria-pressed={run.id === selected}
              onClick={() => onSelect(run.id)}
              className="flex min-w-0 flex-1 rounded-sm px-1 py-1.5 text-left hover:bg-hover"
            >
              <RunLine run={run} withOperation={false} />
            </button>
            <Button size="sm" variant="ghost" onClick={() => onUseValues(run.id)}>
              Use values
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
