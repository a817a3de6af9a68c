import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { AcceptInvitationForm } from '@/components/auth/accept-invitation-form'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/layout'
import { readInvitation } from '@/lib/workspace/people/invitations'
import { deps } from '@/lib/workspace/server/context'
import { acceptInvitation } from './actions'

export const metadata: Metadata = { title: 'Invitation' }

const closed = {
  used: {
    title: 'This invitation was used already',
    fix: 'If you used it, sign in. Else ask an owner for a new one.',
  },
  expired: {
    title: 'This invitation has expired',
    fix: 'It is good for seven days. Ask an owner for a new one.',
  },
  revoked: { title: 'This invitation was revoked', fix: 'Ask an owner whether you should have a new one.' },
  unknown: {
    title: 'This invitation is unknown',
    fix: 'Check that the link was copied whole, or ask an owner for a new one.',
  },
} as const

const may = {
  owner: 'As an owner you can do everything.',
  member: 'As a member you can send requests and change environments.',
  viewer: 'As a viewer you see everything and send nothing.',
} as const

export default async function InvitePage({ params }: PageProps<'/invite/[token]'>) {
  await connection()
  const { token } = await params
  const { state, workspace, role, invitedBy } = readInvitation(deps(), token)
  if (state !== 'open') {
    const { title, fix } = closed[state]
    return (
      <>
        <h1 className="font-semibold text-xl">{title}</h1>
        <Notice tone="warn">{fix}</Notice>
        <Button asChild size="lg">
          <Link href="/sign-in">Sign in</Link>
        </Button>
      </>
    )
  }
  return (
    <>
      <div>
        <h1 className="font-semibold text-xl">Join {workspace}</h1>
        <p className="mt-1 text-ink-muted">
          {invitedBy ? `${invitedBy} invited you. ` : ''}
          {may[role]}
        </p>
      </div>
      <AcceptInvitationForm token={token} accept={acceptInvitation} />
    </>
  )
}
