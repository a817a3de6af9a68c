import { Money } from '@/components/payments/money'
import { KindBadge, Verdict } from '@/components/payments/verdict'
import { Time } from '@/components/ui/time'
import { cn } from '@/lib/classes'
import type { RunSummary } from '@/lib/workspace/views'
import { OriginBadge } from './origin-badge'
import { runSentence } from './words'

/** The columns of a run in one line, which the heads above a list share. */
const columns = {
  withOperation: '@min-[58rem]:grid-cols-[9.5rem_6.5rem_minmax(0,1fr)_minmax(0,1.3fr)_8.5rem_7rem]',
  alone: '@min-[58rem]:grid-cols-[9.5rem_6.5rem_minmax(0,1fr)_8.5rem_7rem]',
}
const line = 'grid min-w-0 items-center gap-x-3 gap-y-0.5'

/** What the columns are, above a list of runs; where each takes two lines they speak for themselves. */
export function RunHeads({ className }: { className?: string }) {
  return (
    <div aria-hidden className={cn('@container text-ink-faint text-xs', className)}>
      <div className={cn(line, columns.withOperation, '@max-[58rem]:hidden')}>
        <span>Sent at</span>
        <span>Verdict</span>
        <span>Operation</span>
        <span>What became of it</span>
        <span className="text-right">Amount</span>
        <span className="text-right">Where</span>
      </div>
    </div>
  )
}

/** A run in one line where there is room; else in two. */
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
    <span className={cn('@container block min-w-0 flex-1', className)}>
      <span
        className={cn(
          line,
          'grid-cols-[minmax(0,1fr)_auto]',
          withOperation ? columns.withOperation : columns.alone,
        )}
      >
        <Time
          at={run.createdAt}
          show="date"
          className={cn('truncate font-mono text-ink-muted text-sm', withOperation && '@max-[58rem]:hidden')}
        />
        <span className="@max-[58rem]:col-start-2 @max-[58rem]:row-start-1 @max-[58rem]:justify-self-end">
          <Verdict verdict={run.verdict} />
        </span>
        {withOperation && (
          <span className="flex min-w-0 items-baseline gap-1.5 @max-[58rem]:col-start-1 @max-[58rem]:row-start-1">
            <span className="truncate font-medium" title={run.operationTitle}>
              {run.operationTitle}
            </span>
            <span className="shrink-0 text-ink-faint text-xs @max-[20rem]:hidden">{run.systemTitle}</span>
          </span>
        )}
        <span className="flex min-w-0 items-baseline gap-2 overflow-hidden text-ink-muted @max-[58rem]:col-start-1 @max-[58rem]:row-start-2">
          {withOperation && (
            <Time
              at={run.createdAt}
              show="seconds"
              className="shrink-0 font-mono text-sm @min-[58rem]:hidden"
            />
          )}
          {run.code !== null && run.code !== '0' && (
            <span className="shrink-0 whitespace-nowrap font-mono text-sm @max-[30rem]:hidden">
              {run.code}
            </span>
          )}
          <span className="min-w-0 truncate" title={sentence}>
            {sentence}
          </span>
          {run.msisdn && <span className="shrink-0 font-mono text-sm @max-[38rem]:hidden">{run.msisdn}</span>}
        </span>
        <span className="flex items-center justify-end gap-2 @max-[58rem]:col-start-2 @max-[58rem]:row-start-2">
          {run.amountCents !== null && run.currency && (
            <Money cents={run.amountCents} currency={run.currency} className="font-mono text-sm" />
          )}
          <OriginBadge origin={run.origin} className="@min-[58rem]:hidden" />
          <span className="@max-[38rem]:hidden @min-[58rem]:hidden">
            <KindBadge kind={run.environment.kind} />
          </span>
        </span>
        <span className="flex min-w-0 items-center justify-end gap-1.5 @max-[58rem]:hidden">
          <OriginBadge origin={run.origin} />
          <KindBadge kind={run.environment.kind} />
        </span>
      </span>
    </span>
  )
}
