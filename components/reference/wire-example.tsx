import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/code'
import type { WireExample as Example, Json } from '@/lib/catalogue/types'

export function WireBody({ body, label }: { body: Json; label: string }) {
  if (body === null) return <p className="text-ink-muted text-sm">Empty body.</p>
  if (typeof body === 'string')
    return <Code text={body} language={body.trimStart().startsWith('<') ? 'xml' : 'text'} label={label} />
  return <Code text={JSON.stringify(body, null, 2)} language="json" label={label} />
}

/** An answer as it is seen on the wire, with its status and when it is seen. */
export function WireExample({ example, title }: { example: Example; title: string }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 flex flex-wrap items-baseline gap-2">
        <span className="font-medium">{title}</span>
        <Badge tone={example.httpStatus < 300 ? 'good' : 'refused'}>HTTP {example.httpStatus}</Badge>
      </p>
      <WireBody body={example.body} label={`Copy ${title.toLowerCase()}`} />
      {example.note && <p className="mt-1 text-ink-muted text-sm">{example.note}</p>}
    </div>
  )
}
