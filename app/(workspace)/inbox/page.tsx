import type { Metadata } from 'next'
import { Suspense } from 'react'
import { InboxScreen } from '@/components/inbox/inbox-screen'
import { requireMember } from '@/lib/auth/require'
import { listEnvironments } from '@/lib/workspace/environments/list-environments'
import { deps } from '@/lib/workspace/server/context'
import { kindTitle } from '@/lib/workspace/summaries'

export const metadata: Metadata = { title: 'Inbox' }

const kinds = [
  'stk-result',
  'c2b-validation',
  'c2b-confirmation',
  'result',
  'queue-timeout',
  'b2b-express-result',
  'ratiba-result',
  'bill-payment',
  'pull-transactions',
  'c2b-name-check',
  'unknown',
].map((kind) => ({ kind, title: kindTitle(kind) }))

export default async function InboxPage() {
  const actor = await requireMember('viewer', '/inbox')
  const environments = listEnvironments(deps(), actor)
  const inboxes = [...new Map(environments.map((each) => [each.inbox, each.inboxUrl]))].map(
    ([name, url]) => ({
      name,
      url,
    }),
  )
  return (
    <Suspense>
      <InboxScreen inboxes={inboxes} kinds={kinds} canChange={actor.role !== 'viewer'} />
    </Suspense>
  )
}
