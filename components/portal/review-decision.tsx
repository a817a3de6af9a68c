'use client'
import Link from 'next/link'
import { useState } from 'react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { ApplicationView } from '@/lib/workspace/portal/views'
import { useReviewStep } from './queries'

/** What was decided on an application, or the buttons to decide. */
export function ReviewDecision({
  application,
  canChange,
}: {
  application: ApplicationView
  canChange: boolean
}) {
  const { state, sent, decided, organisation, may } = application
  const history = (
    <>
      {sent && (
        <>
          Sent by {sent.by}, <Time at={sent.at} show="date" />.
        </>
      )}
      {decided && state !== 'in-review' && (
        <>
          {' '}
          Decided by {decided.by}, <Time at={decided.at} show="date" />.
        </>
      )}
    </>
  )
  if (state === 'accepted') {
    return (
      <Notice
        tone="good"
        title={`Accepted${organisation ? ` by ${organisation.name}` : ''}`}
        className="max-w-3xl"
      >
        {history} Its developers can change nothing any more.
      </Notice>
    )
  }
  if (state === 'rejected') {
    return (
      <Notice tone="bad" title={`Rejected: ${application.reason}`} className="max-w-3xl">
        {history} Its developers may change it and send it again.
      </Notice>
    )
  }
  if (state === 'draft') {
    return (
      <Notice title="This is a draft" className="max-w-3xl">
        Nothing waits for a decision: its developers work on it, or took it back.{' '}
        <Link
          href={`/sandbox/openapi?application=${application.id}`}
          className="text-accent underline underline-offset-3"
        >
          Open the application
        </Link>
      </Notice>
    )
  }
  return (
    <section aria-label="Decision" className="max-w-3xl rounded border px-4 py-3">
      <h2 className="font-semibold">Waits for {organisation?.name ?? 'its organisation'}</h2>
      <p className="mt-0.5 text-ink-muted text-sm">
        {history} {may.why}
      </p>
      {canChange && may.decide && <Decide id={application.id} />}
    </section>
  )
}

function Decide({ id }: { id: string }) {
  const say = useToast()
  const [isRejecting, setIsRejecting] = useState(false)
  const accepting = useAction(useReviewStep(id), { saysWhyIn: 'toast' })
  const [isAsked, setAsked] = useState(false)
  if (isRejecting) return <Reject id={id} onBack={() => setIsRejecting(false)} />
  if (isAsked) {
    return (
      <div className="mt-3 flex flex-wrap items-center gap-2" role="alert">
        <p className="w-full font-medium">Accept for good? Nobody can change the application afterwards.</p>
        <Button
          variant="danger"
          autoFocus
          disabled={accepting.isPending}
          onClick={() =>
            accepting.run({ decision: 'accept' }, () => say('Accepted: the application is locked'))
          }
        >
          Accept and lock
        </Button>
        <Button disabled={accepting.isPending} onClick={() => setAsked(false)}>
          Back
        </Button>
      </div>
    )
  }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <Button variant="primary" onClick={() => setAsked(true)}>
        Accept…
      </Button>
      <Button onClick={() => setIsRejecting(true)}>Reject…</Button>
      <span className="text-ink-muted text-sm">
        Accepting locks it for its developers. There is no way back.
      </span>
    </div>
  )
}

function Reject({ id, onBack }: { id: string; onBack: () => void }) {
  const say = useToast()
  const step = useReviewStep(id)
  const form = useForm({
    values: { reason: '' },
    submit: ({ reason }) => step({ decision: 'reject', reason }),
    onDone: () => say('Rejected'),
  })
  return (
    <form {...form.props} className="mt-3 flex flex-col gap-3">
      <FormField
        form={form}
        name="reason"
        label="Reason"
        hint="Its developers read it beside the application."
      >
        {(slots) => <Textarea {...slots} autoFocus maxLength={500} />}
      </FormField>
      <FormMessage form={form} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" disabled={form.isPending}>
          Reject
        </Button>
        <Button disabled={form.isPending} onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  )
}
