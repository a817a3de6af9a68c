import type { Metadata } from 'next'
import Link from 'next/link'
import { OperationIndex } from '@/components/reference/operation-index'
import { Button } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { systems } from '@/lib/systems'

export const metadata: Metadata = { title: 'Reference' }

const index = systems.map(({ id, title, operations }) => ({
  id,
  title,
  operations: operations.map((operation) => ({
    id: operation.id,
    name: operation.name,
    title: operation.title,
    summary: operation.summary,
    group: operation.group,
    status: operation.status,
    method: operation.method,
    path: operation.path,
  })),
}))

export default async function ReferencePage() {
  await requireMember('viewer', '/reference')
  return (
    <Page>
      <PageHeader
        title="Reference"
        description="Every operation with its fields, limits, answers and callbacks, and where each fact was read."
      >
        <Button asChild>
          <Link href="/reference/terms">Terms across systems</Link>
        </Button>
        <Button asChild>
          <Link href="/reference/codes">Codes and messages</Link>
        </Button>
        <Button asChild>
          <Link href="/reference/limits">Limits</Link>
        </Button>
        <Button asChild>
          <Link href="/reference/inconsistencies">Inconsistencies</Link>
        </Button>
      </PageHeader>
      <OperationIndex systems={index} />
    </Page>
  )
}
