import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RunPage } from '@/components/history/run-page'
import { requireMember } from '@/lib/auth/require'
import { asRefusal } from '@/lib/http/respond'
import { findOperation } from '@/lib/systems'
import type { Actor } from '@/lib/workspace/deps'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { getRun } from '@/lib/workspace/runs/get-run'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Run' }

export default async function RunHistoryPage({ params }: PageProps<'/history/[id]'>) {
  const actor = await requireMember()
  const { id } = await params
  const run = find(actor, id)
  if (!run) notFound()
  return (
    <RunPage
      key={run.id}
      initial={run}
      isAsynchronous={findOperation(run.operation)?.asynchronous ?? true}
      canSend={isAtLeast(actor.role, 'member')}
    />
  )
}

const find = (actor: Actor, id: string) => {
  try {
    return getRun(deps(), actor, id)
  } catch (thrown) {
    if (asRefusal(thrown)?.kind === 'not-found') return undefined
    throw thrown
  }
}
