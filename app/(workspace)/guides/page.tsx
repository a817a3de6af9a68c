import type { Metadata } from 'next'
import { GuideIndex } from '@/components/guides/guide-index'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { listGuides } from '@/lib/workspace/guides/read-guides'

export const metadata: Metadata = { title: 'Guides' }

export default async function GuidesPage({ searchParams }: PageProps<'/guides'>) {
  await requireMember('viewer', '/guides')
  const { q } = await searchParams
  const asked = typeof q === 'string' ? q.slice(0, 200) : ''
  return (
    <Page>
      <PageHeader
        title="Guides"
        description="How each part works, what goes wrong and how to find out. They need no internet, and each names its sources."
      />
      <GuideIndex first={listGuides({ q: asked })} asked={asked} />
    </Page>
  )
}
