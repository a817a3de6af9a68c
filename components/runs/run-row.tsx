import { Money } from '@/components/payments/money'
import { KindBadge, Verdict } from '@/components/payments/verdict'
import { Time } from '@/components/ui/time'
import { cn } from '@/lib/classes'
import type { RunSummary } from '@/lib/workspace/views'
import { OriginBadge } from './origin-badge'
import { runSentence } from './words'

/** A run in one line; in two on a phone. */
export function RunLine({
  run,
  withOperation,
  className,
}: {
  run: RunSummary
  withOperation: boolean
  className?: string
}) {
  const sentence = run.verdict === 'paid' && run.receipt ? run.receipt : runSentence(run)
  return (
    <span
      className={cn(
        'grid min-w-0 flex-1 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5',
        withOperation
          ? 'sm:grid-cols-[9.5rem_6.5rem_minmax(0,12rem)_minmax(0,1fr)_auto]'
          : 'sm:grid-cols-[9.5rem_6.5rem_minmax(0,1fr)_auto]',
        className,
      )}
    >
      <Time
        at={run.createdAt}
        show="date"
        className={cn(
          'font-mono text-ink-muted text-sm',
          withOperation ? 'max-sm:hidden' : 'max-sm:col-span-2',
        )}
      />
      <span className="max-sm:col-start-3 max-sm:justify-self-end">
        <Verdict verdict={run.verdict} />
      </span>
      {withOperation && (
        <span className="truncate font-medium max-sm:col-span-2 max-sm:row-start-1">
          {run.operationTitle}
          <span className="ml-1.5 font-normal text-ink-faint text-xs">{run.systemTitle}</span>
        </span>
      )}
      <span className="flex min-w-0 items-baseline gap-2 text-ink-muted max-sm:col-span-2 max-sm:row-start-2">
        {withOperation && (
          <Time at={run.createdAt} show="seconds" className="shrink-0 font-mono text-sm sm:hidden" />
        )}
        <OriginBadge origin={run.origin} className="shrink-0 sm:hidden" />
        {run.code !== null && run.code !== '0' && (
          <span className="shrink-0 whitespace-nowrap font-mono text-sm max-sm:hidden">{run.code}</span>
        )}
        <span className="truncate">{sentence}</span>
        {run.msisdn && <span className="shrink-0 font-mono text-sm max-sm:hidden">{run.msisdn}</span>}
      </span>
      <span className="flex items-center justify-end gap-2 max-sm:col-start-3 max-sm:row-start-2">
        {run.amountCents !== null && run.currency && (
          <Money cents={run.amountCents} currency={run.currency} className="font-mono text-sm" />
        )}
        <OriginBadge origin={run.origin} className="max-sm:hidden" />
        <span className="max-sm:hidden">
          <KindBadge kind={run.environment.kind} />
        </span>
      </span>
    </span>
  )
}
