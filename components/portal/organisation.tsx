'use client'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState, Notice, Section } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import type { PortalOrganisationView } from '@/lib/workspace/portal/views'
import { OrganisationInvitations } from './organisation-invitations'
import { OrganisationPeople } from './organisation-people'
import { OrganisationSettings } from './organisation-settings'
import { useOrganisationOfPortal } from './queries'
import { StateBadge } from './state'

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
            <OrganisationPeople key={side} side={side} organisation={organisation} canChange={canChange} />
          ))}
        </div>
      </Section>
      {you.manage && <OrganisationInvitations organisation={organisation} />}
      {you.manage && <OrganisationSettings key={organisation.name} organisation={organisation} />}
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
