'use client'
import { useQuery } from '@/components/live/queries'
import { useWorldChange } from '@/components/sandbox/queries'
import { callApi } from '@/lib/api/client'
import type { ReviewStep } from '@/lib/workspace/portal/application-review'
import type { ApplicationView, PortalOrganisationView } from '@/lib/workspace/portal/views'

// Below `sandbox`, so that the live feed makes other browsers read again.
const portal = ['sandbox', 'openapi'] as const

export const useApplications = (initialData?: ApplicationView[]) =>
  useQuery({
    queryKey: [...portal, 'applications'],
    queryFn: async ({ signal }) =>
      (await callApi('GET /sandbox/openapi/applications', { signal })).applications,
    initialData,
  })

export const useApplication = (initialData: ApplicationView) =>
  useQuery({
    queryKey: [...portal, 'applications', initialData.id],
    queryFn: async ({ signal }) =>
      (await callApi('GET /sandbox/openapi/applications/{id}', { path: { id: initialData.id }, signal }))
        .application,
    initialData,
  })

export const useOrganisationsOfPortal = (initialData?: PortalOrganisationView[]) =>
  useQuery({
    queryKey: [...portal, 'organisations'],
    queryFn: async ({ signal }) =>
      (await callApi('GET /sandbox/openapi/organisations', { signal })).organisations,
    initialData,
  })

export const useOrganisationOfPortal = (initialData: PortalOrganisationView) =>
  useQuery({
    queryKey: [...portal, 'organisations', initialData.id],
    queryFn: async ({ signal }) =>
      (await callApi('GET /sandbox/openapi/organisations/{id}', { path: { id: initialData.id }, signal }))
        .organisation,
    initialData,
  })

export const useInvitationsOf = (organisationId: string) =>
  useQuery({
    queryKey: [...portal, 'organisations', organisationId, 'invitations'],
    queryFn: async ({ signal }) =>
      (
        await callApi('GET /sandbox/openapi/organisations/{id}/invitations', {
          path: { id: organisationId },
          signal,
        })
      ).invitations,
  })

/** A step of the review, by whoever may take it. */
export const useReviewStep = (applicationId: string) => {
  const change = useWorldChange()
  return (step: ReviewStep) =>
    change('POST /sandbox/openapi/applications/{id}/review', { path: { id: applicationId }, body: step })
}
