import type { Metadata } from 'next'
import Link from 'next/link'
import { TermTable } from '@/components/reference/term-table'
import { Button } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { terms } from '@/lib/catalogue/terms'
import { systems } from '@/lib/systems'

export const metadata: Metadata = { title: 'Terms across systems' }

const columns = systems.flatMap(({ id, title, terms: uses }) => (uses ? [{ id, title, uses }] : []))

export default async function TermsPage() {
  await requireMember('viewer', '/reference/terms')
  return (
    <Page>
      <PageHeader
        title="Terms across systems"
        description="The same thing under the names of each system: in words, and exactly as on the wire."
      >
        <Button asChild>
          <Link href="/reference">Operations</Link>
        </Button>
        <Button asChild>
          <Link href="/reference/codes">Codes and messages</Link>
        </Button>
      </PageHeader>
      <TermTable terms={terms} columns={columns} />
    </Page>
  )
}
