import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { MozambiqueAccount } from '@/components/sandbox/mozambique-account'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { mozambiqueOperations } from '@/lib/catalogue/mozambique'
import { firstInboxUrl } from '@/lib/workspace/inboxes/first-inbox-url'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Mozambique account' }

export default async function MozambiqueAccountPage() {
  const actor = await requireMember('viewer', '/sandbox/mozambique')
  const { publicUrl } = deps().config
  return (
    <Page>
      <PageHeader
        title={
          <span className="flex items-center gap-2">
            Mozambique account <Badge tone="simulated">simulated</Badge>
          </span>
        }
        description="What Vodacom's portal keeps on its profile and account pages, for the emulated Mozambique of this workspace."
      >
        <Button asChild>
          <Link href="/sandbox">
            <ArrowLeft aria-hidden /> Sandbox
          </Link>
        </Button>
      </PageHeader>
      <MozambiqueAccount
        canChange={actor.role !== 'viewer'}
        baseUrl={`${publicUrl}/emulator/mozambique`}
        inboxUrl={firstInboxUrl(deps(), actor)}
        ports={mozambiqueOperations.flatMap(({ port, title }) => (port ? [{ port, title }] : []))}
      />
    </Page>
  )
}
