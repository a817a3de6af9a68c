import type { Metadata } from 'next'
import { OrganisationList } from '@/components/portal/organisation-list'
import { PortalHeader } from '@/components/portal/portal-header'
import { Page } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { wireMarkets } from '@/lib/catalogue/openapi'
import { listPortalOrganisations } from '@/lib/workspace/portal/organisations'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'OpenAPI organisations' }

export default async function OpenapiOrganisationsPage() {
  const actor = await requireMember('viewer', '/sandbox/openapi/organisations')
  return (
    <Page>
      <PortalHeader
        part="organisations"
        title="OpenAPI organisations"
        description="An organisation invites its developers, looks at what they send for review, and decides. What it accepts is locked."
      />
      <OrganisationList
        organisations={listPortalOrganisations(deps(), actor)}
        markets={wireMarkets.map(({ id, name, currency }) => ({ id, name, currency }))}
        canChange={actor.role !== 'viewer'}
      />
    </Page>
  )
}
