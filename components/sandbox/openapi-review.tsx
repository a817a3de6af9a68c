'use client'
import { useState } from 'react'
import { isProblem } from '@/components/live/fetch-json'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { ApplicationView } from '@/lib/workspace/sandbox-views'
import { useWorldChange } from './queries'

type Step = { decision: 'send' | 'withdraw' | 'accept' } | { decision: 'reject'; reason: string }

const done: Record<Step['decision'], string> = {
  send: 'Sent for review',
  withdraw: 'Taken back',
  accept: 'Accepted: the application is locked',
  reject: 'Rejected',
}

/** The road to live: the developer sends, the organisation (an owner) decides, accepted means locked. */
export function OpenapiReview({
  application,
  canChange,
  isOwner,
}: {
  application: ApplicationView
  canChange: boolean
  isOwner: boolean
}) {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<string[]>()
  const [busy, setBusy] = useState(false)
  const change = useWorldChange()
  const say = useToast()
  const take = async (step: Step) => {
    setBusy(true)
    setErrors(undefined)
    try {
      await change('POST', `openapi/applications/${application.id}/review`, step)
      setReason('')
      say(done[step.decision])
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      if (thrown.fields.reason) setErrors(thrown.fields.reason)
      else say(thrown.message, 'bad')
    } finally {
      setBusy(false)
    }
  }
  const { state } = application
  if (state === 'accepted') {
    return (
      <Notice tone="good" title="Accepted by the organisation" className="mt-6 max-w-2xl">
        It is locked: nothing can be changed any more. Copy it to go on.
      </Notice>
    )
  }
  if (state === 'in-review') {
    return (
      <Notice tone="info" title="In review" className="mt-6 max-w-2xl">
        <p>
          The organisation looks at configuration, scope and limits. Until it decides, nothing can be changed.
        </p>
        {canChange && (
          <div className="mt-2 flex flex-col gap-3">
            <Button
              size="sm"
              className="self-start"
              disabled={busy}
              onClick={() => void take({ decision: 'withdraw' })}
            >
              Take it back
            </Button>
            {isOwner && (
              <div className="flex flex-wrap items-end gap-2">
                <Button
                  size="sm"
                  variant="primary"
                  disabled={busy}
                  onClick={() => void take({ decision: 'accept' })}
                >
                  Accept
                </Button>
                <Field label="Reason for a rejection" errors={errors}>
                  {(slots) => (
                    <Input {...slots} value={reason} onChange={(event) => setReason(event.target.value)} />
                  )}
                </Field>
                <Button size="sm" disabled={busy} onClick={() => void take({ decision: 'reject', reason })}>
                  Reject
                </Button>
              </div>
            )}
          </div>
        )}
      </Notice>
    )
  }
  return (
    <div className="mt-6 flex max-w-2xl flex-col gap-3">
      {state === 'rejected' && (
        <Notice tone="bad" title="Rejected by the organisation">
          {application.reason}
        </Notice>
      )}
      {canChange && (
        <Button className="self-start" disabled={busy} onClick={() => void take({ decision: 'send' })}>
          Send for review
        </Button>
      )}
    </div>
  )
}
