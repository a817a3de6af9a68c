import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState, Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'

export const metadata: Metadata = { title: 'Not for your role' }

const mays = {
  viewer: 'Viewers read everything that is shared here, and send and change nothing.',
  member: 'Members send and change; people, roles and the workspace are for owners.',
  owner: 'Owners may do everything. Your role may have changed a moment ago: go back and try again.',
} as const

export default async function DeniedPage({ searchParams }: PageProps<'/denied'>) {
  const { role } = await requireMember('viewer', '/denied')
  const { needs } = await searchParams
  return (
    <Page>
      <PageHeader title="Not for your role" />
      <EmptyState
        title={`You are ${role === 'owner' ? 'an' : 'a'} ${role}; this page needs ${needs === 'owner' ? 'an owner' : 'a member'}.`}
        action={
          <>
            <Button asChild variant="primary">
              <Link href="/">Go home</Link>
            </Button>
            <Button asChild>
              <Link href="/settings/members">See who is an owner</Link>
            </Button>
          </>
        }
      >
        {mays[role]}
      </EmptyState>
    </Page>
  )
}
