import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PortalHeader } from '@/components/portal/portal-header'
import { ReviewSheet } from '@/components/portal/review-sheet'
import { Page } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { openapiOperations, wireMarkets } from '@/lib/catalogue/openapi'
import { productNames } from '@/lib/systems/openapi/applications'
import { listApplications } from '@/lib/workspace/portal/applications'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Review of an application' }

export default async function OpenapiReviewPage({ params }: PageProps<'/sandbox/openapi/review/[id]'>) {
  const { id } = await params
  const actor = await requireMember('viewer', `/sandbox/openapi/review/${id}`)
  const application = listApplications(deps(), actor).find((one) => one.id === id)
  if (!application) notFound()
  const { organisation } = application
  return (
    <Page>
      <PortalHeader
        part="organisations"
        title={`Review of ${application.name}`}
        description="All that an organisation decides on: how the application is set up, what it may do, and how much."
        back={
          organisation
            ? { href: `/sandbox/openapi/organisations/${organisation.id}`, label: organisation.name }
            : { href: '/sandbox/openapi/organisations', label: 'Organisations' }
        }
      />
      <ReviewSheet
        application={application}
        products={openapiOperations.flatMap(({ name, title }) =>
          productNames.includes(name) ? [{ name, title }] : [],
        )}
        markets={wireMarkets.map((market) => ({
          id: market.id,
          name: market.name,
          currency: market.currency,
        }))}
        canChange={actor.role !== 'viewer'}
      />
    </Page>
  )
}
