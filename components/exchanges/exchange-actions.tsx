'use client'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton, useCopy } from '@/components/ui/copy'
import { useEverOpen } from '@/components/ui/on-demand'
import type { ExchangeDetail } from '@/lib/workspace/exchanges/views'

const CasePicker = dynamic(() => import('./case-picker').then((module) => module.CasePicker))

/** What can be done with an exchange: in a shell, in the form, as evidence. */
export function ExchangeActions({ exchange, canChange }: { exchange: ExchangeDetail; canChange: boolean }) {
  const { copy } = useCopy()
  const [isPicking, setPicking] = useState(false)
  const isEverPicking = useEverOpen(isPicking)
  const link = () => `${window.location.origin}/sandbox/exchanges/${exchange.id}`
  return (
    <div className="flex flex-wrap items-center gap-2">
      {exchange.tryPath && (
        <Button size="sm" asChild>
          <Link href={exchange.tryPath}>Open in Try it</Link>
        </Button>
      )}
      <CopyButton value={exchange.curl} label="Copy as cURL; secrets are shell variables">
        Copy as cURL
      </CopyButton>
      {canChange && exchange.runId && (
        <Button size="sm" onClick={() => setPicking(true)}>
          Make a case of it…
        </Button>
      )}
      <Button size="sm" variant="ghost" onClick={() => copy(link(), 'Link copied')}>
        Link
      </Button>
      {isEverPicking && exchange.runId && (
        <CasePicker runId={exchange.runId} open={isPicking} onOpenChange={setPicking} />
      )}
    </div>
  )
}
