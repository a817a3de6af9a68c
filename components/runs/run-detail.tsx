'use client'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { Money } from '@/components/payments/money'
import { KindBadge, Verdict } from '@/components/payments/verdict'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Notice } from '@/components/ui/layout'
import { duration, Time } from '@/components/ui/time'
import type { RunDetail } from '@/lib/workspace/views'
import { CodeExplained } from './code-explained'
import { MessageView } from './message-view'
import { stepsOfTimeline } from './sequence'
import { SequenceDiagram } from './sequence-diagram'
import { Timeline } from './timeline'
import { runSentence, tryPath } from './words'

/** A run from its first byte to its verdict: shared by the form's page and by history. */
export function RunDetailView({
  run,
  isAsynchronous = true,
  actions,
  headingLevel = 'h2',
}: {
  run: RunDetail
  isAsynchronous?: boolean
  actions?: ReactNode
  headingLevel?: 'h1' | 'h2'
}) {
  const Heading = headingLevel
  const shownExplanation = run.timeline.some((entry) => entry.explanation && entry.tone !== 'neutral')
  return (
    <article className="min-w-0" aria-label={`Run ${run.id}`}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b pb-2">
        <Heading className="flex items-center gap-1.5 font-semibold text-base">
          Run <CopyText value={run.id} max={14} label="Run id" className="font-normal text-ink-muted" />
        </Heading>
        <Verdict verdict={run.verdict} />
        <span role="status" className="min-w-0 font-medium">
          {runSentence(run, isAsynchronous)}
        </span>
        {run.receipt && <CopyText value={run.receipt} label="Receipt" className="font-semibold" />}
        <KindBadge kind={run.environment.kind} />
        {run.sentAnyway && <Badge tone="outline">sent against the checks</Badge>}
        <span className="ml-auto flex flex-wrap items-center gap-1.5">
          {run.followUps.map((next) => (
            <Button key={`${next.label} ${next.operation}`} size="sm" asChild>
              <Link href={tryPath(next.operation, { values: next.values })}>{next.label}</Link>
            </Button>
          ))}
          {actions}
        </span>
      </header>
      <div className="grid gap-x-8 gap-y-4 pt-1 xl:grid-cols-[minmax(0,3fr)_minmax(320px,2fr)]">
        <div className="min-w-0">
          <Timeline run={run} />
          {run.explanation && !shownExplanation && (
            <CodeExplained code={run.explanation} className="mt-2 ml-6" />
          )}
          {run.notes.length > 0 && (
            <Notice className="mt-3" title="What a strict reading would refuse">
              <ul className="list-disc pl-4">
                {run.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
        <div className="min-w-0 xl:border-l xl:pl-6">
          <h3 className="py-1.5 text-ink-muted text-sm">Who said what</h3>
          <SequenceDiagram steps={stepsOfTimeline(run.timeline)} title="Sequence of this run" />
        </div>
      </div>
    </article>
  )
}

/** The immediate answer with its status, time, headers and body. */
export function Answer({ run }: { run: RunDetail }) {
  const [isOpen, setOpen] = useState(true)
  if (run.unreachable) return null
  if (!run.acknowledgement) return null
  const { status, ms, headers, body } = run.acknowledgement
  return (
    <section aria-label="Answer" className="min-w-0">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-1.5">
        <h2 className="font-semibold text-base">Answer</h2>
        <Badge tone={status < 300 ? 'good' : 'refused'}>HTTP {status}</Badge>
        <span className="text-ink-muted text-sm">{duration(ms)}</span>
        <Button size="sm" variant="ghost" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide' : 'Show'}
        </Button>
      </header>
      {isOpen && <MessageView name="answer" body={body} headers={headers} />}
    </section>
  )
}

/** What was sent, by whom and when: beside the timeline on a run's own page. */
export function RunFacts({ run }: { run: RunDetail }) {
  const rows: [string, ReactNode][] = [
    ['Operation', run.operationTitle],
    ['Environment', run.environment.name],
    ['Sent by', run.sentBy],
    ['Sent at', <Time key="at" at={run.createdAt} show="date" />],
  ]
  if (run.amountCents !== null && run.currency) {
    rows.push(['Amount', <Money key="amount" cents={run.amountCents} currency={run.currency} />])
  }
  if (run.msisdn) rows.push(['Phone', <CopyText key="phone" value={run.msisdn} label="Phone" />])
  if (run.reference) rows.push(['Reference', <CopyText key="ref" value={run.reference} label="Reference" />])
  if (run.answerMs !== null) rows.push(['Answered in', duration(run.answerMs)])
  for (const key of run.keys) {
    if (key.kind === 'run' || key.value === run.receipt) continue
    rows.push([
      keyTitles[key.kind] ?? key.kind,
      <CopyText key={key.kind} value={key.value} max={36} label={keyTitles[key.kind] ?? key.kind} />,
    ])
  }
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-muted">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const keyTitles: Record<string, string> = {
  'checkout-id': 'Checkout id',
  'merchant-request-id': 'Merchant request id',
  'conversation-id': 'Conversation id',
  'originator-conversation-id': 'Originator conversation id',
  'third-party-reference': 'Third-party reference',
  receipt: 'Receipt',
}
