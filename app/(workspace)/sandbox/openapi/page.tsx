import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { OpenapiApplications } from '@/components/sandbox/openapi-applications'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { openapiOperations, wireMarkets } from '@/lib/catalogue/openapi'
import { productNames } from '@/lib/systems/openapi/applications'

export const metadata: Metadata = { title: 'OpenAPI applications' }

export default async function OpenapiApplicationsPage() {
  const actor = await requireMember('viewer', '/sandbox/openapi')
  const products = openapiOperations.flatMap(({ name, title }) =>
    productNames.includes(name) ? [{ name, title }] : [],
  )
  return (
    <Page>
      <PageHeader
        title={
          <span className="flex items-center gap-2">
            OpenAPI applications <Badge tone="simulated">simulated</Badge>
          </span>
        }
        description="What the M-Pesa OpenAPI portal keeps of an application: its key, its session, its products and their limits. The emulator holds every session to them."
      >
        <Button asChild>
          <Link href="/sandbox">
            <ArrowLeft aria-hidden /> Sandbox
          </Link>
        </Button>
      </PageHeader>
      <OpenapiApplications
        canChange={actor.role !== 'viewer'}
        isOwner={actor.role === 'owner'}
        products={products}
        markets={wireMarkets.map(({ id, name, currency }) => ({ id, name, currency }))}
      />
    </Page>
  )
}
