import Link from 'next/link'
import { KindBadge } from '@/components/payments/verdict'
import { CopyText } from '@/components/ui/copy'
import type { EnvironmentView } from '@/lib/workspace/views'

const most = 4

/** Where the chosen environment is reached, and the plain credentials that a program needs there. */
export function Connection({ environment }: { environment: EnvironmentView }) {
  const plain = environment.credentials.flatMap(({ name, label, secret, shown }) =>
    !secret && shown ? [{ name, label, shown }] : [],
  )
  const rows = [
    { name: 'base', label: 'Base URL', shown: environment.resolvedBaseUrl },
    { name: 'inbox', label: 'Callbacks to', shown: environment.inboxUrl },
    ...plain.slice(0, most),
  ]
  return (
    <section aria-labelledby="connection" className="min-w-0">
      <h2 id="connection" className="flex flex-wrap items-center gap-2 pb-1 font-semibold">
        {environment.name}
        <KindBadge kind={environment.kind} />
        <Link
          href={environment.kind === 'local' ? '/sandbox?tab=code' : `/environments/${environment.slug}`}
          className="ml-auto font-normal text-accent text-sm hover:underline"
        >
          {environment.kind === 'local' ? 'Use it from your code' : 'All credentials'}
        </Link>
      </h2>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm">
        {rows.map(({ name, label, shown }) => (
          <div key={name} className="contents">
            <dt className="py-0.5 text-ink-muted">{label}</dt>
            <dd className="min-w-0">
              <CopyText value={shown} max={52} label={label} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
