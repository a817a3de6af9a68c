'use client'
import { Pause, Play, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import { cn } from '@/lib/classes'
import type { JobView } from '@/lib/workspace/go-live/views'
import type { JobAction } from './api'
import { isActive, jobStateWords, jobTone, jobWords } from './words'

/** What the last job of the sheet does or did: counted, with its log to unfold. */
export function JobStrip({
  job,
  titleOf,
  onAct,
  isBusy,
}: {
  job: JobView
  titleOf: (caseId: string) => string | undefined
  /** Absent for people who may not change anything. */
  onAct?: (action: JobAction) => void
  isBusy: boolean
}) {
  const [showsLog, setShowsLog] = useState(false)
  const active = isActive(job)
  /** A case that has begun is carried to its end: the pause comes after it. */
  const [isPausing, setPausing] = useState(false)
  if (isPausing && job.state !== 'running') setPausing(false)
  const current = job.currentCase ? titleOf(job.currentCase) : undefined
  return (
    <section aria-label="Running cases" className="border-b bg-surface px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Badge tone={jobTone[job.state]}>{jobStateWords[job.state]}</Badge>
        <span role="status" className="font-medium">
          {jobWords(job)}
        </span>
        {active && current && (
          <span className="min-w-0 flex-1 truncate text-ink-muted max-sm:basis-full">{current}</span>
        )}
        {!active && (
          <span className="text-ink-muted text-sm">
            by {job.startedBy}, <Time at={job.endedAt ?? job.startedAt} show="date" className="font-mono" />
          </span>
        )}
        <span className="ml-auto flex items-center gap-1.5">
          {onAct && job.state === 'running' && (
            <Button
              size="sm"
              disabled={isBusy || isPausing}
              onClick={() => {
                setPausing(true)
                onAct('pause')
              }}
            >
              <Pause aria-hidden /> {isPausing ? 'Pausing after this case' : 'Pause'}
            </Button>
          )}
          {onAct && (job.state === 'paused' || job.state === 'interrupted') && (
            <Button size="sm" disabled={isBusy} onClick={() => onAct('resume')}>
              <Play aria-hidden /> Resume
            </Button>
          )}
          {onAct && active && (
            <Button size="sm" disabled={isBusy} onClick={() => onAct('stop')}>
              <Square aria-hidden /> Stop
            </Button>
          )}
          <Button size="sm" variant="ghost" aria-expanded={showsLog} onClick={() => setShowsLog(!showsLog)}>
            {showsLog ? 'Hide log' : 'Show log'}
          </Button>
        </span>
      </div>
      {active && (
        <progress
          aria-label="Cases run"
          max={job.total}
          value={job.done}
          className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        />
      )}
      {showsLog && <Log lines={job.log} />}
    </section>
  )
}

const inks = { neutral: '', good: 'text-good', bad: 'text-failed' } as const
const marks = { neutral: ' ', good: '✓', bad: '✗' } as const

/** Follows its end while its end is in view. */
function Log({ lines }: { lines: JobView['log'] }) {
  const box = useRef<HTMLOListElement>(null)
  const follows = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what moves the end
  useEffect(() => {
    if (follows.current) box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [lines.length])
  return (
    <ol
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
      tabIndex={0}
      aria-label="Log"
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        follows.current = scrollTop + clientHeight > scrollHeight - 24
      }}
      className="mt-2 max-h-48 overflow-y-auto border-t pt-1.5 font-mono text-sm"
    >
      {lines.length === 0 && <li className="text-ink-muted">Nothing yet.</li>}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end
        <li key={index} className="flex gap-3">
          <Time at={line.at} show="seconds" className="shrink-0 text-ink-muted" />
          <span className={cn('min-w-0 break-words', inks[line.tone])}>
            <span aria-hidden className="inline-block w-4">
              {marks[line.tone]}
            </span>
            {line.text}
          </span>
        </li>
      ))}
    </ol>
  )
}
