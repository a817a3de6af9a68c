import type { Metadata } from 'next'
import { InboxList } from '@/components/inboxes/inbox-list'
import { NewInbox } from '@/components/inboxes/new-inbox'
import { Section } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { listInboxes } from '@/lib/workspace/inboxes/read-inboxes'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { deps } from '@/lib/workspace/server/context'
import { inboxActions } from './inbox-actions'

export const metadata: Metadata = { title: 'Inboxes' }

export default async function InboxesPage() {
  const actor = await requireMember('viewer', '/settings/inboxes')
  return (
    <Section
      title="Inboxes"
      description="Public addresses that capture callbacks. Give each person, project or CI one of its own, so that everybody can tell whose message it is."
      actions={isAtLeast(actor.role, 'member') && <NewInbox create={inboxActions.create} />}
    >
      <InboxList inboxes={listInboxes(deps(), actor)} />
    </Section>
  )
}
