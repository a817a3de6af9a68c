import type { Metadata } from 'next'
import { Suspense } from 'react'
import { InboxScreen } from '@/components/inbox/inbox-screen'
import { requireMember } from '@/lib/auth/require'
import { deps } from '@/lib/workspace/context'
import { listEnvironments } from '@/lib/workspace/environments/list-environments'

export const metadata: Metadata = { title: 'Inbox' }

/** Kinds that Daraja's reader recognises, in the words of the list. */
const kinds = [
  { kind: 'stk-result', title: 'STK result' },
  { kind: 'c2b-validation', title: 'C2B validation' },
  { kind: 'c2b-confirmation', title: 'C2B confirmation' },
  { kind: 'result', title: 'Result' },
  { kind: 'queue-timeout', title: 'Queue timeout' },
  { kind: 'b2b-express-result', title: 'B2B express result' },
  { kind: 'ratiba-result', title: 'Standing order result' },
  { kind: 'bill-payment', title: 'Bill payment' },
  { kind: 'pull-transactions', title: 'Pulled transactions' },
  { kind: 'c2b-name-check', title: 'Account name check' },
  { kind: 'unknown', title: 'Not recognised' },
]

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
      <InboxScreen inboxes={inboxes} kinds={kinds} />
    </Suspense>
  )
}
