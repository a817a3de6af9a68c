'use client'
import { useState, useTransition } from 'react'
import type { ActionResult } from '@/lib/auth/action-result'

/** Runs a server action and keeps what it refused: words for the whole form and for each field. */
export const useAction = <Input, Data>(action: (input: Input) => Promise<ActionResult<Data>>) => {
  const [isPending, startTransition] = useTransition()
  const [refused, setRefused] = useState<{ message: string; fields: Record<string, string[]> }>()
  const run = (input: Input, done: (data: Data) => void) =>
    startTransition(async () => {
      const result = await action(input)
      // After an await it is no transition any more: this joins what the server redraws.
      startTransition(() => {
        setRefused(result.ok ? undefined : result)
        if (result.ok) done(result.data)
      })
    })
  return {
    run,
    isPending,
    message: refused?.message,
    /** What is wrong with a field; forms that wrap their change are looked through. */
    errorsOf: (name: string): string[] | undefined =>
      refused?.fields[name] ?? refused?.fields[`change.${name}`],
    /** True when the message belongs to no field that is drawn. */
    isGeneral: refused !== undefined && Object.keys(refused.fields).length === 0,
    forget: () => setRefused(undefined),
  }
}
