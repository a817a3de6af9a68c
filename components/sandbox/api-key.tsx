'use client'
import { type ReactNode, useState } from 'react'
import { useAction } from '@/components/forms/use-action'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Notice, Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/auth/action-result'

/** The API key of an emulated account: masked, shown on purpose, renewed after a question. */
export function ApiKey({
  masked,
  canChange,
  description,
  consequence,
  ask,
  children,
}: {
  masked: string
  canChange: boolean
  description: string
  /** What a renewal breaks, as a sentence. */
  consequence: string
  ask: (verb: 'reveal' | 'renew') => Promise<ActionResult<{ apiKey: string }>>
  /** More buttons beside it. */
  children?: ReactNode
}) {
  const say = useToast()
  const [shown, setShown] = useState<string>()
  const [isSure, setIsSure] = useState(false)
  const asking = useAction(ask, { saysWhyIn: 'toast' })
  const show = () => asking.run('reveal', ({ apiKey }) => setShown(apiKey))
  const renew = () => {
    setIsSure(false)
    asking.run('renew', ({ apiKey }) => {
      setShown(apiKey)
      say('The API key was renewed')
    })
  }
  return (
    <Section title="API key" description={description}>
      <div className="flex flex-wrap items-center gap-2">
        {shown ? (
          <CopyText value={shown} max={40} label="API key" />
        ) : (
          <code className="font-mono">{masked}</code>
        )}
        {canChange && !shown && (
          <Button size="sm" disabled={asking.isPending} onClick={show}>
            Show
          </Button>
        )}
        {canChange && !isSure && (
          <Button size="sm" disabled={asking.isPending} onClick={() => setIsSure(true)}>
            Renew…
          </Button>
        )}
        {children}
      </div>
      {isSure && (
        <Notice tone="warn" title="Renew the API key?" className="mt-3 max-w-2xl">
          <p>{consequence}</p>
          <div className="mt-2 flex gap-2">
            <Button size="sm" variant="danger" onClick={renew}>
              Renew
            </Button>
            <Button size="sm" onClick={() => setIsSure(false)}>
              Keep it
            </Button>
          </div>
        </Notice>
      )}
    </Section>
  )
}
