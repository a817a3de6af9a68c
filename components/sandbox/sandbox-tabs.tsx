'use client'
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
