import type { Metadata } from 'next'
import { SheetList } from '@/components/go-live/sheet-list'
import { requireMember } from '@/lib/auth/require'
import { systemOf, systems } from '@/lib/systems'
import { currentEnvironment } from '@/lib/workspace/environments/current'
import { listEnvironments } from '@/lib/workspace/environments/list-environments'
import { listSheets } from '@/lib/workspace/go-live/list-sheets'
import { sheetGroups } from '@/lib/workspace/go-live/sheet-groups'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Go live' }

export default async function GoLivePage({ searchParams }: PageProps<'/go-live'>) {
  const actor = await requireMember()
  return (
    <SheetList
      initial={await listSheets(deps(), actor)}
      canChange={isAtLeast(actor.role, 'member')}
      isCreating={(await searchParams).new !== undefined}
      choices={{
        environments: listEnvironments(deps(), actor).map(({ id, name, kind, system }) => ({
          id,
          name,
          kind,
          system,
          systemTitle: systemOf(system).title,
        })),
        apis: Object.fromEntries(systems.map((system) => [system.id, sheetGroups(system.id)])),
        currentId: await currentEnvironment(deps(), actor),
      }}
    />
  )
}
