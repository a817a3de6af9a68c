'use client'
import { type ReactNode, useState } from 'react'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { cn } from '@/lib/classes'

type Side = 'run' | 'reference'

/**
 * What stands beside the form: the documentation, and once something is sent, the run in its place with the
 * documentation as a tab. Where there is no room beside the form the run comes below it.
 */
export function SidePane({
  runId,
  run,
  reference,
}: {
  runId: string | null
  run: ReactNode
  reference: ReactNode
}) {
  const [side, setSide] = useState<{ of: string | null; shown: Side }>({ of: runId, shown: 'run' })
  // A run that is opened is looked at.
  if (side.of !== runId) setSide({ of: runId, shown: 'run' })
  return (
    <aside
      aria-label={runId ? 'Run and reference' : 'Reference'}
      className={cn(
        'min-w-0 scroll-mt-14 @min-[56rem]/page:sticky @min-[56rem]/page:top-14 @min-[56rem]/page:max-h-[calc(100dvh-10rem)] @min-[56rem]/page:self-start @min-[56rem]/page:overflow-y-auto @min-[56rem]/page:border-l @min-[56rem]/page:pl-6',
        // The phone on the screen covers none of it.
        '@min-[56rem]/page:[body:has([data-phone-open])_&]:max-h-[max(10rem,calc(100dvh-41rem))]',
        !runId && '@max-[56rem]/page:hidden',
      )}
    >
      {runId ? (
        <Tabs
          value={side.shown}
          onValueChange={(next) => setSide({ of: runId, shown: next === 'run' ? 'run' : 'reference' })}
        >
          <TabsList className="sticky top-0 z-10 bg-canvas">
            <TabsTrigger value="run">Run</TabsTrigger>
            <TabsTrigger value="reference">Reference</TabsTrigger>
          </TabsList>
          <TabsContent value="run">{run}</TabsContent>
          <TabsContent value="reference">{reference}</TabsContent>
        </Tabs>
      ) : (
        reference
      )}
      {/* Says that there is more below. */}
      <div
        aria-hidden
        className="pointer-events-none sticky bottom-0 mt-2 h-5 bg-linear-to-t from-canvas @max-[56rem]/page:hidden"
      />
    </aside>
  )
}
