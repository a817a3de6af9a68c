import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import type { Code } from '@/lib/catalogue/types'
import { cn } from '@/lib/classes'
import { codePath } from './code-path'

/** A code of the provider: what it says, why it happens, what to do. */
export function CodeExplained({
  code,
  className,
  isLinked = true,
}: {
  code: Code
  className?: string
  /** Leads on to the page of the code. */
  isLinked?: boolean
}) {
  return (
    <article
      aria-label={code.code ? `Code ${code.code} explained` : 'Message explained'}
      className={cn('border-line-strong/50 border-l-2 py-0.5 pl-3', className)}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        {code.code !== null && <span className="wrap-anywhere font-mono font-semibold">{code.code}</span>}
        <span className="font-medium">{code.message}</span>
        {!code.confirmed && <Badge tone="outline">unconfirmed</Badge>}
      </p>
      {!code.success && (
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] wrap-anywhere gap-x-3 gap-y-0.5 text-sm">
          {code.cause && (
            <>
              <dt className="text-ink-muted">Cause</dt>
              <dd>{code.cause}</dd>
            </>
          )}
          {code.cure && (
            <>
              <dt className="text-ink-muted">Cure</dt>
              <dd>{code.cure}</dd>
            </>
          )}
          {!code.caution && (
            <>
              <dt className="text-ink-muted">Retry</dt>
              <dd>{code.retry ? 'Sending it again can help.' : 'Sending the same again will not help.'}</dd>
            </>
          )}
        </dl>
      )}
      {code.caution && (
        <p className="mt-1 flex items-start gap-1.5 text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-pending" />
          <span>
            <strong className="font-semibold">Do not just repeat it.</strong> {code.caution}
          </span>
        </p>
      )}
      {code.success && code.cause && <p className="mt-0.5 text-ink-muted text-sm">{code.cause}</p>}
      {code.note && <p className="mt-1 text-ink-muted text-sm">{code.note}</p>}
      <p className="mt-1 text-ink-faint text-xs">
        Source: {code.source}
        {isLinked && (
          <>
            {' · '}
            <Link
              href={codePath(code)}
              prefetch={false}
              className="wrap-anywhere text-accent underline underline-offset-3"
            >
              All about {code.code === null ? 'this message' : `code ${code.code}`}
            </Link>
          </>
        )}
      </p>
    </article>
  )
}
