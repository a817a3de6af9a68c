'use client'
import Link from 'next/link'
import { useQuery } from '@/components/live/queries'
import { OwedCallback } from '@/components/sandbox/owed-callback'
import { Notice, Skeleton } from '@/components/ui/layout'
import { duration } from '@/lib/duration'
import type { RunDetail, TimelineEntry } from '@/lib/workspace/views'
import { getCallback } from './api'
import { MessageView } from './message-view'

/** The message behind a line, as it was on the wire. */
export function TimelineMessage({ entry, run }: { entry: TimelineEntry; run: RunDetail }) {
  if (entry.kind === 'request') {
    return (
      <div className="flex flex-col gap-1.5">
        <p className="break-all font-mono text-sm">
          {run.request.method} {run.request.url}
        </p>
        <MessageView
          name="request"
          body={run.request.body}
          headers={run.request.headers}
          note="As sent. Secrets are redacted in the stored copy."
        />
      </div>
    )
  }
  if (entry.kind === 'acknowledgement' && run.acknowledgement) {
    return (
      <MessageView
        name="answer"
        body={run.acknowledgement.body}
        headers={run.acknowledgement.headers}
        note={`HTTP ${run.acknowledgement.status} in ${duration(run.acknowledgement.ms)}`}
      />
    )
  }
  if (entry.kind === 'unreachable' && run.unreachable) {
    return <p className="break-words font-mono text-sm">{run.unreachable.detail || run.unreachable.cause}</p>
  }
  if (entry.id.startsWith('owed-')) return <OwedCallback id={entry.id.slice('owed-'.length)} />
  if (entry.callbackId !== null) return <CallbackMessage id={entry.callbackId} />
  return null
}

function CallbackMessage({ id }: { id: number }) {
  const { data, error } = useQuery({
    queryKey: ['callback', id],
    queryFn: ({ signal }) => getCallback(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) return <Notice tone="bad">{error.message}</Notice>
  if (!data) return <Skeleton className="h-24" />
  return (
    <div className="flex flex-col gap-2">
      <Link href={`/inbox?c=${id}`} className="self-start text-accent text-sm hover:underline sm:hidden">
        In the inbox
      </Link>
      {data.facts.length > 0 && (
        <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-0.5 text-sm">
          {data.facts.map((fact) => (
            <div key={fact.name} className="contents">
              <dt className="text-ink-muted">{fact.name}</dt>
              <dd className="min-w-0 break-words font-mono">{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <MessageView
        name="callback"
        body={data.body}
        headers={data.headers}
        note={`${data.method} ${data.path}, ${data.answer.status === 0 ? 'not answered' : `answered ${data.answer.status} in ${duration(data.answer.micros / 1000)}`}${
          data.bodyEncoding === 'base64' ? ', bytes shown as base64' : ''
        }`}
      />
    </div>
  )
}
