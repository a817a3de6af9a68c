'use client'
import Link from 'next/link'
import { useLive } from '@/components/live/live-provider'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { KindBadge, Verdict } from '@/components/payments/verdict'
import { listRuns } from '@/components/runs/api'
import { OriginBadge } from '@/components/runs/origin-badge'
import { runSentence } from '@/components/runs/words'
import { CopyText } from '@/components/ui/copy'
import { Time } from '@/components/ui/time'
import type { RunSummary } from '@/lib/workspace/views'

const shown = 8
const newestRunsKey = ['runs', 'newest'] as const

/** The newest runs, kept up to date by the live feed. */
export function RecentRuns({ initial }: { initial: RunSummary[] }) {
  const queries = useQueryClient()
  const { data: runs } = useQuery({
    queryKey: newestRunsKey,
    queryFn: async ({ signal }) => (await listRuns({ limit: shown, origin: 'no-case' }, signal)).runs,
    initialData: initial,
  })
  const change = (fn: (before: RunSummary[]) => RunSummary[]) =>
    queries.setQueryData<RunSummary[]>(newestRunsKey, (before) => fn(before ?? []).slice(0, shown))
  useLive('run', (run) => {
    if (run.origin === 'case') return
    change((before) =>
      before.some((each) => each.id === run.id)
        ? before.map((each) => (each.id === run.id ? run : each))
        : [run, ...before].sort((a, b) => (a.id < b.id ? 1 : -1)),
    )
  })
  useLive('run-deleted', ({ id }) => change((before) => before.filter((each) => each.id !== id)))

  if (runs.length === 0) return <p className="border-t py-3 text-ink-muted">Nothing was sent yet.</p>
  return (
    <ul className="border-t">
      {runs.map((run) => (
        <li key={run.id} className="relative flex items-center gap-3 border-b px-1 py-1.5 hover:bg-hover">
          <div className="min-w-0 flex-1">
            <p className="flex min-w-0 items-center gap-2">
              <Link
                href={`/history/${run.id}`}
                prefetch={false}
                className="min-w-0 truncate font-medium after:absolute after:inset-0"
              >
                {run.operationTitle}
              </Link>
              <span className="shrink-0 text-ink-faint text-xs">{run.systemTitle}</span>
              <OriginBadge origin={run.origin} />
              <KindBadge kind={run.environment.kind} />
            </p>
            <p className="flex min-w-0 gap-2 text-ink-muted text-sm">
              <Time at={run.createdAt} show="seconds" className="font-mono" />
              <span className="truncate">{runSentence(run)}</span>
            </p>
          </div>
          {run.receipt && (
            <CopyText value={run.receipt} label="Receipt" className="relative z-1 max-sm:hidden" />
          )}
          <Verdict verdict={run.verdict} />
        </li>
      ))}
    </ul>
  )
}
