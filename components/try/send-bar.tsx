'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { duration } from '@/lib/duration'

export type SendState = { kind: 'idle' } | { kind: 'sending'; startedAt: number }

/** Sends, cancels and tells how long it takes. Sticks to the bottom of a phone. */
export function SendBar({
  environmentName,
  isProduction,
  timeoutMs,
  state,
  blocked,
  issueCount,
  onSend,
  onSendAnyway,
  onCancel,
  onCopyCurl,
}: {
  environmentName: string
  isProduction: boolean
  timeoutMs: number
  state: SendState
  /** Why nothing can be sent at all. */
  blocked: string | null
  issueCount: number
  onSend: () => void
  onSendAnyway: () => void
  onCancel: () => void
  onCopyCurl: (() => void) | null
}) {
  const isSending = state.kind === 'sending'
  return (
    <div className="sticky bottom-0 z-20 -mx-4 mt-2 flex flex-wrap items-center justify-end gap-2 border-t bg-canvas px-4 py-2 sm:mx-0 sm:px-0 lg:static">
      <p className="mr-auto min-w-0 text-sm" role="status">
        {isSending ? (
          <Elapsed since={state.startedAt} timeoutMs={timeoutMs} />
        ) : blocked ? (
          <span className="text-ink-muted">{blocked}</span>
        ) : issueCount > 0 ? (
          <span className="text-pending">
            {issueCount === 1 ? '1 check fails' : `${issueCount} checks fail`}
          </span>
        ) : null}
      </p>
      {isSending ? (
        <Button onClick={onCancel}>Cancel</Button>
      ) : (
        <>
          {onCopyCurl && (
            <Button variant="ghost" onClick={onCopyCurl}>
              Copy as cURL
            </Button>
          )}
          {issueCount > 0 && !blocked && <Button onClick={onSendAnyway}>Send anyway</Button>}
        </>
      )}
      <Button
        variant={isProduction ? 'production' : 'primary'}
        disabled={blocked !== null}
        // While it sends it keeps the focus, which a disabled button would lose.
        aria-disabled={isSending || undefined}
        onClick={isSending ? undefined : onSend}
        aria-keyshortcuts="Control+Enter"
        className="max-sm:flex-1"
      >
        {isSending ? 'Sending…' : `Send to ${environmentName}`}
        <Kbd className="border-current/40 bg-transparent text-inherit max-sm:hidden">Ctrl ⏎</Kbd>
      </Button>
    </div>
  )
}

function Elapsed({ since, timeoutMs }: { since: number; timeoutMs: number }) {
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className="text-ink-muted">
      <span aria-live="off" className="font-mono">
        {duration(Math.max(0, now - since))}
      </span>{' '}
      of at most {duration(timeoutMs)}
    </span>
  )
}
