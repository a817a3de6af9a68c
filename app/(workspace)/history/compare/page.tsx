import type { Metadata } from 'next'
import Link from 'next/link'
import { CompareScreen } from '@/components/history/compare-screen'
import { Button } from '@/components/ui/button'
import { EmptyState, Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'

export const metadata: Metadata = { title: 'Compare two runs' }

export default async function ComparePage({ searchParams }: PageProps<'/history/compare'>) {
  await requireMember()
  const { a, b } = await searchParams
  if (typeof a === 'string' && typeof b === 'string') return <CompareScreen a={a} b={b} />
  return (
    <Page>
      <PageHeader title="Compare two runs" />
      <EmptyState
        title="Two runs are needed."
        action={
          <Button asChild>
            <Link href="/history">Choose them in history</Link>
          </Button>
        }
      >
        Tick two runs in the list; what differs in their values, answers and callbacks stands side by side.
      </EmptyState>
    </Page>
  )
}
