import type { Metadata } from 'next'
import { Findings } from '@/components/guides/findings'
import { Page } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { limits } from '@/lib/guides'
import { isSystem, systems } from '@/lib/systems'

export const metadata: Metadata = { title: 'What the APIs cannot do' }

export default async function LimitsPage({ searchParams }: PageProps<'/reference/limits'>) {
  await requireMember('viewer', '/reference/limits')
  const { system } = await searchParams
  return (
    <Page>
      <Findings
        title="What the APIs cannot do"
        description="Asked for often, offered by no call: what it is, and where it is done instead."
        path="/reference/limits"
        findings={limits}
        systems={systems.map(({ id, title }) => ({ id, title }))}
        chosen={typeof system === 'string' && isSystem(system) ? system : ''}
        words={{ detail: 'Instead:', jaribu: '' }}
      />
    </Page>
  )
}
