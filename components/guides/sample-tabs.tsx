'use client'
import { Code } from '@/components/ui/code'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'

/** One request as a program, in the language of the reader. */
export function SampleTabs({
  title,
  samples,
}: {
  title: string
  samples: { label: string; code: string }[]
}) {
  if (samples.length === 0) return null
  return (
    <Tabs defaultValue={samples[0]?.label}>
      <p className="font-medium text-sm">{title}</p>
      <TabsList aria-label={`${title}: languages`}>
        {samples.map(({ label }) => (
          <TabsTrigger key={label} value={label}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      {samples.map(({ label, code }) => (
        <TabsContent key={label} value={label}>
          <Code text={code} label={`Copy ${label}`} />
        </TabsContent>
      ))}
    </Tabs>
  )
}
