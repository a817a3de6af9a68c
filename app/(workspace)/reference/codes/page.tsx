import type { Metadata } from 'next'
import Link from 'next/link'
import { CodeSearch } from '@/components/reference/code-search'
import { Button } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { allOperations, systems } from '@/lib/systems'

export const metadata: Metadata = { title: 'Codes and messages' }

// How each is brought about stands on its own page: here it would only be weight.
const codes = systems.flatMap((system) => system.codes.map(({ triggers: _, whyNot: __, ...code }) => code))

const operations = allOperations().map(({ id, title, system, name }) => ({
  id,
  title,
  system,
  href: `/reference/${system}/${name}`,
}))

export default async function CodesPage() {
  await requireMember('viewer', '/reference/codes')
  return (
    <Page>
      <PageHeader
        title="Codes and messages"
        description="What each means, why it comes, what to do about it, and whether sending again can help. Paste a whole answer or callback to find the one it is about."
      >
        <Button asChild>
          <Link href="/reference">Operations</Link>
        </Button>
        <Button asChild>
          <Link href="/reference/on-purpose">On purpose</Link>
        </Button>
      </PageHeader>
      <CodeSearch
        codes={codes}
        operations={operations}
        systems={systems.map(({ id, title }) => ({ id, title }))}
      />
    </Page>
  )
}
