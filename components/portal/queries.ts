'use client'
import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/live/fetch-json'
import { useWorldChange } from '@/components/sandbox/queries'
import type { ReviewStep } from '@/lib/workspace/portal/application-review'
import type {
  ApplicationView,
  PortalInvitationView,
  PortalOrganisationView,
} from '@/lib/workspace/portal/views'

// Below `sandbox`, so that the live feed makes other browsers read again.
const portal = ['sandbox', 'openapi'] as const
const path = '/api/v1/sandbox/openapi'

export const useApplications = (initialData?: ApplicationView[]) =>
  useQuery({
    queryKey: [...portal, 'applications'],
    queryFn: async ({ signal }) =>
      (await fetchJson<{ applications: ApplicationView[] }>(`${path}/applications`, { signal })).applications,
    initialData,
  })

export const useApplication = (initialData: ApplicationView) =>
  useQuery({
    queryKey: [...portal, 'applications', initialData.id],
    queryFn: async ({ signal }) =>
      (
        await fetchJson<{ application: ApplicationView }>(`${path}/applications/${initialData.id}`, {
          signal,
        })
      ).application,
    initialData,
  })

export const useOrganisationsOfPortal = (initialData?: PortalOrganisationView[]) =>
  useQuery({
    queryKey: [...portal, 'organisations'],
    queryFn: async ({ signal }) =>
      (await fetchJson<{ organisations: PortalOrganisationView[] }>(`${path}/organisations`, { signal }))
        .organisations,
    initialData,
  })

export const useOrganisationOfPortal = (initialData: PortalOrganisationView) =>
  useQuery({
    queryKey: [...portal, 'organisations', initialData.id],
    queryFn: async ({ signal }) =>
      (
        await fetchJson<{ organisation: PortalOrganisationView }>(`${path}/organisations/${initialData.id}`, {
          signal,
        })
      ).organisation,
    initialData,
  })

export const useInvitationsOf = (organisationId: string) =>
  useQuery({
    queryKey: [...portal, 'organisations', organisationId, 'invitations'],
    queryFn: async ({ signal }) =>
      (
        await fetchJson<{ invitations: PortalInvitationView[] }>(
          `${path}/organisations/${organisationId}/invitations`,
          { signal },
        )
      ).invitations,
  })

/** A step of the review, by whoever may take it. */
export const useReviewStep = (applicationId: string) => {
  const change = useWorldChange()
  return (step: ReviewStep) => change('POST', `openapi/applications/${applicationId}/review`, step)
}
