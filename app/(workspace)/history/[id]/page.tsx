import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { RunPage } from '@/components/history/run-page'
import { requireMember } from '@/lib/auth/require'
import { asRefusal } from '@/lib/http/respond'
import { findOperation } from '@/lib/systems'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { getRun } from '@/lib/workspace/runs/get-run'
import { deps } from '@/lib/workspace/server/context'

/** A link that somebody was sent says in its title what it leads to, and whether that was real. */
export const generateMetadata = async ({ params }: PageProps<'/history/[id]'>): Promise<Metadata> => {
  const found = await read((await params).id)
  if (!found) return { title: 'Run' }
  const { operationTitle, environment } = found.run
  return { title: `${operationTitle} (${environmentKindWords[environment.kind]})` }
}

export default async function RunHistoryPage({ params }: PageProps<'/history/[id]'>) {
  const found = await read((await params).id)
  if (!found) notFound()
  const { run, actor } = found
  return (
    <RunPage
      key={run.id}
      initial={run}
      isAsynchronous={findOperation(run.operation)?.asynchronous ?? true}
      canSend={isAtLeast(actor.role, 'member')}
    />
  )
}

/** Once for the page and its title. */
const read = cache(async (id: string) => {
  const actor = await requireMember()
  try {
    return { actor, run: getRun(deps(), actor, id) }
  } catch (thrown) {
    if (asRefusal(thrown)?.kind === 'not-found') return undefined
    throw thrown
  }
})
