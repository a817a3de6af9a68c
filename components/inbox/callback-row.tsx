'use client'
import { Check, Circle, CircleHelp, Info, TimerOff, TriangleAlert, X } from 'lucide-react'
import Link from 'next/link'
import { type MouseEvent, memo } from 'react'
import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import { Time } from '@/components/ui/time'
import { unknownKind } from '@/lib/catalogue/callback-kinds'
import { cn } from '@/lib/classes'
import { claimSentence, mismatchSentence } from '@/lib/wire/mismatch'
import type { CallbackSummary } from '@/lib/workspace/views'
import { byteText, maskedSentence } from './wording'

const outcomeLooks = {
  success: { icon: Check, ink: 'text-good', words: 'Success' },
  failure: { icon: X, ink: 'text-failed', words: 'Failure' },
  timeout: { icon: TimerOff, ink: 'text-timed-out', words: 'Timeout' },
  question: { icon: CircleHelp, ink: 'text-pending', words: 'Question' },
  notice: { icon: Info, ink: 'text-ink-muted', words: 'Notice' },
} as const
/** What it says is not believed, so its outcome is none. */
const doubted = { icon: TriangleAlert, ink: 'text-timed-out', words: 'Does not match' } as const

export function OutcomeMark({
  callback: { outcome, mismatch },
}: {
  callback: Pick<CallbackSummary, 'outcome' | 'mismatch'>
}) {
  if (!outcome) return <Circle className="size-3.5 shrink-0 text-ink-faint" aria-label="Not recognised" />
  const { icon: Icon, ink, words } = mismatch ? doubted : outcomeLooks[outcome]
  return <Icon className={cn('size-3.5 shrink-0', ink)} strokeWidth={2.5} aria-label={words} />
}

/** What it says, or for a message that nobody recognised, what came. */
export const summaryText = (callback: CallbackSummary): string =>
  (callback.kind !== unknownKind &&
    (callback.mismatch ? claimSentence(callback.sentence) : callback.sentence)) ||
  [callback.method, callback.path, callback.contentType.split(';')[0], byteText(callback.bodyBytes)]
    .filter(Boolean)
    .join(' ')

export function CallbackFlags({ callback }: { callback: CallbackSummary }) {
  return (
    <>
      {callback.mismatch && (
        <Badge tone="failed" title={mismatchSentence(callback.mismatch)}>
          does not match
        </Badge>
      )}
      {callback.sender === 'outside' && (
        <Badge tone="timed-out" title="It came from an address that the provider does not publish">
          unknown sender
        </Badge>
      )}
      {callback.duplicateOf !== null && (
        <Badge tone="pending" title="The same message came before">
          duplicate
        </Badge>
      )}
      {callback.timing === 'late' && (
        <Badge tone="timed-out" title="It came after the run had its final verdict">
          late
        </Badge>
      )}
      {callback.timing === 'early' && (
        <Badge tone="simulated" title="It came before the acknowledgement">
          early
        </Badge>
      )}
    </>
  )
}

/** One line on a desk, two on a phone. The whole row opens the callback; receipt and run stay their own targets. */
export const CallbackRow = memo(function CallbackRow({
  callback,
  href,
  selected = false,
  fresh = false,
  narrow = false,
  onOpen,
  className,
}: {
  callback: CallbackSummary
  href: string
  selected?: boolean
  /** It has just arrived. */
  fresh?: boolean
  /** Two lines whatever the width of the window: for drawers. */
  narrow?: boolean
  /** Opens in place; without it the link is followed. Give it a stable function: rows are drawn again only when changed. */
  onOpen?: (id: number) => void
  className?: string
}) {
  const open = (event: MouseEvent) => {
    if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onOpen(callback.id)
  }
  return (
    <div
      data-slot="callback-row"
      data-selected={selected || undefined}
      className={cn(
        'relative flex items-center gap-x-3 border-b px-3 hover:bg-hover data-selected:bg-selected',
        narrow ? 'h-14' : 'h-14 lg:h-9',
        fresh && 'fade-in-0 slide-in-from-top-2 animate-in duration-200',
        className,
      )}
    >
      <OutcomeMark callback={callback} />
      <div
        className={cn(
          'flex min-w-0 flex-1 flex-col',
          !narrow && 'lg:flex-row-reverse lg:items-center lg:justify-end lg:gap-3',
        )}
      >
        <Link
          href={href}
          prefetch={false}
          scroll={false}
          onClick={open}
          aria-current={selected || undefined}
          className="min-w-0 truncate after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          {maskedSentence(summaryText(callback), callback.msisdn)}
        </Link>
        <span
          className={cn(
            'flex shrink-0 items-center gap-2 text-ink-muted text-sm',
            !narrow && 'lg:gap-3 lg:text-base',
          )}
        >
          <Time at={callback.receivedAt} show="seconds" className="font-mono text-sm" />
          <span className={cn('min-w-0 truncate', !narrow && 'lg:w-32')}>{callback.kindTitle}</span>
          <span className={cn('flex items-center gap-2', !narrow && 'lg:hidden')}>
            <CallbackFlags callback={callback} />
          </span>
        </span>
      </div>
      <span className="flex shrink-0 items-center gap-2">
        {!narrow && (
          <span className="hidden items-center gap-2 lg:flex">
            <CallbackFlags callback={callback} />
          </span>
        )}
        {callback.receipt && (
          <CopyText
            value={callback.receipt}
            label="Receipt"
            className={cn('relative z-1', !narrow && 'max-sm:hidden')}
          />
        )}
        {callback.runId && (
          <Link
            href={`/history/${callback.runId}`}
            prefetch={false}
            className={cn(
              'relative z-1 rounded-sm text-accent text-sm underline-offset-3 hover:underline',
              !narrow && 'max-sm:hidden',
            )}
          >
            run<span className="sr-only"> of this callback</span>
          </Link>
        )}
      </span>
    </div>
  )
})
