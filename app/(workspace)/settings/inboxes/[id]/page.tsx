import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { InboxEditor } from '@/components/inboxes/inbox-editor'
import { requireMember } from '@/lib/auth/require'
import { listInboxes } from '@/lib/workspace/inboxes/read-inboxes'
import { sourcePresets } from '@/lib/workspace/inboxes/sources'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { listRelays } from '@/lib/workspace/relays/relays'
import { deps } from '@/lib/workspace/server/context'
import { inboxActions } from '../inbox-actions'

type Props = PageProps<'/settings/inboxes/[id]'>

export const metadata: Metadata = { title: 'Inbox' }

export default async function InboxSettingsPage({ params }: Props) {
  const actor = await requireMember('viewer', '/settings/inboxes')
  const { id } = await params
  const inboxes = listInboxes(deps(), actor)
  const inbox = inboxes.find((each) => each.id === id)
  if (!inbox) notFound()
  return (
    <>
      <Link href="/settings/inboxes" className="text-ink-muted text-sm underline-offset-3 hover:underline">
        Inboxes
      </Link>
      <InboxEditor
        key={inbox.id}
        inbox={inbox}
        serverUrl={deps().config.publicUrl}
        presets={sourcePresets}
        relays={listRelays(deps(), actor).filter((relay) => relay.inbox === inbox.name)}
        isOnly={inboxes.length === 1}
        canChange={isAtLeast(actor.role, 'member')}
        canDelete={isAtLeast(actor.role, 'owner')}
        actions={inboxActions}
      />
    </>
  )
}
