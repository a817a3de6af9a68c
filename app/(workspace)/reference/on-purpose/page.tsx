import type { Metadata } from 'next'
import Link from 'next/link'
import { OnPurpose } from '@/components/reference/on-purpose'
import { Button } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { isSystem, systemOf, systems } from '@/lib/systems'
import { codeView } from '@/lib/workspace/codes/code-view'

export const metadata: Metadata = { title: 'Codes on purpose' }

export default async function OnPurposePage({ searchParams }: PageProps<'/reference/on-purpose'>) {
  await requireMember('viewer', '/reference/on-purpose')
  const { system } = await searchParams
  const chosen = typeof system === 'string' && isSystem(system) ? system : (systems[0]?.id ?? '')
  return (
    <Page>
      <PageHeader
        title="Codes on purpose"
        description="How the local sandbox is made to say each code: a number, an amount, an operator, a header, or a fault for the next call. Each way is followed by a test; GET /api/v1/codes has the same as data."
      >
        <Button asChild>
          <Link href={`/reference/codes?system=${chosen}`}>Codes and messages</Link>
        </Button>
      </PageHeader>
      <OnPurpose
        systems={systems.map(({ id, title }) => ({ id, title }))}
        chosen={chosen}
        codes={systemOf(chosen).codes.map(codeView)}
      />
    </Page>
  )
}
