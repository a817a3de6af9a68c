'use client'
import { Link2 } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useLive } from '@/components/live/live-provider'
import { exportUrl } from '@/components/runs/api'
import { RunDetailView, RunFacts } from '@/components/runs/run-detail'
import { useRun } from '@/components/runs/use-run'
import { useRunActions } from '@/components/runs/use-run-actions'
import { tryPath } from '@/components/runs/words'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { useCopy } from '@/components/ui/copy'
import { fetchedLater } from '@/components/ui/fetched'
import { Notice, Page, PageHeader } from '@/components/ui/layout'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import type { RunDetail } from '@/lib/workspace/views'

const RunCases = fetchedLater(() =>
  import('@/components/go-live/run-cases').then((module) => module.RunCases),
)

/** One run on its own page: the link that a teammate is given. */
export function RunPage({
  initial,
  isAsynchronous,
  canSend,
}: {
  initial: RunDetail
  isAsynchronous: boolean
  canSend: boolean
}) {
  const router = useRouter()
  const { copy } = useCopy()
  const { data: run = initial } = useRun(initial.id, { initial })
  const [isDeleted, setDeleted] = useState(false)
  const { sendAgain, askToDelete, isSending, dialogs } = useRunActions({
    onDeleted: () => router.push('/history'),
  })
  useLive('run-deleted', ({ id }) => id === initial.id && setDeleted(true))
  // A customer's payment was no request: there is nothing to send again.
  const isOurs = run.origin !== 'customer'
  return (
    <Page wide>
      <Link href="/history" className="text-ink-muted text-sm underline-offset-3 hover:underline">
        History
      </Link>
      <PageHeader title={run.operationTitle}>
        {canSend && isOurs && (
          <Button disabled={isSending || isDeleted} onClick={() => void sendAgain(run)}>
            {isSending ? 'Sending…' : 'Run again'}
          </Button>
        )}
        {isOurs && (
          <Button asChild>
            <Link href={tryPath(run.operation, { from: run.id })}>Edit and run</Link>
          </Button>
        )}
        <Menu>
          <MenuTrigger asChild>
            <Button>Export</Button>
          </MenuTrigger>
          <MenuContent align="end">
            {(['json', 'har'] as const).map((format) => (
              <MenuItem key={format} asChild>
                <a href={exportUrl(run.id, format)} download>
                  As {format.toUpperCase()}, secrets redacted
                </a>
              </MenuItem>
            ))}
          </MenuContent>
        </Menu>
        {canSend && (
          <Button variant="ghost" disabled={isDeleted} onClick={() => askToDelete(run)}>
            Delete…
          </Button>
        )}
        <Button
          size="icon"
          variant="ghost"
          aria-label="Copy a link to this run"
          title="Copy a link to this run"
          onClick={() => copy(window.location.href, 'Link copied')}
        >
          <Link2 />
        </Button>
      </PageHeader>
      {isDeleted && (
        <Notice tone="warn" className="mb-3">
          Somebody deleted this run. What is still on screen is the last that was read.
        </Notice>
      )}
      <RunDetailView run={run} isAsynchronous={isAsynchronous} />
      <div className="mt-6 grid gap-8 border-t pt-4 lg:grid-cols-2">
        <section aria-labelledby="facts" className="min-w-0">
          <h2 id="facts" className="pb-2 font-semibold text-base">
            Facts
          </h2>
          <RunFacts run={run} />
        </section>
        {isOurs && (
          <section aria-labelledby="values" className="min-w-0">
            <h2 id="values" className="pb-2 font-semibold text-base">
              Values as they were given
            </h2>
            <Code text={JSON.stringify(run.values, null, 2)} language="json" label="Copy values" />
          </section>
        )}
      </div>
      <RunCases runId={run.id} />
      {dialogs}
    </Page>
  )
}
