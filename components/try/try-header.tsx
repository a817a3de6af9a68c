'use client'
import { Link2 } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText, useCopy } from '@/components/ui/copy'
import { Notice, PageHeader } from '@/components/ui/layout'
import { operationStatuses } from '@/lib/catalogue/operation-statuses'
import type { Operation } from '@/lib/catalogue/types'

/** Which call this is, and what replaces it where it is an older one. */
export function TryHeader({
  operation,
  successor,
}: {
  operation: Operation
  successor: { title: string; path: string } | null
}) {
  const { copy } = useCopy()
  return (
    <>
      <PageHeader title={operation.title} description={operation.summary} className="pb-3">
        <CopyText
          value={`${operation.method} ${operation.path}`}
          max={70}
          label="Path"
          className="text-ink-muted"
        />
        <Badge tone={operation.status === 'current' ? 'good' : 'outline'}>
          {operationStatuses[operation.status]}
        </Badge>
        {operation.version && <Badge tone="outline">{operation.version}</Badge>}
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label="Copy a link to this screen"
          title="Copy a link to this screen"
          onClick={() => copy(window.location.href, 'Link copied')}
        >
          <Link2 />
        </Button>
      </PageHeader>
      {successor && (
        <Notice className="mb-3">
          An older form of{' '}
          <Link href={successor.path} className="text-accent underline underline-offset-3">
            {successor.title}
          </Link>
          , which is the current one.
        </Notice>
      )}
    </>
  )
}
