'use client'
import { useState } from 'react'
import { isProblem } from '@/components/live/fetch-json'
import { useWorldChange } from '@/components/sandbox/queries'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Notice, Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { ApplicationView } from '@/lib/workspace/world/views'

/** The API key: masked, shown on purpose, renewed after a question. */
export function OpenapiApplicationKey({
  application,
  canChange,
}: {
  application: ApplicationView
  canChange: boolean
}) {
  const [shown, setShown] = useState<string>()
  const [isSure, setIsSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const change = useWorldChange()
  const say = useToast()

  const ask = async (verb: 'reveal' | 'renew') => {
    setBusy(true)
    setIsSure(false)
    try {
      const path = `openapi/applications/${application.id}/key`
      setShown((await change<{ apiKey: string }>('POST', path, { do: verb })).apiKey)
      if (verb === 'renew') say('The API key was renewed')
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      say(thrown.message, 'bad')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section
      title="API key"
      description="Encrypted with the public key, it buys a session key. A renewal ends it at once; local environments that use it get the new one."
    >
      <div className="flex flex-wrap items-center gap-2">
        {shown ? (
          <CopyText value={shown} max={40} label="API key" />
        ) : (
          <code className="font-mono">{application.shownKey}</code>
        )}
        {canChange && !shown && (
          <Button size="sm" disabled={busy} onClick={() => void ask('reveal')}>
            Show
          </Button>
        )}
        {canChange && !isSure && (
          <Button size="sm" disabled={busy} onClick={() => setIsSure(true)}>
            Renew…
          </Button>
        )}
        <Button asChild size="sm">
          <a href="/emulator/openapi/public-key" download="jaribu-openapi-public-key.pem">
            Public key
          </a>
        </Button>
      </div>
      {isSure && (
        <Notice tone="warn" title="Renew the API key?" className="mt-3 max-w-2xl">
          <p>Code that asks for a session with the present key is refused with INS-989 from then on.</p>
          <div className="mt-2 flex gap-2">
            <Button size="sm" variant="danger" onClick={() => void ask('renew')}>
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
