'use client'
import { useState } from 'react'
import { Segmented } from '@/components/ui/choice'
import { Code, prettyText } from '@/components/ui/code'
import { CopyText } from '@/components/ui/copy'
import type { Headers } from '@/lib/workspace/views'

type View = 'pretty' | 'raw' | 'headers'

/** A message as it came: indented, as it was on the wire, and its headers. */
export function MessageView({
  body,
  headers,
  name,
  note,
}: {
  body: string
  headers: Headers
  /** What it is, for screen readers and the copy button: `Answer`. */
  name: string
  note?: string
}) {
  const [view, setView] = useState<View>('pretty')
  const pretty = prettyText(body)
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          aria-label={`View of ${name}`}
          value={view}
          onChange={setView}
          options={[
            { value: 'pretty', label: 'Pretty' },
            { value: 'raw', label: 'Raw' },
            { value: 'headers', label: `Headers ${headers.length}` },
          ]}
        />
        {note && <span className="text-ink-muted text-sm">{note}</span>}
      </div>
      {view === 'headers' ? (
        <HeaderList headers={headers} />
      ) : body === '' ? (
        <p className="rounded border bg-surface px-3 py-2 text-ink-muted text-sm">The body is empty.</p>
      ) : view === 'pretty' ? (
        <Code text={pretty.text} language={pretty.language} label={`Copy ${name}`} />
      ) : (
        <Code text={body} label={`Copy ${name}`} wrap />
      )}
    </div>
  )
}

function HeaderList({ headers }: { headers: Headers }) {
  if (headers.length === 0) return <p className="text-ink-muted text-sm">No headers.</p>
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-0.5 rounded border bg-surface px-3 py-2 text-sm sm:grid-cols-[max-content_1fr]">
      {headers.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headers repeat and keep their order
        <div key={index} className="contents">
          <dt className="font-mono text-ink-muted">{name}</dt>
          <dd className="min-h-6 min-w-0">
            <CopyText value={value} max={90} label={name} className="text-left" />
          </dd>
        </div>
      ))}
    </dl>
  )
}
