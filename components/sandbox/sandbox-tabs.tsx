'use client'
import Link from 'next/link'
import { type ReactNode, useMemo } from 'react'
import { choiceOf } from '@/components/address/address'
import { useAddress } from '@/components/address/use-address'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'

export type SandboxTab = { value: string; label: string; content: ReactNode }

/** The first tab has the plain address, the others say theirs. */
export function SandboxTabs({ tabs }: { tabs: SandboxTab[] }) {
  const names = useMemo(() => {
    const values = tabs.map(({ value }) => value)
    return { tab: choiceOf(values, values[0] ?? '') }
  }, [tabs])
  const { values, change } = useAddress(names)
  return (
    <Tabs value={values.tab} onValueChange={(tab) => change({ tab }, 'push')}>
      <div className="flex items-center gap-4 overflow-x-auto border-b">
        <TabsList aria-label="The sandbox" className="shrink-0 border-b-0">
          {tabs.map((tab) => (
            <TabsTrigger key={tab.value} value={tab.value} className="mb-0">
              {tab.label}
            </TabsTrigger>
          ))}
        </TabsList>
        <Link href="/sandbox/exchanges" className="shrink-0 py-1.5 text-ink-muted hover:text-ink">
          Exchanges
        </Link>
      </div>
      {tabs.map((tab) => (
        <TabsContent key={tab.value} value={tab.value}>
          {tab.content}
        </TabsContent>
      ))}
    </Tabs>
  )
}
