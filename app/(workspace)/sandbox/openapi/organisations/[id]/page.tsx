import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OrganisationOfPortal } from '@/components/portal/organisation'
import { PortalHeader } from '@/components/portal/portal-header'
import { Page } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { wireMarketOf } from '@/lib/catalogue/openapi'
import { listPortalOrganisations } from '@/lib/workspace/portal/organisations'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'OpenAPI organisation' }

type Props = PageProps<'/sandbox/openapi/organisations/[id]'>

export default async function OpenapiOrganisationPage({ params }: Props) {
  const { id } = await params
  const actor = await requireMember('viewer', `/sandbox/openapi/organisations/${id}`)
  const organisation = listPortalOrganisations(deps(), actor).find((one) => one.id === id)
  if (!organisation) notFound()
  const market = wireMarketOf(organisation.market)
  return (
    <Page>
      <PortalHeader
        part="organisations"
        title={organisation.name}
        description={
          <>
            Service provider code <span className="font-mono text-ink">{organisation.shortcode}</span>,{' '}
            {market?.name ?? organisation.market}
            {market && ` (${market.currency})`}
          </>
        }
        back={{ href: '/sandbox/openapi/organisations', label: 'Organisations' }}
      />
      <OrganisationOfPortal organisation={organisation} canChange={actor.role !== 'viewer'} />
    </Page>
  )
}
