'use client'
import Link from 'next/link'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { ApplicationView, PortalOrganisationView } from '@/lib/workspace/portal/views'
import { useOrganisationsOfPortal, useReviewStep } from './queries'

/** The road to live: the developer picks an organisation and sends, its people decide, accepted means locked. */
export function HandIn({ application, canChange }: { application: ApplicationView; canChange: boolean }) {
  const say = useToast()
  const step = useReviewStep(application.id)
  const withdrawing = useAction(step, { saysWhyIn: 'toast' })
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
            <Button
              size="sm"
              disabled={withdrawing.isPending}
              onClick={() => withdrawing.run({ decision: 'withdraw' }, () => say('Taken back'))}
            >
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
      {canChange && may.edit && <SendForm application={application} />}
      {canChange && !may.edit && <Notice title="You cannot change this application">{may.why}</Notice>}
    </div>
  )
}

function SendForm({ application }: { application: ApplicationView }) {
  const { data: organisations } = useOrganisationsOfPortal()
  if (!organisations) return null
  const possible = organisations.filter(({ you }) => you.develop)
  const first = possible.find(({ id }) => id === application.organisation?.id) ?? possible[0]
  if (!first) {
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
  return <ChooseReviewer id={application.id} possible={possible} first={first.id} />
}

function ChooseReviewer({
  id,
  possible,
  first,
}: {
  id: string
  possible: PortalOrganisationView[]
  first: string
}) {
  const say = useToast()
  const step = useReviewStep(id)
  const form = useForm({
    values: { organisation: first },
    submit: ({ organisation }) => step({ decision: 'send', organisation }),
    onDone: () => say('Sent for review'),
  })
  return (
    <form {...form.props} className="flex flex-wrap items-end gap-2">
      <FormField
        form={form}
        name="organisation"
        label="Organisation that reviews it"
        className="w-72 max-w-full"
      >
        {(slots) => (
          <Select {...slots}>
            {possible.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name} ({one.shortcode})
              </option>
            ))}
          </Select>
        )}
      </FormField>
      <Button type="submit" disabled={form.isPending}>
        Send for review
      </Button>
      <FormMessage form={form} />
    </form>
  )
}
