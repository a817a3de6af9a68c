'use client'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/layout'
import { signInBy } from '@/lib/auth/client'

/** Links that this page has begun to use: a repeated effect must not use one twice. */
const begun = new Set<string>()

/** Uses the link up by a POST, so that a preview which only opens the page leaves it whole. */
export function OpenLink({ token }: { token: string }) {
  const [state, setState] = useState<'opening' | 'refused' | 'lost'>('opening')

  const open = useCallback(async () => {
    setState('opening')
    try {
      const answer = await signInBy('link', { token })
      if (answer.kind === 'signed-in') window.location.replace('/')
      else setState('refused')
    } catch {
      setState('lost')
    }
  }, [token])

  useEffect(() => {
    if (begun.has(token)) return
    begun.add(token)
    void open()
  }, [open, token])

  return (
    <div className="flex flex-col gap-4">
      <div aria-live="polite" className="contents">
        {state === 'refused' && (
          <Notice tone="bad" title="The link was used or replaced a moment ago">
            Print a fresh one on the machine that runs Jaribu: <code>npm run link</code>
          </Notice>
        )}
        {state === 'lost' && (
          <Notice tone="bad" title="The server could not be reached">
            The link was not used. Check that Jaribu runs, then try again.
          </Notice>
        )}
      </div>
      <Button variant="primary" size="lg" onClick={() => void open()} disabled={state === 'refused'}>
        {state === 'opening' ? 'Signing in…' : 'Sign in as the owner'}
      </Button>
    </div>
  )
}
