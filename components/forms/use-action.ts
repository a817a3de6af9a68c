'use client'
import { useState, useTransition } from 'react'
import { useToast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/auth/action-result'
import { settled } from './result-of'

/** A change behind a button that is no form: whether it is on its way, and why it was refused. */
export const useAction = <Input, Data>(
  action: (input: Input) => Promise<ActionResult<Data>>,
  /** Where the button has no place for it, a toast says why. */
  { saysWhyIn }: { saysWhyIn?: 'toast' } = {},
) => {
  const say = useToast()
  const [isPending, startTransition] = useTransition()
  const [message, setMessage] = useState('')
  const run = (input: Input, onDone?: (data: Data) => void) =>
    startTransition(async () => {
      const result = await settled(action(input))
      // After an await it is no transition any more: this joins what the server redraws.
      startTransition(() => {
        setMessage(result.ok ? '' : result.message)
        if (result.ok) onDone?.(result.data)
        else if (saysWhyIn === 'toast') say(result.message, 'bad')
      })
    })
  return { run, isPending, message, forget: () => setMessage('') }
}
