import { cn } from '@/lib/classes'
import type { SheetCounts } from '@/lib/workspace/go-live/views'
import { countWords, wantedOf } from './words'

/** A thin bar of what is filled and what contradicts; the words beside it say the same. */
export function CountBar({ counts, className }: { counts: SheetCounts; className?: string }) {
  const wanted = Math.max(1, wantedOf(counts))
  const part = (count: number) => ({ width: `${(100 * count) / wanted}%` })
  return (
    <span aria-hidden className={cn('flex h-1.5 overflow-hidden rounded-full bg-line', className)}>
      <span className="bg-good" style={part(counts.success)} />
      <span className="bg-failed" style={part(counts.fail)} />
    </span>
  )
}

export function Counts({ counts, className }: { counts: SheetCounts; className?: string }) {
  return (
    <span className={cn('flex min-w-0 flex-col gap-1.5', className)}>
      <span>{countWords(counts)}</span>
      <CountBar counts={counts} className="w-full" />
    </span>
  )
}
