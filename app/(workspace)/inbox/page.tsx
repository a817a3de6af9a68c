import type { Metadata } from 'next'
import { Suspense } from 'react'
import { InboxScreen } from '@/components/inbox/inbox-screen'
import { requireMember } from '@/lib/auth/require'
import { knownKinds, owedBodies } from '@/lib/systems/callbacks'
import { listEnvironments } from '@/lib/workspace/environments/list-environments'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Inbox' }

const kinds = knownKinds.map(({ id, title }) => ({ kind: id, title }))

export default async function InboxPage() {
  const actor = await requireMember('viewer', '/inbox')
  const environments = listEnvironments(deps(), actor)
  const inboxes = [...new Map(environments.map((each) => [each.inbox, each.inboxUrl]))].map(
    ([name, url]) => ({
      name,
      url,
      answers: owedBodies(environments.filter(({ inbox }) => inbox === name).map(({ system }) => system)),
    }),
  )
  return (
    <Suspense>
      <InboxScreen inboxes={inboxes} kinds={kinds} canChange={actor.role !== 'viewer'} />
    </Suspense>
  )
}
