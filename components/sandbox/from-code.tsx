'use client'
import { type ReactNode, useMemo } from 'react'
import { choiceOf } from '@/components/address/address'
import { useAddress } from '@/components/address/use-address'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { useCopy } from '@/components/ui/copy'

/** One system at a time, and its settings as a file that a program reads. */
export function FromCode({
  systems,
}: {
  systems: { id: string; short: string; env: string; content: ReactNode }[]
}) {
  const names = useMemo(() => {
    const ids = systems.map(({ id }) => id)
    return { system: choiceOf(ids, ids[0] ?? '') }
  }, [systems])
  const { values, change } = useAddress(names)
  const { copy } = useCopy()
  const shown = systems.find(({ id }) => id === values.system) ?? systems[0]
  if (!shown) return null
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segmented
          aria-label="API system"
          value={shown.id}
          onChange={(system) => change({ system }, 'push')}
          options={systems.map(({ id, short }) => ({ value: id, label: short }))}
        />
        <Button onClick={() => copy(shown.env, 'Settings copied as .env')}>Copy as .env</Button>
      </div>
      {shown.content}
    </div>
  )
}
