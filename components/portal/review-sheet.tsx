'use client'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { isProblem } from '@/components/live/fetch-json'
import { useWorldChange } from '@/components/sandbox/queries'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { Facts, Notice, Section } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { ApplicationView } from '@/lib/workspace/world/views'
import type { Choice, MarketChoice } from './choices'
import { ProductLimits } from './product-limits'
import { useApplication } from './queries'
import { ReviewPackage } from './review-package'

/** An application as its organisation looks at it: configuration, scope and limits, and the decision. */
export function ReviewSheet({
  application: given,
  products,
  markets,
  canChange,
}: {
  application: ApplicationView
  products: Choice[]
  markets: MarketChoice[]
  canChange: boolean
}) {
  const { data: application, error } = useApplication(given)
  if (error) {
    return (
      <Notice tone="bad" title="This application cannot be read any more">
        {error.message}
      </Notice>
    )
  }
  const off = products.filter(({ name }) => !application.products[name]?.isOn)
  return (
    <>
      <div className="mb-5">
        <Decision application={application} canChange={canChange} />
      </div>
      {application.remarks.length > 0 && (
        <Section title="Look twice">
          <ul className="max-w-3xl list-disc pl-5">
            {application.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Configuration">
        <Facts rows={configurationOf(application, markets)} />
      </Section>
      <Section
        title="Scope and limits"
        description="Values in the currency of the market. Limits of a day are counted per session key, a customer’s per day. A dash: no limit."
      >
        <ProductLimits application={application} products={products} />
        {off.length > 0 && (
          <p className="mt-3 max-w-3xl text-sm">
            <span className="text-ink-muted">Switched off: </span>
            {off.map(({ title }) => title).join(', ')}.
          </p>
        )}
      </Section>
      <ReviewPackage id={application.id} />
    </>
  )
}

const configurationOf = (application: ApplicationView, markets: MarketChoice[]) => [
  { name: 'Version', value: application.version },
  { name: 'Description', value: application.description || <None>none given</None> },
  { name: 'Session lifetime', value: `${application.sessionMinutes} minutes` },
  { name: 'A session key works after', value: `${application.activationSeconds} seconds` },
  {
    name: 'Trusted sources',
    value:
      application.trustedSources.length > 0 ? (
        <span className="font-mono text-sm">{application.trustedSources.join(', ')}</span>
      ) : (
        <None>any</None>
      ),
  },
  {
    name: 'Markets',
    value:
      application.markets.length > 0 ? (
        application.markets.map((id) => markets.find((market) => market.id === id)?.name ?? id).join(', ')
      ) : (
        <None>all</None>
      ),
  },
  {
    name: 'Results',
    value: application.responseUrl ? (
      <>
        asynchronous, to <span className="break-all font-mono text-sm">{application.responseUrl}</span>
      </>
    ) : (
      'synchronous: a call waits for its result'
    ),
  },
]

function None({ children }: { children: string }) {
  return <span className="text-ink-muted">{children}</span>
}

function Decision({ application, canChange }: { application: ApplicationView; canChange: boolean }) {
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
  const [isRejecting, setIsRejecting] = useState(false)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<string[]>()
  const [busy, setBusy] = useState(false)
  const change = useWorldChange()
  const say = useToast()
  const decide = async (step: { decision: 'accept' } | { decision: 'reject'; reason: string }) => {
    setBusy(true)
    setErrors(undefined)
    try {
      await change('POST', `openapi/applications/${id}/review`, step)
      say(step.decision === 'accept' ? 'Accepted: the application is locked' : 'Rejected')
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      if (thrown.fields.reason) setErrors(thrown.fields.reason)
      else say(thrown.message, 'bad')
    } finally {
      setBusy(false)
    }
  }
  const reject = (event: FormEvent) => {
    event.preventDefault()
    void decide({ decision: 'reject', reason })
  }
  if (isRejecting) {
    return (
      <form onSubmit={reject} noValidate className="mt-3 flex flex-col gap-3">
        <Field label="Reason" errors={errors} hint="Its developers read it beside the application.">
          {(slots) => (
            <Textarea
              {...slots}
              autoFocus
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="danger" disabled={busy}>
            Reject
          </Button>
          <Button disabled={busy} onClick={() => setIsRejecting(false)}>
            Back
          </Button>
        </div>
      </form>
    )
  }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <Button variant="primary" disabled={busy} onClick={() => void decide({ decision: 'accept' })}>
        Accept
      </Button>
      <Button disabled={busy} onClick={() => setIsRejecting(true)}>
        Reject…
      </Button>
      <span className="text-ink-muted text-sm">
        Accepting locks it for its developers. There is no way back.
      </span>
    </div>
  )
}
