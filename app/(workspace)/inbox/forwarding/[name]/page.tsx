import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { DeadLetters } from '@/components/forwarding/dead-letters'
import { ReplayMany } from '@/components/forwarding/replay-many'
import { Targets } from '@/components/forwarding/targets'
import { Button } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { knownKinds } from '@/lib/systems/callbacks'
import { inboxNameAt } from '../../find-inbox'

export const generateMetadata = async ({
  params,
}: PageProps<'/inbox/forwarding/[name]'>): Promise<Metadata> => ({
  title: `Forwarding of ${decodeURIComponent((await params).name)}`,
})

const kinds = knownKinds.map(({ id, title }) => ({ kind: id, title }))

export default async function ForwardingPage({ params }: PageProps<'/inbox/forwarding/[name]'>) {
  const { name } = await params
  const actor = await requireMember('viewer', `/inbox/forwarding/${name}`)
  const inbox = inboxNameAt(actor, name)
  const canChange = actor.role !== 'viewer'
  return (
    <Page>
      <Button variant="ghost" size="sm" asChild className="mb-2">
        <Link href="/inbox">
          <ArrowLeft aria-hidden /> Inbox
        </Link>
      </Button>
      <PageHeader
        title={`Forwarding of inbox ${inbox}`}
        description="On to the software that you write: what arrives, as it arrives, and what arrived before."
      />
      <Targets inbox={inbox} canChange={canChange} kinds={kinds} />
      <DeadLetters inbox={inbox} canChange={canChange} />
      <ReplayMany inbox={inbox} canChange={canChange} kinds={kinds} />
    </Page>
  )
}
