import type { Metadata } from 'next'
import { Findings } from '@/components/guides/findings'
import { Page } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { inconsistencies } from '@/lib/guides'
import { isSystem, systems } from '@/lib/systems'

export const metadata: Metadata = { title: 'Inconsistencies of the APIs' }

export default async function InconsistenciesPage({ searchParams }: PageProps<'/reference/inconsistencies'>) {
  await requireMember('viewer', '/reference/inconsistencies')
  const { system } = await searchParams
  return (
    <Page>
      <Findings
        title="Inconsistencies of the APIs"
        description="Where the systems contradict themselves or their documents: the versions, where each was seen, and what Jaribu makes of it."
        path="/reference/inconsistencies"
        findings={inconsistencies}
        systems={systems.map(({ id, title }) => ({ id, title }))}
        chosen={typeof system === 'string' && isSystem(system) ? system : ''}
        words={{ detail: 'Seen:', jaribu: 'Jaribu:' }}
      />
    </Page>
  )
}
