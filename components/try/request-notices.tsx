'use client'
import Link from 'next/link'
import { Notice } from '@/components/ui/layout'
import type { ValueIssue } from '@/lib/derive'
import type { PlanView } from '@/lib/workspace/views'

/** What stands between the form and its button: checks of no field, what is missing, and what failed. */
export function RequestNotices({
  issues,
  missing,
  environment,
  planError,
  failure,
}: {
  issues: readonly ValueIssue[]
  missing: PlanView['missing']
  environment: { slug: string; name: string }
  planError: string | null
  failure: string | null
}) {
  return (
    <>
      {issues.map((issue) => (
        <p key={issue.message} className="pt-1 text-pending text-sm">
          {issue.message}
          {issue.source && <span className="text-ink-faint"> ({issue.source})</span>}
        </p>
      ))}
      {missing && (
        <Notice tone="warn" className="mt-2" title={missing.message}>
          {missing.credential && (
            <Link
              href={`/environments/${environment.slug}`}
              className="text-accent underline-offset-3 hover:underline"
            >
              Open {environment.name}
            </Link>
          )}
        </Notice>
      )}
      {planError && (
        <Notice tone="bad" className="mt-2">
          {planError}
        </Notice>
      )}
      {failure && (
        <Notice tone="bad" className="mt-2" role="alert">
          {failure}
        </Notice>
      )}
    </>
  )
}
