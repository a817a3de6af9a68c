'use client'
import { useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'

export type SandboxTab = { value: string; label: string; content: ReactNode }

/** The first tab has the plain address, the others say theirs. */
export function SandboxTabs({ tabs }: { tabs: SandboxTab[] }) {
  const query = useSearchParams()
  const first = tabs[0]?.value ?? ''
  const named = query.get('tab')
  const current = tabs.some((tab) => tab.value === named) ? (named ?? first) : first
  const go = (value: string) => {
    const next = new URLSearchParams(query)
    if (value === first) next.delete('tab')
    else next.set('tab', value)
    const text = next.toString()
    window.history.pushState(null, '', `/sandbox${text ? `?${text}` : ''}`)
  }
  return (
    <Tabs value={current} onValueChange={go}>
      <TabsList aria-label="The sandbox">
        {tabs.map((tab) => (
          <TabsTrigger key={tab.value} value={tab.value}>
            {tab.label}
          </TabsTrigger>
        ))}
      </TabsList>
      {tabs.map((tab) => (
        <TabsContent key={tab.value} value={tab.value}>
          {tab.content}
        </TabsContent>
      ))}
    </Tabs>
  )
}
