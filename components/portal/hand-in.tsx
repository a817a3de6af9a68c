'use client'
import Link from 'next/link'
import { useState } from 'react'
import { isProblem } from '@/components/live/fetch-json'
import { useWorldChange } from '@/components/sandbox/queries'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { ApplicationView } from '@/lib/workspace/world/views'
import { useOrganisationsOfPortal } from './queries'

type Step = { decision: 'send'; organisation: string } | { decision: 'withdraw' }

/** The road to live: the developer picks an organisation and sends, its people decide, accepted means locked. */
export function HandIn({ application, canChange }: { application: ApplicationView; canChange: boolean }) {
  const [busy, setBusy] = useState(false)
  const change = useWorldChange()
  const say = useToast()
  const take = async (step: Step) => {
    setBusy(true)
    try {
      await change('POST', `openapi/applications/${application.id}/review`, step)
      say(step.decision === 'send' ? 'Sent for review' : 'Taken back')
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      say(thrown.message, 'bad')
    } finally {
      setBusy(false)
    }
  }
  const { state, organisation, may, sent, decided } = application
  const reviewer = organisation?.name ?? 'the organisation'
  const sheet = `/sandbox/openapi/review/${application.id}`
  if (state === 'accepted') {
    return (
      <Notice tone="good" title={`Accepted by ${reviewer}`} className="mt-6 max-w-2xl">
        {decided && (
          <>
            By {decided.by}, <Time at={decided.at} show="date" />.{' '}
          </>
        )}
        It is locked: nothing can be changed any more. Copy it to go on.
      </Notice>
    )
  }
  if (state === 'in-review') {
    return (
      <Notice tone="info" title={`In review by ${reviewer}`} className="mt-6 max-w-2xl">
        <p>
          {sent && (
            <>
              Sent by {sent.by}, <Time at={sent.at} show="date" />.{' '}
            </>
          )}
          Until it is decided nothing can be changed. {may.why}
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" variant={may.decide ? 'primary' : 'outline'} asChild>
            <Link href={sheet}>{may.decide ? 'Review it' : 'Show as the reviewer sees it'}</Link>
          </Button>
          {may.withdraw && (
            <Button size="sm" disabled={busy} onClick={() => void take({ decision: 'withdraw' })}>
              Take it back
            </Button>
          )}
        </div>
      </Notice>
    )
  }
  return (
    <div className="mt-6 flex max-w-2xl flex-col gap-3">
      {state === 'rejected' && (
        <Notice tone="bad" title={`Rejected by ${reviewer}`}>
          {application.reason}
          {decided && (
            <span className="block text-ink-muted">
              By {decided.by}, <Time at={decided.at} show="date" />.
            </span>
          )}
        </Notice>
      )}
      {canChange && may.edit && (
        <SendForm
          busy={busy}
          former={organisation?.id}
          onSend={(id) => void take({ decision: 'send', organisation: id })}
        />
      )}
      {canChange && !may.edit && <Notice title="You cannot change this application">{may.why}</Notice>}
    </div>
  )
}

function SendForm({
  busy,
  former,
  onSend,
}: {
  busy: boolean
  former: string | undefined
  onSend: (organisationId: string) => void
}) {
  const { data: organisations } = useOrganisationsOfPortal()
  const [wanted, setWanted] = useState<string>()
  if (!organisations) return null
  const possible = organisations.filter(({ you }) => you.develop)
  const chosen = [wanted, former, possible[0]?.id].find((id) => possible.some((one) => one.id === id))
  if (chosen === undefined) {
    return (
      <Notice title="You develop for no organisation yet">
        An application goes live through an organisation that reviews it. Ask one of{' '}
        <Link href="/sandbox/openapi/organisations" className="text-accent underline underline-offset-3">
          the organisations
        </Link>{' '}
        for an invitation to the developer’s side, or create your own.
      </Notice>
    )
  }
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(chosen)
      }}
    >
      <Field label="Organisation that reviews it" className="w-72 max-w-full">
        {(slots) => (
          <Select {...slots} value={chosen} onChange={(event) => setWanted(event.target.value)}>
            {possible.map(({ id, name, shortcode }) => (
              <option key={id} value={id}>
                {name} ({shortcode})
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit" disabled={busy}>
        Send for review
      </Button>
    </form>
  )
}
