import type { Metadata } from 'next'
import { Suspense } from 'react'
import { InboxScreen } from '@/components/inbox/inbox-screen'
import { requireMember } from '@/lib/auth/require'
import { knownKinds, owedBodies } from '@/lib/systems/callbacks'
import { listEnvironments } from '@/lib/workspace/environments/list-environments'
import { listInboxUrls } from '@/lib/workspace/inboxes/read-inboxes'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Inbox' }

const kinds = knownKinds.map(({ id, title }) => ({ kind: id, title }))

export default async function InboxPage() {
  const actor = await requireMember('viewer', '/inbox')
  const environments = listEnvironments(deps(), actor)
  const inboxes = listInboxUrls(deps(), actor).map(({ name, url }) => {
    const its = environments.filter(({ inbox }) => inbox === name)
    // One that no environment has takes what any of them may be sent.
    const systems = (its.length > 0 ? its : environments).map(({ system }) => system)
    return { name, url, answers: owedBodies(systems) }
  })
  return (
    <Suspense>
      <InboxScreen inboxes={inboxes} kinds={kinds} canChange={actor.role !== 'viewer'} />
    </Suspense>
  )
}
