'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/layout'
import type { ActionResult } from '@/lib/auth/action-result'

/** For somebody who is signed in: one press, so that a preview of the link uses nothing up. */
export function JoinOrganisation({
  token,
  label,
  join,
}: {
  token: string
  /** `Join as Wanjiru` */
  label: string
  join: (input: { token: string }) => Promise<ActionResult<{ organisationId: string }>>
}) {
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const press = async () => {
    setBusy(true)
    setMessage('')
    const result = await join({ token }).catch(() => undefined)
    if (result?.ok) {
      window.location.replace(`/sandbox/openapi/organisations/${result.data.organisationId}`)
      return
    }
    setMessage(result?.message ?? 'The server could not be reached. Check that it runs, then try again.')
    setBusy(false)
  }
  return (
    <>
      <div aria-live="polite" className="contents">
        {message && <Notice tone="bad" title={message} />}
      </div>
      <Button variant="primary" size="lg" disabled={busy} onClick={() => void press()}>
        {busy ? 'Joining…' : label}
      </Button>
    </>
  )
}
