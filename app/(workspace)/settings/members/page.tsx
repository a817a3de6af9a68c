import type { Metadata } from 'next'
import { InvitationList, InviteForm } from '@/components/settings/invitations'
import { MemberList } from '@/components/settings/members'
import { Section } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { listInvitations } from '@/lib/workspace/people/invitations'
import { listMembers } from '@/lib/workspace/people/members'
import { deps } from '@/lib/workspace/server/context'
import { changeRole, invite, removeMember, revokeInvitation } from '../actions'

export const metadata: Metadata = { title: 'Members' }

export default async function MembersPage() {
  const actor = await requireMember('viewer', '/settings/members')
  const isOwner = actor.role === 'owner'
  return (
    <>
      <Section
        title="Members"
        description="Owners do everything. Members send and change. Viewers read, and phone numbers are masked for them."
      >
        <MemberList
          members={listMembers(deps(), actor)}
          canChange={isOwner}
          changeRole={changeRole}
          remove={removeMember}
        />
      </Section>
      {isOwner && (
        <Section title="Invite" description="A link for one person, good for seven days.">
          <InviteForm invite={invite} />
          <div className="mt-5">
            <InvitationList invitations={listInvitations(deps(), actor)} revoke={revokeInvitation} />
          </div>
        </Section>
      )}
    </>
  )
}
