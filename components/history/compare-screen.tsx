'use client'
import Link from 'next/link'
import { useState } from 'react'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { Verdict } from '@/components/payments/verdict'
import { getCallback } from '@/components/runs/api'
import { type ComparedPart, compareRuns, type Difference } from '@/components/runs/compare'
import { useRun } from '@/components/runs/use-run'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/choice'
import { middleTruncate } from '@/components/ui/copy'
import { Notice, Page, PageHeader, Skeleton } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { cn } from '@/lib/classes'
import type { RunDetail } from '@/lib/workspace/views'

const words: Record<Difference, { word: string; tone: BadgeTone }> = {
  same: { word: 'same', tone: 'neutral' },
  changed: { word: 'changed', tone: 'pending' },
  'only-a': { word: 'only in A', tone: 'refused' },
  'only-b': { word: 'only in B', tone: 'simulated' },
}

/** What the callbacks say, as far as they can be read. */
const useBodies = (ids: number[]): ReadonlyMap<number, string> => {
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['callback-bodies', ...ids],
    queryFn: () =>
      Promise.allSettled(
        ids.map((id) =>
          queries.fetchQuery({
            queryKey: ['callback', id],
            queryFn: () => getCallback(id),
            staleTime: Number.POSITIVE_INFINITY,
            retry: 1,
          }),
        ),
      ),
  })
  return new Map(
    (data ?? []).flatMap((each) =>
      each.status === 'fulfilled' ? [[each.value.id, each.value.body] as const] : [],
    ),
  )
}

/** Two runs field by field. */
export function CompareScreen({ a, b }: { a: string; b: string }) {
  const first = useRun(a)
  const second = useRun(b)
  const [hidesSame, setHidesSame] = useState(true)
  const ids = [...(first.data?.callbacks ?? []), ...(second.data?.callbacks ?? [])].map(
    (callback) => callback.id,
  )
  const bodies = useBodies(ids)
  const error = first.error ?? second.error
  return (
    <Page wide>
      <Link href="/history" className="text-ink-muted text-sm underline-offset-3 hover:underline">
        History
      </Link>
      <PageHeader title="Compare two runs">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
        <label className="flex items-center gap-2 text-sm">
          <Switch checked={hidesSame} onCheckedChange={setHidesSame} />
          Only differences
        </label>
        <Button asChild>
          <Link href={`/history/compare?a=${b}&b=${a}`}>Swap</Link>
        </Button>
      </PageHeader>
      {error ? (
        <Notice tone="bad" title="One of the runs cannot be read">
          {error.message}
        </Notice>
      ) : first.data && second.data ? (
        <>
          <div className="grid gap-4 pb-4 sm:grid-cols-2">
            <RunHead letter="A" run={first.data} />
            <RunHead letter="B" run={second.data} />
          </div>
          {compareRuns(first.data, second.data, bodies).map((part) => (
            <Part key={part.title} part={part} hidesSame={hidesSame} />
          ))}
        </>
      ) : (
        <div className="flex flex-col gap-3" aria-busy="true">
          <Skeleton />
          <Skeleton className="w-3/4" />
        </div>
      )}
    </Page>
  )
}

function RunHead({ letter, run }: { letter: string; run: RunDetail }) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 border-l-2 pl-3">
      <span className="font-semibold">{letter}</span>
      <Link href={`/history/${run.id}`} className="font-mono text-sm hover:underline" title={run.id}>
        {middleTruncate(run.id, 14)}
      </Link>
      <Verdict verdict={run.verdict} />
      <span className="min-w-0 truncate">{run.operationTitle}</span>
      <Time at={run.createdAt} show="date" className="font-mono text-ink-muted text-sm" />
    </div>
  )
}

function Part({ part, hidesSame }: { part: ComparedPart; hidesSame: boolean }) {
  const different = part.rows.filter((row) => row.difference !== 'same')
  const rows = hidesSame ? different : part.rows
  return (
    <section aria-label={part.title} className="border-t py-3">
      <h2 className="flex items-baseline gap-2 pb-1 font-semibold text-base">
        {part.title}
        <span className="font-normal text-ink-muted text-sm">
          {different.length === 0
            ? `all ${part.rows.length} the same`
            : `${different.length} of ${part.rows.length} differ`}
        </span>
      </h2>
      {rows.length > 0 && (
        <Table aria-label={`${part.title}, side by side`} className="table-fixed max-sm:min-w-[640px]">
          <thead>
            <tr>
              <Th className="w-[24%]">Field</Th>
              <Th className="w-[8rem]">Difference</Th>
              <Th>A</Th>
              <Th>B</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <Td className="break-all font-mono text-sm">{row.name}</Td>
                <Td>
                  <Badge tone={words[row.difference].tone}>{words[row.difference].word}</Badge>
                </Td>
                {[row.a, row.b].map((value, index) => (
                  <Td
                    // biome-ignore lint/suspicious/noArrayIndexKey: A is always the first
                    key={index}
                    className={cn(
                      'break-all font-mono text-sm',
                      row.difference === 'same' && 'text-ink-muted',
                      row.difference === 'changed' && 'bg-pending-soft',
                    )}
                  >
                    {value ?? <span className="text-ink-faint">absent</span>}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}
