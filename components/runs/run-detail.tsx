'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Money } from '@/components/payments/money'
import { KindBadge, Verdict } from '@/components/payments/verdict'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { fetched } from '@/components/ui/fetched'
import { Notice } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { duration } from '@/lib/duration'
import { originWords } from '@/lib/wire/origins'
import type { RunDetail } from '@/lib/workspace/views'
import { CodeExplained } from './code-explained'
import { MessageView } from './message-view'
import { OriginBadge } from './origin-badge'
import { Timeline } from './timeline'
import { runSentence, tryPath } from './words'

// Beside what is read first.
const RunSequence = fetched(() => import('./run-sequence').then((module) => module.RunSequence))

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
  const shownExplanation = run.timeline.some(
    (entry) => entry.explanation && entry.kind !== 'related-run' && !/neutral|pending/.test(entry.tone),
  )
  return (
    <article className="@container min-w-0" aria-label={`Run ${run.id}`}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b pb-2">
        <Heading className="flex items-center gap-1.5 font-semibold text-base">
          Run <CopyText value={run.id} max={14} label="Run id" className="font-normal text-ink-muted" />
        </Heading>
        <Verdict verdict={run.verdict} />
        <span role="status" className="min-w-0 font-medium">
          {runSentence(run, isAsynchronous)}
        </span>
        {run.decidedBy && deciderWords[run.decidedBy] && (
          <Badge tone="outline" title={deciderWords[run.decidedBy]?.title}>
            {deciderWords[run.decidedBy]?.words}
          </Badge>
        )}
        {run.receipt && <CopyText value={run.receipt} label="Receipt" className="font-semibold" />}
        <KindBadge kind={run.environment.kind} />
        <OriginBadge origin={run.origin} />
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
      <div className="grid gap-x-8 gap-y-4 pt-1 @min-[54rem]:grid-cols-[minmax(0,3fr)_minmax(320px,2fr)]">
        <div className="min-w-0">
          <Timeline run={run} />
          {run.explanation && !shownExplanation && run.verdict !== 'pending' && (
            <CodeExplained code={run.explanation} className="mt-2 ml-6" />
          )}
          {(run.verdict === 'pending' || run.verdict === 'no-word') &&
            run.answerStatus !== null &&
            isAsynchronous && (
              <p className="mt-2 ml-6 text-sm">
                <Link
                  href={`/guides/callback-never-came?run=${run.id}`}
                  prefetch={false}
                  className="text-accent underline-offset-3 hover:underline"
                >
                  Nothing comes? Find out why
                </Link>
              </p>
            )}
          {run.notes.length > 0 && (
            <Notice className="mt-3" title="What the sandbox remarks">
              <ul className="list-disc pl-4">
                {run.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-3 @min-[54rem]:border-l @min-[54rem]:pl-6">
          <Answer run={run} />
          <h3 className="py-1.5 text-ink-muted text-sm">Who said what</h3>
          <RunSequence run={run} />
        </div>
      </div>
    </article>
  )
}

/** What a verdict rests on, where that is not the provider’s own message or answer. */
const deciderWords: Partial<Record<NonNullable<RunDetail['decidedBy']>, { words: string; title: string }>> = {
  query: { words: 'by status query', title: 'The answer to a query about this run told it' },
  'unproved-query': {
    words: 'by status query, sender not proved',
    title: 'The message that answers a query about this run fits it, and nothing proves who sent it.',
  },
  validation: { words: 'by validation', title: 'The answer to the validation, or its silence, decided it' },
  'unproved-message': {
    words: 'sender not proved',
    title: 'The message fits this run, and nothing proves that the provider sent it. A query does.',
  },
}

/** The immediate answer with its status, time, headers and body. */
function Answer({ run }: { run: RunDetail }) {
  if (!run.acknowledgement) return null
  const { status, ms, headers, body } = run.acknowledgement
  const picture = pictureIn(body)
  return (
    <section aria-label="Answer" className="min-w-0 pt-1.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pb-1.5">
        <h3 className="text-ink-muted text-sm">Answer</h3>
        <Badge tone={status < 300 ? 'neutral' : 'refused'}>HTTP {status}</Badge>
        <span className="font-mono text-ink-muted text-sm">{duration(ms)}</span>
      </div>
      {picture && (
        // biome-ignore lint/performance/noImgElement: the picture is inside the answer, there is nothing to load
        <img
          src={`data:image/png;base64,${picture}`}
          alt="QR code in the answer"
          className="mb-2 size-44 rounded border bg-white p-2"
        />
      )}
      <MessageView name="answer" body={body} headers={headers} />
    </section>
  )
}

/** A PNG that an answer carries as base64 in one of its values. */
const pictureIn = (body: string): string | undefined => {
  try {
    const values: unknown[] = Object.values(JSON.parse(body) ?? {})
    return values.find(
      (value): value is string => typeof value === 'string' && /^iVBORw0KGgo[A-Za-z0-9+/=]+$/.test(value),
    )
  } catch {
    return undefined
  }
}

/** Who sent it, and how it reached the sandbox. */
function Sender({ run: { origin, sentBy, exchange } }: { run: RunDetail }) {
  if (origin === 'form' || origin === 'script') return sentBy
  if (origin === 'customer') return 'A customer'
  const words = originWords[origin]
  return (
    <>
      {origin === 'software' ? (
        <>
          Your software: {exchange?.userAgent || sentBy}
          {exchange?.remoteAddress && <span className="text-ink-muted"> from {exchange.remoteAddress}</span>}
        </>
      ) : (
        `${words}: ${sentBy}`
      )}
      {exchange && (
        <>
          {' '}
          <Link
            href={`/sandbox/exchanges/${exchange.id}`}
            prefetch={false}
            className="text-accent underline-offset-3 hover:underline"
          >
            The call as it came
          </Link>
        </>
      )}
    </>
  )
}

/** What was sent, by whom and when: beside the timeline on a run's own page. */
export function RunFacts({ run }: { run: RunDetail }) {
  const rows: [string, ReactNode][] = [
    ['Operation', run.operationTitle],
    ['Environment', run.environment.name],
    [run.origin === 'customer' ? 'Started by' : 'Sent by', <Sender key="by" run={run} />],
    [
      run.origin === 'customer' ? 'First told at' : 'Sent at',
      <Time key="at" at={run.createdAt} show="date" />,
    ],
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
          <dd className="min-h-6 min-w-0 break-words">{value}</dd>
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
