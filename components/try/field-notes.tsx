'use client'
import { RotateCcw, TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/classes'
import type { ValueIssue } from '@/lib/derive'
import type { FieldHint } from './field-view'

export function Length({ count, most }: { count: number | null; most: number }) {
  return (
    <span className={cn('shrink-0 font-mono text-xs', (count ?? 0) > most && 'font-semibold text-pending')}>
      <span className="sr-only">Length </span>
      {count ?? '–'}/{most}
    </span>
  )
}

/** Where a value comes from, or that it was changed and the way back. */
export function Hint({
  hint,
  title,
  describedBy,
  disabled,
  onReset,
}: {
  hint: FieldHint
  title: string
  describedBy: string
  disabled: boolean
  onReset: () => void
}) {
  if (hint.kind === 'follows') return <span className="min-w-0 break-words">{hint.words}</span>
  if (hint.kind === 'origin') return <span className="truncate">{hint.words}</span>
  return (
    <>
      <span className={cn('truncate', hint.words === 'by hand' && 'text-pending')}>{hint.words}</span>
      <Button
        size="inline"
        variant="ghost"
        className="rounded-sm p-0.5 text-ink-muted"
        disabled={disabled}
        aria-label="Reset"
        aria-describedby={describedBy}
        title={title}
        onClick={onReset}
      >
        <RotateCcw className="size-3.5!" />
      </Button>
    </>
  )
}

/** What is wrong with a value: what the server refused, and what the checks find. */
export function Wrong({ id, issues, refusals }: { id: string; issues: ValueIssue[]; refusals: string[] }) {
  return (
    <div id={id} className="pt-0.5 text-sm">
      {refusals.map((refusal) => (
        <p key={refusal} className="text-failed">
          {refusal}
        </p>
      ))}
      {issues.map((issue) => (
        <p key={issue.message} className="flex items-start gap-1 text-pending">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>
            {issue.message}
            {issue.source && <span className="text-ink-faint"> ({issue.source})</span>}
          </span>
        </p>
      ))}
    </div>
  )
}
