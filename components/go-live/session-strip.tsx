'use client'
import { Pause, Play, SkipForward, Square } from 'lucide-react'
import Link from 'next/link'
import type { BadgeTone } from '@/components/ui/badge'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Time } from '@/components/ui/time'
import type { SessionView } from '@/lib/workspace/go-live/views'
import type { SessionAction } from './api'
import { isSessionOpen, sessionWords } from './words'

const tones: Record<SessionView['state'], BadgeTone> = {
  waiting: 'pending',
  running: 'pending',
  proven: 'good',
  complete: 'good',
  paused: 'neutral',
  stopped: 'neutral',
  over: 'timed-out',
}

/** What the sheet waits for from the team's own program, as everybody on the sheet sees it. */
export function SessionStrip({
  session,
  hrefOf,
  onAct,
  isBusy,
}: {
  session: SessionView
  hrefOf: (caseId: string) => string
  /** Absent for people who may not change anything. */
  onAct?: (action: SessionAction) => void
  isBusy: boolean
}) {
  const isOpen = isSessionOpen(session)
  return (
    <section aria-label="Session with your software" className="border-b bg-surface px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Badge tone={tones[session.state]}>{sessionWords[session.state].badge}</Badge>
        <p role="status" className="min-w-0 max-sm:basis-full">
          {sessionWords[session.state].sentence}
          {isOpen && (
            <>
              {' '}
              <Link
                href={hrefOf(session.case.id)}
                scroll={false}
                className="rounded-sm font-medium underline decoration-line-strong underline-offset-3 hover:decoration-current"
              >
                {session.case.title}
              </Link>
            </>
          )}
        </p>
        <span className="text-ink-muted text-sm">
          {session.proven.length > 0 && `${session.proven.length} proved. `}
          Opened by {session.startedBy}, {isOpen ? 'until ' : 'ended '}
          <Time at={session.endsAt} show="date" className="font-mono" />
        </span>
        {onAct && isOpen && <Actions session={session} onAct={onAct} isBusy={isBusy} />}
      </div>
      {isOpen && session.state !== 'proven' && <WhatToDo session={session} />}
    </section>
  )
}

function Actions({
  session,
  onAct,
  isBusy,
}: {
  session: SessionView
  onAct: (action: SessionAction) => void
  isBusy: boolean
}) {
  return (
    <span className="ml-auto flex flex-wrap items-center gap-1.5 max-sm:ml-0">
      {session.state === 'paused' ? (
        <Button size="sm" disabled={isBusy} onClick={() => onAct('resume')}>
          <Play aria-hidden /> Resume
        </Button>
      ) : (
        <Button size="sm" disabled={isBusy} onClick={() => onAct('pause')}>
          <Pause aria-hidden /> Pause
        </Button>
      )}
      <Button size="sm" disabled={isBusy} onClick={() => onAct('choose')}>
        <SkipForward aria-hidden /> Next missing
      </Button>
      <Button size="sm" disabled={isBusy} onClick={() => onAct('stop')}>
        <Square aria-hidden /> End session
      </Button>
    </span>
  )
}

function WhatToDo({ session }: { session: SessionView }) {
  return (
    <div className="grid gap-x-6 gap-y-1 pt-1.5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <ol aria-label="What your app does" className="list-decimal pl-5">
        {session.instructions.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same step may come twice
          <li key={index} className="break-words">
            {sentence}
          </li>
        ))}
      </ol>
      <div className="min-w-0 text-ink-muted text-sm">
        <p className="break-words">Expected: {session.case.expected}</p>
        <p className="flex flex-wrap items-center gap-x-1.5">
          Send to
          <CopyText value={session.baseUrl} label="Base address" max={60} className="min-w-0 text-sm" />
          {session.runId && (
            <Link
              href={`/history/${session.runId}`}
              className="rounded-sm text-accent underline-offset-3 hover:underline"
            >
              The call that began it
            </Link>
          )}
        </p>
      </div>
    </div>
  )
}
