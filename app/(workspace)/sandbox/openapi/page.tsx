import type { Metadata } from 'next'
import { Suspense } from 'react'
import { OpenapiApplications } from '@/components/portal/applications'
import { PortalHeader } from '@/components/portal/portal-header'
import { Page } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { openapiOperations, wireMarkets } from '@/lib/catalogue/openapi'
import { productNames } from '@/lib/systems/openapi/applications'
import { listApplications } from '@/lib/workspace/portal/applications'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'OpenAPI applications' }

export default async function OpenapiApplicationsPage() {
  const actor = await requireMember('viewer', '/sandbox/openapi')
  const products = openapiOperations.flatMap(({ name, title }) =>
    productNames.includes(name) ? [{ name, title }] : [],
  )
  return (
    <Page>
      <PortalHeader
        part="applications"
        title="OpenAPI applications"
        description="What the M-Pesa OpenAPI portal keeps of an application: its key, its session, its products and their limits. The emulator holds every session to them."
      />
      <Suspense>
        <OpenapiApplications
          applications={listApplications(deps(), actor)}
          canChange={actor.role !== 'viewer'}
          products={products}
          markets={wireMarkets.map(({ id, name, currency }) => ({ id, name, currency }))}
        />
      </Suspense>
    </Page>
  )
}
