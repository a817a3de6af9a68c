'use client'
import { CallbackRow } from '@/components/inbox/callback-row'
import { useNewestCallbacks } from '@/components/inbox/newest'
import type { CallbackSummary } from '@/lib/workspace/views'

const shown = 8

/** The newest callbacks: what the server drew, then what the live feed brings. */
export function RecentCallbacks({ initial }: { initial: CallbackSummary[] }) {
  const newest = useNewestCallbacks()
  const callbacks = (newest.data ?? initial).slice(0, shown)
  if (callbacks.length === 0) return <p className="border-t py-3 text-ink-muted">Nothing arrived yet.</p>
  return (
    <div className="border-t">
      {callbacks.map((callback) => (
        <CallbackRow
          key={callback.id}
          callback={callback}
          href={`/inbox?c=${callback.id}`}
          narrow
          className="px-1"
        />
      ))}
    </div>
  )
}
