'use client'
import {
  ArrowLeft,
  ArrowRight,
  ChevronRight,
  CircleDashed,
  CloudOff,
  type LucideIcon,
  Send,
  Smartphone,
  Spline,
} from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { fetched } from '@/components/ui/fetched'
import { useFetchWhenIdle } from '@/components/ui/on-demand'
import { Time } from '@/components/ui/time'
import { cn } from '@/lib/classes'
import type { RunDetail, TimelineEntry } from '@/lib/workspace/views'
import { CodeExplained } from './code-explained'
import { settled } from './sequence'
import { tryPath } from './words'

const load = () => import('./timeline-message')
const TimelineMessage = fetched(() => load().then((module) => module.TimelineMessage))

const icons: Record<TimelineEntry['kind'], LucideIcon> = {
  request: ArrowRight,
  acknowledgement: ArrowLeft,
  unreachable: CloudOff,
  prompt: Smartphone,
  'prompt-answer': Smartphone,
  callback: ArrowLeft,
  delivery: Send,
  'related-run': Spline,
  waiting: CircleDashed,
}

const inks: Record<TimelineEntry['tone'], string> = {
  neutral: 'text-ink-muted',
  pending: 'text-pending',
  good: 'text-good',
  bad: 'text-failed',
  warn: 'text-timed-out',
}

const flagWords: Record<TimelineEntry['flags'][number], string> = {
  early: 'before the acknowledgement',
  late: 'after the verdict',
  duplicate: 'sent twice',
  mismatch: 'does not match',
}

/** What happened, line by line. A line opens to the message as it was on the wire. */
export function Timeline({ run }: { run: RunDetail }) {
  const timeline = settled(run)
  useFetchWhenIdle(load)
  const decisive = timeline.findLast(
    (entry) =>
      entry.explanation !== null &&
      entry.kind !== 'related-run' &&
      !entry.flags.includes('mismatch') &&
      isExplained(entry),
  )
  return (
    <ol className="flex flex-col" aria-label="Timeline">
      {timeline.map((entry) => (
        <Entry key={entry.id} entry={entry} run={run} isDecisive={entry.id === decisive?.id} />
      ))}
    </ol>
  )
}

/** The table of codes says "processed" of a 0, which an accepted request is not yet. */
const isExplained = (entry: TimelineEntry) => entry.tone !== 'pending' && entry.tone !== 'neutral'

function Entry({ entry, run, isDecisive }: { entry: TimelineEntry; run: RunDetail; isDecisive: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const Icon = icons[entry.kind]
  const hasMessage =
    (entry.kind === 'request' && run.origin !== 'customer') ||
    (entry.kind === 'acknowledgement' && run.acknowledgement !== null) ||
    (entry.kind === 'callback' && entry.callbackId !== null) ||
    (entry.kind === 'unreachable' && run.unreachable !== null) ||
    entry.id.startsWith('owed-')
  const line: ReactNode = (
    <>
      <Time
        at={entry.at}
        className={cn('shrink-0 font-mono text-ink-muted text-sm', entry.kind === 'waiting' && 'invisible')}
      />
      <Icon
        aria-hidden
        className={cn(
          'mt-0.5 size-4 shrink-0',
          inks[entry.tone],
          entry.kind === 'waiting' && entry.tone === 'pending' && 'animate-pulse',
        )}
      />
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <span className={cn('min-w-0 break-words font-medium', entry.tone === 'pending' && 'text-pending')}>
          {entry.title}
        </span>
        {entry.detail && (
          <span
            className={cn(
              'min-w-0 break-words',
              entry.tone === 'neutral' ? 'text-ink-muted' : inks[entry.tone],
            )}
          >
            {entry.detail}
          </span>
        )}
        {entry.kind === 'waiting' && entry.tone === 'pending' && (
          <span className="text-ink-muted">
            since <Time at={entry.at} show="date" className="font-mono text-sm" />
          </span>
        )}
        {entry.flags.map((flag) => (
          <Badge key={flag} tone="outline">
            {flagWords[flag]}
          </Badge>
        ))}
      </span>
    </>
  )
  return (
    <li className="border-b last:border-b-0" data-kind={entry.kind}>
      <div className="flex items-start">
        {hasMessage ? (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="flex min-w-0 flex-1 items-start gap-2 rounded-sm py-1.5 text-left hover:bg-hover"
          >
            <ChevronRight
              aria-hidden
              className={cn(
                'mt-0.5 size-4 shrink-0 text-ink-faint transition-transform',
                isOpen && 'rotate-90',
              )}
            />
            {line}
          </button>
        ) : (
          <div className="flex min-w-0 flex-1 items-start gap-2 py-1.5 pl-6">{line}</div>
        )}
        {entry.runId && entry.runId !== run.id && (
          <Link
            href={`/history/${entry.runId}`}
            className="shrink-0 px-1 py-1.5 text-accent text-sm hover:underline"
          >
            Open run
          </Link>
        )}
        {entry.callbackId !== null && entry.from === 'provider' && (
          <Link
            href={`/inbox?c=${entry.callbackId}`}
            className="@max-[34rem]:hidden shrink-0 px-1 py-1.5 text-accent text-sm hover:underline"
          >
            In the inbox
          </Link>
        )}
      </div>
      {entry.kind === 'waiting' && <Ways run={run} />}
      {entry.explanation && isExplained(entry) && (isOpen || isDecisive) && (
        <CodeExplained code={entry.explanation} className="mb-2 ml-6" />
      )}
      {isOpen && (
        <div className="pb-3 pl-6 max-sm:pl-0">
          <TimelineMessage entry={entry} run={run} />
        </div>
      )}
    </li>
  )
}

/** A callback may never come: the outcome can be asked for. */
function Ways({ run }: { run: RunDetail }) {
  return (
    <p className="flex flex-wrap gap-x-4 pb-1.5 pl-12">
      {run.followUps.map((next) => (
        <Link
          key={`${next.label} ${next.operation}`}
          href={tryPath(next.operation, { values: next.values })}
          className="py-0.5 text-accent text-sm hover:underline"
        >
          {next.label}
        </Link>
      ))}
    </p>
  )
}
