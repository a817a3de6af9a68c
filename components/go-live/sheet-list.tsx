'use client'
import Link from 'next/link'
import { KindBadge } from '@/components/payments/verdict'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState, Notice, Page, PageHeader } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import type { SheetSummary } from '@/lib/workspace/go-live/views'
import { Counts } from './counts'
import { NewSheet, type SheetChoices } from './new-sheet'
import { useSheets } from './use-sheet'
import { jobStateWords, jobTone } from './words'

/** All sheets of the workspace, each with how far it is. */
export function SheetList({
  initial,
  choices,
  canChange,
  isCreating,
}: {
  initial: SheetSummary[]
  choices: SheetChoices
  canChange: boolean
  isCreating: boolean
}) {
  const { data: sheets, error } = useSheets(initial)
  const create = (
    <Button variant="primary" asChild>
      <Link href="/go-live?new=1" scroll={false}>
        New sheet
      </Link>
    </Button>
  )
  return (
    <Page>
      <PageHeader
        title="Go live"
        description="Test case sheets that fill themselves from runs that really happened."
      >
        {canChange && sheets.length > 0 && create}
      </PageHeader>
      {error && (
        <Notice tone="bad" title="The sheets cannot be read" className="mb-3">
          {error.message}
        </Notice>
      )}
      {sheets.length === 0 ? (
        <EmptyState
          title="A sheet holds the provider's test cases and is filled by the runs of one environment."
          action={canChange ? create : undefined}
        >
          For example: choose the local sandbox with M-PESA Express and B2C, press “Run all that is missing”,
          and export the workbook that the Daraja portal asked for, with the evidence of each row.
        </EmptyState>
      ) : (
        <ul aria-label="Sheets" className="border-t">
          {sheets.map((sheet) => (
            <li
              key={sheet.id}
              className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-2 border-b px-2 py-2.5 hover:bg-hover md:grid-cols-[minmax(0,1fr)_minmax(0,26rem)_9.5rem]"
            >
              <span className="min-w-0">
                <Link
                  href={`/go-live/${sheet.id}`}
                  className="block truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
                >
                  {sheet.name}
                </Link>
                <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-sm">
                  <span className="truncate">{sheet.environment.name}</span>
                  <KindBadge kind={sheet.environment.kind} />
                  <span>{sheet.systemTitle}</span>
                </span>
              </span>
              <Counts counts={sheet.counts} className="text-sm max-md:col-span-2 max-md:row-start-2" />
              <span className="flex flex-col items-end gap-1 text-ink-muted text-sm">
                {sheet.job && sheet.job.state !== 'done' && (
                  <Badge tone={jobTone[sheet.job.state]}>
                    {jobStateWords[sheet.job.state]} {sheet.job.done} of {sheet.job.total}
                  </Badge>
                )}
                <Time at={sheet.updatedAt} show="date" className="font-mono max-md:hidden" />
              </span>
            </li>
          ))}
        </ul>
      )}
      {canChange && <NewSheet open={isCreating} choices={choices} />}
    </Page>
  )
}
