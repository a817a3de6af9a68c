'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { isProblem } from '@/components/live/fetch-json'
import { useWorldChange } from '@/components/sandbox/queries'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { EmptyState, Notice, Section } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { PortalOrganisationView, PortalSide } from '@/lib/workspace/world/views'
import { OrganisationInvitations } from './organisation-invitations'
import { resultOf, useOrganisationOfPortal } from './queries'
import { StateBadge, sideTitles } from './state'

/** What was sent to an organisation, who stands on its two sides, and its invitations. */
export function OrganisationOfPortal({
  organisation: given,
  canChange,
}: {
  organisation: PortalOrganisationView
  canChange: boolean
}) {
  const { data: organisation, error } = useOrganisationOfPortal(given)
  if (error) {
    return (
      <Notice tone="bad" title="This organisation cannot be read any more">
        {error.message}
      </Notice>
    )
  }
  const { you } = organisation
  return (
    <>
      {canChange && <Standing organisation={organisation} />}
      <ForReview organisation={organisation} />
      <Section
        title="People"
        description="One person stands on one side: who decides does not edit, who develops does not decide."
      >
        <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
          {(['organisation', 'developer'] as const).map((side) => (
            <People key={side} side={side} organisation={organisation} canChange={canChange} />
          ))}
        </div>
      </Section>
      {you.manage && <OrganisationInvitations organisation={organisation} />}
      {you.manage && <Settings key={organisation.name} organisation={organisation} />}
    </>
  )
}

/** Why the reader may do what they may. */
function Standing({ organisation: { name, you } }: { organisation: PortalOrganisationView }) {
  if (you.isAlone) {
    return (
      <Notice className="mb-4 max-w-3xl" title="You stand on both sides">
        Nobody else in this workspace may change anything, so you may send and decide. Invite a second person,
        and the two sides part.
      </Notice>
    )
  }
  if (you.side === null) {
    return (
      <Notice className="mb-4 max-w-3xl" title={`You stand on no side of ${name}`}>
        {you.manage
          ? 'Nobody stands on its side any more. As an owner of the workspace you may invite somebody to it.'
          : 'To send an application to it, or to decide, ask one of its people for an invitation.'}
      </Notice>
    )
  }
  return null
}

function ForReview({ organisation }: { organisation: PortalOrganisationView }) {
  return (
    <Section title="Sent for review" description="What waits for a decision comes first.">
      {organisation.applications.length === 0 ? (
        <EmptyState
          title={`Nothing was sent to ${organisation.name} yet.`}
          action={
            <Button asChild>
              <Link href="/sandbox/openapi">Open applications</Link>
            </Button>
          }
        >
          A developer opens an application, picks this organisation and presses Send for review.
        </EmptyState>
      ) : (
        <ul className="flex max-w-3xl flex-col">
          {organisation.applications.map(({ id, name, version, state, sent, decided }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2">
              <StateBadge state={state} />
              <span className="min-w-0 flex-1 basis-60">
                <Link
                  href={`/sandbox/openapi/review/${id}`}
                  className="font-medium text-accent underline-offset-3 hover:underline"
                >
                  {name}
                </Link>{' '}
                <span className="text-ink-muted">{version}</span>
                <span className="block text-ink-muted text-sm">
                  {sent && (
                    <>
                      sent by {sent.by}, <Time at={sent.at} show="date" className="whitespace-nowrap" />
                    </>
                  )}
                  {state !== 'in-review' && decided && `; decided by ${decided.by}`}
                </span>
              </span>
              {state === 'in-review' && organisation.you.decide && (
                <Button size="sm" asChild>
                  <Link href={`/sandbox/openapi/review/${id}`} aria-label={`Review ${name}`}>
                    Review
                  </Link>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function People({
  side,
  organisation,
  canChange,
}: {
  side: PortalSide
  organisation: PortalOrganisationView
  canChange: boolean
}) {
  const change = useWorldChange()
  const people = organisation.people.filter((person) => person.side === side)
  const isLast = side === 'organisation' && people.length === 1
  return (
    <section aria-label={`${sideTitles[side]}: people`} className="min-w-0">
      <h3 className="font-medium">{sideTitles[side]}</h3>
      {people.length === 0 && (
        <p className="py-2 text-ink-muted text-sm">
          {side === 'developer' ? 'No developer was invited yet.' : 'Nobody stands on this side any more.'}
        </p>
      )}
      <ul>
        {people.map(({ memberId, name, joinedAt, isYou }) => (
          <li key={memberId} className="flex min-h-11 items-center gap-3 border-b py-1.5">
            <span className="min-w-0 flex-1">
              <span className="break-words font-medium">{name}</span> {isYou && <Badge>you</Badge>}
              <span className="block text-ink-muted text-sm">
                since <Time at={joinedAt} show="date" />
              </span>
            </span>
            {canChange && (organisation.you.manage || isYou) && !isLast && (
              <ConfirmButton
                label={isYou ? 'Leave' : 'Remove'}
                accessibleLabel={isYou ? `Leave ${organisation.name}` : `Remove ${name}`}
                title={isYou ? `Leave ${organisation.name}?` : `Remove ${name} from ${organisation.name}?`}
                act={() =>
                  resultOf(change('DELETE', `openapi/organisations/${organisation.id}/people/${memberId}`))
                }
                done={isYou ? `You left ${organisation.name}` : `${name} removed`}
              >
                <p>
                  {isYou ? 'Your' : 'Their'} account stays. Coming back takes a new invitation, to either
                  side.
                </p>
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
      {isLast && canChange && organisation.you.manage && (
        <p className="pt-1.5 text-ink-muted text-sm">
          The only one here: invite a second person before leaving.
        </p>
      )}
    </section>
  )
}

function Settings({ organisation }: { organisation: PortalOrganisationView }) {
  const [name, setName] = useState(organisation.name)
  const [errors, setErrors] = useState<string[]>()
  const [busy, setBusy] = useState(false)
  const change = useWorldChange()
  const say = useToast()
  const router = useRouter()
  const path = `openapi/organisations/${organisation.id}`
  const rename = async () => {
    setBusy(true)
    setErrors(undefined)
    try {
      await change('PATCH', path, { name })
      say('Renamed')
      router.refresh()
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      setErrors(thrown.fields.name ?? [thrown.message])
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title="Organisation">
      <form
        noValidate
        className="flex flex-wrap items-start gap-x-2 gap-y-3"
        onSubmit={(event) => {
          event.preventDefault()
          void rename()
        }}
      >
        <Field label="Name" errors={errors} className="w-72 max-w-full">
          {(slots) => <Input {...slots} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Button type="submit" className="sm:mt-[23px]" disabled={busy || name.trim() === organisation.name}>
          Rename
        </Button>
        <span className="flex h-8 items-center sm:mt-[23px] sm:ml-auto">
          <ConfirmButton
            label="Delete"
            accessibleLabel={`Delete ${organisation.name}`}
            title={`Delete ${organisation.name}?`}
            act={async () => {
              const result = await resultOf(change('DELETE', path))
              if (result.ok) router.push('/sandbox/openapi/organisations')
              return result
            }}
            done={`${organisation.name} deleted`}
          >
            <p>
              Its people and invitations go with it. Applications that it rejected stay with their developers;
              its code stays in the sandbox.
            </p>
          </ConfirmButton>
        </span>
      </form>
    </Section>
  )
}
