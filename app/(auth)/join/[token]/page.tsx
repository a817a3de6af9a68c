import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { AcceptInvitationForm } from '@/components/auth/accept-invitation-form'
import { JoinOrganisation } from '@/components/auth/join-organisation'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/layout'
import { currentMember } from '@/lib/auth/require'
import type { Actor } from '@/lib/workspace/deps'
import { type PortalLinkView, readPortalLink, sideTakenBy } from '@/lib/workspace/portal/invitations'
import type { PortalSide } from '@/lib/workspace/portal/views'
import { deps } from '@/lib/workspace/server/context'
import { joinAsMember, joinWithNewAccount } from './actions'

export const metadata: Metadata = { title: 'Invitation to an organisation' }

const closed = {
  used: {
    title: 'This invitation was used already',
    fix: 'If you used it, open the organisation under Sandbox, OpenAPI portal. Else ask for a new one.',
  },
  expired: {
    title: 'This invitation has expired',
    fix: 'It is good for seven days. Ask the organisation for a new one.',
  },
  revoked: {
    title: 'This invitation was revoked',
    fix: 'Ask the organisation whether you should have a new one.',
  },
  unknown: {
    title: 'This invitation is unknown',
    fix: 'Check that the link was copied whole, or ask the organisation for a new one.',
  },
} as const

const meaning: Record<PortalSide, string> = {
  developer: 'As its developer you build applications and send them to it for review. You decide nothing.',
  organisation: 'On its side you invite developers and decide on what they send. You edit nothing of theirs.',
}

export default async function JoinPage({ params }: PageProps<'/join/[token]'>) {
  await connection()
  const { token } = await params
  const link = readPortalLink(deps(), token)
  const actor = await currentMember()
  if (link.state !== 'open' || !link.organisation) {
    const { title, fix } = closed[link.state === 'open' ? 'unknown' : link.state]
    return (
      <>
        <h1 className="font-semibold text-xl">{title}</h1>
        <Notice tone="warn">{fix}</Notice>
        <Button asChild size="lg">
          {actor ? (
            <Link href="/sandbox/openapi/organisations">Organisations</Link>
          ) : (
            <Link href="/sign-in">Sign in</Link>
          )}
        </Button>
      </>
    )
  }
  return (
    <>
      <div>
        <h1 className="font-semibold text-xl">
          {link.side === 'developer' ? 'Develop for' : 'Decide for'} {link.organisation.name}
        </h1>
        <p className="mt-1 text-ink-muted">
          {link.invitedBy ? `${link.invitedBy} invited you. ` : ''}
          {meaning[link.side]}
        </p>
      </div>
      {actor ? (
        <ForMember token={token} link={link} actor={actor} />
      ) : (
        <ForStranger token={token} admitsStrangers={link.admitsStrangers} />
      )}
    </>
  )
}

function ForMember({ token, link, actor }: { token: string; link: PortalLinkView; actor: Actor }) {
  const problem = problemOf(link, actor)
  return problem ? (
    <>
      <Notice tone="warn" title={problem.title}>
        {problem.fix}
      </Notice>
      <Button asChild size="lg">
        <Link href="/sandbox/openapi/organisations">Organisations</Link>
      </Button>
    </>
  ) : (
    <JoinOrganisation token={token} label={`Join as ${actor.name}`} join={joinAsMember} />
  )
}

const problemOf = ({ organisation, side }: PortalLinkView, actor: Actor) => {
  if (!organisation || organisation.workspaceId !== actor.workspaceId) {
    return { title: 'It belongs to another workspace', fix: 'Sign out and sign in there first.' }
  }
  if (actor.role === 'viewer') {
    return { title: 'A viewer stands on no side', fix: 'Ask an owner of the workspace to make you a member.' }
  }
  const taken = sideTakenBy(deps(), actor, organisation.id)
  if (taken === undefined) return undefined
  return taken === side
    ? { title: 'You stand there already', fix: 'Let the person whom it is for open this link.' }
    : {
        title: `You stand on the ${taken === 'developer' ? 'developer’s' : 'organisation’s'} side`,
        fix: 'One person stands on one side. Leave it first, or let the person whom it is for open this link.',
      }
}

function ForStranger({ token, admitsStrangers }: { token: string; admitsStrangers: boolean }) {
  const signIn = (
    <Link
      href={`/sign-in?next=${encodeURIComponent(`/join/${token}`)}`}
      className="text-accent underline underline-offset-3"
    >
      Sign in
    </Link>
  )
  return admitsStrangers ? (
    <>
      <p>Have an account here? {signIn} with it. Else make one, as a member of the workspace:</p>
      <AcceptInvitationForm token={token} accept={joinWithNewAccount} />
    </>
  ) : (
    <Notice tone="info" title="This link works for people who have an account here">
      {signIn} with it. Without one, ask an owner of the workspace for an invitation first.
    </Notice>
  )
}
